/**
 * The ledgers of all followed stories in memory, built from the store when first needed. Whatever is entered is stored
 * in the same breath; if storing fails the ledger is thrown away and built again, so the two never differ.
 */

import type { Article, Instant } from "../core/article/article.ts";
import type { FeedState } from "../core/feed/feed.ts";
import { ingest } from "../core/ledger/ingest.ts";
import { type Ledger, ledgerOf } from "../core/ledger/ledger.ts";
import { type Match, matchAll } from "../core/match/match.ts";
import { type Lexicon, lexiconOf } from "../core/story/lexicon.ts";
import type { Story } from "../core/story/story.ts";
import type { PollRecord, Sighting, Store } from "../ports.ts";

export type Library = {
  readonly stories: readonly Story[];
  readonly lexicon: Lexicon;
  ledger(story: Story): Ledger;
  /** Enters the articles of one poll and stores everything it changed in one transaction. */
  enter(poll: {
    readonly state: FeedState;
    readonly articles: readonly Article[];
    readonly seen: Instant;
    readonly baseline: boolean;
  }): Promise<void>;
};

export async function openLibrary(store: Store, stories: readonly Story[]): Promise<Library> {
  const lexicon = lexiconOf(stories);
  const ledgers = new Map<string, Ledger>();
  const load = async (story: Story) => void ledgers.set(story.id, ledgerOf(await store.entries(story.id)));
  for (const story of stories) await load(story);
  const ledger = (story: Story) => ledgers.get(story.id)!;
  // One poll is entered at a time: a ledger has one writer.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  return {
    stories,
    lexicon,
    ledger,
    enter: (poll) =>
      inTurn(async () => {
        try {
          await store.savePoll(recordOf(poll, stories, lexicon, ledger));
        } catch (cause) {
          for (const story of stories) await load(story);
          throw cause;
        }
      }),
  };
}

type Poll = Parameters<Library["enter"]>[0];

function recordOf(
  poll: Poll,
  stories: readonly Story[],
  lexicon: Lexicon,
  ledger: (story: Story) => Ledger,
): PollRecord {
  const sightings: Sighting[] = [];
  const entries: { story: string; entry: PollRecord["entries"][number]["entry"] }[] = [];
  for (const article of poll.articles) {
    const matches = matchAll(article, stories, lexicon);
    for (const story of stories) {
      const match = matches.get(story.id);
      if (!match) continue;
      sightings.push(sightingOf(article, story, match, poll));
      if (match.decision !== "in") continue;
      const arrival = { article, seen: poll.seen, baseline: poll.baseline, within: match.within };
      const added = ingest(ledger(story), arrival, { story, lexicon });
      entries.push(...added.map((entry) => ({ story: story.id, entry })));
    }
  }
  return { state: poll.state, sightings, entries };
}

function sightingOf(article: Article, story: Story, match: Match, { seen, baseline }: Poll): Sighting {
  return {
    article,
    story: story.id,
    seen,
    decision: match.decision,
    score: match.score,
    because: match.because,
    baseline,
  };
}
