/**
 * A ledger of ten thousand facts, what an article costs beside it, and a thousand articles entered into it, in a process
 * of its own, with the flags of `npm start`, so that its memory is its own. Started by speed.ts; it prints one line of JSON.
 */

import { readerOf } from "../samples.ts";
import { generatedArticles, generatedStory } from "./articles.ts";
import { percentile, timed } from "./clock.ts";
import { type Cost, growthOf } from "./growth.ts";
import { enter, ledgerOfSize, shapeOf } from "./ledgers.ts";

export type Load = {
  readonly facts: number;
  readonly builtMs: number;
  readonly builtFrom: number;
  readonly shape: string;
  readonly growth: readonly Cost[];
  readonly articles: number;
  /** Processor time of the thread, ms. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** By the clock on the wall, whatever ran beside. */
  readonly wallP95: number;
  readonly bareBytes: number;
  readonly bytes: number;
};

const sizes = [100, 1000, 10_000] as const;
const articlesEntered = 1000;

if (import.meta.main) {
  const bareBytes = process.memoryUsage.rss();
  const reader = readerOf(generatedStory("load", 11));
  const built = timed(() => ledgerOfSize(sizes[2], reader));
  const ledger = built.value;
  const [builtFrom, shape] = [ledger.articles.size, shapeOf(ledger)];
  const growth = growthOf(ledger, sizes, reader);
  const times = generatedArticles(articlesEntered, 77).map((article) => timed(() => enter(ledger, article, reader)));
  const cpu = times.map((one) => one.cpuMs);
  const wall = times.map((one) => one.ms);
  const load: Load = {
    facts: sizes[2],
    builtMs: built.ms,
    builtFrom,
    shape,
    growth,
    articles: times.length,
    p50: percentile(cpu, 0.5),
    p95: percentile(cpu, 0.95),
    worst: percentile(cpu, 1),
    wallP95: percentile(wall, 0.95),
    bareBytes,
    bytes: process.memoryUsage.rss(),
  };
  console.log(JSON.stringify(load));
}
