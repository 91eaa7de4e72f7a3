/** Where a demo keeps what it has told, so that a demo that was cut off can go on. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../store/sqlite/open.ts";
import { UsageError } from "./command.ts";

/** Set when a demo has reached its end. */
export const doneNote = "demo done";

/** A finished demo is thrown away; one that was cut off is kept. */
export async function storePathOf(root: string): Promise<string> {
  const folder = join(root, "data");
  const path = join(folder, "demo.sqlite");
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return ":memory:";
  }
  const opening = await openStore({ file: path, owner: "parley demo" });
  if (opening.kind === "refused") throw new UsageError(opening.reason);
  const done = (await opening.store.note(doneNote)) !== null;
  await opening.store.close();
  if (done) for (const suffix of ["", "-wal", "-shm", ".shown"]) rmSync(`${path}${suffix}`, { force: true });
  return path;
}
