/** Rules 1–3 of change detection: the same thing counted twice. */
import type { Claim } from "../claim/claim.ts";
import { isFirmer } from "../claim/firmness.ts";
import { changeCue } from "../language/cues.ts";
import type { Comparison } from "./compare.ts";
import { isToll } from "./numbers.ts";
import { substitutes } from "./substitution.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";
import { isPlanned, type Rule, type Verdict, verdictOf, wish } from "./verdict.ts";

export const attribute: Rule = (before, after, parts) => {
  const { numbers } = parts;
  if (numbers.kind === "equal") return equalAmount(before, after, parts);
  if (numbers.kind !== "changed" || !sameCount(before, after, parts, numbers)) return null;
  const values = `${show(numbers.before)} then ${show(numbers.after)}`;
  const later = after.published - before.published >= hoursBetween * 3_600_000;
  const why = whyUpdated(after, parts, numbers, later);
  return why
    ? verdictOf("updated", "attribute", parts, `${why}: ${values}`)
    : verdictOf("disputed", "attribute", parts, `two values for one thing: ${values}`);
};

type Changed = Extract<Comparison["numbers"], { kind: "changed" }>;

/** The missing are found, and others are missed: counts so far apart in time do not contradict each other. */
const hoursBetween = 6;

/** A later value of the same count is an update when the count can only rise, its source is the same, or it says so. */
function whyUpdated(
  after: Claim,
  { speakers }: Comparison,
  { before: was, after: is }: Changed,
  later: boolean,
): string | null {
  if (rose(was.unit, was.value, is.value)) return "the count rose";
  if (is.unit === "missing" && later) return "a count that goes up and down";
  if (speakers === "same" && after.attribution?.reported) return "the same source with a new value";
  return changeCue.test(after.quote) && speakers !== "different" ? "told as a change" : null;
}

/** Two numbers count one thing when what is counted is shared, or nearly everything else is. Two wishes never do. */
function sameCount(before: Claim, after: Claim, parts: Comparison, numbers: Changed): boolean {
  if (parts.speakers === "different" && wish(before) && wish(after)) return false;
  if (parts.onlyBefore.length > 0 && parts.onlyAfter.length > 0) return false;
  if (isToll(numbers.before.unit) && numbers.before.unit === numbers.after.unit && !parts.placesExclude)
    return Math.max(parts.coverage, parts.backCoverage) >= thresholds.keyedCoverage;
  const shared = numbers.before.heads.filter((head) => numbers.after.heads.includes(head)).length;
  const linkMin = parts.speakers === "same" ? thresholds.keyedCoverage : thresholds.link;
  if (shared >= sharedHeadsMin || parts.coverage >= thresholds.coverage) return true;
  return (
    (shared > 0 && parts.link >= linkMin) ||
    (parts.link >= thresholds.link && parts.coverage >= thresholds.keyedCoverage)
  );
}

/** Counted things that share this many words are one thing whatever else the sentences say. */
const sharedHeadsMin = 2;

/** The same amount of the same thing is a repeat even in other words. */
function equalAmount(before: Claim, after: Claim, parts: Comparison): Verdict | null {
  const told = Math.max(parts.coverage, parts.backCoverage);
  if (told < thresholds.keyedCoverage || before.negated !== after.negated || parts.speakers === "different")
    return null;
  if (parts.onlyBefore.length > 0 && parts.onlyAfter.length > 0) return null;
  if (isPlanned(before) && isFirmer(after.modality, before.modality)) return null;
  return substitutes(traitsOf(before).run, traitsOf(after).run)
    ? null
    : verdictOf("same", "attribute", parts, "the same amount of the same thing");
}

/** The count of a thing that can only rise has risen: arithmetic, which nothing outweighs. */
export const countRose = ({ numbers }: Comparison): boolean =>
  numbers.kind === "changed" && rose(numbers.before.unit, numbers.before.value, numbers.after.value);

const monotone = new Set(["kill", "injure", "evacuate", "rescue", "arrest", "damage"]);
const rose = (unit: string, before: number, after: number) => monotone.has(unit) && after > before;
const show = (quantity: { value: number; unit: string }) =>
  `${quantity.value}${quantity.unit ? ` ${quantity.unit}` : ""}`;
