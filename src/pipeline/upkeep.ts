/** Once a day drops what is older than it is kept for, a little at each wake, so that the store does not grow for ever. */
import type { Instant } from "../core/article/article.ts";
import type { Destination, Following } from "../core/schedule/destination.ts";
import { dayMs } from "../core/schedule/zone.ts";
import type { Clock, Log, Store } from "../ports.ts";

export type Keep = {
  /** How long the texts of articles are kept. Quotes stay with the lines that they stand behind. */
  readonly textMs: number;
  /** How long digests, their messages, readers' cursors and wishes that ended are kept. */
  readonly postMs: number;
};

const keepDays = 90;
export const plainKeep: Keep = { textMs: keepDays * dayMs, postMs: keepDays * dayMs };

const upkeepEveryMs = dayMs;
/** Rounds of one wake; what is left is for the next. */
const roundsMax = 20;
const noteName = "upkeep";

export type Keeping = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly keep: Keep;
  readonly destinations: readonly Destination[];
};

/** @returns what to do at each wake; it does nothing until a day has passed since it was last done */
export function openUpkeep({ store, clock, log, keep, destinations }: Keeping): () => Promise<void> {
  let last: Instant | null = null;
  let dropped = 0;
  return async () => {
    const now = clock.now();
    last ??= Number((await store.note(noteName)) ?? 0);
    // A clock that was set back does not keep it waiting.
    if (now >= last && now - last < upkeepEveryMs) return;
    const before = { texts: now - keep.textMs, posts: now - keep.postMs };
    for (let round = 0; round < roundsMax; round += 1) {
      const count = await store.purge(before);
      dropped += count;
      if (count > 0) continue;
      dropped += await forgetEnded(await store.followings(), destinations, before.posts, store);
      if (dropped > 0) log.info("What nobody needs any more was dropped from the store", { rows: dropped });
      dropped = 0;
      await store.setNote(noteName, String(now));
      last = now;
      return;
    }
  };
}

/** An ended wish goes on to mean something only where the configuration would let the place follow. */
async function forgetEnded(
  set: readonly Following[],
  destinations: readonly Destination[],
  before: Instant,
  store: Store,
): Promise<number> {
  const isConfigured = ({ place, story }: Destination) =>
    destinations.some((one) => one.place === place && one.story === story);
  const over = set.filter(({ ended, changed, destination }) => ended && changed < before && !isConfigured(destination));
  let forgotten = 0;
  for (const one of over) if (await store.forget(one)) forgotten += 1;
  return forgotten;
}
