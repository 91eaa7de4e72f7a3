/**
 * What a line leaves out of its source. What may go is named: an aside, when, where and why, a second deed, a number before a
 * noun, a title before a name. Everything else says which ones are meant, for whom, how far or on what terms, and stays; so
 * does whatever governs, doubts or denies what stays ("agreed to discuss ending the war": "agreed to end the war").
 */

import { isDeed, isState } from "../deeds.ts";
import type { Mark } from "../marks.ts";
import { type Gap, isAdverbs, isCountOrTitle, isLength, isMeasure, privative } from "./before-noun.ts";
import { awaits, conditionIn, narrows } from "./conditions.ts";
import { isInsideNarrowing } from "./narrowing.ts";
import { isMadeOfParts, placesInClauses } from "./parts.ts";

/** None of these may go, unless a whole clause goes that a comma begins. */
const governing = new Set(
  "not no never none nobody nothing without may might could would should must can will fail refus deni".split(" "),
);
/** Who says "all of them" says it of exactly those that are named. */
const total = new Set(
  "not all every each no none any never always most only few half first last nobody neither nor".split(" "),
);
const timeWord = /^(?:last|next|this|late|early|today|yesterday|tomorrow|tonight|overnight)$/;

/** Why what was left out changes what is said; null when it does not. `kept` are places in the source. */
export function droppedWrongly(source: readonly Mark[], kept: ReadonlySet<number>): string | null {
  if (!keepsDeed(source, kept)) return "what is told is left out";
  for (const [from, to] of stretches(source.length, kept)) {
    const wrong = wrongAt(source, from, to, kept);
    if (wrong) return wrong;
  }
  return null;
}

function wrongAt(source: readonly Mark[], from: number, to: number, kept: ReadonlySet<number>): string | null {
  const gone = source.slice(from, to);
  const next = source[to];
  const told = gone.map((mark) => mark.lower).join(" ");
  const inClauses = placesInClauses(source, from, to);
  const governs = (mark: Mark, at: number) =>
    !inClauses.has(from + at) && (governing.has(mark.key) || governing.has(mark.lower));
  const word = conditionIn(gone, next) ?? awaits(gone, source) ?? gone.find(governs);
  if (word) return `"${word.lower}" is left out`;
  if (narrows(gone) || isInsideNarrowing(source, from)) return `"${told}" is left out, which says who or what is meant`;
  if (crosses(gone, next) || splits(source, from, to, kept)) return `"${told}" is left out, half of what it belongs to`;
  if (misplaces(source, from, to)) return `"${told}" is left out, to which the rest belongs`;
  if (isBound(source, from)) return `"${told}" is left out of what is said of all or denied`;
  const gap = { gone, next, before: source[from - 1] };
  const mayGo =
    isCountOrTitle(gap) || isAdverbs(gap) || isMeasure(gap) || isLength(gap) || isParts(source, from, to, gap);
  return mayGo ? null : `"${told}" is left out, on which the rest hangs`;
}

/** One deed at least that the sentence itself tells, if it tells any. */
function keepsDeed(source: readonly Mark[], kept: ReadonlySet<number>): boolean {
  const deeds = source.flatMap((mark, at) =>
    (isDeed(source, at) || mark.tag === "modal" || isState(mark)) && !isInRelative(source, at) ? [at] : [],
  );
  return deeds.length === 0 || deeds.some((at) => kept.has(at));
}

/** Behind a "who" of its part of the sentence, or a "that" behind a noun. */
function isInRelative(source: readonly Mark[], place: number): boolean {
  for (let at = place; at >= 0; at--) {
    const { lead, parted } = source[at]!;
    const isThat = lead.includes("that") && source[at - 1]?.tag === "noun";
    if (isThat || lead.some((word) => /^(?:who|which)$/.test(word))) return true;
    if (parted) return false;
  }
  return false;
}

/** What follows would explain something else: "injuring four, one of them seriously", "a row with the mayor, who left". */
function misplaces(source: readonly Mark[], from: number, to: number): boolean {
  const next = source[to];
  if (from === 0 || !next?.parted) return false;
  const isOfThem = source.slice(to + 1, to + 3).some(({ lower }) => /^(?:them|whom)$/.test(lower));
  if (isOfThem || next.lead.some((word) => /^(?:who|which)$/.test(word)) || /^(?:whose|whom)$/.test(next.lower))
    return true;
  const hasDeed = source.some((mark, at) => at >= from && at < to && (mark.tag === "modal" || isDeed(source, at)));
  const hangs =
    next.lead.some((word) => /^(?:an?|in|on|at)$/.test(word)) || /ing$/.test(next.lower) || /^\d/.test(next.key);
  return hasDeed && (hangs || isTime(next));
}

