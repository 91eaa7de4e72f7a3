/**
 * The whole core over archived articles with a simulated clock: match, read, enter, and a digest at each cut-off.
 * Articles are taken in the order of their versions, so the order of the input does not matter.
 */
import { type Article, type Instant, versionOf } from "./article/article.ts";
import { digestOf } from "./digest/assemble.ts";
import type { Digest } from "./digest/digest.ts";
import { ingest, takeBack } from "./ledger/ingest.ts";
import { emptyLedger, type Ledger } from "./ledger/ledger.ts";
import { match } from "./match/match.ts";
import { lexiconOf } from "./story/lexicon.ts";
import type { Story } from "./story/story.ts";

export type Replay = {
  readonly articles: number;
  readonly matched: number;
  readonly digests: readonly Digest[];
  readonly ledger: Ledger;
};

/** Cut-offs must rise; without any there is one, at the newest article. */
export function replay(articles: readonly Article[], story: Story, cutoffs: readonly Instant[]): Replay {
  const reader = { story, lexicon: lexiconOf([story]) };
  const ledger = emptyLedger();
  const ordered = [...articles].sort(
    (a, b) => versionOf(a) - versionOf(b) || compareText(a.id, b.id) || compareText(a.text, b.text),
  );
  const ends = cutoffs.length > 0 ? cutoffs : ordered.length > 0 ? [versionOf(ordered.at(-1)!)] : [];
  const digests: Digest[] = [];
  const matched = new Set<string>();
  let next = 0;
  let since: Instant | null = null;
  for (const until of ends) {
    for (; next < ordered.length && versionOf(ordered[next]!) <= until; next++) {
      const article = ordered[next]!;
      const decision = match(article, story, reader.lexicon);
      const seen = versionOf(article);
      if (decision.decision !== "in") {
        takeBack(ledger, { article, seen }, reader);
        continue;
      }
      matched.add(article.id);
      ingest(ledger, { article, seen, baseline: false, within: decision.within }, reader);
    }
    digests.push(digestOf(ledger, story, { since, until }));
    since = until;
  }
  return { articles: new Set(articles.map((article) => article.id)).size, matched: matched.size, digests, ledger };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
