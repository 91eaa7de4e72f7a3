/** The parts of a sentence that tell where a thing happened, and where they tell more: how far something holds, or for whom. */
import { verbForm } from "../../../language/verb-forms.ts";
import { isDeed } from "../deeds.ts";
import { keysOf, type Mark } from "../marks.ts";
import { isToCome } from "./conditions.ts";

const whereabouts = /^(?:near|off|outside|inside|along|around|from|aboard)$/;
const somewhere =
  /^(?:region|area|country|city|capital|town|village|province|district|valley|north|south|east|west|coast|border)$/;
const placeMarksMax = 5;

/** "In Oslo", "at the airport of Mirelle", "along the Velden coast". */
export function endOfPlace(source: readonly Mark[], at: number, to: number): number | null {
  const first = source[at]!;
  const isLed = first.lead.some((word) => word === "in" || word === "at");
  if (!isLed && !whereabouts.test(first.lower)) return null;
  if (isNumbered(source, at, to)) return isScope(source, at) ? null : at + 3;
  let end = isLed ? at + 1 : at + 2;
  while (end < to && isThing(source, end) && ofPlace(source[end]!)) end += 1;
  const told = source.slice(isLed ? at : at + 1, end);
  const isNamed = told.slice(-2).some(({ tag }) => tag === "name") || somewhere.test(told.at(-1)?.lower ?? "");
  const next = source[end];
  if (next && !next.parted && next.lead.length === 0 && isThing(source, end) && next.tag !== "verb") return null;
  return isNamed &&
    told.every((_, place) => isThing(source, end - told.length + place)) &&
    told.length <= placeMarksMax &&
    !isScope(source, at)
    ? end
    : null;
}

/** "Near gate 12" */
const isNumbered = (source: readonly Mark[], at: number, to: number): boolean =>
  at + 2 < to && whereabouts.test(source[at]!.lower) && isThing(source, at + 1) && /^\d+$/.test(source[at + 2]!.key);

/** "The Meridian group": what could be a verb elsewhere is none here. */
const isThing = (source: readonly Mark[], at: number) =>
  /^(?:noun|name)$/.test(source[at]!.tag) || (source[at]!.tag === "verb" && !isDeed(source, at));

const ofPlace = ({ lead, parted, owned }: Mark) =>
  !parted && !owned && lead.every((word) => /^(?:of|in|the|an?)$/.test(word));

/**
 * Where a rule, a level or a state holds, and which ones of all are meant, is no detail: "prices fell in Oslo", "nurses
 * at the clinic will strike", "the largest bank in Norland".
 */
export function isScope(source: readonly Mark[], at: number): boolean {
  const [from, to] = clauseAround(source, at);
  const clause = source.slice(from, to);
  if (clause.some(({ key, lower, tag }) => (tag === "verb" && ruling.has(key)) || rule.test(lower))) return true;
  if (clause.some(({ lower, lead }) => superlative.test(lower) && !lead.includes("at"))) return true;
  if (isStanding(source, from, to)) return true;
  const before = source[at - 1];
  return (
    before !== undefined &&
    isBare(source, at - 1) &&
    (clause.some(({ tag }) => tag === "modal") || source[at]!.lower === "from")
  );
}

/** From the comma before a place to the comma behind it. */
export function clauseAround(source: readonly Mark[], at: number): readonly [number, number] {
  let [from, to] = [at, at + 1];
  while (from > 0 && !source[from]!.parted) from -= 1;
  while (to < source.length && !source[to]!.parted) to += 1;
  return [from, to];
}

/** What they say holds only where and when they say it. */
const ruling = keysOf(
  `ban forbid prohibit outlaw bar allow permit let authorise authorize license require oblige compel need exempt restrict
  limit cap close shut open suspend halt stop cut raise lower reduce increase rise fall drop grow double halve tax apply cover
  cancel recall legalise legalize`,
);
const rule = /^(?:must|can|cannot|mustn't)$/;
const superlative =
  /^(?:most|least|best|worst|(?:old|young|larg|great|bigg|small|high|low|long|short|strong|weak|rich|poor|fast|slow|deep|tall|heavi|busi|dead|earli|near|few|cheap|wide|hott|cold|wealthi)est)$/;

/** Told in the present: a state, no event. */
function isStanding(source: readonly Mark[], from: number, to: number): boolean {
  const clause = source.slice(from, to);
  if (isToCome(clause)) return false;
  if (clause.some(({ lead, tag }) => tag !== "verb" && lead.some((word) => /^(?:is|are)$/.test(word)))) return true;
  const deeds = clause.flatMap(({ lower }, at) => (isDeed(source, from + at) ? [verbForm(lower)] : []));
  return deeds.length > 0 && !deeds.some((form) => form === null || form.past || form.participle);
}

/** A noun without an article, an owner or a number: all of its kind, or some. */
export function isBare(source: readonly Mark[], at: number): boolean {
  const { tag, lead, owned } = source[at]!;
  if (!/^(?:noun|verb)$/.test(tag) || owned) return false;
  const before = source[at - 1];
  if (lead.join() === "of" && before) return isBare(source, at - 1);
  const isPinned =
    lead.some((word) => /^(?:an?|the|its|their|his|her)$/.test(word)) ||
    /^(?:number|determiner)$/.test(before?.tag ?? "");
  if (isPinned) return false;
  const goesOn = before !== undefined && /^(?:noun|name)$/.test(before.tag) && lead.length === 0 && !source[at]!.parted;
  return goesOn ? isBare(source, at - 1) : true;
}
