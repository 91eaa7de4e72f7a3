/** How far a thing has come in time: when it is or was, and whether it is over, as far as that is reported. */
import type { Instant } from "../article/article.ts";
import { dayOf } from "../text/day.ts";
import { chosenFrom } from "./choose.ts";
import { inOrder } from "./order.ts";
import type { Part } from "./part.ts";
import type { Relevance } from "./relevance.ts";
import { type Reply, replied, unanswered } from "./replied.ts";
import { relevanceThresholds } from "./thresholds.ts";
import { isOver, isStage, isTimed, nextOf, staged } from "./timing.ts";

/** A date that is still ahead, else how far the event has come, else when it was. */
export function replyToWhen(part: Part, answers: readonly Relevance[], all: readonly Relevance[], at: Instant): Reply {
  const timed = answers.filter((one) => isTimed(one.passage) && staged(part, one.passage));
  const ahead = part.future ? timed.filter((one) => !isOver(one.passage)) : timed;
  const next = part.next ? nextOf(ahead, at) : ahead;
  if (next.length > 0) return replied(part, next, all);
  const dated = ahead.filter(({ passage: { when } }) => when !== null && when.to >= dayOf(at));
  if (part.next && dated.length > 0) return replied(part, dated, all);
  if (ahead.length > 0 && !part.next) return replied(part, ahead, all);
  const stages = all.filter((one) => isStage(part, one) && !isOver(one.passage) && !one.passage.withdrawn);
  if (stages.length > 0) {
    const chosen = chosenFrom(part, inOrder(part, stages), all).filter((one) => one.as !== "history");
    return { kind: "answer", part, chosen: chosen.slice(0, stagesMax), lacks: "date" };
  }
  return timed.length > 0 && !part.next ? replied(part, timed, all) : unanswered(part, all);
}

/** Stages told when the date itself is not reported. */
const stagesMax = 2;

/** How a thing ends by and by. */
const waning =
  /\b(?:weaken|eas(?:e[sd]?|ing)\b|subsid|abat|calm|dissipat|dwindl|reced|wan(?:e[sd]?|ing)\b|slow(?:s|ed|ing)|wind(?:s|ing)? down|lift|pass(?:ed|es) (?:over|through)|left\b|died down|under control|contained)/i;

/** "Is the storm over?", and nobody says so: how it was last reported to be. */
export function stateOf(part: Part, all: readonly Relevance[]): Reply | null {
  if (part.kind !== "yesno" || part.predicate !== "end" || part.vague) return null;
  const topic = part.terms.filter(({ term }) => term !== "end");
  const tells = all.filter(
    ({ passage, names }) =>
      names >= relevanceThresholds.name &&
      !passage.withdrawn &&
      waning.test(passage.text) &&
      topic.every(({ term, stem }) => passage.terms.has(term) || passage.stems.has(stem)),
  );
  return tells.length > 0 ? replied(part, inOrder(part, tells).slice(0, stagesMax), all) : null;
}
