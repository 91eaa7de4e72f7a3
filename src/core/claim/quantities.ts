/**
 * Typed numbers of a text: value, unit and what is counted, so that 90 %, €90bn and 90 drones are three facts, and
 * "€90bn ($106bn)" is one amount. A time of day counts nothing; dates are read elsewhere (when.ts).
 */
import { approximations } from "../language/numerals.ts";
import { isStopword, type Term, termsOf } from "../language/words.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Quantity } from "./claim.ts";
import { type Found, foundIn } from "./numbers.ts";

/**
 * Every quantity in `text`, in order; spans never overlap. `amountOf` holds what the clause is an amount of, where
 * nothing behind the number says so ("turnout reached 61 per cent").
 */
export function quantitiesIn(text: string, amountOf: readonly string[] = []): readonly Quantity[] {
  const found = foundIn(text).filter((one) => one.unit !== "clock");
  found.sort((a, b) => a.start - b.start);
  const current = joinRanges(
    found.filter((one) => !isFormer(one, found, text)),
    text,
  );
  return joinSame(current, text).map(({ one, same }) => typed(one, same, text, amountOf));
}

/** "between 40 and 50", "40 to 50 people": one number, and not an exact one. */
function joinRanges(found: readonly Found[], text: string): readonly Found[] {
  const joined: Found[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, one.start) : "";
    const opened = last ? /\bbetween\s$/i.test(text.slice(Math.max(0, last.start - 9), last.start)) : false;
    const alike =
      last && (last.unit === one.unit || last.unit === "") && one.unit !== "clock" && one.value > last.value;
    if (alike && ((opened && /^\s(?:and)\s$/.test(between)) || /^\s?(?:to|or|–|-)\s?$/.test(between)))
      joined[joined.length - 1] = { ...one, start: last.start, value: (last.value + one.value) / 2, range: true };
    else joined.push(one);
  }
  return joined;
}

/** In "from 33 to 31" only the second value stands. */
function isFormer(one: Found, all: readonly Found[], text: string): boolean {
  if (!/\bfrom\s(?:about\s|some\s|around\s)?$/i.test(text.slice(Math.max(0, one.start - 12), one.start))) return false;
  return all.some(
    (other) =>
      other.start > one.end &&
      /^[^.;,]{0,24}\bto\s(?:about\s|some\s|around\s)?$/i.test(text.slice(one.end, other.start)),
  );
}

/** "€90bn ($106bn)" is one amount in two currencies. */
function joinSame(found: readonly Found[], text: string): readonly { one: Found; same: Found | null }[] {
  const joined: { one: Found; same: Found | null }[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.one.end, one.start) : "";
    if (
      last &&
      !last.same &&
      /^\s?[([]\s?(?:about |around |roughly |some )?$/.test(between) &&
      isMoney(last.one) &&
      isMoney(one)
    )
      last.same = one;
    else joined.push({ one, same: null });
  }
  return joined;
}

const isMoney = (one: Found) => /^[A-Z]{3,5}$/.test(one.unit);

/** Concepts that say what a bare count is a count of, wherever they stand beside it: "killed eight", "eight dead". */
const tolls = new Set(["kill", "injure", "missing", "evacuate", "rescue", "arrest", "release", "damage"]);
const tollReach = 9;
const headReach = 5;

function typed(one: Found, same: Found | null, text: string, subject: readonly string[]): Quantity {
  const end = (same ?? one).end;
  const before = text.slice(Math.max(0, one.start - 60), one.start);
  const hedge = [...tokens(before).slice(-3)]
    .reverse()
    .map((token) => approximations.get(token.lower))
    .find((found) => found);
  const behind = headsOf(text.slice(end, end + 90));
  const toll =
    one.unit === ""
      ? (tollOf(behind, before, text.slice(end, end + 60)) ?? (behind.length === 0 ? tollIn(subject) : null))
      : null;
  const unit = one.unit || toll || behind[0] || "";
  const heads = behind.length === 0 && !toll ? subject : behind;
  const duration = durations.get(unit);
  return {
    value: one.value * (duration ?? 1),
    unit: duration ? "hour" : unit,
    heads: heads.filter((head) => head !== unit),
    approx: one.range === true || hedge === "approx" || /\bdozens\b/i.test(text.slice(one.start, one.end)),
    ...(hedge === "min" || hedge === "max" ? { compare: hedge } : {}),
    ...(same ? { same: { value: same.value, unit: same.unit } } : {}),
    span: { start: one.start, end },
  };
}

/** Hours in the units that people exchange freely: a 72-hour truce lasts three days. */
const durations = new Map([
  ["hour", 1],
  ["dai", 24],
  ["week", 168],
]);
const spans = new Set([
  "year",
  "month",
  "week",
  "dai",
  "hour",
  "minut",
  "decad",
  "half-year",
  "point",
  "page",
  "articl",
]);
/** Where the words about one count end and those about the next begin. */
const clauseEnd = /[,;:.()]|\s(?:and|while|but|as)\s/;

/** "The number of people killed has risen to seven." */
const tollIn = (subject: readonly string[]) => subject.find((term) => tolls.has(term)) ?? null;

function tollOf(heads: readonly string[], before: string, after: string): string | null {
  if (heads[0] && spans.has(heads[0])) return null;
  const here = (part: string, run: readonly Token[]) => {
    const found = termsOf(run).find((term) => tolls.has(term.term));
    return part === "" ? null : (found?.term ?? null);
  };
  const ahead = before.split(clauseEnd).at(-1) ?? "";
  const behind = after.split(clauseEnd)[0] ?? "";
  return (
    here(ahead, [...tokens(ahead).slice(-tollReach)].reverse()) ?? here(behind, tokens(behind).slice(0, tollReach))
  );
}

/** The noun phrase after the number: "20-point draft peace plan", "90 per cent of the plan", "15 years of guarantees". */
function headsOf(after: string): readonly string[] {
  const stop = after.search(
    /[.,;:()“”"—–!?]|\s(?:for|to|in|on|at|by|from|with|that|which|who|and|or|but|as|is|are|was|were|has|have|had|will|would|could|may|might|should|over|after|before|since|when|while|than|prepared|proposed)\s/,
  );
  const phrase = stop >= 0 ? after.slice(0, stop) : after;
  const words = tokens(phrase.replace(/^\s+of\s/, " ")).filter((token) => !isStopword(token.lower));
  const heads: readonly Term[] = termsOf(words.slice(0, headReach));
  return [...new Set(heads.map((term) => term.term))];
}