/** A stretch over a comma that ends before the next: the end of one phrase and the beginning of another. */
function crosses(gone: readonly Mark[], next: Mark | undefined): boolean {
  if (!next || next.parted) return false;
  const counted = gone[0]!.parted && (privative.has(gone[0]!.lower) || /^\d/.test(gone[0]!.key));
  return counted || gone.some((mark, at) => at > 0 && mark.parted);
}

/** "90 million crowns" without its million; "between 3 and 5" without one of the two. */
function splits(source: readonly Mark[], from: number, to: number, kept: ReadonlySet<number>): boolean {
  if (scale.test(source[from]!.lower) && /^\d/.test(source[from - 1]?.key ?? "")) return true;
  const opens = source.findIndex((mark) => mark.lower === "between");
  const ends = source.findIndex((mark, at) => at > opens && mark.lead.includes("and"));
  if (opens < 0 || ends < 0 || to <= opens || from > ends) return false;
  return source.slice(opens, ends + 1).some((_, at) => kept.has(opens + at));
}

const scale = /^(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k|dozen|percent)$/;

function stretches(length: number, kept: ReadonlySet<number>): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < length; at++) {
    if (kept.has(at)) continue;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

/** Whether "all", "no" or "not" before it reaches this far: up to the next verb, a denial to the end of its clause. */
function isBound(source: readonly Mark[], from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    const mark = source[at]!;
    if (source[at + 1]!.parted) return false;
    // "Last week" leaves nobody out.
    const isPast = mark.lower === "last" && isTimeNoun.test(source[at + 1]!.lower);
    if (total.has(mark.key) && !isPast) return true;
    if (mark.tag === "verb" && !source.slice(0, at).some((one) => one.key === "not")) return false;
  }
  return false;
}

const isTimeNoun = /^(?:night|week|weekend|month|year|spring|summer|autumn|winter|\p{L}+day)$/u;

/** Whole parts that nothing hangs on. */
const isParts = (source: readonly Mark[], from: number, to: number, gap: Gap): boolean =>
  !source[from]!.owned && !isHalf(source, from, gap) && isMadeOfParts(source, from, to);

/** What looks like a part and takes away half of a deed or of who says it. */
function isHalf(source: readonly Mark[], from: number, { gone, next, before }: Gap): boolean {
  const first = gone[0]!;
  if (isParticle(before, first)) return true;
  // "From next month", "two days after": what stays would hang.
  if (before?.tag === "preposition" && !first.parted && !first.lead.some((word) => /^(?:in|on|at)$/.test(word)))
    return true;
  if (isSpanBefore(source, from) && /^(?:after|before|since|earlier|later)$/.test(first.lower)) return true;
  // "for the first time since 1998"
  if (next?.lower === "since" && gone.some(({ lower }) => lower === "first")) return true;
  // ", a survey found": also in a verb that no list of speaking has.
  if (!next && first.parted && isShortSaying(gone)) return true;
  // "before the vote on 9 June": the date is the vote's.
  const isHour = /^(?:dawn|noon|midday|dusk|midnight)$/.test(gone.at(-1)!.lower);
  return next !== undefined && temporal.test(first.lower) && isTime(next) && !isHour;
}

/** "Two days after", but not "for two days after". */
const isSpanBefore = (source: readonly Mark[], from: number) =>
  /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/.test(source[from - 1]?.lower ?? "") &&
  source[from - 3]?.tag !== "preposition";

const isShortSaying = (gone: readonly Mark[]) =>
  gone.length <= sayingMax &&
  gone.at(-1)!.tag === "verb" &&
  gone.slice(0, -1).every(({ tag }) => tag === "noun" || tag === "name");

const sayingMax = 6;
const temporal = /^(?:before|after|since|until|till|during|ahead|following)$/;
const isTime = ({ lower, key }: Mark) =>
  /^\d/.test(key) || timeWord.test(lower) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower);
/** "called off" without its "off" is another deed. */
const isParticle = (before: Mark | undefined, first: Mark) =>
  before?.tag === "verb" &&
  first.lead.length === 0 &&
  !first.parted &&
  /^(?:off|out|up|down|back|away|aside|apart|together|through|forward)$/.test(first.lower);
