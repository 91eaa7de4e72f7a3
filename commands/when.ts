/**
 * Times as people write them: ISO, `2025-12-19 20:00`, `yesterday 18:00`, `friday`, `19 Dec`, `2h`, `3 days ago`.
 * The reader's zone and the present are arguments. It knows English and no locale's 12/19/2025.
 */
import type { Day, Instant } from "../src/core/article/article.ts";
import { addDays, hourMs, instantOf, localOf, minuteMs, weekdayOf } from "../src/core/schedule/zone.ts";

/** Words in the longest form, `Fri 19 Dec 2025 at 20:00 UTC`. */
export const whenWordsMax = 7;
/** No one asks about a time further back than this many days. */
const daysAgoMax = 3660;

type Clock = { readonly hour: number; readonly minute: number };

const midnight: Clock = { hour: 0, minute: 0 };
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdayName = /^(mon(day)?|tue(s|sday)?|wed(nesday)?|thu(rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?)$/;
const monthName =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** The instant that is meant, at the start of a day when no clock time is given; null when the words are no time. */
export function readWhen(words: string, now: Instant, zone: string): Instant | null {
  const plain = words.trim().toLowerCase().replace(/,/g, " ").replace(/\s+/g, " ");
  return readIso(words.trim(), zone) ?? readElapsed(plain, now, zone) ?? readDayAndClock(plain, now, zone);
}

function readIso(words: string, zone: string): Instant | null {
  const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(words);
  if (!iso || !isDay(iso[1]!)) return null;
  const clock = clockOf(iso[2]!, iso[3]!);
  if (clock === null) return null;
  if (!iso[4]) return instantOf({ day: iso[1]!, ...clock }, zone);
  const instant = Date.parse(words.toUpperCase());
  return Number.isNaN(instant) ? null : instant;
}

/** `2h`, `90 min`, `3 days ago`, `a week ago`. Hours are exact; days and weeks keep the time of day over a change of clocks. */
function readElapsed(plain: string, now: Instant, zone: string): Instant | null {
  if (plain === "now") return now;
  const elapsed = /^(\d{1,4}|an?|one) ?(m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)( ago)?$/.exec(plain);
  if (!elapsed) return null;
  const n = /^\d/.test(elapsed[1]!) ? Number(elapsed[1]) : 1;
  const unit = elapsed[2]![0];
  if (unit === "m") return now - n * minuteMs;
  if (unit === "h") return now - n * hourMs;
  const days = unit === "w" ? 7 * n : n;
  if (days > daysAgoMax) return null;
  const local = localOf(now, zone);
  return instantOf({ day: addDays(local.day, -days), hour: local.hour, minute: local.minute }, zone);
}

function readDayAndClock(plain: string, now: Instant, zone: string): Instant | null {
  const isUtc = / (utc|gmt|z)$/.test(plain);
  const read = isUtc ? "UTC" : zone;
  const parts = plain
    .replace(/ (utc|gmt|z)$/, "")
    .split(" ")
    .filter((word) => word !== "at");
  const joined = parts
    .join(" ")
    .replace(/ (am|pm)$/, "$1")
    .split(" ");
  const last = readClock(joined.at(-1)!);
  const dayWords = last === null ? joined : joined.slice(0, -1);
  const clock = last ?? midnight;
  if (dayWords.length === 0) return lastTimeOf(clock, now, read);
  const weekday = dayWords.length === 1 ? weekdayOfName(dayWords[0]!) : lastWeekday(dayWords);
  if (weekday !== null) return lastWeekdayAt(weekday, clock, now, read);
  const day = readDay(dayWords, localOf(now, read).day);
  return day === null ? null : instantOf({ day, ...clock }, read);
}

function readClock(word: string): Clock | null {
  if (word === "noon") return { hour: 12, minute: 0 };
  if (word === "midnight") return midnight;
  const clock = /^(\d{1,2}):(\d{2})(am|pm)?$/.exec(word) ?? /^(\d{1,2})()(am|pm)$/.exec(word);
  if (!clock) return null;
  const half = clock[3];
  const hour = Number(clock[1]);
  if (half && (hour < 1 || hour > 12)) return null;
  return clockOf(String(half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour), clock[2] || "0");
}

function clockOf(hour: string, minute: string): Clock | null {
  const clock = { hour: Number(hour), minute: Number(minute) };
  return clock.hour < 24 && clock.minute < 60 ? clock : null;
}

function weekdayOfName(word: string): number | null {
  return weekdayName.test(word) ? weekdays.indexOf(word.slice(0, 3)) + 1 : null;
}

function lastWeekday(words: readonly string[]): number | null {
  return words.length === 2 && words[0] === "last" ? weekdayOfName(words[1]!) : null;
}

/** The newest such weekday and time that is not ahead: on a Friday morning, `friday 20:00` is a week old. */
function lastWeekdayAt(weekday: number, clock: Clock, now: Instant, zone: string): Instant {
  const today = localOf(now, zone).day;
  const day = addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  const instant = instantOf({ day, ...clock }, zone);
  return instant <= now ? instant : instantOf({ day: addDays(day, -7), ...clock }, zone);
}

function lastTimeOf(clock: Clock, now: Instant, zone: string): Instant {
  const today = localOf(now, zone).day;
  const instant = instantOf({ day: today, ...clock }, zone);
  return instant <= now ? instant : instantOf({ day: addDays(today, -1), ...clock }, zone);
}

function readDay(words: readonly string[], today: Day): Day | null {
  const [first, ...rest] = words;
  if (words.length === 1) {
    if (first === "today") return today;
    if (first === "yesterday") return addDays(today, -1);
    return isDay(first!) ? first! : null;
  }
  return readMonthDay(weekdayOfName(first!) === null ? words : rest, today);
}

/** `19 dec`, `december 19 2025`; without a year, the newest such day that is not ahead. */
function readMonthDay(words: readonly string[], today: Day): Day | null {
  const [one, two, year] = words;
  if (!one || !two || words.length > 3 || (year && !/^\d{4}$/.test(year))) return null;
  const [date, month] = monthName.test(one) ? [two, one] : [one, two];
  const number = /^(\d{1,2})(st|nd|rd|th)?$/.exec(date)?.[1];
  if (!number || !monthName.test(month)) return null;
  const within = `${String(months.indexOf(month.slice(0, 3)) + 1).padStart(2, "0")}-${number.padStart(2, "0")}`;
  const thisYear = Number(today.slice(0, 4));
  const candidates = year ? [`${year}-${within}`] : [thisYear, thisYear - 1].map((y) => `${y}-${within}`);
  return candidates.find((day) => isDay(day) && (year || day <= today)) ?? null;
}

function isDay(word: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return false;
  const instant = Date.parse(`${word}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(word);
}
