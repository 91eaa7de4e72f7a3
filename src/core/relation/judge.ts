/**
 * Weighs the features of two claims: a multinomial logistic regression whose weights are a table (weights.json), learned
 * from labelled pairs by tests/bench/train/relation.ts. It says why in the names of the features that counted most.
 */

import type { Features } from "./features.ts";
import type { Relation } from "./verdict.ts";
import learned from "./weights.json" with { type: "json" };

export type Judgement = {
  readonly relation: Relation;
  /** How likely each relation is, 0…1, in sum 1. */
  readonly chances: Readonly<Record<Relation, number>>;
  readonly because: readonly string[];
};

export type Weights = Readonly<Record<Relation, Readonly<Record<string, number>>>>;
export const weights: Weights = learned;
const relations: readonly Relation[] = ["same", "updated", "disputed", "different"];
/** Reasons that are named. */
const reasonsMax = 3;

export function judge(features: Features, table: Weights = weights): Judgement {
  const present = Object.entries(features).filter(([, value]) => value !== 0);
  const scores = relations.map((relation) => scoreOf(present, table[relation]));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const all = raised.reduce((sum, one) => sum + one, 0);
  const best = raised.indexOf(Math.max(...raised));
  const [same, updated, disputed, different] = raised.map((one) => one / all) as [number, number, number, number];
  const relation = relations[best]!;
  return {
    relation,
    chances: { same, updated, disputed, different },
    // Most judgements are not followed: nobody asks for their reasons.
    get because() {
      return reasonsFor(features, relation, table);
    },
  };
}

/** Most features of a pair are nought, and nought weighs nothing. */
const scoreOf = (present: readonly (readonly [string, number])[], own: Readonly<Record<string, number>>): number =>
  present.reduce((sum, [name, value]) => sum + value * (own[name] ?? 0), own[""] ?? 0);

/** What spoke for this relation more than for the others. */
function reasonsFor(features: Features, relation: Relation, table: Weights): readonly string[] {
  const mean = (name: string) => relations.reduce((sum, one) => sum + (table[one][name] ?? 0), 0) / relations.length;
  return Object.entries(features)
    .map(([name, value]) => ({ name, for: value * ((table[relation][name] ?? 0) - mean(name)) }))
    .filter((one) => one.for > 0 && !one.name.startsWith("rule "))
    .sort((a, b) => b.for - a.for)
    .slice(0, reasonsMax)
    .map((one) => one.name);
}
