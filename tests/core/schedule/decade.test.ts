/** Ten years in forty zones, with a bot that restarts and a clock that jumps: one digest a local slot, and no gap. */
import { expect, test } from "vitest";
import { dueWindow, everyDay, lastSlot, type Schedule } from "../../../src/core/schedule/schedule.ts";
import { addDays, dayMs, hourMs, localOf, minuteMs, offsetAt } from "../../../src/core/schedule/zone.ts";
import { begin, end, restless, steady, zones } from "./decade.ts";

type Window = { readonly since: number | null; readonly until: number };

/** Wakes at each of these instants, forgetting everything but the last `until`, as after a restart. */
function digests(schedule: Schedule, zone: string, wakes: Iterable<number>): readonly Window[] {
  const told: Window[] = [];
  for (const now of wakes) {
    const window = dueWindow({ schedule, zone, lastUntil: told.at(-1)?.until ?? null, now });
    if (window) told.push(window);
  }
  return told;
}

/** The instants at which a zone's clocks change, to the minute. */
function changes(zone: string): readonly number[] {
  const found: number[] = [];
  for (let day = begin; day < end; day += dayMs) {
    if (offsetAt(day, zone) === offsetAt(day + dayMs, zone)) continue;
    let [before, after] = [day, day + dayMs];
    while (after - before > minuteMs) {
      const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
      if (offsetAt(middle, zone) === offsetAt(before, zone)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

test("forty zones are forty zones", () => expect(new Set(zones).size).toBe(40));

test("a bot that is awake posts once a local day, at the time that it should", () => {
  const schedule: Schedule = { kind: "times", weekdays: everyDay, times: [{ hour: 8, minute: 0 }] };
  for (const zone of zones) {
    const told = digests(schedule, zone, steady(begin, end, 11 * hourMs)).slice(1);
    const first = localOf(told[0]!.until, zone).day;
    const wrong = told.filter((window, index) => {
      const local = localOf(window.until, zone);
      return local.day !== addDays(first, index) || local.hour !== 8 || local.minute !== 0;
    });
    expect(wrong, zone).toEqual([]);
    expect(told.length, zone).toBe(days(first, localOf(told.at(-1)!.until, zone).day) + 1);
    expect(told.length, zone).toBeGreaterThan(3650);
  }
});

test("restarts, days down and jumps of the clock leave no gap and repeat nothing", () => {
  const times = [
    { hour: 2, minute: 30 },
    { hour: 20, minute: 0 },
  ];
  const schedule: Schedule = { kind: "times", weekdays: everyDay, times };
  for (const [seed, zone] of zones.entries()) {
    const told = digests(schedule, zone, restless(seed + 1));
    const wrong = told.filter(
      ({ since, until }, index) =>
        since !== (told[index - 1]?.until ?? null) ||
        until <= (since ?? 0) ||
        lastSlot(schedule, zone, until) !== until,
    );
    expect(wrong, zone).toEqual([]);
    expect(told.length, zone).toBeGreaterThan(3000);
  }
});

test("every minute around every change of clocks: one digest a day, also in an hour that is skipped or shown twice", () => {
  for (const zone of zones)
    for (const change of changes(zone)) {
      const { hour } = localOf(change - 30 * minuteMs, zone);
      for (const time of [
        { hour, minute: 30 },
        { hour: (hour + 1) % 24, minute: 15 },
      ]) {
        const schedule: Schedule = { kind: "times", weekdays: everyDay, times: [time] };
        const around = steady(change - 60 * minuteMs, change + 90 * minuteMs, minuteMs);
        const told = digests(schedule, zone, [change - 30 * hourMs, ...around, change + 20 * hourMs]);
        const local = told.map((window) => localOf(window.until, zone).day);
        expect(new Set(local).size, `${zone} ${new Date(change).toISOString()} ${local}`).toBe(local.length);
        expect(local.length).toBeGreaterThanOrEqual(2);
      }
    }
});
