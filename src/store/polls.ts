/** What polls leave behind: feed states, versions of articles, and what a story made of them. */
import { setImmediate } from "node:timers/promises";
import type { Transaction } from "kysely";
import { type Article, type ArticleId, type Instant, versionOf } from "../core/article/article.ts";
import { textHash } from "../core/article/text-hash.ts";
import type { FeedState } from "../core/feed/feed.ts";
import type { PollRecord, Sighting } from "../ports.ts";
import { appendEntry } from "./ledger.ts";
import type { Database, Tables } from "./tables.ts";

/** Ids asked for in one query; well under SQLite's 32,766 parameters, and one prepared statement for most batches. */
export const idsPerQuery = 500;

/** A long poll lets other work run after so many sightings, some 30 ms; other queries wait for its transaction. */
export const sightingsPerTurn = 200;

export async function feedStates(db: Database): Promise<readonly FeedState[]> {
  const rows = await db.selectFrom("feed_states").select("state").orderBy("id").execute();
  return rows.map(({ state }) => JSON.parse(state) as FeedState);
}

/** See the port; of two versions with one date the one stored last counts. */
export async function knownArticles(
  db: Database,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, { readonly version: Instant; readonly textHash: string }>> {
  const known = new Map<ArticleId, { readonly version: Instant; readonly textHash: string }>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += idsPerQuery) {
    const rows = await db
      .selectFrom("articles")
      .select(["id", "version", "text_hash"])
      .where("id", "in", wanted.slice(at, at + idsPerQuery))
      .orderBy("version")
      .orderBy("number")
      .execute();
    for (const row of rows) known.set(row.id, { version: row.version, textHash: row.text_hash });
  }
  return known;
}

/** All or nothing; throws when a ledger entry is already there, and then nothing of the poll is stored. */
export async function savePoll(db: Database, { state, sightings, entries }: PollRecord): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await saveState(transaction, state);
    for (const [n, sighting] of sightings.entries()) {
      await saveSighting(transaction, sighting);
      if (n % sightingsPerTurn === sightingsPerTurn - 1) await setImmediate();
    }
    for (const { story, entry } of entries) await appendEntry(transaction, story, entry);
  });
}

async function saveState(db: Transaction<Tables>, state: FeedState): Promise<void> {
  const values = { next_poll: state.nextPoll, state: JSON.stringify(state) };
  await db
    .insertInto("feed_states")
    .values({ id: state.id, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}

/** The first sighting of a version by a story stays: two feeds may carry one article. */
async function saveSighting(db: Transaction<Tables>, sighting: Sighting): Promise<void> {
  await db
    .insertInto("sightings")
    .values({
      story: sighting.story,
      article: await saveVersion(db, sighting.article),
      seen: sighting.seen,
      decision: sighting.decision,
      score: sighting.score,
      because: JSON.stringify(sighting.because),
      baseline: sighting.baseline ? 1 : 0,
    })
    .onConflict((conflict) => conflict.columns(["article", "story"]).doNothing())
    .execute();
}

async function saveVersion(db: Transaction<Tables>, article: Article): Promise<number> {
  const { number } = await db
    .insertInto("articles")
    .values({
      id: article.id,
      version: versionOf(article),
      text_hash: textHash(article.text),
      url: article.url,
      outlet: article.outlet,
      title: article.title,
      published: article.published,
      updated: article.updated ?? null,
      lang: article.lang,
      text: article.text,
    })
    // Changes nothing; an update, unlike `do nothing`, returns the number of the row that is already there.
    .onConflict((conflict) =>
      conflict.columns(["id", "version", "text_hash", "title"]).doUpdateSet((row) => ({ id: row.ref("excluded.id") })),
    )
    .returning("number")
    .executeTakeFirstOrThrow();
  return number;
}
