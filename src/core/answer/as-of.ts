/**
 * "As of Friday": how things stood then, by what had been told by then. It reads a day only where the question asks for
 * a state of that time; "who was arrested on Friday?" asks for what happened, whenever it was told.
 */
import type { Day, Instant } from "../article/article.ts";
import { whenIn } from "../claim/when.ts";
import { addDays, dayMs, startOf } from "../text/day.ts";
import type { AskedTerm, Part } from "./part.ts";
import type { Passage } from "./passage.ts";

const asked = /\b(?:as of|as at|as it stood|back on|back in|by the end of)\s+(?:last\s+)?\p{L}/iu;
/** "What was the toll on Tuesday?": a thing that has a value at each time. */
const stateAsked =
  /^(?:so )?(?:what|how (?:high|big|large|far|many|much))\b.*\b(?:was|were|stood|had)\b.*\b(?:on|by|at)\s+(?:last\s+)?\p{L}+day\b/iu;
const states =
  /\b(?:toll|count|tally|number|lead|price|offer|bid|figure|total|sum|amount|status|state|level|share|margin|stand|stood|known|counted|dead|missing)\b/i;
const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|morning|noon|midday|afternoon|evening|night|midnight|yesterday|today|\d{1,2})$/i;

/** The last instant whose reports count, and the question without the words for it; null where it asks about now. */
export function asOf(part: Part, today: Day): { readonly at: Instant; readonly part: Part } | null {
  const { lower } = part;
  if (!asked.test(lower) && !(stateAsked.test(lower) && states.test(lower))) return null;
  const when = whenIn(withCapital(lower), today, "past");
  if (!when || when.to >= today) return null;
  const isFree = ({ start, end }: AskedTerm) => !calendar.test(lower.slice(start, end));
  const terms = part.terms.filter(isFree);
  const stems = new Set(terms.map(({ stem }) => stem));
  const early = /\bmorning\b/.test(lower) ? morningMs : dayMs;
  return { at: startOf(addDays(when.to, 0)) + early, part: { ...part, terms, stems } };
}
const morningMs = 12 * 3_600_000;

const dayNamed =
  /\b(?:on|last|this past) \p{L}+day\b|\byesterday\b|\bovernight\b|\blast night\b|\bthis morning\b|\btoday\b/u;
const hourMs = 3_600_000;

/** "What happened on Wednesday?", "overnight": from when until when; null where no day that is past is named. */
export function duringIn(lower: string, today: Day): Part["during"] {
  if (!dayNamed.test(lower) || /\b(?:since|until|by|will|before|after|from|than|compared)\b/.test(lower)) return null;
  const begins = startOf(today);
  if (/\bovernight\b|\blast night\b/.test(lower)) return { from: begins - 6 * hourMs, to: begins + 10 * hourMs };
  if (/\bthis morning\b/.test(lower)) return { from: begins, to: begins + 13 * hourMs };
  const when = whenIn(withCapital(lower), today, "past");
  if (!when || when.to > today) return null;
  return { from: startOf(when.from), to: startOf(when.to) + dayMs };
}

const withCapital = (lower: string) =>
  lower.replace(/\b\p{L}+day\b/gu, (word) => word[0]!.toUpperCase() + word.slice(1));

/** It was told then, or tells of then. */
export const isDuring = ({ from, to }: NonNullable<Part["during"]>, { at, when }: Passage): boolean =>
  (at >= from && at < to) || (when !== null && startOf(when.from) >= from && startOf(when.to) < to);

/** What had been told by then, as it stood then: a value that was replaced later was still the value. */
export function stoodAt(passages: readonly Passage[], at: Instant): readonly Passage[] {
  const told = passages.filter((one) => one.at <= at);
  const newest = new Map<string, Instant>();
  for (const { fact, version } of told) newest.set(fact.ref, Math.max(newest.get(fact.ref) ?? version.at, version.at));
  return told.map((one) =>
    one.standing === "before" && newest.get(one.fact.ref) === one.version.at ? { ...one, standing: "now" } : one,
  );
}
