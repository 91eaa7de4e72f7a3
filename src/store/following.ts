/** Who follows what by their own wish, and the places that nothing can be posted to. */
import { begunName, type Following } from "../core/schedule/destination.ts";
import type { OutboxRow, Pause, PlaceName } from "../ports.ts";
import { insertMessages } from "./outbox.ts";
import type { Database } from "./tables.ts";

export async function followings(db: Database): Promise<readonly Following[]> {
  const rows = await db.selectFrom("followings").select("following").orderBy("place").orderBy("story").execute();
  return rows.map((row) => JSON.parse(row.following) as Following);
}

export async function following(db: Database, place: PlaceName, story: string): Promise<Following | null> {
  const row = await db
    .selectFrom("followings")
    .select("following")
    .where("place", "=", place)
    .where("story", "=", story)
    .executeTakeFirst();
  return row ? (JSON.parse(row.following) as Following) : null;
}

export async function saveFollowing(db: Database, following: Following): Promise<void> {
  const { place, story } = following.destination;
  const record = JSON.stringify(following);
  await db
    .insertInto("followings")
    .values({ place, story, following: record })
    .onConflict((conflict) => conflict.columns(["place", "story"]).doUpdateSet({ following: record }))
    .execute();
}

export async function mendFollowing(db: Database, was: Following, becomes: Following): Promise<void> {
  const { place, story } = was.destination;
  await db
    .updateTable("followings")
    .set({ following: JSON.stringify(becomes) })
    .where("place", "=", place)
    .where("story", "=", story)
    .where("following", "=", JSON.stringify(was))
    .execute();
}

export async function forget(db: Database, following: Following): Promise<boolean> {
  const { place, story } = following.destination;
  return db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("followings")
      .where("place", "=", place)
      .where("story", "=", story)
      .where("following", "=", JSON.stringify(following))
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await transaction.deleteFrom("notes").where("name", "=", begunName(place, story)).execute();
    return true;
  });
}

export async function pauses(db: Database): Promise<readonly Pause[]> {
  return db.selectFrom("pauses").select(["place", "since", "reason"]).orderBy("place").execute();
}

/** The first reason stands: what follows from it is not told again. */
export async function pause(
  db: Database,
  { place, since, reason }: Pause,
  notices: readonly OutboxRow[],
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto("pauses")
      .values({ place, since, reason })
      .onConflict((conflict) => conflict.column("place").doNothing())
      .executeTakeFirstOrThrow();
    if (added.numInsertedOrUpdatedRows === 0n) return false;
    await insertMessages(transaction, notices);
    return true;
  });
}

export async function resume(db: Database, place: PlaceName): Promise<void> {
  await db.deleteFrom("pauses").where("place", "=", place).execute();
}
