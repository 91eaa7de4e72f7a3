import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSchedule, showSchedule } from "../../../src/core/schedule/parse.ts";
import { afterQuietHours, parseQuietHours, showQuietHours } from "../../../src/core/schedule/quiet.ts";

describe("schedules that are understood", () => {
  const table: readonly (readonly [string, string])[] = [
    ["daily 08:00", "daily 08:00"],
    ["daily 20:00, 08:00, 8:00", "daily 08:00, 20:00"],
    ["Daily at 08:00 and 20:00", "daily 08:00, 20:00"],
    ["weekdays 08:00", "weekdays 08:00"],
    ["weekends 10:30", "weekends 10:30"],
    ["mon,tue,wed,thu,fri 08:00", "weekdays 08:00"],
    ["mon, thu 07:30", "mon, thu 07:30"],
    ["Tuesdays 07:30", "tue 07:30"],
    ["fri-mon 09:00", "mon, fri, sat, sun 09:00"],
    ["every 6h", "every 6h"],
    ["every 12 hours", "every 12h"],
    ["0 8 * * 1-5", "0 8 * * 1-5"],
    ["30  7,19 * JAN-mar Mon,thu", "30 7,19 * jan-mar mon,thu"],
    ["*/30 9-17 1,15 * *", "*/30 9-17 1,15 * *"],
    ["0 */2 * * fri-mon", "0 */2 * * fri-mon"],
    ["0 0 29 2 *", "0 0 29 2 *"],
    ["0 0 31 2 7", "0 0 31 2 7"],
  ];
  for (const [written, shown] of table)
    test(written, () => {
      const parsed = parseSchedule(written);
      expect(parsed.kind === "schedule" ? showSchedule(parsed.schedule) : parsed.message).toBe(shown);
    });
});

describe("schedules that are not", () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ["", /is empty/],
    ["daily", /no time of day/],
    ["08:00", /no day/],
    ["daily 25:00", /"25:00" is no time/],
    ["daily 8", /"8" is no time/],
    ["daily 08:00, soon", /"soon" is no time/],
    ["someday 08:00", /"someday" is no day/],
    ["mon-tue-wed 08:00", /"mon-tue-wed" is no day/],
    ["monster 08:00", /"monster" is no day/],
    ["every 5h", /does not divide a day/],
    ["every 90m", /no interval/],
    ["* * * * *", /runs 1440 times a day; the most is 24/],
    ["0 8 * *", /names no day/],
    ["0 24 * * *", /"24" is no hour: it is a number from 0 to 23/],
    ["60 8 * * *", /"60" is no minute/],
    ["0 8 0 * *", /"0" is no day/],
    ["0 8 * 13 *", /"13" is no month/],
    ["0 8 * * 8", /"8" is no weekday/],
    ["0 8 * * mond", /"mond" is no weekday/],
    ["0 8 5-1 * *", /"5-1" is no day/],
    ["0 8 */0 * *", /"\*\/0" is no day/],
    ["0 8 30,31 2 *", /names a day that no calendar has/],
    [`daily ${Array.from({ length: 25 }, (_, n) => `0${n % 10}:00`).join(" ")}`, /More than 24/],
  ];
  for (const [written, expected] of table)
    test(written, () => {
      const parsed = parseSchedule(written);
      expect(parsed.kind === "error" ? parsed.message : showSchedule(parsed.schedule)).toMatch(expected);
      expect(parsed.kind === "error" && parsed.message).toMatch(/^[^\n]+Write "daily 08:00, 20:00".+$/);
    });
  test("nothing that is written makes it throw", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSchedule(text)));
  });
});

describe("quiet hours", () => {
  const utc = (text: string): number => Date.parse(text);
  const table: readonly (readonly [string, string, string, string])[] = [
    ["22:00-07:00", "Europe/Berlin", "2026-01-15T20:59Z", "2026-01-15T20:59Z"],
    ["22:00-07:00", "Europe/Berlin", "2026-01-15T21:00Z", "2026-01-16T06:00Z"],
    ["22:00-07:00", "Europe/Berlin", "2026-01-16T05:59Z", "2026-01-16T06:00Z"],
    ["22:00-07:00", "Europe/Berlin", "2026-01-16T06:00Z", "2026-01-16T06:00Z"],
    ["22:00-07:00", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T05:00Z"],
    ["13:00-14:00", "UTC", "2026-01-15T13:30Z", "2026-01-15T14:00Z"],
    ["13:00-14:00", "UTC", "2026-01-15T23:30Z", "2026-01-15T23:30Z"],
    ["01:00-02:30", "Europe/Berlin", "2026-03-29T00:30Z", "2026-03-29T01:00Z"],
  ];
  for (const [written, zone, now, expected] of table)
    test(`${written} ${zone} at ${now}`, () => {
      expect(new Date(afterQuietHours(parseQuietHours(written), zone, utc(now))).toISOString()).toBe(
        new Date(utc(expected)).toISOString(),
      );
    });
  test("without them nothing waits", () => expect(afterQuietHours(null, "UTC", 5)).toBe(5));
  test("they are written as they are read", () => {
    const quiet = parseQuietHours("7:05 - 22:00");
    expect(quiet && showQuietHours(quiet)).toBe("07:05-22:00");
    for (const wrong of ["", "22:00", "22:00-22:00", "22-7", "22:00-07:00-08:00", "24:00-07:00"])
      expect(parseQuietHours(wrong), wrong).toBeNull();
  });
});
