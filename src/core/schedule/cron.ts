/**
 * Five-field cron expressions, `minute hour day month weekday`, as the wall clock of a zone. It reads and shows them and
 * says on which days they run; which instants that gives is decided in schedule.ts. No timer anywhere.
 *
 * The fields are those of crontab(5): numbers, names, `*`, lists, ranges and steps; Sunday is 0 or 7; when both day
 * and weekday are given, either is enough.
 */
import type { Day } from "../article/article.ts";
import type { ClockTime } from "./schedule.ts";
import { type Weekday, weekdayOf } from "./zone.ts";

export type Cron = {
  readonly kind: "cron";
  /** As it is written, with single blanks. */
  readonly text: string;
  /** Ascending; never empty. */
  readonly times: readonly ClockTime[];
  /** It runs in every hour of the day, so also in one that the clocks show twice. */
  readonly hourly: boolean;
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly Weekday[];
  /** Whether a day that fits either list is enough. */
  readonly eitherDay: boolean;
};

/** More digests a day than anyone reads. */
const timesMax = 24;
/** The longest wait for a day that exists: eight years, from 29 February 2096 to 2104. */
export const cronSearchDaysMax = 8 * 366;

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** The most days that a month can have. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Field = {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
  readonly namesFrom: number;
};

const fields: readonly Field[] = [
  { name: "minute", min: 0, max: 59, names: [], namesFrom: 0 },
  { name: "hour", min: 0, max: 23, names: [], namesFrom: 0 },
  { name: "day", min: 1, max: 31, names: [], namesFrom: 0 },
  { name: "month", min: 1, max: 12, names: monthNames, namesFrom: 1 },
  { name: "weekday", min: 0, max: 7, names: dayNames, namesFrom: 0 },
];

/** Whether a line is meant as a cron expression: five fields of its letters, and no words. */
export const looksLikeCron = (line: string): boolean =>
  line.split(/\s+/).length === 5 && /^[\d*]/.test(line) && !/:/.test(line);

/** The expression, or one sentence that says what is wrong with it. */
export function parseCron(line: string): Cron | string {
  const words = line.trim().toLowerCase().split(/\s+/);
  if (words.length !== fields.length) return `"${line}" is no cron expression: it has five fields.`;
  const read = words.map((word, at) => readField(word, fields[at]!));
  const wrong = read.find((one) => typeof one === "string");
  if (wrong !== undefined) return wrong as string;
  const [minutes, hours, days, months, weekdays] = read as readonly (readonly number[])[];
  const times = hours!.flatMap((hour) => minutes!.map((minute) => ({ hour, minute })));
  if (times.length > timesMax) return `"${line}" runs ${times.length} times a day; the most is ${timesMax}.`;
  const [anyDay, anyWeekday] = [words[2]!.startsWith("*"), words[4]!.startsWith("*")];
  const cron: Cron = {
    kind: "cron",
    text: words.join(" "),
    times,
    hourly: hours!.length === 24,
    days: days!,
    months: months!,
    weekdays: [...new Set(weekdays!.map((day) => (day % 7 || 7) as Weekday))].sort((a, b) => a - b),
    eitherDay: !anyDay && !anyWeekday,
  };
  const exists = cron.eitherDay || months!.some((month) => days!.some((day) => day <= monthDays[month - 1]!));
  return exists ? cron : `"${line}" names a day that no calendar has.`;
}

/** Whether it runs on a local day. */
export function runsOn({ days, months, weekdays, eitherDay }: Cron, day: Day): boolean {
  if (!months.includes(Number(day.slice(5, 7)))) return false;
  const fitsDay = days.includes(Number(day.slice(8)));
  const fitsWeekday = weekdays.includes(weekdayOf(day));
  return eitherDay ? fitsDay || fitsWeekday : fitsDay && fitsWeekday;
}

function readField(word: string, field: Field): readonly number[] | string {
  const chosen = new Set<number>();
  for (const part of word.split(",")) {
    const range = readPart(part, field);
    if (range === null)
      return `"${word}" is no ${field.name}: it is a number from ${field.min} to ${field.max}, a range, a step or *.`;
    for (let value = range.from; value <= range.to; value += range.step) chosen.add(value);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** `*`, `5`, `1-5`, `mon-fri`, each with a step; a number with a step runs to the end, as `5/15` does in most crons. */
function readPart(part: string, field: Field): { from: number; to: number; step: number } | null {
  const found = /^(\*|[a-z\d]+)(?:-([a-z\d]+))?(?:\/(\d{1,2}))?$/.exec(part);
  if (!found || (found[1] === "*" && found[2] !== undefined)) return null;
  const step = found[3] === undefined ? 1 : Number(found[3]);
  const from = found[1] === "*" ? field.min : readValue(found[1]!, field);
  const end =
    found[2] === undefined
      ? found[1] === "*" || found[3] !== undefined
        ? field.max
        : from
      : readValue(found[2], field);
  if (from === null || end === null || step < 1) return null;
  // Names of days run on over the end of the week: fri-mon.
  const to = end < from && field.name === "weekday" && from < 7 ? end + 7 : end;
  return to < from ? null : { from, to, step };
}

function readValue(word: string, { min, max, names, namesFrom }: Field): number | null {
  const named = names.indexOf(word);
  if (named !== -1) return named + namesFrom;
  const value = /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  return value >= min && value <= max ? value : null;
}
