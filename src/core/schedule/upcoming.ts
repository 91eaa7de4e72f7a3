/**
 * When a place will be told next, as far as that is known today: its slots, moved behind quiet hours and into the next
 * day where the day's digests are used up. An urgent change may come earlier; nobody can know that.
 */
import type { Instant } from "../article/article.ts";
import { type Destination, isUsedUp } from "./destination.ts";
import { afterQuietHours } from "./quiet.ts";
import { lastSlot, nextSlot } from "./schedule.ts";
import { addDays, instantOf, localOf } from "./zone.ts";

/** The next `count` instants at which a digest is due. `told` are the instants of the day's digests so far. */
export function upcoming(
  destination: Destination,
  { lastUntil, told }: { readonly lastUntil: Instant; readonly told: readonly Instant[] },
  now: Instant,
  count: number,
): readonly Instant[] {
  const { schedule, zone } = destination;
  const due: Instant[] = [];
  for (let until = lastUntil; due.length < count; ) {
    const at = openAt(destination, Math.max(now, nextSlot(schedule, zone, until)), [...told, ...due]);
    due.push(at);
    until = lastSlot(schedule, zone, at);
  }
  return due;
}

/** The first instant, then or later, that is neither in quiet hours nor on a day whose digests are used up. */
function openAt(
  limits: Pick<Destination, "zone" | "quietHours" | "dailyMax">,
  then: Instant,
  told: readonly Instant[],
): Instant {
  const { zone, quietHours } = limits;
  const awake = afterQuietHours(quietHours, zone, then);
  if (!isUsedUp(limits, told, awake)) return awake;
  const tomorrow = instantOf({ day: addDays(localOf(awake, zone).day, 1), hour: 0, minute: 0 }, zone);
  return openAt(limits, tomorrow, told);
}
