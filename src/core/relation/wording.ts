/** Rules 13 and 14: what no slot decides is compared by its words. */
import type { Claim } from "../claim/claim.ts";
import { isFirmer } from "../claim/firmness.ts";
import { cancelledCue, slippedCue } from "../language/cues.ts";
import type { Comparison } from "./compare.ts";
import { substitutes } from "./substitution.ts";
import { thresholds } from "./thresholds.ts";
import { elsewhen } from "./track.ts";
import { traitsOf } from "./traits.ts";
import { isPlanned, type Rule, round, type Verdict, verdictOf } from "./verdict.ts";

export const wording: Rule = (before, after, parts) => {
  if (parts.link < thresholds.link || parts.exchanged || parts.numbers.kind === "changed") return null;
  const told = Math.max(parts.toldCoverage, (parts.coverage + parts.backCoverage) / 2);
  if (told >= thresholds.keyedCoverage && isPlanned(before) && calledOff(after)) {
    return verdictOf("updated", "text", parts, "what was planned is called off or moved");
  }
  const sameStep = parts.event === "same" && before.event?.rung === after.event?.rung;
  if (after.terms.length < fewTerms && parts.backCoverage < thresholds.disputeCoverage) return null;
  if (told < (sameStep ? thresholds.trackCoverage : thresholds.coverage) || elsewhere(after, parts)) return null;
  return before.negated === after.negated ? agreeing(before, after, parts, told) : opposite(before, after, parts);
};

/** So few words are covered by anything. */
const fewTerms = 4;

/** Other people on both sides, or another place and time, make it another thing. */
function elsewhere(after: Claim, parts: Comparison): boolean {
  if (parts.onlyAfter.length > 0 && parts.onlyBefore.length > 0) return true;
  return parts.placesExclude && (parts.whenExcludes || after.modality === "done");
}

function opposite(before: Claim, after: Claim, parts: Comparison): Verdict | null {
  if (Math.min(parts.coverage, parts.backCoverage) < thresholds.disputeCoverage) return null;
  const decided = says(after, "refuse", "block") && !says(before, "agree", "refuse", "block");
  const settled = decided || (isPlanned(before) && (!isPlanned(after) || parts.speakers !== "different"));
  return verdictOf(settled ? "updated" : "disputed", "text", parts, "the same with the opposite sense");
}

/** To turn down what was asked for is its outcome, no contradiction. */
const says = (claim: Claim, ...concepts: readonly string[]) => claim.terms.some(([term]) => concepts.includes(term));

function agreeing(before: Claim, after: Claim, parts: Comparison, told: number): Verdict | null {
  if (elsewhen(before, after, parts)) return null;
  if (substitutes(traitsOf(before).run, traitsOf(after).run))
    return verdictOf("different", "text", parts, "the same words about something else");
  if (isFirmer(after.modality, before.modality) && isPlanned(before))
    return verdictOf("updated", "text", parts, `firmer: ${before.modality} → ${after.modality}`);
  return parts.numbers.kind === "unmatched"
    ? null
    : verdictOf("same", "text", parts, `already told (${round(told)} of its words)`);
}

const calledOff = (claim: Claim) =>
  cancelledCue.test(claim.quote.toLowerCase()) || slippedCue.test(claim.quote.toLowerCase());
