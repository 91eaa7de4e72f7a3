/**
 * A thousand articles into a ledger of ten thousand facts, in a process of its own so that its memory is its own.
 * Started by speed.ts; it prints one line of JSON.
 */

import { readerOf } from "../samples.ts";
import { generatedArticles, generatedStory } from "./articles.ts";
import { percentile, timed } from "./clock.ts";
import { enter, ledgerOfSize } from "./ledgers.ts";

export type Load = {
  readonly facts: number;
  readonly articles: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly bareBytes: number;
  readonly bytes: number;
};

const factsKnown = 10_000;
const articlesEntered = 1000;

if (import.meta.main) {
  const bareBytes = process.memoryUsage.rss();
  const reader = readerOf(generatedStory("load", 11));
  const ledger = ledgerOfSize(factsKnown, reader);
  const times = generatedArticles(articlesEntered, 77).map((article) => timed(() => enter(ledger, article, reader)).ms);
  const load: Load = {
    facts: ledger.facts.size,
    articles: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    worst: percentile(times, 1),
    bareBytes,
    bytes: process.memoryUsage.rss(),
  };
  console.log(JSON.stringify(load));
}
