/** Messages on their way to a place, each to be posted once. It knows neither platforms nor when to try again. */
import type { Selectable, Transaction } from "kysely";
import type { Document } from "../core/post/post.ts";
import type { OutboxRow, PlaceName } from "../ports.ts";
import type { Database, Tables } from "./tables.ts";

/** Waiting rows handed out at once, oldest first; the rest come when these are done. */
export const outboxRowsMax = 500;

/** What may change about a message; its words and its place never do. */
export type OutboxChange = Pick<OutboxRow, "status" | "attempts" | "sendingAt" | "notBefore" | "remoteId" | "failure">;

const changeOf = (row: OutboxChange) => ({
  status: row.status,
  attempts: row.attempts,
  sending_at: row.sendingAt,
  not_before: row.notBefore,
  remote_id: row.remoteId,
  failure: row.failure,
});

export async function addMessages(db: Transaction<Tables>, messages: readonly OutboxRow[]): Promise<void> {
  // Rows are numbered as they come, and are read in that order: the root must be the first of its digest.
  for (const row of [...messages].sort((one, other) => one.part - other.part)) {
    const said = { digest_id: row.digestId, part: row.part, document: JSON.stringify(row.document) };
    await db
      .insertInto("outbox")
      .values({ key: row.key, place: row.place, ...said, ...changeOf(row) })
      .execute();
  }
}

export async function outbox(db: Database, place: PlaceName): Promise<readonly OutboxRow[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("place", "=", place)
    .where("status", "in", ["pending", "sending"])
    .orderBy("number")
    .limit(outboxRowsMax)
    .execute();
  return rows.map(rowOf);
}

function rowOf(row: Selectable<Tables["outbox"]>): OutboxRow {
  return {
    key: row.key,
    place: row.place,
    digestId: row.digest_id,
    part: row.part,
    document: JSON.parse(row.document) as Document,
    status: row.status,
    attempts: row.attempts,
    sendingAt: row.sending_at,
    notBefore: row.not_before,
    remoteId: row.remote_id,
    failure: row.failure,
  };
}

/** Throws when there is no such message, or when it was sent and would be anything else: it would be posted twice. */
export async function markOutbox(db: Database, key: string, change: OutboxChange): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set(changeOf(change))
    .where("key", "=", key)
    .$if(change.status !== "sent", (query) => query.where("status", "!=", "sent"))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Error(`No message ${key} in the outbox can become ${change.status}.`);
}

export async function remoteIdOf(
  db: Database,
  place: PlaceName,
  digestId: string,
  part: number,
): Promise<string | null> {
  const row = await db
    .selectFrom("outbox")
    .select("remote_id")
    .where("digest_id", "=", digestId)
    .where("place", "=", place)
    .where("part", "=", part)
    .executeTakeFirst();
  return row?.remote_id ?? null;
}
