/** Simulated time in which alarms ring: it goes from one to the next, and work that an alarm begins is done at once. */
import { setImmediate } from "node:timers/promises";
import type { Instant } from "../../src/core/article/article.ts";
import type { Alarm } from "../../src/pipeline/lanes.ts";
import type { Clock } from "../../src/ports.ts";

export type FakeTime = Clock & {
  readonly alarm: Alarm;
  /** Resolves when simulated time has come so far. */
  sleep(ms: number): Promise<void>;
  /** Lets time pass up to an instant, with every alarm on the way in its order. */
  passTo(until: Instant): Promise<void>;
};

export function timeFrom(begin: Instant): FakeTime {
  let now = begin;
  let count = 0;
  const rings: { readonly at: Instant; readonly nth: number; readonly ring: () => void }[] = [];
  const set: Alarm = (at, ring) => {
    count += 1;
    const added = { at: Math.max(at, now), nth: count, ring };
    let low = 0;
    for (let high = rings.length; low < high; ) {
      const middle = (low + high) >> 1;
      const other = rings[middle]!;
      if (other.at < added.at || (other.at === added.at && other.nth < added.nth)) low = middle + 1;
      else high = middle;
    }
    rings.splice(low, 0, added);
  };
  return {
    now: () => now,
    alarm: set,
    sleep: (ms) => new Promise((resolve) => set(now + ms, resolve)),
    passTo: async (until) => {
      await setImmediate();
      for (let next = rings[0]; next !== undefined && next.at <= until; next = rings[0]) {
        rings.shift();
        now = next.at;
        next.ring();
        await setImmediate();
      }
      now = Math.max(now, until);
    },
  };
}
