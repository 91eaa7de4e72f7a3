/** Leaves an endpoint alone that keeps failing: nobody waits for what does not come. */

import type { Instant } from "../../core/article/article.ts";
import { hourMs, minuteMs } from "../../core/schedule/zone.ts";

/** Failures in a row after which it is left alone. */
export const failuresMax = 3;
/** How long, the first time; it doubles up to the longest. */
export const restMsFirst = 5 * minuteMs;
export const restMsMax = hourMs;

export type Breaker = {
  /** Until when the endpoint is left alone; null when it may be asked. */
  restsUntil(now: Instant): Instant | null;
  worked(): void;
  failed(now: Instant, why: string): void;
  /** What nobody can mend by trying again, or a wait that the server asks for. */
  restFor(ms: number, now: Instant, why: string): void;
  /** The newest failure since it last worked. */
  lastFailure(): string | null;
};

export function openBreaker(): Breaker {
  let [failures, rests, until, why]: [number, number, Instant, string | null] = [0, 0, 0, null];
  return {
    restsUntil: (now) => (until > now && until - now <= restMsMax * 24 ? until : null),
    worked: () => {
      [failures, rests, until, why] = [0, 0, 0, null];
    },
    failed: (now, reason) => {
      failures += 1;
      why = reason;
      if (failures < failuresMax) return;
      until = now + Math.min(restMsMax, restMsFirst * 2 ** rests);
      rests += 1;
      // One more failure after the rest is enough.
      failures = failuresMax - 1;
    },
    restFor: (ms, now, reason) => {
      why = reason;
      until = Math.max(until, now + ms);
    },
    lastFailure: () => why,
  };
}
