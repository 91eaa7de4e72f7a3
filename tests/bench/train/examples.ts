/** Labelled pairs as features, and weights learned from some of them to judge the others. */
import { join } from "node:path";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readWhole, undated } from "../../../src/core/claim/read.ts";
import { judgedBy, relateByRules, weighed } from "../../../src/core/ledger/relate.ts";
import { noStory, type Pair, quality, type Relation, readJson } from "../samples.ts";
import { type Example, type Model, regress } from "./regression.ts";

export const labels: readonly Relation[] = ["same", "updated", "disputed", "different"];
/** What weights are learned from; held-out pairs are not among them. */
export const openPairs = ["pairs-open.json", "pairs-open-2.json", "pairs-open-3.json"];

export type Told = Example & {
  readonly pair: Pair;
  readonly before: Claim;
  readonly after: Claim;
  readonly ruled: Relation;
};
export type Judged = { readonly example: Told; readonly got: Relation; readonly because: readonly string[] };

export const examples = (files: readonly string[] = openPairs): readonly Told[] =>
  files.flatMap((name) => readJson<readonly Pair[]>(join(quality, name)).map(exampleOf));

function exampleOf(pair: Pair): Told {
  const [before, after] = [claimOf("before", pair.before.text), claimOf("after", pair.after.text)];
  const features = weighed(before, after);
  return { features, label: pair.relation, pair, before, after, ruled: relateByRules(before, after).relation };
}

function claimOf(outlet: string, text: string): Claim {
  const article = { id: outlet, url: "", outlet, title: "", published: undated, lang: "en", text };
  return readWhole(article, noStory);
}

export const learned = (from: readonly Example[]): Model =>
  regress(from, labels, { penalty: 4, rounds: 400, rate: 0.3 });

/** Parts into which the domains are divided; the biggest domain is divided itself. */
const folds = 8;

/** Every example judged, vetoes and all, by weights learned without its part: without its domain, but for the biggest. */
export function crossValidated(all: readonly Told[]): readonly Judged[] {
  const parts = partsOf(all);
  return Array.from({ length: folds }, (_, part) => part).flatMap((part) => {
    const table = learned(all.filter((_, at) => parts[at] !== part)) as Readonly<Record<Relation, Model[string]>>;
    return all
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
