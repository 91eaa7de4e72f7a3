/**
 * Kysely's SQLite dialect over Node's own `node:sqlite`: a thin coat that makes the one look like the driver that the
 * other expects. It knows no tables.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { type Dialect, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely";
import type { Flavour } from "../tables.ts";

/** Prepared statements kept for reuse; the store has about thirty, of which one varies with a batch's length. */
export const statementsKeptMax = 100;

export const sqliteFlavour: Flavour = {
  instant: "integer",
  fraction: "real",
  numbered: "integer",
  tableEnd: sql`strict`,
  appendOnly: (table) =>
    (["update", "delete"] as const).map((change) =>
      sql.raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is append-only'); end`,
      ),
    ),
};

/** SQLite undoes CREATE TABLE like anything else; Kysely's adapter does not say so and would migrate unprotected. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => new SqliteDriver({ database: { prepare: preparing(database), close: () => database.close() } }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

type Prepared = ReturnType<typeof coat>;

function coat(statement: StatementSync) {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]): unknown[] => statement.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]): IterableIterator<unknown> => statement.iterate(...values(parameters)),
  };
}

const nothing: Prepared = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function preparing(database: DatabaseSync): (text: string) => Prepared {
  const kept = new Map<string, Prepared>();
  return (text) => {
    // A full disk ends the transaction by itself; a second ROLLBACK would hide the error that says so.
    if (text === "rollback" && !database.isTransaction) return nothing;
    const known = kept.get(text);
    if (known) return known;
    const prepared = coat(database.prepare(text));
    if (kept.size >= statementsKeptMax) kept.clear();
    kept.set(text, prepared);
    return prepared;
  };
}
