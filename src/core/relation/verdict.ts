/** What comparing two claims comes to, and the shape of a rule that decides it. */
import type { Claim } from "../claim/claim.ts";
import type { Comparison } from "./compare.ts";

/** What a claim is compared as: a value of an attribute, a stage of an event, something said, or plain words. */
export type FactKind = "attribute" | "track" | "statement" | "text";

/** How a claim stands to an earlier one, or to the fact that it is entered under. */
export type Relation = "same" | "updated" | "disputed" | "different";

export type Verdict = {
  readonly relation: Relation;
  readonly kind: FactKind;
  readonly because: readonly string[];
  /** For choosing among several facts: how strongly the two belong together. */
  readonly strength: number;
  /** Set when the two differ in nothing but how firmly they are said. */
  readonly firmnessOnly?: boolean;
};

export type Rule = (before: Claim, after: Claim, parts: Comparison) => Verdict | null;

export const round = (value: number) => value.toFixed(2);

export function verdictOf(
  relation: Relation,
  kind: FactKind,
  parts: Comparison,
  ...because: readonly string[]
): Verdict {
  const keyed = kind === "text" ? 0 : 0.3;
  return {
    relation,
    kind,
    because,
    strength: relation === "different" ? 0 : parts.link + keyed + parts.coverage * 0.5,
  };
}

/** Said so carefully that something firmer would be news. */
export const isPlanned = (claim: Claim) => claim.modality === "may" || claim.modality === "planned";

const wishes = new Set(["demand", "want", "refuse", "propose", "urge"]);
/** A wish is no account of the world: two of them do not contradict each other. */
export const wish = (claim: Claim) => claim.predicates.some((predicate) => wishes.has(predicate));
