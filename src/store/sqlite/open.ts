/**
 * Opens the store on a SQLite file: one process a file, durable commits, the newest shape. Everything that an operator
 * can mend is a refusal with a reason; it never throws for those.
 */
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Store } from "../../ports.ts";
import { type Migrations, migrations } from "../migrations.ts";
import { storeOver } from "../store.ts";
import type { Tables } from "../tables.ts";
import { sqliteDialect, sqliteFlavour } from "./dialect.ts";
import { takeLock } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { heldReason, reasonOf } from "./reasons.ts";
import { copyInto } from "./upkeep.ts";

export type Opening =
  | { readonly kind: "open"; readonly store: Store }
  /** One line: what is wrong and what to do. */
  | { readonly kind: "refused"; readonly reason: string };

export type OpenOptions = {
  /** A path, whose folder is made if need be, or `:memory:`. */
  readonly file: string;
  /** What this process runs as, for the message that a second process gets: "parley start". */
  readonly owner: string;
};

/** How long a write waits for another program that reads the file, a backup for instance. */
export const busyMs = 5000;
/** The write-ahead log is cut back to this size after it has been copied into the file. */
export const walBytesMax = 64 * 1024 * 1024;

const inMemory = ":memory:";

export function openStore(options: OpenOptions): Promise<Opening> {
  return openWith(options, migrations(sqliteFlavour));
}

/** As `openStore`, with the steps given: tests open a file with the steps of another release. */
export async function openWith(options: OpenOptions, list: Migrations): Promise<Opening> {
  if (options.file === inMemory) return openFile(inMemory, list, () => {});
  let file = options.file;
  try {
    file = settle(options.file);
    const since = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
    const lock = takeLock(file, { pid: process.pid, since, owner: options.owner });
    if (lock.kind === "held") return { kind: "refused", reason: heldReason(file, lock.by) };
    return await openFile(file, list, lock.release);
  } catch (error) {
    return { kind: "refused", reason: reasonOf(file, error) };
  }
}

/** The one true path of a file, so that a link and its target share a lock. Makes the folder. */
function settle(file: string): string {
  const whole = resolve(file);
  mkdirSync(dirname(whole), { recursive: true });
  return existsSync(whole) ? realpathSync(whole) : join(realpathSync(dirname(whole)), basename(whole));
}

async function openFile(file: string, list: Migrations, release: () => void): Promise<Opening> {
  let database: DatabaseSync | null = null;
  const giveUp = (reason: string): Opening => {
    if (database?.isOpen) database.close();
    release();
    return { kind: "refused", reason };
  };
  try {
    database = connect(file);
    const source = database;
    const db = new Kysely<Tables>({ dialect: sqliteDialect(source) });
    const { kind } = await migrate(db, list, (step) => copyInto(source, `${file}.before-${step}`));
    if (kind === "newer") return giveUp(newerReason(file));
    return { kind: "open", store: storeOver(db, release) };
  } catch (error) {
    return giveUp(reasonOf(file, error));
  }
}

const newerReason = (file: string) =>
  `The database ${file} was written by a newer release of Parley. Install that release again, or use another file.`;

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyMs, enableForeignKeyConstraints: true });
  try {
    const mode = database.prepare("pragma journal_mode = wal").get()?.["journal_mode"];
    if (file !== inMemory && mode !== "wal") throw new Error("the file system does not allow a write-ahead log");
    database.exec(`pragma synchronous = full; pragma foreign_keys = on; pragma journal_size_limit = ${walBytesMax}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
