/**
 * Weighs the features of two statements with boosted decision trees (Friedman 2001): each tree nudges the score of one
 * relation. The trees are tables (forest.json), learned from labelled pairs and streams by tests/bench/train/relation.ts:
 * `alone` for two statements, `among` for a claim and one of several facts. It says why in the names of the features that
 * moved the score most.
 */

import type { Features } from "./features.ts";
import learned from "./forest.json" with { type: "json" };
import { type Chances, type Relation, relations } from "./verdict.ts";

/** `[feature, threshold, at most, above]`, or the nudge of a leaf; a third number is the node's own mean nudge. */
export type Node = number | readonly [feature: number, threshold: number, mean: number, least: Node, most: Node];

export type Forest = {
  readonly features: readonly string[];
  readonly trees: Readonly<Record<Relation, readonly Node[]>>;
};

// JSON loses the tuples; the training command writes exactly this shape.
export const forests = learned as unknown as { readonly alone: Forest; readonly among: Forest };
/** Reasons that are named. */
const reasonsMax = 3;

export type Vote = { readonly relation: Relation; readonly chances: Chances; readonly because: readonly string[] };

export function vote(features: Features, { features: names, trees }: Forest): Vote {
  const values = names.map((name) => features[name] ?? 0);
  const scores = relations.map((relation) =>
    trees[relation].reduce<number>((sum, tree) => sum + nudge(tree, values), 0),
  );
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const all = raised.reduce((sum, one) => sum + one, 0);
  const relation = relations[raised.indexOf(Math.max(...raised))]!;
  const [same, updated, disputed, different] = raised.map((one) => one / all) as [number, number, number, number];
  return {
    relation,
    chances: { same, updated, disputed, different },
    // Asked for only of the few that decide something.
    get because() {
      return reasonsFor(trees[relation], values, names);
    },
  };
}

function nudge(tree: Node, values: readonly number[]): number {
  let node = tree;
  while (typeof node !== "number") node = values[node[0]]! <= node[1] ? node[3] : node[4];
  return node;
}

const meanOf = (node: Node) => (typeof node === "number" ? node : node[2]);

/** Each step down a tree moves its mean nudge; the step is owed to the feature that was asked. */
function reasonsFor(trees: readonly Node[], values: readonly number[], names: readonly string[]): readonly string[] {
  const owed = new Map<number, number>();
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== "number") {
      const next: Node = values[node[0]]! <= node[1] ? node[3] : node[4];
      owed.set(node[0], (owed.get(node[0]) ?? 0) + meanOf(next) - node[2]);
      node = next;
    }
  }
  return [...owed]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, reasonsMax)
    .map(([at]) => `${names[at]} ${shown(values[at]!)}`);
}

const shown = (value: number) => String(Math.round(value * 100) / 100);
