/**
 * One process a database file. The lock is an exclusive transaction on a small file beside it, which the system frees
 * however the process ends; who holds it stands in a third file, because a locked one cannot be read.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sqliteBusy, sqliteCodeOf } from "./reasons.ts";

export type Holder = { readonly pid: number; readonly since: string; readonly owner: string };

export type Lock =
  | { readonly kind: "taken"; readonly release: () => void }
  /** `by` is null when the holder has not yet said who it is. */
  | { readonly kind: "held"; readonly by: Holder | null };

/** How long a process that is just ending is waited for. */
export const lockWaitMs = 250;

const lockFile = (file: string) => `${file}.lock`;
const holderFile = (file: string) => `${file}.holder.json`;

/** Throws when the folder cannot be written. */
export function takeLock(file: string, holder: Holder): Lock {
  const lock = new DatabaseSync(lockFile(file), { timeout: lockWaitMs });
  try {
    lock.exec("begin exclusive");
    writeHolder(file, holder);
  } catch (error) {
    lock.close();
    if (sqliteCodeOf(error) === sqliteBusy) return { kind: "held", by: readHolder(file) };
    throw error;
  }
  const release = () => {
    rmSync(holderFile(file), { force: true });
    // The lock file itself stays: deleting it would let two processes lock two files of one name.
    lock.close();
  };
  return { kind: "taken", release };
}

function writeHolder(file: string, holder: Holder): void {
  const draft = `${holderFile(file)}.new`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  renameSync(draft, holderFile(file));
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, since, owner } = JSON.parse(readFileSync(holderFile(file), "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof since === "string" && typeof owner === "string"
      ? { pid, since, owner }
      : null;
  } catch {
    return null;
  }
}
