/**
 * What the articles of one poll change: which stories take them in, what is entered in their ledgers, and what is noted of
 * each. One article that the engine fails on must not stop its whole feed.
 */
import { setImmediate } from "node:timers/promises";
import type { Article, Instant } from "../core/article/article.ts";
import { readClaims } from "../core/claim/read.ts";
import type { FeedState } from "../core/feed/feed.ts";
import { ingest, takeBack } from "../core/ledger/ingest.ts";
import { type Ledger, ledgerOf } from "../core/ledger/ledger.ts";
import type { Match } from "../core/match/judge.ts";
import { matchAll } from "../core/match/match.ts";
import { type Unsettled, unsettledIn } from "../core/model/reading/unsettled.ts";
import { type Lexicon, lexiconFor } from "../core/story/lexicon.ts";
import type { Story } from "../core/story/story.ts";
import type { Log, PollRecord, Sighting } from "../ports.ts";
import { type Readings, readingKey } from "./model/reading.ts";

/** What one poll of one feed brought. */
export type Poll = {
  readonly state: FeedState;
  readonly articles: readonly Article[];
  /** Articles that were known before, for the stories to which the feed is new. */
  readonly again: readonly Article[];
  readonly seen: Instant;
  /** Stories to which the feed is new: what it holds is known to them from now on, and never news. */
  readonly baseline: ReadonlySet<string>;
  /** What a model said of them, where one was asked. */
  readonly readings?: Readings;
};

/** The ledgers of all stories, and what is known of time, as far as entering needs them. */
export type Shelf = {
  readonly stories: readonly Story[];
  readonly lexicon: Lexicon;
  readonly ledgers: Map<string, Ledger>;
  readonly log: Log;
  /** Where the newest digest ended. */
  toldUntil: Instant;
  /** When the newest place began. */
  begun: Instant;
};

/**
 * A clock that was set back, or a server's that is behind, must not put news into a window that was told already, nor
 * before a place began: it would be lost.
 */
function inTime(poll: Poll, { toldUntil, begun }: Shelf): Poll {
  const seen = poll.seen < begun ? begun + 1 : poll.seen;
  return { ...poll, seen: Math.max(seen, toldUntil + 1) };
}

/** Enters a poll in the ledgers, and says what is to be stored of it. */
export async function recordOf(given: Poll, shelf: Shelf): Promise<PollRecord> {
  const poll = inTime(given, shelf);
  const sightings: Sighting[] = [];
  const entries: PollRecord["entries"][number][] = [];
  for (const { article, stories } of arrivals(poll, shelf)) {
    const matches = matched(article, shelf);
    for (const story of stories) {
      const match = matches.get(story.id) ?? (isKnown(article, story, shelf) ? nothingLeft : null);
      if (!match) continue;
      const added = entered(article, story, match, poll, shelf);
      sightings.push(sightingOf(article, story, added ? match : unreadable, poll));
      entries.push(...(added ?? []).map((entry) => ({ story: story.id, entry })));
    }
    // A long feed must not keep people waiting at the prompt.
    await setImmediate();
  }
  return { state: poll.state, sightings, entries };
}

/** What is known already is new to those stories only that have not seen the feed, nor the article in another one. */
function arrivals({ articles, again, baseline }: Poll, { stories, ledgers }: Shelf) {
  const newTo = ({ id }: Article) =>
    stories.filter((story) => baseline.has(story.id) && !ledgers.get(story.id)!.articles.has(id));
  return [
    ...again.map((article) => ({ article, stories: newTo(article) })),
    ...articles.map((article) => ({ article, stories })),
  ];
}

/** What is known and never news is not worth a model's time. */
export async function unsettledOf(
  { articles, baseline }: Pick<Poll, "articles" | "baseline">,
  shelf: Shelf,
): Promise<ReadonlyMap<string, Unsettled>> {
  const found = new Map<string, Unsettled>();
  for (const article of articles) {
    const matches = matched(article, shelf);
    for (const story of shelf.stories.filter(({ id }) => !baseline.has(id))) {
      const match = matches.get(story.id);
      const open = match?.decision === "in" ? unsettledBy(article, story, match, shelf) : null;
      if (open && open.words.length + open.doubts.length > 0) found.set(readingKey(story.id, article), open);
    }
    await setImmediate();
  }
  return found;
}

/** Null when the engine fails on the article; that it does is told when it is entered. */
function unsettledBy(article: Article, story: Story, { within }: Match, { ledgers, lexicon }: Shelf): Unsettled | null {
  try {
    const reader = { story, lexicon: lexiconFor(lexicon, story) };
    return unsettledIn(readClaims(article, reader, within), ledgers.get(story.id)!);
  } catch {
    return null;
  }
}

/** A version that names nothing of a story any more can still take back what an earlier one said. */
const isKnown = ({ id }: Article, story: Story, { ledgers }: Shelf): boolean =>
  ledgers.get(story.id)?.claimsOf.has(id) === true;

const nothingLeft: Match = {
  decision: "out",
  score: 0,
  because: ["this version names nothing of the story"],
  round: null,
  within: null,
};

/** What is noted of an article that the engine could not take: it is known, and never tried again. */
const unreadable: Match = {
  decision: "out",
  score: 0,
  because: ["the engine failed on this article; the log says why"],
  round: null,
  within: null,
};

function matched(article: Article, { stories, lexicon, log }: Shelf): ReadonlyMap<string, Match> {
  try {
    return matchAll(article, lexicon);
  } catch (cause) {
    log.error("An article could not be matched and is left out", { article: article.id, error: String(cause) });
    return new Map(stories.map((story) => [story.id, unreadable]));
  }
}

/** The entries of one article, or null when the engine fails on it: one article must not stop its whole feed. */
function entered(
  article: Article,
  story: Story,
  { decision, within }: Match,
  { seen, baseline, readings }: Poll,
  { ledgers, lexicon, log }: Shelf,
): ReturnType<typeof ingest> | null {
  const ledger = ledgers.get(story.id)!;
  const before = ledger.entries.length;
  try {
    const reader = { story, lexicon: lexiconFor(lexicon, story) };
    const reading = readings?.get(readingKey(story.id, article));
    return decision === "in"
      ? ingest(
          ledger,
          { article, seen, baseline: baseline.has(story.id), within, ...(reading ? { reading } : {}) },
          reader,
        )
      : takeBack(ledger, { article, seen }, reader);
  } catch (cause) {
    ledgers.set(story.id, ledgerOf(ledger.entries.slice(0, before)));
    log.error("An article could not be read and is left out", { article: article.id, error: String(cause) });
    return null;
  }
}

function sightingOf(article: Article, story: Story, match: Match, { seen, baseline }: Poll): Sighting {
  return {
    article,
    story: story.id,
    seen,
    decision: match.decision,
    score: match.score,
    because: match.because,
    baseline: baseline.has(story.id),
  };
}
