/** The ledger's entries, appended and read in order. It knows nothing of what they mean. */
import type { Transaction } from "kysely";
import type { Entry } from "../core/ledger/ledger.ts";
import { allPages } from "./pages.ts";
import type { Database, Tables } from "./tables.ts";

/** Throws when the story already has an entry of that number: nothing is entered twice. */
export async function appendEntry(db: Transaction<Tables>, story: string, entry: Entry): Promise<void> {
  const row = { story, seq: entry.seq, seen: entry.seen, entry: JSON.stringify(entry) };
  await db.insertInto("entries").values(row).execute();
}

export async function entries(db: Database, story: string): Promise<readonly Entry[]> {
  const rows = await allPages<{ readonly seq: number; readonly entry: string }>((last, limit) =>
    db
      .selectFrom("entries")
      .select(["seq", "entry"])
      .where("story", "=", story)
      .$if(last !== null, (query) => query.where("seq", ">", last?.seq ?? 0))
      .orderBy("seq")
      .limit(limit)
      .execute(),
  );
  return rows.map(({ entry }) => JSON.parse(entry) as Entry);
}
