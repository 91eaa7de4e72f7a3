/** Copies and examines a database file. Both also work while the bot has the file open: they only read it. */
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { damagedReason, reasonOf, sqliteCodeOf, sqliteCorrupt, sqliteNotADatabase } from "./reasons.ts";

export type Checked =
  | { readonly kind: "sound"; readonly bytes: number; readonly walBytes: number }
  | { readonly kind: "absent" }
  | { readonly kind: "faulty"; readonly reason: string };

export type BackedUp =
  | { readonly kind: "done"; readonly bytes: number }
  | { readonly kind: "failed"; readonly reason: string };

/** How long a read waits for a writer. */
const readWaitMs = 5000;
/** Faults that `quick_check` names before it stops looking. */
const faultsMax = 5;

/** Reads the whole file once (about a second a gigabyte on a warm disk) and says whether its structure is sound. */
export function check(file: string): Checked {
  if (!existsSync(file)) return { kind: "absent" };
  try {
    return reading(file, (database) => {
      const rows = database.prepare(`pragma quick_check(${faultsMax})`).all();
      const faults = rows.map((row) => String(row["quick_check"])).filter((line) => line !== "ok");
      if (faults.length > 0) return { kind: "faulty", reason: damagedReason(file, faults.join("; ")) };
      return { kind: "sound", bytes: bytesOf(file), walBytes: bytesOf(`${file}-wal`) };
    });
  } catch (error) {
    return { kind: "faulty", reason: reasonOf(file, error) };
  }
}

/** Writes a whole, compact copy of `file` to `to`, as of one moment; an older copy of that name is replaced. */
export function backup(file: string, to: string): BackedUp {
  if (!existsSync(file)) return { kind: "failed", reason: `There is no database ${file} to back up. Check the path.` };
  if (existsSync(to) && realpathSync(to) === realpathSync(file)) {
    return { kind: "failed", reason: `A backup of ${file} cannot replace it. Choose another path.` };
  }
  try {
    reading(file, (database) => copyInto(database, to));
    return { kind: "done", bytes: bytesOf(to) };
  } catch (error) {
    const at = sqliteCodeOf(error) === sqliteCorrupt || sqliteCodeOf(error) === sqliteNotADatabase ? file : to;
    return { kind: "failed", reason: reasonOf(at, error) };
  }
}

/** Throws when the copy cannot be made; a copy already there is replaced only by a whole one. */
export function copyInto(database: DatabaseSync, to: string): void {
  const draft = `${to}.new`;
  rmSync(draft, { force: true });
  database.prepare("vacuum into ?").run(draft);
  // SQLite does not sync a copy made by VACUUM INTO: https://sqlite.org/lang_vacuum.html
  const handle = openSync(draft, "r+");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, to);
}

function reading<Result>(file: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file, { readOnly: true, timeout: readWaitMs });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
