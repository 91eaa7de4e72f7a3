/** Brings a database file to the newest shape, after a copy of what was there. */
import { type MigrationInfo, Migrator } from "kysely/migration";
import type { Migrations } from "../migrations.ts";
import type { Database } from "../tables.ts";

export type Migrated =
  | { readonly kind: "current"; readonly ran: readonly string[] }
  /** The file was written by a newer release, which this one must not touch. */
  | { readonly kind: "newer" };

/** Each step is one transaction; throws what a failing step threw. `copy` is called before the first step, if any. */
export async function migrate(
  db: Database,
  list: Migrations,
  copy: (firstStep: string) => void = () => {},
): Promise<Migrated> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...list }) } });
  const applied = await appliedNames(db);
  if (applied.some((name) => !(name in list))) return { kind: "newer" };
  const waiting = (await migrator.getMigrations()).find((step: MigrationInfo) => step.executedAt === undefined);
  if (waiting && applied.length > 0) copy(waiting.name);
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return { kind: "current", ran: (results ?? []).map((step) => step.migrationName) };
}

/** Steps that the database has behind it. */
export async function appliedNames(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
