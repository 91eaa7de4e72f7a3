import { describe, expect, test } from "vitest";
import { parseSchedule } from "../../../src/core/schedule/parse.ts";
import { dueWindow, lastSlot, nextSlot, type Schedule, slotsBetween } from "../../../src/core/schedule/schedule.ts";

const utc = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

function schedule(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (parsed.kind === "error") throw new Error(parsed.message);
  return parsed.schedule;
}

describe("slots over the days on which clocks change", () => {
  // zone, schedule, after, until, the slots
  const table: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      "Europe/Berlin",
      "daily 02:30",
      "2026-03-27T12:00Z",
      "2026-03-30T12:00Z",
      ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"],
    ],
    [
      "Europe/Berlin",
      "daily 02:30",
      "2026-10-24T12:00Z",
      "2026-10-26T12:00Z",
      ["2026-10-25T00:30", "2026-10-26T01:30"],
    ],
    ["Europe/Berlin", "daily 02:15, 02:45", "2026-03-28T12:00Z", "2026-03-29T12:00Z", ["2026-03-29T01:00"]],
    [
      "America/New_York",
      "daily 02:30",
      "2026-03-07T12:00Z",
      "2026-03-09T12:00Z",
      ["2026-03-08T07:00", "2026-03-09T06:30"],
    ],
    [
      "America/New_York",
      "daily 01:30",
      "2026-10-31T12:00Z",
      "2026-11-02T12:00Z",
      ["2026-11-01T05:30", "2026-11-02T06:30"],
    ],
    [
      "America/New_York",
      "every 1h",
      "2026-11-01T04:30Z",
      "2026-11-01T08:00Z",
      ["2026-11-01T05:00", "2026-11-01T06:00", "2026-11-01T07:00", "2026-11-01T08:00"],
    ],
    [
      "America/New_York",
      "every 1h",
      "2026-03-08T06:30Z",
      "2026-03-08T08:00Z",
      ["2026-03-08T07:00", "2026-03-08T08:00"],
    ],
    [
      "Australia/Lord_Howe",
      "daily 02:15",
      "2026-10-02T12:00Z",
      "2026-10-05T00:00Z",
      ["2026-10-02T15:45", "2026-10-03T15:30", "2026-10-04T15:15"],
    ],
    ["Australia/Lord_Howe", "daily 01:45", "2026-04-04T00:00Z", "2026-04-05T00:00Z", ["2026-04-04T14:45"]],
    [
      "Africa/Casablanca",
      "daily 02:30",
      "2025-02-22T12:00Z",
      "2025-02-24T12:00Z",
      ["2025-02-23T01:30", "2025-02-24T02:30"],
    ],
    [
      "Africa/Casablanca",
      "daily 02:30",
      "2025-04-05T12:00Z",
      "2025-04-07T12:00Z",
      ["2025-04-06T02:00", "2025-04-07T01:30"],
    ],
    [
      "Asia/Kathmandu",
      "daily 08:00, 20:00",
      "2026-03-29T00:00Z",
      "2026-03-30T00:00Z",
      ["2026-03-29T02:15", "2026-03-29T14:15"],
    ],
    [
      "Pacific/Apia",
      "daily 08:00",
      "2011-12-29T12:00Z",
      "2011-12-31T12:00Z",
      ["2011-12-29T18:00", "2011-12-30T10:00", "2011-12-30T18:00"],
    ],
    ["UTC", "weekdays 08:00", "2025-12-18T12:00Z", "2025-12-22T12:00Z", ["2025-12-19T08:00", "2025-12-22T08:00"]],
    ["UTC", "every 6h", "2025-12-18T12:00Z", "2025-12-19T00:00Z", ["2025-12-18T18:00", "2025-12-19T00:00"]],
    ["UTC", "daily 08:00", "2025-12-18T12:00Z", "2025-12-18T11:00Z", []],
  ];
  for (const [zone, text, after, until, expected] of table)
    test(`${zone} ${text} until ${until}`, () => {
      expect(slotsBetween(schedule(text), zone, utc(after), utc(until)).map(iso)).toEqual(expected);
    });
});

test("the last slot is inclusive, the next is not", () => {
  const daily = schedule("daily 08:00");
  const slot = utc("2025-12-18T08:00Z");
  expect([lastSlot(daily, "UTC", slot), lastSlot(daily, "UTC", slot - 1)].map(iso)).toEqual([
    "2025-12-18T08:00",
    "2025-12-17T08:00",
  ]);
  expect([nextSlot(daily, "UTC", slot), nextSlot(daily, "UTC", slot - 1)].map(iso)).toEqual([
    "2025-12-19T08:00",
    "2025-12-18T08:00",
  ]);
  expect(iso(lastSlot(schedule("thu 09:00"), "UTC", slot))).toBe("2025-12-11T09:00");
  expect(iso(nextSlot(schedule("thu 07:00"), "UTC", slot))).toBe("2025-12-25T07:00");
});

describe("what is due", () => {
  const at = (lastUntil: string | null, now: string, begun?: string) => {
    const window = dueWindow({
      schedule: schedule("daily 08:00, 20:00"),
      zone: "UTC",
      lastUntil: lastUntil === null ? null : utc(lastUntil),
      ...(begun === undefined ? {} : { begun: utc(begun) }),
      now: utc(now),
    });
    return window && [window.since === null ? null : iso(window.since), iso(window.until)];
  };
  test("nothing before the next slot", () => expect(at("2025-12-18T08:00Z", "2025-12-18T19:59Z")).toBeNull());
  test("the slot, at its minute", () =>
    expect(at("2025-12-18T08:00Z", "2025-12-18T20:00Z")).toEqual(["2025-12-18T08:00", "2025-12-18T20:00"]));
  test("one digest for three days down", () =>
    expect(at("2025-12-15T08:00Z", "2025-12-18T09:30Z")).toEqual(["2025-12-15T08:00", "2025-12-18T08:00"]));
  test("nothing after the clock jumped back", () => expect(at("2025-12-18T20:00Z", "2025-12-18T14:00Z")).toBeNull());
  test("the first digest has no beginning", () =>
    expect(at(null, "2025-12-18T09:30Z")).toEqual([null, "2025-12-18T08:00"]));
  test("and waits for the first slot after the place began to follow", () => {
    expect(at(null, "2025-12-18T09:30Z", "2025-12-18T09:00Z")).toBeNull();
    expect(at(null, "2025-12-18T20:00Z", "2025-12-18T09:00Z")).toEqual([null, "2025-12-18T20:00"]);
  });
  test("an unchanged schedule under a new zone tells no instant twice", () => {
    const told = utc("2025-12-18T08:00Z");
    const daily = schedule("daily 08:00");
    expect(dueWindow({ schedule: daily, zone: "Europe/Berlin", lastUntil: told, now: told + 60_000 })).toBeNull();
  });
});
