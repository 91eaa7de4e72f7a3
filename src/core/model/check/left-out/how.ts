/** The parts of a sentence that tell how a single thing was done, or what it is about. */
import { verbForm } from "../../../language/verb-forms.ts";
import { isDeed } from "../deeds.ts";
import { keysOf, type Mark } from "../marks.ts";
import { endOfTime } from "./when.ts";
import { clauseAround, isBare, isScope } from "./where.ts";

/** What was done once was done, whatever the manner. */
const event = keysOf(
  `fly travel arrive leave return land crash collide sink meet win beat defeat elect locate find kill injure wound die rescue
  arrest detain fine jail resign rally march gather summon visit attack hit burn collapse explode`,
);
const manner = /^(?:for|with|by|over|about|under|through|during|amid|despite|across|around)$/;

/** "For a third round of talks", "with 51.8 per cent of the vote", "in thick fog": how a single thing was done. */
export function endOfCircumstance(source: readonly Mark[], at: number, to: number): number | null {
  const first = source[at]!;
  const isLed = first.lead.some((word) => word === "in" || word === "at" || word === "on");
  if ((!isLed && !manner.test(first.lower)) || isOfNumber(source, at)) return null;
  const from = first.parted ? 0 : clauseAround(source, at)[0];
  const deed = source.findLastIndex((_, place) => place >= from && place < at && isDeed(source, place));
  if (deed < 0 || !event.has(source[deed]!.key) || source.slice(from, at).some(({ tag }) => tag === "modal"))
    return null;
  return at - 1 > deed && isBare(source, at - 1) ? null : endOfPhrase(source, at, to);
}

const medium =
  /^(?:statement|sermon|letter|speech|interview|email|post|message|notice|note|memo|circular|briefing|bulletin|broadcast|tweet|blog)$/;

/** "In a sermon on Sunday": where it was said. */
export function endOfMedium(source: readonly Mark[], at: number, to: number): number | null {
  const { lead, lower } = source[at]!;
  if (!medium.test(lower) || !lead.includes("in") || lead.length < 2) return null;
  const next = source[at + 1];
  const ends = next === undefined || next.parted || next.lead.length > 0 || endOfTime(source, at + 1, to) !== null;
  return ends ? at + 1 : null;
}

/** Verbs that nothing with "to" completes: behind them it tells what for. */
const whole = keysOf(
  "free release fly travel meet gather march rally visit kill leave return land resign arrive close shut",
);
const takesTo =
  /^(?:right|plan|plans|offer|bid|deal|attempt|decision|order|orders|chance|promise|pledge|vow|refusal|willingness)$/;

/** "Freed 214 prisoners to mark the festival" */
export function endOfAim(source: readonly Mark[], at: number, to: number): number | null {
  if (source[at]!.tag !== "to" || source[at + 1]?.tag !== "verb" || takesTo.test(source[at - 1]?.lower ?? ""))
    return null;
  const [from] = clauseAround(source, at);
  const deed = source.findLastIndex((_, place) => place >= from && place < at && isDeed(source, place));
  if (deed < 0 || !whole.has(source[deed]!.key) || source.slice(from, at).some(({ tag }) => tag === "modal"))
    return null;
  const comma = source.findIndex((mark, place) => place > at && place < to && mark.parted);
  const end = comma < 0 ? to : comma;
  return source[end] === undefined || source[end].parted ? end : null;
}

const topic = /^(?:over|about|between|regarding|concerning)$/;

/** "The talks between the two", "over the northern provinces": what one thing is about that has an article. */
export const endOfTopic = (source: readonly Mark[], at: number, to: number): number | null =>
  topic.test(source[at]!.lower) && source[at - 1]?.tag === "noun" && !isOfNumber(source, at) && !isBare(source, at - 1)
    ? endOfPhrase(source, at, to)
    : null;

/** "About 40,000 homes" */
const isOfNumber = (source: readonly Mark[], at: number) =>
  /^(?:about|around|over|under)$/.test(source[at]!.lower) && /^\d/.test(source[at + 1]?.key ?? "");

/** The end of a phrase with all that hangs on it; null where that goes on behind the stretch, or it has a verb. */
function endOfPhrase(source: readonly Mark[], at: number, to: number): number | null {
  let end = at + 1;
  while (end < to && !source[end]!.parted && !isSecondDeed(source[end]!) && endOfTime(source, end, to) === null)
    end += 1;
  const next = source[end];
  const ends =
    next === undefined ||
    next.parted ||
    /^(?:subordinator|modal)$/.test(next.tag) ||
    isLedAnew(next) ||
    isSecondDeed(next) ||
    (isDeed(source, end) && verbForm(next.lower)?.past === true);
  const hasVerb = source.slice(at + 2, end).some(({ tag }) => tag === "modal" || tag === "to");
  return ends && !hasVerb && !isScope(source.slice(0, at + 1), at) ? end : null;
}

const isLedAnew = ({ lead }: Mark) => lead.some((word) => /^(?:in|on|at)$/.test(word));

/** "And urged her to accept it" */
export const isSecondDeed = ({ lead, tag }: Mark): boolean => lead.includes("and") && /^(?:verb|modal)$/.test(tag);
