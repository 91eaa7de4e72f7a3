/** Labelled pairs and contrasts as features, and trees learned from some of them to judge the others. */
import { join } from "node:path";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readWhole, undated } from "../../../src/core/claim/read.ts";
import type { Forest } from "../../../src/core/relation/forest.ts";
import { judgedBy, relateByRules, weighed } from "../../../src/core/relation/relate.ts";
import { type Contrast, noStory, type Pair, quality, type Relation, readJson } from "../samples.ts";
import { boost, type Example } from "./boosting.ts";
import { type Model, regress } from "./regression.ts";

export const labels: readonly Relation[] = ["same", "updated", "disputed", "different"];
/** What trees are learned from; held-out pairs are not among them. */
export const openPairs = ["pairs-open.json", "pairs-open-2.json", "pairs-open-3.json", "pairs-open-4.json"];

export type Told = Example & {
  /** The features that the weights of the stream know. */
  readonly typed: Example["features"];
  readonly pair: Pair;
  readonly before: Claim;
  readonly after: Claim;
  readonly ruled: Relation;
};
export type Judged = { readonly example: Told; readonly got: Relation; readonly because: readonly string[] };

export const examples = (files: readonly string[] = openPairs): readonly Told[] =>
  files.flatMap((name) => readJson<readonly Pair[]>(join(quality, name)).map((pair) => exampleOf(pair, 1)));

/** What a change of one thing makes of two statements, where nothing else is known. */
const labelOfFlip: Readonly<Record<string, Relation>> = {
  number: "disputed",
  actor: "different",
  order: "different",
  negation: "disputed",
  modality: "updated",
};
/** Contrasts are written to a pattern, and count less than pairs as they occur. */
const contrastWeight = 0.6;
export const openContrasts = ["contrasts.json", "contrasts-2.json"];

/** Bases beside their paraphrases and their flips, in the shape of pairs. */
export const contrastExamples = (files: readonly string[] = openContrasts): readonly Told[] =>
  files
    .flatMap((name) => readJson<readonly Contrast[]>(join(quality, name)))
    .flatMap(({ id, domain, base, paraphrase, flips }) =>
      [["paraphrase", paraphrase] as const, ...Object.entries(flips)].map(([kind, text]) =>
        flipped(
          exampleOf(
            {
              id: `${id}-${kind}`,
              domain,
              kind,
              before: { text: base },
              after: { text },
              relation: labelOfFlip[kind] ?? "same",
            },
            contrastWeight,
          ),
        ),
      ),
    );

/** A toll that rose is no dispute: where the rules know which of the two another number is, they are taken at their word. */
const flipped = (told: Told): Told =>
  told.pair.kind === "number" && told.ruled === "updated" ? { ...told, label: "updated" } : told;

function exampleOf(pair: Pair, weight: number): Told {
  const [before, after] = [claimOf("before", pair.before.text), claimOf("after", pair.after.text)];
  const { all, typed } = weighed(before, after);
  return {
    features: all,
    typed,
    label: pair.relation,
    weight,
    pair,
    before,
    after,
    ruled: relateByRules(before, after).relation,
  };
}

function claimOf(outlet: string, text: string): Claim {
  const article = { id: outlet, url: "", outlet, title: "", published: undated, lang: "en", text };
  return readWhole(article, noStory);
}

export const learned = (from: readonly Example[]): Forest => boost(from, labels) as Forest;

/** Weights for the stream, from pairs alone: there a contrast would teach that everything is alike. */
export const weightsFrom = (pairs: readonly Told[]): Model =>
  regress(
    pairs.map(({ typed, label }) => ({ features: typed, label })),
    labels,
    { penalty: 4, rounds: 400, rate: 0.3 },
  );

/** Parts into which the domains are divided; the biggest domain is divided itself. */
const folds = 5;

/**
 * Every pair judged, vetoes and all, by trees learned without its part: without its domain, but for the biggest. Contrasts
 * help to learn and are not judged here.
 */
export function crossValidated(pairs: readonly Told[], contrasts: readonly Told[]): readonly Judged[] {
  const parts = partsOf([...pairs, ...contrasts]);
  return Array.from({ length: folds }, (_, part) => part).flatMap((part) => {
    const table = learned([...pairs, ...contrasts].filter((_, at) => parts[at] !== part));
    return pairs
      .filter((_, at) => parts[at] === part)
      .map((example) => {
        const { relation, because } = judgedBy(table, example.before, example.after);
        return { example, got: relation, because };
      });
  });
}

function partsOf(all: readonly Told[]): readonly number[] {
  const sizes = new Map<string, number>();
  for (const { pair } of all) sizes.set(pair.domain ?? "", (sizes.get(pair.domain ?? "") ?? 0) + 1);
  const domains = [...sizes].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
  return all.map(({ pair: { domain = "" } }, at) => (domain === domains[0] ? at : domains.indexOf(domain)) % folds);
}
