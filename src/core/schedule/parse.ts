/**
 * Schedules as people write them: `daily 08:00, 20:00` · `weekdays 08:00` · `mon, wed-fri 07:30` · `every 6h` · `0 8 * * 1-5`.
 * One line in, one schedule or one line that says what is wrong. It knows no zone and no instant.
 */
import { looksLikeCron, parseCron } from "./cron.ts";
import { type ClockTime, everyDay, type Schedule } from "./schedule.ts";
import type { Weekday } from "./zone.ts";

export type ParsedSchedule =
  | { readonly kind: "schedule"; readonly schedule: Schedule }
  | { readonly kind: "error"; readonly message: string };

/** Longer lines are a mistake. */
const lengthMax = 200;
/** More digests a day than anyone reads. */
export const timesMax = 24;

const forms = 'Write "daily 08:00, 20:00", "weekdays 08:00", "mon, thu 07:30", "every 6h" or a cron expression.';
const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: everyDay,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};
const everyHours = [1, 2, 3, 4, 6, 8, 12, 24] as const;

/** Reads a schedule; the message names the part that it could not read and shows the forms that it can. */
export function parseSchedule(text: string): ParsedSchedule {
  const line = text.trim().toLowerCase().slice(0, lengthMax);
  if (line === "") return wrong("The schedule is empty.");
  if (looksLikeCron(line)) return cronSchedule(line);
  const every = /^every\s+(\d{1,3})\s*(?:h|hours?)$/.exec(line);
  if (every) return everySchedule(Number(every[1]));
  if (/^every\b/.test(line)) return wrong(`"${line}" is no interval in hours.`);
  const at = line.search(/\d/);
  if (at === -1) return wrong(`"${line}" names no time of day.`);
  const weekdays = readWeekdays(line.slice(0, at).trim());
  if (typeof weekdays === "string") return wrong(weekdays);
  const times = readTimes(line.slice(at));
  if (typeof times === "string") return wrong(times);
  return { kind: "schedule", schedule: { kind: "times", weekdays, times } };
}

/** The same schedule, as it would be written. */
export function showSchedule(schedule: Schedule): string {
  if (schedule.kind === "every") return `every ${schedule.hours}h`;
  if (schedule.kind === "cron") return schedule.text;
  const group = Object.entries(groups).find(([, days]) => days.join() === schedule.weekdays.join())?.[0];
  const days = group ?? schedule.weekdays.map((day) => dayNames[day - 1]).join(", ");
  return `${days} ${schedule.times.map(showTime).join(", ")}`;
}

/** "8:5" is no time; "08:05" and "8:05" are. Null when it cannot be read. */
export function readClockTime(text: string): ClockTime | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2]);
  return found && hour <= 23 && minute <= 59 ? { hour, minute } : null;
}

/** A time of day with two digits each. */
export function showTime(time: ClockTime): string {
  return `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`;
}

const wrong = (message: string): ParsedSchedule => ({ kind: "error", message: `${message} ${forms}` });

function cronSchedule(line: string): ParsedSchedule {
  const cron = parseCron(line);
  return typeof cron === "string" ? wrong(cron) : { kind: "schedule", schedule: cron };
}

function everySchedule(hours: number): ParsedSchedule {
  if (!everyHours.some((allowed) => allowed === hours))
    return wrong(`"every ${hours}h" does not divide a day: the hours may be ${everyHours.join(", ")}.`);
  return { kind: "schedule", schedule: { kind: "every", hours } };
}

/** The weekdays of "daily", "mon, wed-fri" and the like, in order; a sentence when one is not understood. */
function readWeekdays(text: string): readonly Weekday[] | string {
  const chosen = new Set<Weekday>();
  for (const part of text.split(/[\s,]+/).filter((word) => word !== "" && word !== "at")) {
    const days = groups[part] ?? readRange(part);
    if (days === null) return `"${part}" is no day.`;
    for (const day of days) chosen.add(day);
  }
  if (chosen.size === 0) return "The schedule names no day.";
  return [...chosen].sort((a, b) => a - b);
}

function readRange(text: string): readonly Weekday[] | null {
  const [from, to = from, ...rest] = text.split("-").map((name) => readDay(name));
  if (from === undefined || from === null || to === undefined || to === null || rest.length > 0) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (((from - 1 + step) % 7) + 1) as Weekday);
}

/** "mon", "monday" and "mondays" are all Monday. */
function readDay(text: string): Weekday | null {
  const index = dayNames.findIndex((name) => text.startsWith(name));
  return index !== -1 && /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/.test(text)
    ? ((index + 1) as Weekday)
    : null;
}

function readTimes(text: string): readonly ClockTime[] | string {
  const words = text.split(/[\s,]+/).filter((word) => word !== "" && word !== "and");
  if (words.length > timesMax) return `More than ${timesMax} times a day.`;
  const times = new Map<string, ClockTime>();
  for (const word of words) {
    const time = readClockTime(word);
    if (time === null) return `"${word}" is no time of day between 00:00 and 23:59.`;
    times.set(showTime(time), time);
  }
  return [...times.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, time]) => time);
}
