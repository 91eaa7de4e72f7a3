/** A clock that stands still until it is told to go on, or to jump. */
import type { Instant } from "../../src/core/article/article.ts";
import type { Clock } from "../../src/ports.ts";

export type FakeClock = Clock & {
  advance(minutes: number): void;
  /** To any time, also back. */
  jumpTo(iso: string): void;
};

const minuteMs = 60_000;

export function clockAt(iso: string): FakeClock {
  let now: Instant = Date.parse(iso);
  return {
    now: () => now,
    advance: (minutes) => {
      now += minutes * minuteMs;
    },
    jumpTo: (to) => {
      now = Date.parse(to);
    },
  };
}
