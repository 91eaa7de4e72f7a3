/** "What's next?": what is planned or may come about and is not yet over, the soonest first. */
import type { Instant } from "../article/article.ts";
import { worthMin } from "../claim/worth.ts";
import { dayMs, dayOf } from "../text/day.ts";
import type { Chosen } from "./choose.ts";
import { inCommon, looksBack } from "./matter.ts";
import type { Part } from "./part.ts";
import { isProspect, type Passage } from "./passage.ts";
import type { Reply } from "./replied.ts";

const asked =
  /^(?:(?:so|and|ok|okay|now)[, ]+)?(?:what (?:is|comes|happens|will happen|should happen)(?: coming| up)? next\b|what (?:is|are) (?:now )?(?:expected|planned|scheduled|coming up)(?: next| now)?\W*$|what are the next steps|what now\W*$|next steps\W*$)/;

export const isComing = ({ lower, asked: names, terms }: Part): boolean =>
  asked.test(lower) && names.length === 0 && terms.length < 2;

const linesMax = 4;
/** A plan without a day is forgotten after so many. */
const freshDays = 3;
/** Two that share this much are one plan. */
const onePlan = 0.5;

/** Null where nothing is still to come. */
export function comingReply(part: Part, passages: readonly Passage[], at: Instant): Reply | null {
  const today = dayOf(at);
  const open = passages
    .filter(
      (one) => one.at <= at && one.standing === "now" && !one.withdrawn && one.worth >= worthMin && !looksBack(one),
    )
    .filter((one) => isProspect(one) && one.modality !== "conditional")
    .filter(({ when, at: seen }) => (when ? when.to >= today : at - seen < freshDays * dayMs))
    .sort((a, b) => soonest(a, b) || b.at - a.at);
  const told = open.filter(
    (one) => !open.some((other) => other !== one && other.at > one.at && inCommon(other, one) >= onePlan),
  );
  const chosen = told.slice(0, linesMax).map((passage): Chosen => ({ as: "answer", passage }));
  return chosen.length > 0 ? { kind: "answer", part, chosen, lacks: null } : null;
}

const soonest = (a: Passage, b: Passage): number => {
  const [left, right] = [a.when?.from ?? "9999", b.when?.from ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
};
