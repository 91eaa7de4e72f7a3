/** "What changed since Thursday?": what was first told after that, the most important of it. */

import type { Instant } from "../article/article.ts";
import { worthMin } from "../claim/worth.ts";
import { dayMs } from "../text/day.ts";
import { looksBack, otherNumber } from "./matter.ts";
import { steadinessOf, weightOf } from "./order.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { type Reply, replied, unanswered } from "./replied.ts";
import type { Ground } from "./reply.ts";

/** What was first told after `since`, the most important of it, the newest first. */
export function changesReply(part: Part, since: Instant | null, { passages, at }: Ground): Reply {
  const fresh = passages.filter(
    (one) =>
      one.at <= at && (since === null || one.at >= since) && one.worth >= worthMin && !one.withdrawn && !looksBack(one),
  );
  const newestAt = Math.max(...fresh.map((one) => one.at));
  const weigh = (one: Passage) =>
    Math.min(3, one.worth) / 2 +
    Math.min(12, one.fact.salience) / 12 +
    (isNewValue(one, passages) ? newValueWeight : 0) +
    Math.log2(new Set(one.evidence.map(({ origin }) => origin)).size) / 2 +
    2 ** (-(newestAt - one.at) / (changeHalfLifeDays * dayMs)) +
    steadinessOf(one) -
    (isOld(one) ? oldWeight : 0);
  const ranked = fresh
    .map((passage) => ({
      passage,
      score: weigh(passage) + weightOf(passage),
      answers: true,
      cover: 1,
      names: 1,
      between: true,
      exact: 1,
      shape: 3,
    }))
    .sort((a, b) => b.score - a.score || b.passage.at - a.passage.at || (a.passage.text < b.passage.text ? -1 : 1));
  return ranked.length === 0 ? unanswered(part, []) : replied(part, ranked, ranked);
}
const changeHalfLifeDays = 1;
/** What happened some days before it was told is background. */
const oldDays = 2;
const oldWeight = 0.8;
const isOld = ({ when, at }: Passage): boolean => when !== null && at - Date.parse(when.to) > (oldDays + 1) * dayMs;
/** A number that moved is what the question is about. */
const newValueWeight = 0.6;
const isNewValue = (one: Passage, passages: readonly Passage[]): boolean =>
  passages.some((other) => other.fact === one.fact && other.at < one.at && otherNumber(other, one));
