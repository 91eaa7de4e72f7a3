/**
 * How often Parley may introduce itself to Discord's gateway. More than 1,000 times a day would end every session and
 * reset the token, so a program that crashes in a loop must grow slow, also across its own restarts. Pure.
 */

import type { Instant } from "../../core/article/article.ts";
import { dayMs, hourMs } from "../../core/schedule/zone.ts";

const secondMs = 1000;
/** The wait after the first connect of an hour; it doubles with each further one. */
const firstWaitMs = 5 * secondMs;
const longestWaitMs = 300 * secondMs;
const perHourMax = 20;
const perDayMax = 190;

/** Milliseconds to wait before the next connect; `connects` are the earlier ones, in any order. */
export function waitBefore(connects: readonly Instant[], now: Instant): number {
  const past = connects.filter((at) => at <= now && now - at < dayMs).sort((a, b) => b - a);
  const lastHour = past.filter((at) => now - at < hourMs);
  const [last] = lastHour;
  if (last === undefined) return waitForRoom(past, perDayMax, dayMs, now);
  const backOff = Math.min(longestWaitMs, firstWaitMs * 2 ** (lastHour.length - 1));
  return Math.max(
    last + backOff - now,
    waitForRoom(lastHour, perHourMax, hourMs, now),
    waitForRoom(past, perDayMax, dayMs, now),
    0,
  );
}

/** Until the oldest of so many is out of the span. */
function waitForRoom(newestFirst: readonly Instant[], max: number, spanMs: number, now: Instant): number {
  const oldest = newestFirst[max - 1];
  return oldest === undefined ? 0 : oldest + spanMs - now;
}

/** What is worth keeping of the earlier connects and this one. */
export function withConnect(connects: readonly Instant[], now: Instant): readonly Instant[] {
  return [now, ...connects.filter((at) => at <= now && now - at < dayMs)].slice(0, perDayMax);
}

/** As kept in the store; anything else counts as nothing. */
export function readConnects(note: string | null): readonly Instant[] {
  return (note ?? "")
    .split(" ")
    .map(Number)
    .filter((at) => Number.isSafeInteger(at) && at > 0);
}

export const writeConnects = (connects: readonly Instant[]): string => connects.join(" ");
