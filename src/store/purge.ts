/**
 * Drops what nobody needs any more, a bounded number of rows at a time. What decides on is kept: the ledger, which
 * articles were seen, the newest digests of each place with their messages, and every message that another hangs on.
 */
import { sql } from "kysely";
import type { Instant } from "../core/article/article.ts";
import type { Purge } from "../ports.ts";
import type { Database } from "./tables.ts";

/** Rows of one kind that are dropped in one transaction, so that a long clean-up never keeps a poll waiting. */
export const rowsPerPurge = 500;

export async function purge(db: Database, { texts, posts }: Purge): Promise<number> {
  const counts = [
    await purgeTexts(db, texts),
    await purgeMessages(db, posts),
    await purgeDigests(db, posts),
    await purgeCursors(db, posts),
    await purgeModel(db, posts),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Everything but the text of a version stays: an old article that comes again is no news. */
async function purgeTexts(db: Database, before: Instant): Promise<number> {
  const old = db
    .selectFrom("articles")
    .select("number")
    .where("version", "<", before)
    .where("text", "is not", null)
    .limit(rowsPerPurge);
  const { numUpdatedRows } = await db
    .updateTable("articles")
    .set({ text: null })
    .where("number", "in", old)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Digests that a newer one of their place has replaced. One without messages is replaced by any; one with messages only
 * by one with messages, because the place's thread may go on below it.
 */
const replaced = (db: Database, before: Instant) =>
  db
    .selectFrom("digests as old")
    .select("old.number")
    .where("old.decided", "<", before)
    .where(({ exists, selectFrom, or, not, ...is }) => {
      const posts = (of: "old" | "newer") =>
        exists(
          selectFrom("outbox")
            .select("outbox.number")
            .where("outbox.digest_id", "=", sql<string>`${sql.ref(`${of}.id`)}`)
            .where("outbox.place", "=", sql<string>`${sql.ref(`${of}.place`)}`)
            .where("outbox.act", "=", "post"),
        );
      return exists(
        selectFrom("digests as newer")
          .select("newer.number")
          .whereRef("newer.place", "=", "old.place")
          .whereRef("newer.story", "=", "old.story")
          .where((newer) =>
            newer(newer.refTuple("newer.decided", "newer.number"), ">", is.refTuple("old.decided", "old.number")),
          )
          .where(() => or([posts("newer"), not(posts("old"))])),
      );
    });

async function purgeMessages(db: Database, before: Instant): Promise<number> {
  const ended = ["sent", "failed"] as const;
  // What was given up without an attempt has no time; it is older than what came after it.
  const newestOld = db
    .selectFrom("outbox")
    .select((is) => is.fn.max("number").as("number"))
    .where("status", "in", ended)
    .where("sending_at", "<", before);
  const old = db
    .selectFrom("outbox as row")
    .select("row.number")
    .where("row.number", "<=", newestOld)
    .where("row.status", "in", ended)
    .where((is) => is.or([is("row.sending_at", "is", null), is("row.sending_at", "<", before)]))
    .where((is) =>
      is.or([
        is("row.digest_id", "is", null),
        is.exists(
          replaced(db, before)
            .where("old.id", "=", sql<string>`${sql.ref("row.digest_id")}`)
            .where("old.place", "=", sql<string>`${sql.ref("row.place")}`),
        ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("outbox as hanging").select("hanging.number").whereRef("hanging.target", "=", "row.key"))),
    )
    .orderBy("row.number")
    .limit(rowsPerPurge);
  const { numDeletedRows } = await db.deleteFrom("outbox").where("number", "in", old).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Those whose messages are gone, or that never had any. */
async function purgeDigests(db: Database, before: Instant): Promise<number> {
  const old = replaced(db, before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox")
            .select("outbox.number")
            .whereRef("outbox.digest_id", "=", "old.id")
            .whereRef("outbox.place", "=", "old.place"),
        ),
      ),
    )
    .limit(rowsPerPurge);
  const { numDeletedRows } = await db.deleteFrom("digests").where("number", "in", old).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** When readers looked; who did not look for so long begins anew. */
async function purgeCursors(db: Database, before: Instant): Promise<number> {
  const old = db
    .selectFrom("notes")
    .select("name")
    .where("name", "like", "looked|%")
    .where(sql<number>`cast(value as integer)`, "<", before)
    .limit(rowsPerPurge);
  const { numDeletedRows } = await db.deleteFrom("notes").where("name", "in", old).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Replies that nothing asks for any more, and what was spent on days long past. */
async function purgeModel(db: Database, before: Instant): Promise<number> {
  const old = db.selectFrom("model_replies").select("key").where("at", "<", before).limit(rowsPerPurge);
  const replies = await db.deleteFrom("model_replies").where("key", "in", old).executeTakeFirstOrThrow();
  const day = new Date(before).toISOString().slice(0, 10);
  const spent = await db.deleteFrom("model_spending").where("day", "<", day).executeTakeFirstOrThrow();
  return Number(replies.numDeletedRows) + Number(spent.numDeletedRows);
}
