/** Says in plain words, on one line, why a database file cannot be used and what to do. */
import type { Holder } from "./lock.ts";

/** Primary result codes: https://sqlite.org/rescode.html */
export const sqliteBusy = 5;
const sqliteReadonly = 8;
const sqliteIoError = 10;
export const sqliteCorrupt = 11;
const sqliteFull = 13;
const sqliteCannotOpen = 14;
export const sqliteNotADatabase = 26;

/** The primary code of an error from SQLite, or null for any other error. */
export function sqliteCodeOf(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : null;
}

export function heldReason(file: string, by: Holder | null): string {
  const who = by ? `process ${by.pid} (${by.owner}, since ${by.since})` : "another process";
  return `The database ${file} is in use by ${who}. Stop that process first, or use another file.`;
}

export const damagedReason = (file: string, found: string): string =>
  `The database ${file} is damaged (${oneLine(found)}). Put a backup in its place, or move it and its -wal and -shm files away to begin empty.`;

export function reasonOf(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  switch (sqliteCodeOf(error) ?? (error as { code?: unknown } | null)?.code) {
    case sqliteCorrupt:
    case sqliteNotADatabase:
      return damagedReason(file, message);
    case sqliteBusy:
      return `The database ${file} is locked by another program. Close it, then start again.`;
    case sqliteFull:
    case "ENOSPC":
      return `The disk of the database ${file} is full. Free some space, then start again.`;
    case sqliteReadonly:
    case sqliteCannotOpen:
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `The database ${file} cannot be opened for writing. Check that this user may write to the file and its folder.`;
    case "ENOTDIR":
    case "EEXIST":
    case "EISDIR":
      return `The database ${file} cannot be made there, because its folder is a file. Choose another path.`;
    case sqliteIoError:
      return `Reading or writing the database ${file} failed (${oneLine(message)}). Check the disk, then run the doctor.`;
    default:
      return `The database ${file} could not be opened: ${oneLine(message)}. Check the path, or put a backup in its place.`;
  }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
