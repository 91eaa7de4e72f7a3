/**
 * Whether a place still wants a digest that waits for it. A place that stopped following gets nothing new, and one that
 * was begun is told to its end. What is not wanted is taken back as if it had never been decided, so that a place that
 * the configuration names again is told of it after all.
 */
import type { Destination } from "../core/schedule/destination.ts";
import type { Log, OutboxRow, Store, StoredDigest } from "../ports.ts";

export type Wanting = {
  readonly store: Store;
  /** What the configuration lets places follow; what chats asked for comes on top. */
  readonly destinations: readonly Destination[];
  readonly log: Log;
};

/** False when the digest of this row was taken back, now or a moment ago. */
export async function isWanted(row: OutboxRow, wanting: Wanting): Promise<boolean> {
  const { store, log } = wanting;
  if (row.digestId === null || row.status === "sending") return true;
  const stored = await store.digest(row.place, row.digestId);
  if (stored === null) return (await store.message(row.key)) !== null;
  if (await isFollowed(stored, wanting)) return true;
  if (!(await store.withdraw(row.place, row.digestId))) return true;
  log.info("A digest is not posted, because its place stopped following", { place: row.place, digest: row.digestId });
  return false;
}

/** A place that stopped and follows again has begun anew: what was decided before is not wanted. */
async function isFollowed(
  { place, digest, decided }: StoredDigest,
  { store, destinations }: Wanting,
): Promise<boolean> {
  const wish = await store.following(place, digest.story);
  if (wish) return !wish.ended && wish.since <= decided;
  return destinations.some((one) => one.place === place && one.story === digest.story);
}

/** The same for the rows of a place in turn: each digest is asked about once. */
export function openWanted(wanting: Wanting): (row: OutboxRow) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (row) => {
    // What hung on a digest that was taken back is gone with it.
    if (row.digestId === null)
      return ![...known.values()].includes(false) || (await wanting.store.message(row.key)) !== null;
    const before = known.get(row.digestId);
    // What is in doubt is not yet known to be begun.
    if (before !== undefined || row.status === "sending") return before ?? true;
    const is = await isWanted(row, wanting);
    known.set(row.digestId, is);
    return is;
  };
}
