/** How long messages were kept waiting, in the clock that the pipeline sees: from one message of a place to its next. */
import type { Clock, Store } from "../../src/ports.ts";

export type Delays = { readonly p50: number; readonly p95: number; readonly max: number };

export function timing(store: Store, clock: Clock): { readonly store: Store; delays(): Delays } {
  const last = new Map<string, number>();
  const gaps: number[] = [];
  const begun = clock.now();
  return {
    store: {
      ...store,
      markOutbox: async (key, change) => {
        await store.markOutbox(key, change);
        if (change.status !== "sent") return;
        const place = key.slice(0, key.indexOf("|"));
        gaps.push(clock.now() - (last.get(place) ?? begun));
        last.set(place, clock.now());
      },
    },
    delays: () => {
      const sorted = gaps.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return { p50: at(0.5), p95: at(0.95), max: at(1) };
    },
  };
}

/** Posts that a run makes, and kills that it survives: few in the tests, many in `npm run soak:peers`. */
export const postsWanted = (few: number): number => Number(process.env["PARLEY_PEER_POSTS"] ?? few);
export const killsWanted = (few: number): number => Number(process.env["PARLEY_PEER_KILLS"] ?? few);
/** A word now and then in a long run, for whoever waits for it. */
export function progress(what: string, done: number): void {
  if (done % 25 === 0) process.stderr.write(`${what}: ${done}\n`);
}
/** Other draws for another seed. */
export const seedWanted = (usual: number): number => Number(process.env["PARLEY_PEER_SEED"] ?? usual);
