/** How an instant is written beside another one: short where that is clear, and how long ago. Reads no clock. */
import type { Instant } from "../article/article.ts";
import { formatInstant, type InstantNames } from "../schedule/format.ts";
import { dayMs, hourMs, localOf, minuteMs } from "../schedule/zone.ts";
import { type Labels, labelsIn } from "./labels/labels.ts";

/** Within this many days a weekday alone is clear. */
const weekdayAloneDays = 6;

/** `Fri 20:00 CET` when that is clear beside `near`; with the date when it is not, and the year when that differs. */
export function showNear(instant: Instant, near: Instant, zone: string, names?: InstantNames): string {
  if (Math.abs(near - instant) < weekdayAloneDays * dayMs) return formatInstant(instant, zone, "short", names);
  const sameYear = localOf(instant, zone).day.slice(0, 4) === localOf(near, zone).day.slice(0, 4);
  return formatInstant(instant, zone, sameYear ? "long" : "full", names);
}

/** `just now`, `35 min ago`, `14 h ago`, `3 days ago`. */
export function showAgo(instant: Instant, now: Instant, { ago }: Pick<Labels, "ago"> = labelsIn("en")): string {
  const elapsed = Math.max(0, now - instant);
  if (elapsed < minuteMs) return ago.now;
  if (elapsed < hourMs) return ago.minutes(Math.floor(elapsed / minuteMs));
  if (elapsed < 2 * dayMs) return ago.hours(Math.floor(elapsed / hourMs));
  return ago.days(Math.floor(elapsed / dayMs));
}
