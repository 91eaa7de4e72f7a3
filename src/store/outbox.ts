/** What is to be done at a place, each thing once. It knows neither platforms nor when to try again. */
import type { Selectable, Transaction } from "kysely";
import type { Instant } from "../core/article/article.ts";
import type { Document } from "../core/post/post.ts";
import type { OutboxAct, OutboxChange, OutboxRow, OutboxStatus, PlaceName } from "../ports.ts";
import type { Database, Tables } from "./tables.ts";

/** Waiting rows handed out at once, oldest first; the rest come when these are done. */
export const outboxRowsMax = 500;
/** Messages of one digest at one place: far more than any digest is split into. */
const digestMessagesMax = 500;

const changeOf = (row: OutboxChange) => ({
  status: row.status,
  attempts: row.attempts,
  refusals: row.refusals,
  doubted: row.doubted ? 1 : 0,
  sending_at: row.sendingAt,
  not_before: row.notBefore,
  remote_id: row.remoteId,
  failure: row.failure,
});

const valuesOf = (row: OutboxRow) => ({
  key: row.key,
  place: row.place,
  digest_id: row.digestId,
  act: row.act.kind,
  target: row.act.kind === "post" ? row.act.thread : row.act.of,
  document: JSON.stringify(row.document),
  ...changeOf(row),
});

/** Rows are numbered as they come, and are read in that order. Throws when a key is there already. */
export async function insertMessages(db: Transaction<Tables>, messages: readonly OutboxRow[]): Promise<void> {
  for (const row of messages) await db.insertInto("outbox").values(valuesOf(row)).execute();
}

/** The same for rows that may have been added before: those are left as they are. */
export async function addMessages(db: Database, messages: readonly OutboxRow[]): Promise<void> {
  if (messages.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    for (const row of messages) {
      const insert = transaction.insertInto("outbox").values(valuesOf(row));
      await insert.onConflict((conflict) => conflict.column("key").doNothing()).execute();
    }
  });
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

export async function outboxCounts(db: Database): Promise<Readonly<Record<OutboxStatus, number>>> {
  const rows = await db
    .selectFrom("outbox")
    .select(["status", (is) => is.fn.countAll().as("rows")])
    .groupBy("status")
    .execute();
  const counted = Object.fromEntries(rows.map((row) => [row.status, Number(row.rows)]));
  return { pending: 0, sending: 0, sent: 0, failed: 0, ...counted };
}

export async function waitingSince(db: Database, place: PlaceName): Promise<Instant | null> {
  const row = await db
    .selectFrom("outbox")
    .innerJoin("digests", (on) =>
      on.onRef("digests.id", "=", "outbox.digest_id").onRef("digests.place", "=", "outbox.place"),
    )
    .select((is) => is.fn.min("digests.decided").as("since"))
    .where("outbox.place", "=", place)
    .where("outbox.act", "=", "post")
    .where("outbox.status", "in", ["pending", "sending"])
    .executeTakeFirst();
  return row?.since ?? null;
}

export async function waitingPlaces(db: Database): Promise<readonly PlaceName[]> {
  const rows = await db
    .selectFrom("outbox")
    .select("place")
    .distinct()
    .where("status", "in", ["pending", "sending"])
    .orderBy("place")
    .execute();
  return rows.map((row) => row.place);
}

function rowOf(row: Selectable<Tables["outbox"]>): OutboxRow {
  return {
    key: row.key,
    place: row.place,
    digestId: row.digest_id,
    act: actOf(row),
    document: JSON.parse(row.document) as Document,
    status: row.status,
    attempts: row.attempts,
    refusals: row.refusals,
    doubted: row.doubted === 1,
    sendingAt: row.sending_at,
    notBefore: row.not_before,
    remoteId: row.remote_id,
    failure: row.failure,
  };
}

function actOf({ act, target, key }: Selectable<Tables["outbox"]>): OutboxAct {
  return act === "post" ? { kind: "post", thread: target } : { kind: "edit", of: target ?? key };
}

/** Throws when there is no such row, or when it was sent and would be anything else: it would be posted twice. */
export async function markOutbox(db: Database, key: string, change: OutboxChange): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set(changeOf(change))
    .where("key", "=", key)
    .$if(change.status !== "sent", (query) => query.where("status", "!=", "sent"))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Error(`No message ${key} in the outbox can become ${change.status}.`);
}

export async function message(db: Database, key: string): Promise<OutboxRow | null> {
  const row = await db.selectFrom("outbox").selectAll().where("key", "=", key).executeTakeFirst();
  return row ? rowOf(row) : null;
}

export async function messagesOf(db: Database, place: PlaceName, digestId: string): Promise<readonly OutboxRow[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("digest_id", "=", digestId)
    .where("place", "=", place)
    .orderBy("number")
    .limit(digestMessagesMax)
    .execute();
  return rows.map(rowOf);
}

/** See the port. The newest digests are looked at first, and only until one has a message. */
export async function newestRoot(db: Database, place: PlaceName, story: string): Promise<OutboxRow | null> {
  const told = db
    .selectFrom("digests")
    .select("digests.id")
    .where("digests.place", "=", place)
    .where("digests.story", "=", story)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("outbox as own")
          .select("own.number")
          .whereRef("own.digest_id", "=", "digests.id")
          .where("own.place", "=", place)
          .where("own.act", "=", "post"),
      ),
    )
    .orderBy("digests.decided", "desc")
    .orderBy("digests.number", "desc")
    .limit(1);
  const row = await db
    .selectFrom("outbox")
    .selectAll()
    .where("place", "=", place)
    .where("act", "=", "post")
    .where("digest_id", "in", told)
    .orderBy("number")
    .executeTakeFirst();
  return row ? rowOf(row) : null;
}

export async function digestOf(db: Database, place: PlaceName, remoteId: string): Promise<string | null> {
  const row = await db
    .selectFrom("outbox")
    .select("digest_id")
    .where("place", "=", place)
    .where("remote_id", "=", remoteId)
    .where("act", "=", "post")
    .executeTakeFirst();
  return row?.digest_id ?? null;
}

/** A thread is about the newest digest that was told in it. */
export async function digestAt(db: Database, place: PlaceName, remoteId: string): Promise<string | null> {
  const root = db.selectFrom("outbox").select("key").where("place", "=", place).where("remote_id", "=", remoteId);
  const row = await db
    .selectFrom("outbox")
    .select("digest_id")
    .where("place", "=", place)
    .where("act", "=", "post")
    .where("digest_id", "is not", null)
    .where((is) => is.or([is("key", "in", root), is("target", "in", root)]))
    .orderBy("number", "desc")
    .executeTakeFirst();
  return row?.digest_id ?? null;
}

/** What ended badly, or whose end nobody saw: newest first. */
export type Unsettled = Pick<OutboxRow, "key" | "place" | "attempts" | "failure"> & {
  readonly status: "sending" | "failed";
  /** When the newest attempt began, or the first one was allowed. */
  readonly at: Instant;
};

const unsettledMax = 200;

export async function unsettled(db: Database, since: Instant): Promise<readonly Unsettled[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["key", "place", "attempts", "failure", "status", "sending_at", "not_before"])
    .where("status", "in", ["sending", "failed"])
    .orderBy("number", "desc")
    .limit(unsettledMax)
    .execute();
  return rows
    .map(({ sending_at, not_before, status, ...row }) => ({
      ...row,
      status: status === "failed" ? ("failed" as const) : ("sending" as const),
      at: sending_at ?? not_before,
    }))
    .filter(({ status, at }) => status === "sending" || at >= since);
}
