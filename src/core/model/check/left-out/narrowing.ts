/**
 * Clauses that say which ones are meant, or on what terms: "the rebels who surrendered in May", "homes built before 1980",
 * "if the ceasefire holds in the south". What such a clause loses, the statement gains, so nothing of it may go.
 */
import { verbForm } from "../../../language/verb-forms.ts";
import { isDeed, isState } from "../deeds.ts";
import type { Mark } from "../marks.ts";
import { goesBefore, isToCome } from "./conditions.ts";
import { endOfPlace, isBare } from "./where.ts";

/** Whether the place stands inside such a clause, behind its beginning. */
export function isInsideNarrowing(source: readonly Mark[], place: number): boolean {
  // A reason is the sentence's own.
  if (/^(?:because|although|though)$/.test(source[place]!.lower)) return false;
  for (let at = place - 1; at >= 0 && !source[at + 1]!.parted; at--) {
    if (isTerm(source, at)) return !isPlaceOfOne(source, place);
    if (isRelative(source, at) && !endsBefore(source, at, place, 0)) return true;
    if (isReduced(source, at) && !endsBefore(source, at + 1, place, 1)) return true;
  }
  return false;
}

/** "The factory in Lund" is the factory. */
const isPlaceOfOne = (source: readonly Mark[], place: number) =>
  source[place - 1]!.tag === "noun" && !isBare(source, place - 1) && endOfPlace(source, place, source.length) !== null;

const term = /^(?:unless|if|provided|providing|until|till|once|pending|assuming|barring|whether|lest)$/;

const isTerm = (source: readonly Mark[], at: number) =>
  term.test(source[at]!.lower) ||
  (source[at]!.lower === "long" && (source[at]!.lead.includes("as") || source[at - 1]?.lower === "so")) ||
  (goesBefore.test(source[at]!.lower) && isToCome(source.slice(0, at)));

const isRelative = (source: readonly Mark[], at: number) =>
  !source[at]!.parted &&
  /^(?:noun|name|number)$/.test(source[at - 1]?.tag ?? "") &&
  (source[at]!.lead.some((word) => /^(?:who|which|that)$/.test(word)) || /^(?:whose|whom)$/.test(source[at]!.lower));

/** A participle right behind a noun, while another verb is the sentence's own. */
function isReduced(source: readonly Mark[], at: number): boolean {
  const [mark, before] = [source[at]!, source[at - 1]];
  const form = mark.tag === "verb" && !mark.passive ? verbForm(mark.lower) : null;
  if (before?.tag !== "noun" || /^\d/.test(before.key) || mark.lead.length > 0 || mark.parted) return false;
  if (!form?.participle && !form?.gerund) return false;
  return hasVerb(source, at, -1) || hasVerb(source, at, 1);
}

/** Whether a finite verb stands on this side with nothing between that begins another clause. */
function hasVerb(source: readonly Mark[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; at >= 0 && at < source.length; at += step) {
    const border = source[step > 0 ? at : at + 1]!;
    if (border.parted || border.lead.some((word) => /^(?:and|that|who|which)$/.test(word))) return false;
    const { tag } = source[at]!;
    if (tag === "subordinator" || tag === "coordinator" || (tag === "to" && step > 0)) return false;
    if (tag === "modal" || isTold(source, at) || isState(source[at]!)) return true;
  }
  return false;
}

const isTold = (source: readonly Mark[], at: number) => {
  const form = at > 0 && isDeed(source, at) && source[at - 1]!.tag !== "to" ? verbForm(source[at]!.lower) : null;
  return form !== null && (form.past || form.third);
};

/** The clause has its own verb first; the next one is the sentence's. */
function endsBefore(source: readonly Mark[], from: number, place: number, own: number): boolean {
  let verbs = own;
  for (let at = from; at <= place && at < source.length; at++) {
    const mark = source[at]!;
    const joins = mark.lead.includes("and") || /^(?:to|modal|not|adverb)$/.test(source[at - 1]?.tag ?? "");
    if (!(mark.tag === "modal" || isTold(source, at) || (at > from && isState(mark))) || (verbs > 0 && joins)) continue;
    verbs += 1;
    if (verbs > 1) return true;
  }
  return false;
}
