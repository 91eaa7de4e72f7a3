/** The parts of a sentence that tell when a thing happened; how long and how often are no such parts. */
import type { Mark } from "../marks.ts";
import { isToCome } from "./conditions.ts";
import { isScope } from "./where.ts";

const moment =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk|overnight|today|yesterday|tomorrow|tonight|weekend|christmas|easter|ramadan|(?:19|20)\d\d|earlier|later)$/;
/** With a word beside that says which one: "next week", "late last year", "the end of the month". */
const span = /^(?:day|week|month|year|decade|century|season|quarter|half)$/;
const which = /^(?:last|next|this|early|late|same|end|start|beginning|middle|mid|following|previous|coming)$/;
/** "From October", "by the end of the year", "before dawn". */
const since = /^(?:by|from|since)$/;
const before = /^(?:before|after)$/;
const ofDay = /^(?:dawn|noon|midday|dusk|midnight|christmas|easter)$/;

/** "In winter", "at night": of a rule, whenever it comes. */
const recurring =
  /^(?:spring|summer|autumn|winter|mornings?|afternoons?|evenings?|night|noon|midnight|dawn|dusk|weekend|\p{L}+days)$/u;

/** "On Tuesday", "late on 14 March", "by the end of the year". */
export function endOfTime(source: readonly Mark[], at: number, to: number): number | null {
  const rare = endOfRarity(source, at, to);
  if (rare !== null) return rare;
  const first = opensTime(source, at) ? at + 1 : at;
  let end = first;
  while (end < to && isOfTime(source, end) && (end === at || ties(source[end]!))) end += 1;
  const told = source.slice(first, end);
  const isTold = told.some(({ lower }) => moment.test(lower)) || (told.some(isSpan) && told.some(isWhich));
  if (!isTold || isCounted(source, first) || isOfNext(source, at, end)) return null;
  const isEach = told.every(({ lower }) => recurring.test(lower)) && (isToCome(source) || isScope(source, at));
  const begins = source[at]!.lower === "from" && !isToCome(source.slice(0, at));
  return isEach || begins ? null : end;
}

const opensTime = (source: readonly Mark[], at: number): boolean =>
  since.test(source[at]!.lower) ||
  (before.test(source[at]!.lower) && ofDay.test(source[at + 1]?.lower ?? "") && !isToCome(source));

/** "For the first time in eleven years" */
function endOfRarity(source: readonly Mark[], at: number, to: number): number | null {
  const [first, nth, time, number, unit] = source.slice(at, Math.min(to, at + 5));
  if (first?.lower !== "for" || !/^(?:first|second|third)$/.test(nth?.lower ?? "") || time?.lower !== "time")
    return null;
  const isWithin =
    number?.lead.includes("in") === true &&
    /^\d/.test(number.key) &&
    unit !== undefined &&
    isSpan({ ...unit, lower: unit.key });
  if (isWithin) return at + 5;
  const next = source[at + 3];
  return next === undefined || next.parted || at + 3 < to ? at + 3 : null;
}

const isSpan = ({ lower }: Mark) => span.test(lower);
const isWhich = ({ lower }: Mark) => which.test(lower);
const isOfTime = (source: readonly Mark[], at: number): boolean => {
  const { lower, key } = source[at]!;
  const isDay = /^\d{1,2}$/.test(key) && [source[at - 1], source[at + 1]].some((one) => one && month.test(one.lower));
  return moment.test(lower) || span.test(lower) || which.test(lower) || isDay;
};
const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const ties = ({ lead, parted }: Mark) => !parted && lead.every((word) => /^(?:in|on|at|of|the|an?)$/.test(word));
/** "For the first time since 1998", "three years": a number stands for what comes behind it. */
const isCounted = (source: readonly Mark[], first: number) =>
  /^\d/.test(source[first - 1]?.key ?? "") && isSpan(source[first]!);

/** "Night trains", "the Friday meeting": it belongs to the noun behind it. */
const isOfNext = (source: readonly Mark[], at: number, end: number) =>
  source[end]?.parted === false &&
  source[end].lead.length === 0 &&
  moment.test(source[at]!.lower) &&
  !/^(?:overnight|today|yesterday|tomorrow|tonight|earlier|later)$/.test(source[at]!.lower) &&
  !source[at]!.lead.some((word) => /^(?:in|on)$/.test(word));
