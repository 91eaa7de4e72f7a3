/** Looks into a database file beside a running bot: no lock, no change, no new shape. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Instant } from "../../core/article/article.ts";
import type { Store } from "../../ports.ts";
import { followings, pauses } from "../following.ts";
import { installation } from "../installations.ts";
import { migrations } from "../migrations.ts";
import { type Unsettled, unsettled } from "../outbox.ts";
import { feedStates } from "../polls.ts";
import type { Tables } from "../tables.ts";
import { sqliteDialect, sqliteFlavour } from "./dialect.ts";
import { appliedNames } from "./migrate.ts";
import { reasonOf } from "./reasons.ts";

export type Kept = Pick<Store, "feedStates" | "pauses" | "followings" | "installation" | "close"> & {
  /** Messages whose end nobody saw, and those that failed since. */
  unsettled(since: Instant): Promise<readonly Unsettled[]>;
};

export type Peek =
  | { readonly kind: "open"; readonly kept: Kept }
  | { readonly kind: "absent" }
  /** Of another release, or unreadable. */
  | { readonly kind: "closed"; readonly reason: string };

/** How long a read waits for a writer. */
const readWaitMs = 2000;

export async function peek(file: string): Promise<Peek> {
  if (!existsSync(file)) return { kind: "absent" };
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: readWaitMs });
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    const applied = await appliedNames(db);
    const steps = Object.keys(migrations(sqliteFlavour));
    if (applied.length !== steps.length || applied.some((name) => !steps.includes(name))) {
      database.close();
      return {
        kind: "closed",
        reason: "It is of another release of Parley. An older one is brought up by parley start.",
      };
    }
    return { kind: "open", kept: keptIn(db) };
  } catch (error) {
    if (database?.isOpen) database.close();
    return { kind: "closed", reason: reasonOf(file, error) };
  }
}

const keptIn = (db: Kysely<Tables>): Kept => ({
  feedStates: () => feedStates(db),
  pauses: () => pauses(db),
  followings: () => followings(db),
  installation: (id) => installation(db, id),
  unsettled: (since) => unsettled(db, since),
  close: () => db.destroy(),
});
