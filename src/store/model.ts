/** Replies of a model by the hash of what it was asked, and what was spent. It knows nothing of what either means. */
import type { Day } from "../core/article/article.ts";
import type { ModelCall, ModelSpending } from "../core/model/spending.ts";
import type { Database } from "./tables.ts";

export async function modelReply(db: Database, key: string): Promise<string | null> {
  const row = await db.selectFrom("model_replies").select("reply").where("key", "=", key).executeTakeFirst();
  return row?.reply ?? null;
}

export async function saveModelCall(
  db: Database,
  { day, account, tokens, micros, at, kept }: ModelCall,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("model_spending")
      .values({ day, account, calls: 1, tokens, micros })
      .onConflict((conflict) =>
        conflict.columns(["day", "account"]).doUpdateSet((is) => ({
          calls: is("model_spending.calls", "+", 1),
          tokens: is("model_spending.tokens", "+", tokens),
          micros: is("model_spending.micros", "+", micros),
        })),
      )
      .execute();
    if (kept)
      await transaction
        .insertInto("model_replies")
        .values({ ...kept, at })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
  });
}

export async function modelSpending(db: Database, day: Day): Promise<readonly ModelSpending[]> {
  return db
    .selectFrom("model_spending")
    .select(["account", "calls", "tokens", "micros"])
    .where("day", "=", day)
    .orderBy("account")
    .execute();
}
