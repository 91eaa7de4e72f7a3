/** The store of a bot that does not run: what waits in it, and the time that goes by meanwhile. */
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/sqlite/open.ts";

export async function withStore<T>(file: string, use: (store: Store) => Promise<T>): Promise<T> {
  const opening = await openStore({ file, owner: "a test" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  try {
    return await use(opening.store);
  } finally {
    await opening.store.close();
  }
}

/** Lets the grace of what is in doubt go by, without waiting for it. */
export async function letTimePass(store: Store, place: string, ms: number): Promise<void> {
  for (const row of await store.outbox(place))
    if (row.sendingAt !== null)
      await store.markOutbox(row.key, { ...row, sendingAt: row.sendingAt - ms, notBefore: 0 });
}
