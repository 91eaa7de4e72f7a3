/**
 * Whether an article costs more the more is known: the same articles against one ledger when it held 100, 1,000 and all
 * of its facts, in turn, by the processor time of the thread, because other programs run beside.
 */
import type { Article } from "../../../src/core/article/article.ts";
import type { Reader } from "../../../src/core/claim/read.ts";
import { type Ledger, ledgerOf } from "../../../src/core/ledger/ledger.ts";
import { contentWords } from "../../quality/score/words.ts";
import { generatedArticles } from "./articles.ts";
import { median, timed } from "./clock.ts";
import { enter, firstFacts } from "./ledgers.ts";

const probes = 80;
/** After so many articles a small ledger is put back to its size. */
const batch = 4;
const warmUps = 20;

export type Cost = { readonly facts: number; readonly ms: number; readonly scanMs: number };

/** Costs against the first of `sizes` and so on; the last is the ledger itself, which grows by some hundred facts. */
export function growthOf(ledger: Ledger, sizes: readonly number[], reader: Reader): readonly Cost[] {
  const starts = sizes.map((size) => firstFacts(ledger, size));
  const words = sizes.map((size) =>
    ledger.numbered.slice(0, size).map((fact) => contentWords(fact.entries[0]!.claim.quote)),
  );
  const ledgers: Ledger[] = [];
  const costs: number[][] = sizes.map(() => []);
  const scans: number[][] = sizes.map(() => []);
  for (const [round, article] of generatedArticles(warmUps + probes, 50, 1).entries()) {
    for (const [at, start] of starts.entries()) {
      if (round % batch === 0) ledgers[at] = start ? ledgerOf(start) : ledger;
      const cost = timed(() => enter(ledgers[at]!, article, reader)).cpuMs;
      const scan = round % batch === 0 ? timed(() => scanAll(article, words[at]!)).ms : null;
      if (round < warmUps) continue;
      costs[at]!.push(cost);
      if (scan !== null) scans[at]!.push(scan);
    }
  }
  return sizes.map((facts, at) => ({ facts, ms: median(costs[at]!), scanMs: median(scans[at]!) }));
}

export const probedArticles = probes;

/** The plain way: each sentence's words against those of every fact. */
function scanAll(article: Article, facts: readonly ReadonlySet<string>[]): number {
  let same = 0;
  for (const sentence of article.text.split("\n")) {
    const words = contentWords(sentence);
    for (const fact of facts) {
      let shared = 0;
      for (const word of words) if (fact.has(word)) shared++;
      if (shared * 2 >= Math.min(words.size, fact.size)) same++;
    }
  }
  return same;
}
