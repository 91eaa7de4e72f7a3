/** Ledgers of a wanted size from generated articles, and the cost of entering one more article. */
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import type { Reader } from "../../../src/core/claim/read.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { type Entry, emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import { match } from "../../../src/core/match/match.ts";
import { generatedArticles } from "./articles.ts";

const batch = 200;

/** Articles with nothing but new statements until there are `facts` facts. */
export function ledgerOfSize(facts: number, reader: Reader): Ledger {
  const ledger = emptyLedger();
  for (let seed = 1000; ledger.facts.size < facts; seed++) {
    const before = ledger.facts.size;
    for (const article of generatedArticles(batch, seed, 1)) {
      if (ledger.facts.size >= facts) break;
      enter(ledger, article, reader);
    }
    if (ledger.facts.size === before)
      throw new Error("Generated articles open no facts; no ledger of that size can be made.");
  }
  return ledger;
}

/** The entries with which a ledger held `facts` facts; null for all of them. */
export function firstFacts(ledger: Ledger, facts: number): readonly Entry[] | null {
  const next = ledger.numbered[facts]?.entries[0];
  return next ? ledger.entries.slice(0, next.seq - 1) : null;
}

/** How full its facts are: the demo's ledger has 1.4 claims and 1.1 values a fact. */
export function shapeOf({ numbered }: Ledger): string {
  const mean = (count: (fact: (typeof numbered)[number]) => number) =>
    (numbered.reduce((sum, fact) => sum + count(fact), 0) / numbered.length).toFixed(1);
  return `${mean((fact) => fact.entries.length)} claims and ${mean((fact) => fact.values.length)} values a fact`;
}

/** What one poll does with an article: match, read, enter. */
export function enter(ledger: Ledger, article: Article, reader: Reader): void {
  const { decision, within } = match(article, reader.story, reader.lexicon);
  if (decision === "in") ingest(ledger, { article, seen: versionOf(article), within, baseline: false }, reader);
}
