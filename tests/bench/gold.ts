/** The gold samples: labelled claims of a few articles, read from the folder that the bench was given. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/core/article/article.ts";
import type { LabelledSpan } from "../quality/score/clusters.ts";
import type { StreamLabel } from "../quality/score/stream.ts";
import { articlesOf, type Pair, type Relation, readJson, readLines } from "./samples.ts";

export type GoldClaim = {
  readonly id: string;
  readonly article: string;
  readonly offset: number;
  readonly length: number;
  readonly evidence: string;
  readonly claim: string;
  readonly modality: string;
  readonly sourceKind: string | null;
  readonly cluster: string;
  readonly alsoClusters: readonly string[];
  readonly label: StreamLabel;
  readonly accept: readonly StreamLabel[];
  readonly news: number;
};

export type GoldDigest = {
  readonly id: string;
  readonly asOf: string;
  readonly mustTell: readonly string[];
  readonly mustNot: readonly string[];
  readonly mustNotNew: readonly string[];
  readonly mustSay: Readonly<Record<string, readonly string[]>>;
};

export type GoldQuestion = {
  readonly id: string;
  readonly q: string;
  readonly asOf: string;
  readonly must: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly abstain: boolean;
};

type Filler = { readonly article: string; readonly offset: number; readonly text: string };
type GoldPair = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: string;
  readonly why?: string;
};

type GoldFile = {
  readonly claims: readonly GoldClaim[];
  readonly filler: readonly Filler[];
  readonly pairs: readonly GoldPair[];
  readonly digests: readonly GoldDigest[];
  readonly qa: readonly GoldQuestion[];
};

export type Gold = GoldFile & { readonly folder: string; readonly articles: readonly Article[] };

/** The articles that the claims are about lie in the sister folder `seeds`. */
export function readGold(folder: string): Gold {
  const file = readJson<GoldFile>(join(folder, "seeds-gold.json"));
  return { ...file, folder, articles: articlesOf(readLines(join(folder, "../seeds/articles.jsonl"))) };
}

const relations: Readonly<Record<string, Relation>> = {
  SAME: "same",
  UPDATE: "updated",
  DISPUTE: "disputed",
  DIFF: "different",
};

/** Pairs of verbatim evidence, or of the same claims in self-contained words. */
export function goldPairs(gold: Gold, words: "claim" | "evidence"): readonly Pair[] {
  const byId = new Map(gold.claims.map((claim) => [claim.id, claim]));
  return gold.pairs.map(({ id, a, b, label, why }) => ({
    id,
    before: { text: byId.get(a)![words] },
    after: { text: byId.get(b)![words] },
    relation: relations[label]!,
    kind: why !== undefined && why.length < 40 ? why : "pair",
  }));
}

export const spanOf = (claim: GoldClaim): LabelledSpan => ({
  article: claim.article,
  start: claim.offset,
  end: claim.offset + claim.length,
  clusters: [claim.cluster, ...claim.alsoClusters],
});

export const has = (gold: Gold, name: string): boolean => existsSync(join(gold.folder, name));
