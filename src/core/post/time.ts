/** How an instant is written beside another one: short where that is clear, and how long ago. Reads no clock. */
import type { Instant } from "../article/article.ts";
import { formatInstant } from "../schedule/format.ts";
import { dayMs, hourMs, localOf, minuteMs } from "../schedule/zone.ts";

/** Within this many days a weekday alone is clear. */
const weekdayAloneDays = 6;

/** `Fri 20:00 CET` when that is clear beside `near`; with the date when it is not, and the year when that differs. */
export function showNear(instant: Instant, near: Instant, zone: string): string {
  if (Math.abs(near - instant) < weekdayAloneDays * dayMs) return formatInstant(instant, zone, "short");
  const sameYear = localOf(instant, zone).day.slice(0, 4) === localOf(near, zone).day.slice(0, 4);
  return formatInstant(instant, zone, sameYear ? "long" : "full");
}

/** `just now`, `35 min ago`, `14 h ago`, `3 days ago`. */
export function showAgo(instant: Instant, now: Instant): string {
  const elapsed = Math.max(0, now - instant);
  if (elapsed < minuteMs) return "just now";
  if (elapsed < hourMs) return `${Math.floor(elapsed / minuteMs)} min ago`;
  if (elapsed < 2 * dayMs) return `${Math.floor(elapsed / hourMs)} h ago`;
  return `${Math.floor(elapsed / dayMs)} days ago`;
}
