/** Rules 9–12: what somebody says, against what the same or another speaker said. */
import { isFirmer } from "../claim/firmness.ts";
import type { Comparison } from "./compare.ts";
import { thresholds } from "./thresholds.ts";
import { type Rule, verdictOf, wish } from "./verdict.ts";

export const statement: Rule = (before, after, parts) => {
  if (!before.attribution || !after.attribution || parts.speakers === "open") return null;
  const flipped = before.negated !== after.negated;
  if (parts.speakers === "different") {
    if (
      flipped &&
      Math.max(parts.coverage, parts.backCoverage) >= thresholds.coverage &&
      !wish(before) &&
      !wish(after)
    ) {
      return verdictOf("disputed", "statement", parts, "one says it, another denies it");
    }
    return verdictOf("different", "statement", parts, "two speakers");
  }
  if (Math.max(parts.coverage, parts.backCoverage) < thresholds.statementCoverage || blocked(parts)) return null;
  if (flipped) return verdictOf("updated", "statement", parts, "the speaker turned round");
  if (isFirmer(after.modality, before.modality) && before.modality === "may")
    return verdictOf("updated", "statement", parts, `firmer: ${before.modality} → ${after.modality}`);
  return null;
};

const blocked = (parts: Comparison) =>
  parts.onlyAfter.length > 0 ||
  parts.numbers.kind === "unmatched" ||
  parts.numbers.kind === "changed" ||
  parts.exchanged;
