/**
 * Gradient-boosted trees for several classes (Friedman 2001, with the second-order leaves of XGBoost): shallow trees over
 * binned features, each on a drawn part of the examples and the features. The draw is seeded: the same every time.
 */
import type { Node } from "../../../src/core/relation/forest.ts";
import { chanceFrom } from "../../quality/score/chance.ts";

export type Example = {
  readonly features: Readonly<Record<string, number>>;
  readonly label: string;
  /** How much the example counts. */
  readonly weight: number;
};

export type Boosting = {
  readonly rounds: number;
  readonly rate: number;
  readonly depth: number;
  /** Pull of leaves towards nothing. */
  readonly penalty: number;
  /** Least sum of curvature in a leaf. */
  readonly leafMin: number;
  readonly featureShare: number;
  readonly exampleShare: number;
  readonly bins: number;
};

export const boosting: Boosting = {
  rounds: 200,
  rate: 0.06,
  depth: 4,
  penalty: 1,
  leafMin: 1,
  featureShare: 0.15,
  exampleShare: 0.7,
  bins: 24,
};

export type Grown = { readonly features: readonly string[]; readonly trees: Readonly<Record<string, readonly Node[]>> };

type Table = {
  /** Bin of each example, by feature. */
  readonly binned: readonly Uint8Array[];
  /** Upper bounds of the bins but the last, by feature. */
  readonly edges: readonly (readonly number[])[];
};

export function boost(examples: readonly Example[], labels: readonly string[], options: Boosting = boosting): Grown {
  const names = [...new Set(examples.flatMap((one) => Object.keys(one.features)))].sort();
  const table = tableOf(examples, names, options.bins);
  const chance = chanceFrom(7);
  const scores = labels.map(() => new Float64Array(examples.length));
  const trees: Node[][] = labels.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    const drawn = Int32Array.from(examples.flatMap((_, at) => (chance() < options.exampleShare ? [at] : [])));
    const asked = names.flatMap((_, at) => (chance() < options.featureShare ? [at] : []));
    const shares = softmax(scores);
    for (const [of, label] of labels.entries()) {
      const slope = Float64Array.from(
        examples,
        (one, at) => (shares[of]![at]! - (one.label === label ? 1 : 0)) * one.weight,
      );
      const curve = Float64Array.from(examples, (one, at) => {
        const share = shares[of]![at]!;
        return share * (1 - share) * one.weight + 1e-6;
      });
      const tree = grow({ table, slope, curve, asked, options }, drawn, 0);
      trees[of]!.push(tree);
      for (let at = 0; at < examples.length; at++) scores[of]![at]! += reach(tree, table, at);
    }
  }
  return pruned(
    names,
    Object.fromEntries(labels.map((label, of) => [label, trees[of]!.map((t) => unbinned(t, table))])),
  );
}

function tableOf(examples: readonly Example[], names: readonly string[], bins: number): Table {
  const edges = names.map((name) => {
    const sorted = examples.map((one) => one.features[name] ?? 0).sort((a, b) => a - b);
    const at = Array.from({ length: bins - 1 }, (_, n) => sorted[Math.floor(((n + 1) / bins) * sorted.length)]!);
    return [...new Set(at)].filter((edge) => edge < sorted.at(-1)!);
  });
  const binned = names.map((name, feature) =>
    Uint8Array.from(examples, (one) => {
      const value = one.features[name] ?? 0;
      const bin = edges[feature]!.findIndex((edge) => value <= edge);
      return bin < 0 ? edges[feature]!.length : bin;
    }),
  );
  return { binned, edges };
}

type Growing = {
  readonly table: Table;
  readonly slope: Float64Array;
  readonly curve: Float64Array;
  readonly asked: readonly number[];
  readonly options: Boosting;
};

/** While a tree grows its thresholds are bins. */
function grow(growing: Growing, rows: Int32Array, depth: number): Node {
  const { table, slope, curve, options } = growing;
  let [slopes, curves] = [0, 0];
  for (const row of rows) {
    slopes += slope[row]!;
    curves += curve[row]!;
  }
  const leaf = (-options.rate * slopes) / (curves + options.penalty);
  if (depth >= options.depth || curves < 2 * options.leafMin) return leaf;
  const split = bestSplit(growing, rows, slopes, curves);
  if (!split) return leaf;
  const bins = table.binned[split.feature]!;
  const least = rows.filter((row) => bins[row]! <= split.bin);
  const most = rows.filter((row) => bins[row]! > split.bin);
  return [split.feature, split.bin, leaf, grow(growing, least, depth + 1), grow(growing, most, depth + 1)];
}

type Split = { readonly feature: number; readonly bin: number; readonly gain: number };

function bestSplit(
  { table, slope, curve, asked, options }: Growing,
  rows: Int32Array,
  slopes: number,
  curves: number,
): Split | null {
  let best: Split | null = null;
  const worth = (s: number, c: number) => (s * s) / (c + options.penalty);
  for (const feature of asked) {
    const count = table.edges[feature]!.length + 1;
    const [slopeOf, curveOf] = [new Float64Array(count), new Float64Array(count)];
    const bins = table.binned[feature]!;
    for (const row of rows) {
      slopeOf[bins[row]!]! += slope[row]!;
      curveOf[bins[row]!]! += curve[row]!;
    }
    let [s, c] = [0, 0];
    for (let bin = 0; bin < count - 1; bin++) {
      s += slopeOf[bin]!;
      c += curveOf[bin]!;
      if (c < options.leafMin || curves - c < options.leafMin) continue;
      const gain = worth(s, c) + worth(slopes - s, curves - c) - worth(slopes, curves);
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  }
  return best;
}

function reach(tree: Node, { binned }: Table, row: number): number {
  let node = tree;
  while (typeof node !== "number") node = binned[node[0]]![row]! <= node[1] ? node[3] : node[4];
  return node;
}

/** The share of each label, by label and example. */
function softmax(scores: readonly Float64Array[]): readonly Float64Array[] {
  const shares = scores.map((own) => new Float64Array(own.length));
  for (let at = 0; at < scores[0]!.length; at++) {
    let top = Number.NEGATIVE_INFINITY;
    for (const own of scores) top = Math.max(top, own[at]!);
    let all = 0;
    for (const [of, own] of scores.entries()) {
      const raised = Math.exp(own[at]! - top);
      shares[of]![at] = raised;
      all += raised;
    }
    for (const own of shares) own[at]! /= all;
  }
  return shares;
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

function unbinned(node: Node, table: Table): Node {
  if (typeof node === "number") return rounded(node);
  const [feature, bin, mean, least, most] = node;
  // Rounded up, so that the value that made the edge stays below it.
  const threshold = Math.ceil(table.edges[feature]![bin]! * 1e4) / 1e4;
  return [feature, threshold, rounded(mean), unbinned(least, table), unbinned(most, table)];
}

/** Only the features that some tree asks for. */
function pruned(names: readonly string[], trees: Grown["trees"]): Grown {
  const used = new Set<number>();
  const look = (node: Node): void => {
    if (typeof node === "number") return;
    used.add(node[0]);
    look(node[3]);
    look(node[4]);
  };
  for (const own of Object.values(trees)) own.forEach(look);
  const kept = [...used].sort((a, b) => a - b);
  const place = new Map(kept.map((at, to) => [at, to]));
  const moved = (node: Node): Node =>
    typeof node === "number" ? node : [place.get(node[0])!, node[1], node[2], moved(node[3]), moved(node[4])];
  return {
    features: kept.map((at) => names[at]!),
    trees: Object.fromEntries(Object.entries(trees).map(([label, own]) => [label, own.map(moved)])),
  };
}
