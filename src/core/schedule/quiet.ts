/**
 * Quiet hours: a stretch of the local day in which nothing is posted. A digest that is due in it waits for its end.
 * It knows nothing of what waits.
 */
import type { Instant } from "../article/article.ts";
import { readClockTime, showTime } from "./parse.ts";
import type { ClockTime } from "./schedule.ts";
import { addDays, instantOf, localOf } from "./zone.ts";

/** From the first time up to, not including, the second; over midnight when the first is the later one. */
export type QuietHours = { readonly from: ClockTime; readonly to: ClockTime };

/** Reads "22:00-07:00"; null when it is no pair of different times. */
export function parseQuietHours(text: string): QuietHours | null {
  const [from, to, ...rest] = text.split(/\s*[-–]\s*/).map((part) => readClockTime(part));
  if (!from || !to || rest.length > 0 || showTime(from) === showTime(to)) return null;
  return { from, to };
}

/** The same stretch, as it would be written. */
export const showQuietHours = (quiet: QuietHours): string => `${showTime(quiet.from)}-${showTime(quiet.to)}`;

/** The first instant, now or later, that lies outside the quiet hours. */
export function afterQuietHours(quiet: QuietHours | null, zone: string, now: Instant): Instant {
  if (quiet === null) return now;
  const today = localOf(now, zone).day;
  const overMidnight = showTime(quiet.from) > showTime(quiet.to);
  for (const start of [addDays(today, -1), today]) {
    const from = instantOf({ day: start, ...quiet.from }, zone);
    const to = instantOf({ day: overMidnight ? addDays(start, 1) : start, ...quiet.to }, zone);
    if (from <= now && now < to) return to;
  }
  return now;
}
