/**
 * Typed numbers of a text: value, unit and what is counted, so that 90 %, €90bn and 90 drones are three facts, and
 * "€90bn ($106bn)" is one amount. Dates, times and numbers inside names are not quantities.
 */
import { approximations, currencies, numberWords, scales } from "../language/numerals.ts";
import { isStopword, type Term, termsOf } from "../language/words.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Quantity } from "./claim.ts";

const number = String.raw`\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const word = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a hundred|half a dozen|a dozen|dozens`;
const scale = String.raw`(?:[\s\u00a0-]?(hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)\b)?`;
const money = new RegExp(String.raw`(US\$|[€$£¥₽₴₹])\s?(${number})${scale}`, "giu");
const moneyAfter = new RegExp(
  String.raw`\b(${number}|${word})${scale}[\s-](euros?|dollars?|pounds?|yen|yuan|rou?bles?|hryvnias?|rupees?|francs?|crowns?|krona|kroner|EUR|USD)\b`,
  "giu",
);
const percent = new RegExp(String.raw`\b(${number}|${word})\s?-?(%|per ?cent\b|percentage points?\b)`, "giu");
const fraction = /\b(half|(?:a |one[ -])?third|two[ -]thirds|(?:a |one[ -])?quarter|three[ -]quarters)(?= of\b)/giu;
const fractions = new Map([
  ["half", 50],
  ["third", 33.3],
  ["one-third", 33.3],
  ["two-thirds", 66.7],
  ["quarter", 25],
  ["one-quarter", 25],
  ["three-quarters", 75],
]);
const compound = new RegExp(
  String.raw`\b(${number}|${word})-(?!(?:one|two|three|four|five|six|seven|eight|nine)\b)(\p{L}{3,})(?=[\s,.;:”"’)-]|$)`,
  "giu",
);
const plain = new RegExp(String.raw`(?<![\w.,:/€$£#-])(${number}|${word})${scale}(?![\w%:/]|,\d|-\p{L})`, "giu");

type Found = { start: number; end: number; value: number; unit: string };

/** Words that a number belongs to as a name or a date: "Article 5", "20 December", "No. 2". */
const nameBefore =
  /(?:\b(?:Article|Section|Chapter|Room|Gate|Route|Highway|Flight|Resolution|No|Number|Formula|Boeing|Airbus|Type|Week|Day|Grade|Phase|Category|Act|Rule|Order)\.?\s?|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s(?:\d{1,2}\s?(?:-|–|to|and)\s?)?)$/;
const dateAfter =
  /^(?:\s?(?:-|–)\s?\d{1,2})?(?:st|nd|rd|th)?\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|^\s?(?:a\.?m|p\.?m|o'clock|GMT|UTC)\b|^(?:st|nd|rd|th)\b/i;

/** Every quantity in `text`, in order; spans never overlap. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Found[] = [];
  const add = (one: Found) => {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  };
  for (const m of text.matchAll(money)) add(at(m, numberOf(m[2]!, m[3]), currencies.get(m[1]!.toLowerCase()) ?? "USD"));
  for (const m of text.matchAll(moneyAfter))
    add(at(m, numberOf(m[1]!, m[2]), currencies.get(m[3]!.toLowerCase()) ?? ""));
  for (const m of text.matchAll(percent)) add(at(m, numberOf(m[1]!, undefined), "%"));
  for (const m of text.matchAll(fraction))
    add(at(m, fractions.get(m[1]!.toLowerCase().replace(/^an? /, "").replace(" ", "-")) ?? 0, "%"));
  for (const m of text.matchAll(compound))
    if (!isDateLike(text, m)) add(at(m, numberOf(m[1]!, undefined), unitWord(m[2]!)));
  for (const m of text.matchAll(plain)) if (!isDateLike(text, m)) add(at(m, numberOf(m[1]!, m[2]), ""));
  found.sort((a, b) => a.start - b.start);
  const current = found.filter((one) => !isFormer(one, found, text));
  return joinSame(current, text).map(({ one, same }) => typed(one, same, text));
}

const at = (match: RegExpExecArray, value: number, unit: string): Found => ({
  start: match.index,
  end: match.index + match[0].length,
  value,
  unit,
});

const unitWord = (written: string) => termsOf(tokens(written))[0]?.term ?? written.toLowerCase();

function numberOf(written: string, times: string | undefined): number {
  const lower = written.toLowerCase().replace(/^a /, "");
  const value = numberWords.get(lower) ?? Number(lower.replace(/[,\u00a0\u202f](?=\d{3})/g, "").replace(",", "."));
  return value * (times ? (scales.get(times.toLowerCase()) ?? 1) : 1);
}

function isDateLike(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + match[0].length);
  if (nameBefore.test(before) || dateAfter.test(after)) return true;
  const year = Number(match[1]);
  return (
    /^\d{4}$/.test(match[1]!) &&
    year >= 1900 &&
    year <= 2100 &&
    !match[2] &&
    !/^\s(?:people|homes|workers|votes|troops|houses|soldiers|families|drones)\b/.test(after)
  );
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

function typed(one: Found, same: Found | null, text: string): Quantity {
  const end = (same ?? one).end;
  const before = text.slice(Math.max(0, one.start - 60), one.start);
  const hedge = [...tokens(before).slice(-3)]
    .reverse()
    .map((token) => approximations.get(token.lower))
    .find((found) => found);
  const heads = headsOf(text.slice(end, end + 90));
  const unit = one.unit || tollOf(heads, before, text.slice(end, end + 60)) || heads[0] || "";
  const duration = durations.get(unit);
  return {
    value: one.value * (duration ?? 1),
    unit: duration ? "hour" : unit,
    heads: heads.filter((head) => head !== unit),
    approx: hedge === "approx" || /\bdozens\b/i.test(text.slice(one.start, one.end)),
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
