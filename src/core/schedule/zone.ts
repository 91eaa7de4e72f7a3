/**
 * Clock times of a place on Earth: from an instant to the wall clock of an IANA zone and back, over every change of
 * clocks. It leans on `Intl` alone, reads no clock itself, and knows nothing of schedules.
 */
import type { Day, Instant } from "../article/article.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Local = {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: Weekday;
};

/** The offsets of all zones, past and planned, lie within a day and a half of each other. */
const reachMs = 36 * hourMs;

/** A bot follows a handful of zones; more than this many formats at once would be a leak. */
const formatsMax = 500;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  if (formats.size >= formatsMax) formats.clear();
  formats.set(zone, format);
  return format;
}

/** Whether this machine knows the IANA zone, for instance `Europe/Kyiv`. A bare offset such as `+02:00` is no zone. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: Instant, zone: string): number {
  const midnight = Math.floor(instant / dayMs) * dayMs;
  const offset = offsetAtMidnight(midnight, zone);
  // No zone changes its clocks twice within a day, so a day that begins and ends alike is alike throughout.
  return offset === offsetAtMidnight(midnight + dayMs, zone) ? offset : askOffset(instant, zone);
}

/** `Intl` is slow, and schedules ask about the same days again and again: offsets at midnight UTC are kept. */
const midnights = new Map<string, Map<Instant, number>>();
const midnightsMax = 20_000;

function offsetAtMidnight(midnight: Instant, zone: string): number {
  const ofZone = midnights.get(zone) ?? new Map<Instant, number>();
  const known = ofZone.get(midnight);
  if (known !== undefined) return known;
  const offset = askOffset(midnight, zone);
  if (midnights.size >= formatsMax) midnights.clear();
  if (ofZone.size >= midnightsMax) ofZone.clear();
  midnights.set(zone, ofZone.set(midnight, offset));
  return offset;
}

function askOffset(instant: Instant, zone: string): number {
  // "12/19/2025, 20:00:00": a fixed form, so cutting it at its marks is enough and far cheaper than formatToParts.
  const whole = Math.floor(instant / 1000) * 1000;
  const [month, day, year, hour, minute, second] = formatOf(zone).format(whole).split(/\D+/).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - whole;
}

/** The wall clock as if it were UTC: simple to compare and to subtract. */
const wallMs = (instant: Instant, zone: string): number => instant + offsetAt(instant, zone);

/** Writing and reading a date is slow beside counting days: the written days are kept, ten years of them and more. */
const written = new Map<number, Day>();
const counted = new Map<Day, number>();
const writtenMax = 20_000;

function dayAt(wall: number): Day {
  const number = Math.floor(wall / dayMs);
  const known = written.get(number);
  if (known !== undefined) return known;
  if (written.size >= writtenMax) written.clear();
  const day = new Date(number * dayMs).toISOString().slice(0, 10);
  written.set(number, day);
  return day;
}

/** Midnight of a day as if every clock showed UTC. */
function midnightOf(day: Day): number {
  const known = counted.get(day);
  if (known !== undefined) return known;
  if (counted.size >= writtenMax) counted.clear();
  const midnight = Date.parse(`${day}T00:00:00Z`);
  counted.set(day, midnight);
  return midnight;
}

/** The wall clock of a zone at an instant. Throws a RangeError when the zone is unknown (see `isZone`). */
export function localOf(instant: Instant, zone: string): Local {
  const wall = new Date(wallMs(instant, zone));
  return {
    day: dayAt(wall.getTime()),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: (wall.getUTCDay() || 7) as Weekday,
  };
}

/**
 * The instant at which a zone's clocks show a time. A time that the clocks skip gives the first instant after the gap;
 * one that they show twice gives the first. Throws a RangeError when the zone is unknown.
 */
export function instantOf(
  local: { readonly day: Day; readonly hour: number; readonly minute: number },
  zone: string,
): Instant {
  return instantsOf(local, zone)[0] ?? endOfGap(wallOf(local), zone);
}

/** Every instant at which a zone's clocks show a time: none in a gap, two where they go back; ascending. */
export function instantsOf(
  local: { readonly day: Day; readonly hour: number; readonly minute: number },
  zone: string,
): readonly Instant[] {
  const wall = wallOf(local);
  const [before, after] = [offsetAt(wall - reachMs, zone), offsetAt(wall + reachMs, zone)];
  if (before === after && before === offsetAt(wall, zone)) return [wall - before];
  const shown = [before, offsetAt(wall, zone), after].map((offset) => wall - offset);
  return [...new Set(shown.filter((candidate) => wallMs(candidate, zone) === wall))].sort((a, b) => a - b);
}

const wallOf = ({ day, hour, minute }: { readonly day: Day; readonly hour: number; readonly minute: number }): number =>
  midnightOf(day) + hour * hourMs + minute * minuteMs;

/** The first instant whose wall clock is at or past a time that the clocks never show. */
function endOfGap(wall: number, zone: string): Instant {
  let before = wall - reachMs;
  let after = wall + reachMs;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallMs(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/** The day that many days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return dayAt(midnightOf(day) + days * dayMs);
}

/** Monday is 1 and Sunday is 7. */
export function weekdayOf(day: Day): Weekday {
  return (new Date(midnightOf(day)).getUTCDay() || 7) as Weekday;
}
