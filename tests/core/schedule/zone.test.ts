import { describe, expect, test } from "vitest";
import { formatInstant, type InstantStyle, zoneName } from "../../../src/core/schedule/format.ts";
import { addDays, instantOf, isZone, localOf, offsetAt } from "../../../src/core/schedule/zone.ts";

const utc = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().replace(":00.000Z", "Z");

describe("a wall clock's time as an instant", () => {
  // zone, local day, local time, instant, why
  const table: readonly (readonly [string, string, string, string, string])[] = [
    ["UTC", "2026-03-29", "02:30", "2026-03-29T02:30Z", "UTC never changes"],
    ["Europe/Berlin", "2026-01-15", "08:00", "2026-01-15T07:00Z", "winter"],
    ["Europe/Berlin", "2026-07-15", "08:00", "2026-07-15T06:00Z", "summer"],
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00Z", "skipped: the end of the gap"],
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00Z", "the first skipped minute"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00Z", "the first minute after the gap"],
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30Z", "shown twice: the first"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00Z", "shown once, after the overlap"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00Z", "skipped"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30Z", "shown twice"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30Z", "a gap of half an hour"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z", "an overlap of half an hour"],
    ["Africa/Casablanca", "2025-02-23", "02:30", "2025-02-23T01:30Z", "back for Ramadan: the first"],
    ["Africa/Casablanca", "2025-04-06", "02:30", "2025-04-06T02:00Z", "forward after Ramadan: skipped"],
    ["Asia/Kathmandu", "2026-03-29", "02:30", "2026-03-28T20:45Z", "five hours and three quarters, all year"],
    ["Pacific/Apia", "2011-12-30", "08:00", "2011-12-30T10:00Z", "a whole day that never was"],
    ["Pacific/Apia", "2011-12-31", "08:00", "2011-12-30T18:00Z", "the day after it"],
    ["America/Havana", "2026-03-08", "00:00", "2026-03-08T05:00Z", "midnight itself is skipped"],
  ];
  for (const [zone, day, time, expected, why] of table)
    test(`${zone} ${day} ${time}: ${why}`, () => {
      const [hour, minute] = time.split(":").map(Number) as [number, number];
      expect(iso(instantOf({ day, hour, minute }, zone))).toBe(expected);
    });
});

test("an instant as a wall clock's time", () => {
  expect(localOf(utc("2025-12-19T19:00:05Z"), "Europe/Berlin")).toEqual({
    day: "2025-12-19",
    hour: 20,
    minute: 0,
    second: 5,
    weekday: 5,
  });
  expect(localOf(utc("2025-12-20T23:59:59.999Z"), "Asia/Kathmandu")).toMatchObject({ day: "2025-12-21", weekday: 7 });
});

test("offsets are whole even between seconds", () => {
  expect(offsetAt(utc("2025-12-19T19:00:00.999Z"), "Asia/Kathmandu")).toBe((5 * 60 + 45) * 60_000);
});

test("only IANA names are zones", () => {
  for (const name of ["UTC", "Europe/Kyiv", "America/Argentina/Ushuaia"]) expect(isZone(name), name).toBe(true);
  for (const name of ["", "Mars/Olympus", "+02:00", "Europe", " UTC"]) expect(isZone(name), name).toBe(false);
});

test("days are counted over months and leap years", () => {
  expect([addDays("2024-02-28", 1), addDays("2025-03-01", -1), addDays("2025-12-31", 1)]).toEqual([
    "2024-02-29",
    "2025-02-28",
    "2026-01-01",
  ]);
});

describe("instants in words", () => {
  const at = utc("2025-12-19T19:00:00Z");
  const table: readonly (readonly [string, InstantStyle, string])[] = [
    ["UTC", "short", "Fri 19:00 UTC"],
    ["UTC", "time", "19:00 UTC"],
    ["Europe/Berlin", "long", "Fri 19 Dec 20:00 CET"],
    ["Europe/Berlin", "full", "Fri 19 Dec 2025 20:00 CET"],
    ["Europe/Berlin", "day", "Fri 19 Dec"],
    ["America/New_York", "short", "Fri 14:00 EST"],
    ["Asia/Kathmandu", "long", "Sat 20 Dec 00:45 UTC+5:45"],
    ["Europe/Moscow", "short", "Fri 22:00 UTC+3"],
    ["Europe/London", "short", "Fri 19:00 GMT"],
  ];
  for (const [zone, style, expected] of table)
    test(`${zone}, ${style}`, () => expect(formatInstant(at, zone, style)).toBe(expected));
  test("summer has its own name", () => expect(zoneName(utc("2026-07-01T00:00Z"), "Europe/Berlin")).toBe("CEST"));
});
