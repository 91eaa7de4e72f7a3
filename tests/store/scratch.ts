/** A folder for one test file, and stores opened in it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/sqlite/open.ts";

export function scratch(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "parley-store-"));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function opened(file: string): Promise<Store> {
  const opening = await openStore({ file, owner: "a test" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  return opening.store;
}

export async function refusal(file: string): Promise<string> {
  const opening = await openStore({ file, owner: "a test" });
  if (opening.kind === "refused") return opening.reason;
  await opening.store.close();
  return "it opened";
}
