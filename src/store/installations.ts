/** What workspaces granted, as the platform's own records: opaque here, and secret everywhere. */
import type { Database } from "./tables.ts";

export async function installation(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom("installations").select("record").where("id", "=", id).executeTakeFirst();
  return row?.record ?? null;
}

export async function saveInstallation(db: Database, id: string, record: string): Promise<void> {
  await db
    .insertInto("installations")
    .values({ id, record })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ record }))
    .execute();
}

export async function removeInstallation(db: Database, id: string): Promise<void> {
  await db.deleteFrom("installations").where("id", "=", id).execute();
}
