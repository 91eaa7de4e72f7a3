/** What comparing two claims comes to. */
import type { Claim } from "../claim/claim.ts";
import type { Comparison } from "./compare.ts";

/** What a claim is compared as: a value of an attribute, a stage of an event, something said, or plain words. */
export type FactKind = "attribute" | "track" | "statement" | "text";

/** How a claim stands to an earlier one, or to the fact that it is entered under. */
export type Relation = "same" | "updated" | "disputed" | "different";
export const relations: readonly Relation[] = ["same", "updated", "disputed", "different"];

/** How likely each relation is, 0…1, in sum 1. */
export type Chances = Readonly<Record<Relation, number>>;

export type Verdict = {
  readonly relation: Relation;
  readonly kind: FactKind;
  readonly because: readonly string[];
  readonly chances: Chances;
  /** Both count one thing, and not to the same number. */
  readonly recounted?: boolean;
  /** The later claim says the same less firmly: a late or careful retelling. */
  readonly late?: boolean;
};

export function kindOf(before: Claim, after: Claim, parts: Comparison): FactKind {
  if (before.quantities.length > 0 && after.quantities.length > 0) return "attribute";
  if (parts.event === "same") return "track";
  return before.attribution && after.attribution ? "statement" : "text";
}

/** Said so carefully that something firmer would be news. */
export const isPlanned = (claim: Claim) => claim.modality === "may" || claim.modality === "planned";

const wishes = new Set(["demand", "want", "refuse", "propose", "urge"]);
/** A wish is no account of the world: two of them do not contradict each other. */
export const wish = (claim: Claim) => claim.predicates.some((predicate) => wishes.has(predicate));
