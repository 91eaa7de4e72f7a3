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

/** What is looked at comes in groups, because many small tables are filled far faster than one of two hundred names. */
export function vote(groups: readonly Features[], table: Forest): Vote {
  const flat = flatOf(table);
  const values = valuesOf(groups, flat);
  const scores = relations.map((relation) => scoreOf(flat, flat.roots[relation], values));
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
      return reasonsFor(flat, flat.roots[relation], valuesOf(groups, flat), table.features);
    },
  };
}

/** The trees laid out in columns, a row a node: "at most" is the next row, "above" is the row that is named. */
type Flat = {
  readonly numbers: ReadonlyMap<string, number>;
  /** Values of the features of the pair that is judged just now. */
  readonly values: Float64Array;
  /** The number of the feature that is asked for; -1 for a leaf. */
  readonly asked: Int16Array;
  /** The threshold of a question; the nudge of a leaf. */
  readonly bounds: Float64Array;
  readonly above: Int32Array;
  /** The mean nudge below a node; the nudge of a leaf. */
  readonly means: Float64Array;
  readonly roots: Readonly<Record<Relation, Int32Array>>;
};

/** Kept as long as the table is. */
const flats = new WeakMap<Forest, Flat>();

function flatOf(table: Forest): Flat {
  const known = flats.get(table);
  if (known) return known;
  const rows: { asked: number; bound: number; mean: number; above: number }[] = [];
  const lay = (node: Node): number => {
    const row = typeof node === "number" ? [-1, node, node] : node;
    const at = rows.push({ asked: row[0]!, bound: row[1]!, mean: row[2]!, above: 0 }) - 1;
    if (typeof node === "number") return at;
    lay(node[3]);
    rows[at]!.above = lay(node[4]);
    return at;
  };
  const rootsOf = (relation: Relation) => Int32Array.from(table.trees[relation].map(lay));
  const roots = {
    same: rootsOf("same"),
    updated: rootsOf("updated"),
    disputed: rootsOf("disputed"),
    different: rootsOf("different"),
  };
  const flat: Flat = {
    numbers: new Map(table.features.map((name, at) => [name, at])),
    values: new Float64Array(table.features.length),
    asked: Int16Array.from(rows, ({ asked }) => asked),
    bounds: Float64Array.from(rows, ({ bound }) => bound),
    means: Float64Array.from(rows, ({ mean }) => mean),
    above: Int32Array.from(rows, ({ above }) => above),
    roots,
  };
  flats.set(table, flat);
  return flat;
}

/** In the order of the table's names; 0 for what no group has. They hold until the next pair is judged. */
function valuesOf(groups: readonly Features[], { numbers, values }: Flat): Float64Array {
  values.fill(0);
  for (const group of groups) {
    for (const name in group) {
      const at = numbers.get(name);
      if (at !== undefined) values[at] = group[name]!;
    }
  }
  return values;
}

function scoreOf({ asked, bounds, above }: Flat, roots: Int32Array, values: Float64Array): number {
  let score = 0;
  for (const root of roots) {
    let at = root;
    for (let feature = asked[at]!; feature >= 0; feature = asked[at]!)
      at = values[feature]! <= bounds[at]! ? at + 1 : above[at]!;
    score += bounds[at]!;
  }
  return score;
}

/** Each step down a tree moves its mean nudge; the step is owed to the feature that was asked. */
function reasonsFor(
  { asked, bounds, means, above }: Flat,
  roots: Int32Array,
  values: Float64Array,
  names: readonly string[],
): readonly string[] {
  const owed = new Map<number, number>();
  for (const root of roots) {
    let at = root;
    while (asked[at]! >= 0) {
      const feature = asked[at]!;
      const next = values[feature]! <= bounds[at]! ? at + 1 : above[at]!;
      owed.set(feature, (owed.get(feature) ?? 0) + means[next]! - means[at]!);
      at = next;
    }
  }
  return [...owed]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, reasonsMax)
    .map(([at]) => `${names[at]} ${shown(values[at]!)}`);
}

const shown = (value: number) => String(Math.round(value * 100) / 100);
