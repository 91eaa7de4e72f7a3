/**
 * The parts of a sentence that may go without a comma around them: when, where, why, and a second deed. Whatever else
 * stands in a clause says which, for whom, how far or on what terms, and stays.
 */
import { verbForm } from "../../../language/verb-forms.ts";
import { isDeed, isState } from "../deeds.ts";
import type { Mark } from "../marks.ts";
import { endOfAim, endOfCircumstance, endOfMedium, endOfTopic, isSecondDeed } from "./how.ts";
import { endOfTime } from "./when.ts";
import { endOfPlace } from "./where.ts";

/** Whether the stretch of a source is made of such parts, one behind the other. */
export function isMadeOfParts(source: readonly Mark[], from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = endOfPart(source, at, to);
    if (end === null) return false;
    at = end;
  }
  return true;
}

/** The places of a stretch that belong to a clause of its own in it, whose doubts and denials are its own. */
export function placesInClauses(source: readonly Mark[], from: number, to: number): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = from; at < to; ) {
    const clause = at > 0 && source[at]!.parted ? endOfAside(source, at, to) : endOfClause(source, at, to);
    for (let place = at; place < (clause ?? at); place++) places.add(place);
    at = clause ?? at + 1;
  }
  return places;
}

/** Where the part ends that begins at a place; null when none begins there that may go. */
function endOfPart(source: readonly Mark[], at: number, to: number): number | null {
  // "The minister, Rina Solberg, for two hours on Tuesday": a comma may also close what stood before.
  const aside = at > 0 && source[at]!.parted ? endOfAside(source, at, to) : null;
  return (
    aside ??
    endOfTime(source, at, to) ??
    endOfPlace(source, at, to) ??
    endOfCircumstance(source, at, to) ??
    endOfMedium(source, at, to) ??
    endOfTopic(source, at, to) ??
    endOfAim(source, at, to) ??
    (source[at]!.parted && at > 0 ? null : (endOfClause(source, at, to) ?? endOfOpening(source, at, to)))
  );
}

/** An aside that begins so tells how far it holds, as it would without its comma. */
const limiting = /^(?:for|during|within|without|under|throughout|every|each|per|between)$/;

/** From a comma to the next, or to the end. */
function endOfAside(source: readonly Mark[], at: number, to: number): number | null {
  const end = closing(source, at, to);
  if (end === null || tellsWho(source, at)) return null;
  return limiting.test(source[at]!.lower) && endOfCircumstance(source, at, to) === null ? null : end;
}

/** "…, surveyors for the county found in August": in whatever verb, that is who says it. */
function tellsWho(source: readonly Mark[], at: number): boolean {
  const first = source[at]!;
  if (!/^(?:noun|name)$/.test(first.tag) || first.lead.some((word) => /^(?:and|as|who|which)$/.test(word)))
    return false;
  const deed = source.findIndex(
    (mark, place) => place > at && (isState(mark) || (isDeed(source, place) && verbForm(mark.lower)?.past === true)),
  );
  if (deed < 0 || source.slice(at + 1, deed + 1).some(({ parted }) => parted)) return false;
  return source.slice(at + 1, deed).every((mark, place) => isOneWith(mark, source[at + place]!));
}

/** No other noun phrase begins there: "a decision both sides called fair", "a week after they left". */
const isOneWith = ({ tag, lead }: Mark, before: Mark) =>
  !/^(?:subordinator|determiner|number)$/.test(tag) &&
  !lead.some((word) => /^(?:who|which|that)$/.test(word)) &&
  (before.tag === "preposition" || lead.length === 0 || /^(?:of|in|on|at)$/.test(lead[0]!));

/** The next comma within the stretch, or its end where a comma or nothing follows. */
function closing(source: readonly Mark[], at: number, to: number): number | null {
  const comma = source.findIndex((mark, place) => place > at && place < to && mark.parted);
  if (comma >= 0) return comma;
  const next = source[to];
  return next === undefined || next.parted ? to : null;
}

const background =
  /^(?:after|before|following|amid|despite|because|since|while|although|though|whereas|when|where|as|so)$/;

/** "After the operators offered more", "and urged her to accept it", "but did not discuss the border", "in order to save", "as smoke settled". */
function endOfClause(source: readonly Mark[], at: number, to: number): number | null {
  const first = source[at]!;
  const isAim = first.lower === "order" && first.lead.includes("in") && source[at + 1]?.lower === "to";
  const isTime =
    first.lead.includes("as") && !first.parted && source.slice(at + 1, to).some((_, n) => isDeed(source, at + 1 + n));
  if (first.lower !== "but" && !isAim && !isTime && !isSecondDeed(first) && !background.test(first.lower)) return null;
  const next = source[to];
  // "before the vote on 9 June": the date is the vote's.
  const end = closing(source, at, to) ?? (next && background.test(next.lower) ? to : null);
  return end !== null && end > at + 1 ? end : null;
}

/** In front of the sentence, up to its comma: when, where or what went before. */
const endOfOpening = (source: readonly Mark[], at: number, to: number): number | null =>
  at === 0 &&
  source[to]?.parted === true &&
  !/^(?:preposition|subordinator)$/.test(source[0]!.tag) &&
  !source.some((mark, place) => place < to && (mark.tag === "modal" || isState(mark) || isDeed(source, place))) &&
  noPhrase(source[0]!)
    ? to
    : null;

const noPhrase = ({ lead }: Mark) => !lead.some((word) => /^(?:in|on|at|as)$/.test(word));
