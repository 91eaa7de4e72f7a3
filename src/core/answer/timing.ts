/** What a passage says about when: a date, that none is known, how far an event has come, what comes next. */
import type { Instant } from "../article/article.ts";
import { phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import { dayMs, dayOf } from "../text/day.ts";
import { isSame } from "./cover.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";
import { relevanceThresholds } from "./thresholds.ts";

/** How reports speak of the next of a kind. */
const nextTold =
  /\b(?:next|another|again|further|new|second|third|fourth|fifth|follow-up|re(?:sum|open|start|turn)\w*)\b/i;

/** What comes next, as it was last reported; a day that is over comes no more. */
export function nextOf(answers: readonly Relevance[], at: Instant): readonly Relevance[] {
  const today = dayOf(at);
  const open = answers.filter(
    ({ passage: { text, when } }) => nextTold.test(text) && (undated.test(text) || when === null || when.to >= today),
  );
  const newest = Math.max(...open.map(({ passage }) => passage.at));
  return open.filter(({ passage }) => newest - passage.at < dayMs).sort((a, b) => b.passage.at - a.passage.at);
}

/** A plan for a day that is over: whatever became of it, nothing is to come of it any more. */
export function isBygone({ modality, text, when, evidence, at: seen }: Passage, at: Instant): boolean {
  if (modality !== "planned" && modality !== "may") return false;
  const told = evidence[0]?.published ?? seen;
  const own = sayingDay.test(text) ? null : when;
  const last = own?.to ?? (sameDay.test(text) ? dayOf(told) : null);
  return last !== null && last < dayOf(at);
}
const sameDay =
  /\b(?:later (?:in|on|that|the same) (?:the )?day|later today|today|tonight|this (?:morning|afternoon|evening))\b/i;

/** Past and settled; a report that no date is known looks ahead. */
export const isOver = ({ modality, text }: Passage) =>
  (modality === "done" || modality === "denied" || modality === "cancelled") &&
  !undated.test(text) &&
  !moved.test(text);
/** "Moved from Thursday to Monday": what was moved is still to come. */
const moved =
  /\b(?:moved|postponed|put off|pushed back|put back|delayed|rescheduled|brought forward)\b.*\b(?:to|until|till)\b/i;

/** It says that no date is known. */
const undated =
  /\b(?:no|without a|without any|any) (?:\w+ )?(?:date|timetable|schedule)\b|\b(?:not|n't|never|neither|nor|declined to|refused to|could not|no one)\b.{0,24}\b(?:say|said|saying|known?|clear|decided|announced?|named?|set|give|given)\b.{0,40}\b(?:when|date|day|how long)\b|\bleft open (?:when|whether)\b/i;

/** Between an event and what it does there is no other event: "the talks will end", not "talks on ending the war". */
const otherObject = /\b(?:on|about|over|aim\w*|toward\w*|efforts?)\b/;

export function staged(part: Part, passage: Passage): boolean {
  const asked = part.terms.filter((term) => phases.has(term.term));
  const inOtherWords = asked.some((term) => isSame(term, passage) && !passage.terms.has(term.term));
  return asked.length === 0 || inOtherWords || nearTopic(part, passage, new Set(asked.map(({ term }) => term)));
}

/** Whether one of these stages is said of the event asked about. */
export function nearTopic(part: Part, { run, text }: Passage, stages: ReadonlySet<string>): boolean {
  const topics = new Set(part.terms.filter((term) => !phases.has(term.term)).map((term) => term.term));
  if (topics.size === 0) return true;
  const between = (a: Term, b: Term) => text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  const places = run.filter((term) => stages.has(term.term));
  return run.some((term) => topics.has(term.term) && places.some((place) => !otherObject.test(between(term, place))));
}

const timeCue =
  /\b(?:today|tomorrow|yesterday|tonight|noon|midday|midnight|weekend|(?:next|this|last|a|\d+|two|three) (?:weeks?|months?|years?|days?|hours?)|until|o'clock|[ap]\.?m\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d{4})\b/i;
/** The day on which a thing was said, which is no day of the thing itself. */
export const sayingDay =
  /(,\s[^,]{0,80}?\b(?:said|says|told [^,.]{1,30}?|announced|reported|confirmed|added)(?:\s(?:early|late))?)\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?(?=[.,;”"]|$)/;

/** "Within ten days", "thirty days after the vote". */
const span =
  /\b(?:within|after|in|for) (?:\S+ ){0,2}\S+ (?:hours?|days?|weeks?|months?)\b|\b(?:hours?|days?|weeks?|months?) (?:after|before|from)\b/i;
export function isTimed({ when, text }: Passage): boolean {
  const told = text.replace(sayingDay, "$1");
  return (when !== null && told === text) || timeCue.test(told) || undated.test(told) || span.test(told);
}

/** "When does it end?": a report that it goes on, or has begun, is the nearest there is. */
export function isStage(part: Part, { passage, names }: Relevance): boolean {
  const topic = part.terms.filter((term) => !phases.has(term.term));
  return (
    topic.length < part.terms.length &&
    names >= relevanceThresholds.name &&
    isTimed(passage) &&
    topic.every((term) => passage.terms.has(term.term)) &&
    nearTopic(part, passage, new Set(phases.keys()))
  );
}
