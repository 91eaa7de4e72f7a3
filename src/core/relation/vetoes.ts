/**
 * What two statements may not differ in and still be the same, whatever else they share. A veto leads to updated,
 * disputed or different, never to silence.
 */
import type { Claim } from "../claim/claim.ts";
import { rungHeight } from "../language/verbs.ts";
import { alignWords } from "./alignment.ts";
import { compareAmounts } from "./amounts.ts";
import type { Comparison } from "./compare.ts";
import { isPlan } from "./ladder.ts";
import { isAnotherTime } from "./occasion.ts";
import { namesMissing } from "./proper.ts";
import { contraryOf } from "./reserve.ts";
import { heightOf, stanceOf } from "./stance.ts";
import { substitutes } from "./substitution.ts";
import { foundOnce, traitsOf } from "./traits.ts";
import type { Relation } from "./verdict.ts";

export type Veto = {
  readonly because: string;
  readonly firmnessOnly?: boolean;
  /** What may be said instead, the likeliest first. */
  readonly instead: readonly Relation[];
};

/** Share of the words, both ways, from which two statements are the same sentence but for what differs. */
const nearlyAll = 0.6;
/** Where one says less than the other: this share of the longer must be in the shorter. */
const someOfIt = 0.3;

/** Why two statements are not the same, or null when nothing forbids it. */
export function vetoOf(before: Claim, after: Claim, parts: Comparison): Veto | null {
  if (parts.exchanged) return { because: "who does it to whom is exchanged", instead: ["different"] };
  if (isStepOn(before, after, parts)) return { because: "its event has gone on", instead: ["updated"] };
  if (isAnotherTime(before, after)) return { because: "it happened again", instead: ["different", "updated"] };
  const [one, two] = [traitsOf(before), traitsOf(after)];
  const words = alignWords(one.words, two.words);
  const [least, most] = [Math.min(words.coverage, words.backCoverage), Math.max(words.coverage, words.backCoverage)];
  if (most >= nearlyAll && least >= someOfIt && (before.negated !== after.negated) !== words.opposites > 0)
    return { because: "the opposite sense of nearly the same words", instead: ["disputed", "updated", "different"] };
  const contrary = most >= nearlyAll && least >= someOfIt ? contraryOf(before, after) : null;
  if (contrary !== null) return { because: contrary, instead: ["disputed", "updated", "different"] };
  if (least < nearlyAll) return null;
  const [was, is] = [stanceOf(before).level, stanceOf(after).level];
  if (was !== is && was !== "condition" && !(is === "condition" && was === "plan"))
    return { because: `another firmness: ${was} → ${is}`, instead: ["updated"], firmnessOnly: true };
  return detailVeto(before, after, parts);
}

/** The same sentence, whoever says it: the same words and names in one order, the same amounts and firmness. */
export function isEcho(before: Claim, after: Claim): boolean {
  if (before.negated !== after.negated || before.modality !== after.modality) return false;
  if (inOrder(before) !== inOrder(after) || isAnotherTime(before, after)) return false;
  const { kept, back } = compareAmounts(traitsOf(before).amounts, traitsOf(after).amounts);
  return kept === 1 && back === 1;
}

const inOrder = foundOnce((_, { words, matter }) => [...words.map(({ stem }) => stem), "|", ...matter].join(" "));

/** What takes a planned event a step on is no repeat of the plan, however it is put. */
function isStepOn({ event: was }: Claim, { event: is }: Claim, parts: Comparison): boolean {
  if (parts.event !== "same" || !was || !is || is.aside) return false;
  return isPlan(was.rung) && rungHeight(is.rung) > rungHeight(was.rung);
}

/** Number, time or a name that stands in the place of another. */
function detailVeto(before: Claim, after: Claim, parts: Comparison): Veto | null {
  const [one, two] = [traitsOf(before), traitsOf(after)];
  if (compareAmounts(one.amounts, two.amounts).rival)
    return { because: "another number in nearly the same words", instead: ["disputed", "updated", "different"] };
  if (parts.whenExcludes)
    return { because: "another time in nearly the same words", instead: ["disputed", "updated", "different"] };
  const others = namesMissing(one.names, two.names).length > 0 && namesMissing(two.names, one.names).length > 0;
  if (others || substitutes(one.run, two.run))
    return { because: "the same words about something else", instead: ["different", "disputed", "updated"] };
  return null;
}

/** The later claim is less firm than the earlier: a late or careful retelling, or a doubt that is news. */
export const fellBack = (before: Claim, after: Claim): boolean => heightOf(after) < heightOf(before);
