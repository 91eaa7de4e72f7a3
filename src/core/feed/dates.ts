/**
 * Reads the dates that feeds write: ISO 8601 with every omission, RFC 822 with its oddities, and
 * "Month d, yyyy at h:mm pm ZONE". It never asks for the time; a date without a zone is UTC.
 */
import type { Instant } from "../article/article.ts";
import { monthOf } from "./months.ts";
import { zoneOf } from "./zones.ts";

/** `day` is true when no time of day was given: `at` is then midnight UTC of a day, not a moment. */
export type ReadDate = { readonly at: Instant; readonly day: boolean };

type Parts = {
  year: number | null;
  month: number | null;
  day: number | null;
  clock: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  half: "am" | "pm" | null;
  zoneMinutes: number | null;
};

/** A date is short; anything longer is prose and not worth reading. */
const dateCharsMax = 120;
const pivotYear = 70;
const noonMs = 12 * 3_600_000;
const yearMin = 1970;
const yearMax = 9999;

const iso =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3})|-?W(\d{2})(?:-?(\d))?)?(?:(?:T|\s+|\s*T\s*)(\d{1,2})(?:[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,](\d+))?)?)?)?\s*([a-z]{1,5}|(?:GMT|UTC)?[+\-\u2212]\d{1,2}:?\d{0,2})?$/i;

/** @returns null when no date can be read from the text. */
export function readDate(raw: string): ReadDate | null {
  const text = raw.replace(/\s+/g, " ").trim();
  if (text === "" || text.length > dateCharsMax) return null;
  return readEpoch(text) ?? readIso(text) ?? readWords(text);
}

/** As an article's moment: a bare day counts as its noon in UTC, so that it sorts inside its day. */
export function momentOf(date: ReadDate): Instant {
  return date.day ? date.at + noonMs : date.at;
}

function readEpoch(text: string): ReadDate | null {
  if (!/^(\d{10}|\d{13})$/.test(text)) return null;
  return { at: text.length === 10 ? Number(text) * 1000 : Number(text), day: false };
}

function readIso(text: string): ReadDate | null {
  const match = iso.exec(text);
  if (!match) return null;
  const [, year, month, day, ordinal, week, weekday, hour, minute, second, fraction, zone] = match;
  const start = startOfDay(Number(year), { month, day, ordinal, week, weekday });
  if (start === null) return null;
  if (hour === undefined) return { at: start, day: true };
  const zoneMinutes = zone === undefined ? 0 : zoneOf(zone);
  const time = timeOfDay(Number(hour), Number(minute ?? 0), Number(second ?? 0));
  if (time === null) return null;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return { at: start + time + milliseconds - (zoneMinutes ?? 0) * 60_000, day: false };
}

type IsoDay = Readonly<Record<"month" | "day" | "ordinal" | "week" | "weekday", string | undefined>>;

function startOfDay(year: number, part: IsoDay): Instant | null {
  if (part.ordinal !== undefined) return utcDay(year, 1, 1, Number(part.ordinal) - 1);
  if (part.week !== undefined) {
    const fourth = Date.UTC(year, 0, 4);
    const monday = (new Date(fourth).getUTCDay() + 6) % 7;
    return utcDay(year, 1, 4, (Number(part.week) - 1) * 7 - monday + Number(part.weekday ?? 1) - 1);
  }
  return utcDay(year, Number(part.month ?? 1), Number(part.day ?? 1), 0);
}

/** Midnight UTC, or null for a day that the calendar does not have. */
function utcDay(year: number, month: number, day: number, plusDays: number): Instant | null {
  if (year < yearMin || year > yearMax || month < 1 || month > 12 || day < 1) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > lastDay) return null;
  return Date.UTC(year, month - 1, day + plusDays);
}

/** Milliseconds since midnight; 24:00 and a leap second are the next moment. */
function timeOfDay(hour: number, minute: number, second: number): number | null {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Dates in words: whatever the order, each token says by its shape what it is. */
function readWords(text: string): ReadDate | null {
  const parts: Parts = { year: null, month: null, day: null, clock: null, half: null, zoneMinutes: null };
  const plain = text.replace(/\([^)]*\)/g, " ");
  const numeric = /\b(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})\b/.exec(plain);
  if (numeric) takeNumeric(parts, numeric);
  const rest = numeric ? plain.replace(numeric[0], " ") : plain;
  // "01-Jan-2004" is three tokens; "+0100" and "-05:00" are one.
  const spaced = rest.replace(/(\d)-(?=\p{L})|(\p{L})-(?=\d{2,4}\b(?!:))/gu, "$1$2 ").replace(/,/g, " ");
  for (const token of spaced.split(" ")) if (token !== "") takeToken(parts, token);
  return assemble(parts);
}

/** `1/31/2004` as in the United States unless it cannot be; `31.1.2004` and `2004/1/31` as they stand. */
function takeNumeric(parts: Parts, match: RegExpExecArray): void {
  const [, first = "", mark, second = "", third = ""] = match;
  if (first.length >= 3) {
    [parts.year, parts.month, parts.day] = [Number(first), Number(second), Number(third)];
    return;
  }
  parts.year = fullYear(third);
  const monthFirst = mark === "/" && Number(first) <= 12;
  [parts.month, parts.day] = monthFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  if ((parts.month ?? 0) > 12) [parts.month, parts.day] = [parts.day, parts.month];
}

function takeToken(parts: Parts, token: string): void {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(am|pm|a\.m\.|p\.m\.)?(z|[+-]\d{2}:?\d{2})?$/i.exec(token);
  if (clock) {
    takeClock(parts, clock);
    return;
  }
  if (/^[ap]\.?m\.?$/i.test(token)) {
    parts.half = token[0]?.toLowerCase() === "a" ? "am" : "pm";
    return;
  }
  if (/^\d{1,4}(st|nd|rd|th|er|º|°|\.)?$/i.test(token)) {
    takeNumber(parts, token.replace(/\D+$/, ""));
    return;
  }
  const month = monthOf(token);
  // "Mar" is also a Tuesday in Spanish; a weekday comes first, so a later month word wins until a day was read.
  if (month !== null && (parts.month === null || parts.day === null)) {
    parts.month = month;
    return;
  }
  const zone = zoneOf(token);
  if (zone !== null && (parts.zoneMinutes === null || parts.zoneMinutes === 0)) parts.zoneMinutes = zone;
}

function takeClock(parts: Parts, clock: RegExpExecArray): void {
  if (parts.clock) return;
  parts.clock = { hour: Number(clock[1]), minute: Number(clock[2]), second: Number(clock[3] ?? 0) };
  const half = clock[4]?.[0]?.toLowerCase();
  if (half) parts.half = half === "a" ? "am" : "pm";
  if (clock[5]) parts.zoneMinutes = zoneOf(clock[5]);
}

function takeNumber(parts: Parts, digits: string): void {
  if (digits.length >= 3) parts.year ??= Number(digits);
  else if (parts.day === null) parts.day = Number(digits);
  else if (parts.year === null) parts.year = fullYear(digits);
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < pivotYear ? 2000 + year : 1900 + year;
}

function assemble(parts: Parts): ReadDate | null {
  const { year, month, day, clock, half } = parts;
  if (year === null || month === null) return null;
  const start = utcDay(year, month, day ?? 1, 0);
  if (start === null) return null;
  if (!clock) return { at: start, day: true };
  let hour = clock.hour;
  if (half === "pm" && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  const time = timeOfDay(hour, clock.minute, clock.second);
  return time === null ? null : { at: start + time - (parts.zoneMinutes ?? 0) * 60_000, day: false };
}
