/** Whether an article costs more the more is known: the same articles against ledgers of three sizes. */
import type { Article } from "../../../src/core/article/article.ts";
import type { Reader } from "../../../src/core/claim/read.ts";
import { contentWords } from "../../quality/score/words.ts";
import { generatedArticles } from "./articles.ts";
import { atMost, median, ms, type Row, row, timed } from "./clock.ts";
import { enter, ledgerOfSize } from "./ledgers.ts";

const smallest = 100;
const growths = [1, 10, 100] as const;
const probes = 60;
const rounds = 3;
const ratioMax = 1.3;

export function growth(reader: Reader): readonly Row[] {
  const ledgers = growths.map((times) => ledgerOfSize(smallest * times, reader));
  const facts = ledgers.map((ledger) =>
    [...ledger.facts.values()].map((fact) => contentWords(fact.entries[0]!.claim.quote)),
  );
  const costs: number[][] = growths.map(() => []);
  const scans: number[][] = growths.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const article of generatedArticles(probes, 50 + round, 1)) {
      for (const at of growths.keys()) {
        const cost = timed(() => enter(ledgers[at]!, article, reader)).ms;
        const scan = timed(() => scanAll(article, facts[at]!)).ms;
        if (round > 0) costs[at]!.push(cost);
        if (round > 0) scans[at]!.push(scan);
      }
    }
  }
  const base = median(costs[0]!);
  const scanBase = median(scans[0]!);
  const runs = `${probes * (rounds - 1)} articles, median`;
  return growths.map((times, at) => {
    const cost = median(costs[at]!);
    const scan = median(scans[at]!);
    const promised = times === 100 ? { target: `≤ ${ratioMax} ×`, verdict: atMost(cost / base, ratioMax) } : {};
    const baseline = `scan of all facts ${ms(scan)} = ${(scan / scanBase).toFixed(1)} ×`;
    return row(`an article, ${smallest * times} facts known`, `${ms(cost)} = ${(cost / base).toFixed(2)} ×`, runs, {
      baseline,
      ...promised,
    });
  });
}

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
