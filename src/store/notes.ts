/** Small named values that belong to no table. */
import type { Database } from "./tables.ts";

export async function note(db: Database, name: string): Promise<string | null> {
  const row = await db.selectFrom("notes").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

export async function setNote(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto("notes")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
