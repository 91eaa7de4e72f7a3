/** Digests as they were decided, each with the messages that tell it. */
import type { Digest } from "../core/digest/digest.ts";
import type { OutboxRow, PlaceName, StoredDigest } from "../ports.ts";
import { insertMessages } from "./outbox.ts";
import type { Database } from "./tables.ts";

/** Digests given back at most, whatever was asked for. */
export const digestsMax = 500;

/** See the port. Throws, and stores nothing, when a message is already there or belongs to no stored digest. */
export async function saveDigest(
  db: Database,
  { digest, place, decided }: StoredDigest,
  messages: readonly OutboxRow[],
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto("digests")
      .values({ id: digest.id, place, story: digest.story, decided, digest: JSON.stringify(digest) })
      .onConflict((conflict) => conflict.columns(["id", "place"]).doNothing())
      .executeTakeFirstOrThrow();
    if (added.numInsertedOrUpdatedRows === 0n) return false;
    await insertMessages(transaction, messages);
    return true;
  });
}

export async function digests(
  db: Database,
  query: { readonly story: string; readonly place: PlaceName | null; readonly limit: number },
): Promise<readonly StoredDigest[]> {
  const rows = await db
    .selectFrom("digests")
    .select(["place", "decided", "digest"])
    .where("story", "=", query.story)
    .$if(query.place !== null, (all) => all.where("place", "=", query.place ?? ""))
    .orderBy("decided", "desc")
    .orderBy("number", "desc")
    .limit(Math.max(0, Math.min(query.limit, digestsMax)))
    .execute();
  return rows.map((row) => ({ digest: JSON.parse(row.digest) as Digest, place: row.place, decided: row.decided }));
}

export async function digest(db: Database, place: PlaceName, id: string): Promise<StoredDigest | null> {
  const row = await db
    .selectFrom("digests")
    .select(["place", "decided", "digest"])
    .where("id", "=", id)
    .where("place", "=", place)
    .executeTakeFirst();
  return row ? { digest: JSON.parse(row.digest) as Digest, place: row.place, decided: row.decided } : null;
}

/** See the port. Notes that hang on its messages and belong to no digest go with it. */
export async function withdraw(db: Database, place: PlaceName, digestId: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const own = await transaction
      .selectFrom("outbox")
      .select(["key", "status"])
      .where("place", "=", place)
      .where("digest_id", "=", digestId)
      .execute();
    const keys = own.map(({ key }) => key);
    const hanging = await transaction
      .selectFrom("outbox")
      .select("digest_id")
      .where("place", "=", place)
      .where("target", "in", keys)
      .execute();
    const isOthers = hanging.some(({ digest_id }) => digest_id !== null && digest_id !== digestId);
    if (isOthers || own.some(({ status }) => status !== "pending")) return false;
    const drop = transaction.deleteFrom("outbox").where("place", "=", place);
    await drop.where((is) => is.or([is("digest_id", "=", digestId), is("target", "in", keys)])).execute();
    await transaction.deleteFrom("digests").where("place", "=", place).where("id", "=", digestId).execute();
    return true;
  });
}
