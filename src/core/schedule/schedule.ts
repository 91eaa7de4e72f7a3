/**
 * When digests are due. A schedule names slots on the wall clock of a zone; what is due follows from the newest slot
 * and from how far the last digest reached, never from a timer. It knows nothing of digests, stores or places.
 */
import type { Day, Instant } from "../article/article.ts";
import { type Cron, cronSearchDaysMax, runsOn } from "./cron.ts";
import { addDays, hourMs, instantOf, instantsOf, localOf, type Weekday, weekdayOf } from "./zone.ts";

export type ClockTime = { readonly hour: number; readonly minute: number };

export type Schedule =
  | {
      readonly kind: "times";
      /** The days on which it runs; never empty. */
      readonly weekdays: readonly Weekday[];
      /** Ascending, without repeats; never empty. */
      readonly times: readonly ClockTime[];
    }
  /** Every so many hours from local midnight; the hours divide a day. */
  | { readonly kind: "every"; readonly hours: number }
  | Cron;

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Days looked back or ahead for a slot: a week, and a day on either side for zones that skipped one. */
const searchDaysMax = 9;

/** Slots that `slotsBetween` returns at most; the newest are kept. Ten years of one slot an hour. */
export const slotsMax = 100_000;

/** A bot asks about the same few days every minute: so many days of a schedule are kept. */
const keptDaysMax = 32;
const kept = new WeakMap<Schedule, Map<string, readonly Instant[]>>();

function slotsOfDay(schedule: Schedule, zone: string, day: Day): readonly Instant[] {
  const days = kept.get(schedule) ?? new Map<string, readonly Instant[]>();
  const key = `${day} ${zone}`;
  const known = days.get(key);
  if (known) return known;
  if (days.size >= keptDaysMax) days.clear();
  const slots = slotsMade(schedule, zone, day);
  kept.set(schedule, days.set(key, slots));
  return slots;
}

/** The slots of one local day, ascending. A time that the clocks skip moves behind the gap; two that meet are one. */
function slotsMade(schedule: Schedule, zone: string, day: Day): readonly Instant[] {
  if (schedule.kind === "every") return everySlots(schedule.hours, zone, day);
  if (schedule.kind === "cron") return cronSlots(schedule, zone, day);
  if (!schedule.weekdays.includes(weekdayOf(day))) return [];
  return [...new Set(schedule.times.map((time) => instantOf({ day, ...time }, zone)))];
}

/** Where the clocks go back, a slot may stand two steps from the next; the missing ones go between. */
function everySlots(hours: number, zone: string, day: Day): readonly Instant[] {
  const steps = Array.from({ length: 24 / hours }, (_, step) =>
    instantOf({ day, hour: step * hours, minute: 0 }, zone),
  );
  const tomorrow = instantOf({ day: addDays(day, 1), hour: 0, minute: 0 }, zone);
  const slots = new Set<Instant>();
  for (const [step, slot] of steps.entries()) {
    const next = steps[step + 1] ?? tomorrow;
    slots.add(slot);
    for (let between = slot + hours * hourMs; between + hours * hourMs <= next; between += hours * hourMs)
      slots.add(between);
  }
  return [...slots];
}

/** What runs every hour runs in each hour that there is: twice in one that is shown twice, not in one that is skipped. */
function cronSlots(cron: Cron, zone: string, day: Day): readonly Instant[] {
  if (!runsOn(cron, day)) return [];
  const slots = cron.times.flatMap((time) =>
    cron.hourly ? instantsOf({ day, ...time }, zone) : [instantOf({ day, ...time }, zone)],
  );
  return [...new Set(slots)].sort((a, b) => a - b);
}

/** How many days back or ahead the nearest slot can be. */
const searchDaysOf = (schedule: Schedule): number => (schedule.kind === "cron" ? cronSearchDaysMax : searchDaysMax);

/** All slots with `after < slot ≤ until`, ascending; at most `slotsMax`, and then the newest. */
export function slotsBetween(schedule: Schedule, zone: string, after: Instant, until: Instant): readonly Instant[] {
  if (until <= after) return [];
  const newestFirst: Instant[] = [];
  const first = addDays(localOf(after, zone).day, -1);
  for (let day = addDays(localOf(until, zone).day, 1); day >= first; day = addDays(day, -1)) {
    const inside = slotsOfDay(schedule, zone, day).filter((slot) => slot > after && slot <= until);
    newestFirst.push(...inside.toReversed());
    if (newestFirst.length >= slotsMax) break;
  }
  // A day that a zone skipped shares its slot with the day after it.
  return [...new Set(newestFirst.slice(0, slotsMax))].toReversed();
}

/** The newest slot at or before an instant. */
export function lastSlot(schedule: Schedule, zone: string, now: Instant): Instant {
  const today = addDays(localOf(now, zone).day, 1);
  for (let back = 0; back <= searchDaysOf(schedule); back += 1) {
    const slot = slotsOfDay(schedule, zone, addDays(today, -back)).findLast((candidate) => candidate <= now);
    if (slot !== undefined) return slot;
  }
  throw new Error("A schedule without a slot: it has no days or no times.");
}

/** The first slot after an instant. */
export function nextSlot(schedule: Schedule, zone: string, now: Instant): Instant {
  const today = addDays(localOf(now, zone).day, -1);
  for (let ahead = 0; ahead <= searchDaysOf(schedule); ahead += 1) {
    const slot = slotsOfDay(schedule, zone, addDays(today, ahead)).find((candidate) => candidate > now);
    if (slot !== undefined) return slot;
  }
  throw new Error("A schedule without a slot: it has no days or no times.");
}

/**
 * The window `(since, until]` of the digest that is due now, or null.
 *
 * `lastUntil` is where the last digest ended, as the store holds it. After a time down one window reaches from there to
 * the newest slot, so nothing is left out and no slot is told twice. A clock that jumps back finds its newest slot
 * already told. `begun` is when the place began to follow: before the first digest no slot up to then is due.
 */
export function dueWindow(at: {
  readonly schedule: Schedule;
  readonly zone: string;
  readonly lastUntil: Instant | null;
  readonly begun?: Instant;
  readonly now: Instant;
}): { readonly since: Instant | null; readonly until: Instant } | null {
  const until = lastSlot(at.schedule, at.zone, at.now);
  const told = at.lastUntil ?? at.begun ?? null;
  if (told !== null && until <= told) return null;
  return { since: at.lastUntil, until };
}
