/** Labelled pairs and contrasts as features, and trees learned from some of them to judge the others. */
import { join } from "node:path";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readWhole, undated } from "../../../src/core/claim/read.ts";
import { compare } from "../../../src/core/relation/compare.ts";
import type { Forest } from "../../../src/core/relation/forest.ts";
import { countRose } from "../../../src/core/relation/numbers.ts";
import { relateBy, weighedAsOne } from "../../../src/core/relation/relate.ts";
import { alone } from "../../../src/core/relation/surroundings.ts";
import { relations } from "../../../src/core/relation/verdict.ts";
import { type Contrast, noStory, type Pair, quality, type Relation, readJson } from "../samples.ts";
import { boost, boosting, type Example } from "./boosting.ts";

/** What trees are learned from; held-out pairs are not among them. */
export const openPairs = ["pairs-open.json", "pairs-open-2.json", "pairs-open-3.json", "pairs-open-4.json"];

export type PairExample = Example & { readonly pair: Pair; readonly before: Claim; readonly after: Claim };
export type Judged = { readonly example: PairExample; readonly got: Relation; readonly because: readonly string[] };

export const examples = (files: readonly string[] = openPairs): readonly PairExample[] =>
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
export const contrastExamples = (files: readonly string[] = openContrasts): readonly PairExample[] =>
  files
    .flatMap((name) => readJson<readonly Contrast[]>(join(quality, name)))
    .flatMap(({ id, domain, base, paraphrase, flips }) =>
      [["paraphrase", paraphrase] as const, ...Object.entries(flips)].map(([kind, text]) => {
        const relation = labelOfFlip[kind] ?? "same";
        const pair = { id: `${id}-${kind}`, domain, kind, before: { text: base }, after: { text }, relation };
        return flipped(exampleOf(pair, contrastWeight));
      }),
    );

/** A toll that rose is no dispute: where arithmetic tells what another number is, it is taken at its word. */
const flipped = (one: PairExample): PairExample =>
  one.pair.kind === "number" && countRose(compare(one.before, one.after).numbers) ? { ...one, label: "updated" } : one;

function exampleOf(pair: Pair, weight: number): PairExample {
  const [before, after] = [claimOf("before", pair.before.text), claimOf("after", pair.after.text)];
  const features = weighedAsOne(before, after, alone(before, after));
  return { features, label: pair.relation, weight, pair, before, after };
}

function claimOf(outlet: string, text: string): Claim {
  const article = { id: outlet, url: "", outlet, title: "", published: undated, lang: "en", text };
  return readWhole(article, noStory);
}

/** Two statements alone: pairs and contrasts, and a little of what streams show of neighbours in one story. */
export const aloneFrom = (pairs: readonly Example[], streamed: readonly Example[]): Forest =>
  boost([...pairs, ...streamed], relations, boosting) as Forest;

/** So much of a pair that stands alone counts for a claim among facts. */
const pairWeight = 0.1;

/** A claim among the facts of its story: streams, and a little of what pairs show of the differences that count. */
export const amongFrom = (streamed: readonly Example[], pairs: readonly Example[]): Forest =>
  boost(
    [...streamed, ...pairs.map((one) => ({ ...one, weight: one.weight * pairWeight }))],
    relations,
    boosting,
  ) as Forest;

/** Parts into which the domains are divided; the biggest domain is divided itself. */
const folds = 5;

/**
 * Every pair judged, vetoes and all, by trees learned without its part: without its domain, but for the biggest. Contrasts
 * and streams help to learn and are not judged here.
 */
export function crossValidated(
  pairs: readonly PairExample[],
  contrasts: readonly PairExample[],
  streamed: readonly Example[],
): readonly Judged[] {
  const parts = partsOf([...pairs, ...contrasts]);
  return Array.from({ length: folds }, (_, part) => part).flatMap((part) => {
    const table = aloneFrom(
      [...pairs, ...contrasts].filter((_, at) => parts[at] !== part),
      streamed,
    );
    return pairs
      .filter((_, at) => parts[at] === part)
      .map((example) => {
        const { before, after } = example;
        const { relation, because } = relateBy(table, before, after, alone(before, after));
        return { example, got: relation, because };
      });
  });
}

function partsOf(all: readonly PairExample[]): readonly number[] {
  const sizes = new Map<string, number>();
  for (const { pair } of all) sizes.set(pair.domain ?? "", (sizes.get(pair.domain ?? "") ?? 0) + 1);
  const domains = [...sizes].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
  return all.map(({ pair: { domain = "" } }, at) => (domain === domains[0] ? at : domains.indexOf(domain)) % folds);
}
