/** Events that came in, so that one which a platform delivers again has its effect once. */
import type { Instant } from "../core/article/article.ts";
import type { Database } from "./tables.ts";

/** Platforms repeat an event within minutes; a day is far beyond. */
export const receivedMs = 24 * 3_600_000;

export async function receive(db: Database, event: string, at: Instant): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("received")
      .where("at", "<=", at - receivedMs)
      .execute();
    const added = await transaction
      .insertInto("received")
      .values({ event, at })
      .onConflict((conflict) => conflict.column("event").doNothing())
      .executeTakeFirstOrThrow();
    return added.numInsertedOrUpdatedRows !== 0n;
  });
}
