/**
 * Ten years in forty zones with everything that a chat may wish: cron expressions, quiet hours, urgent changes, a cap a
 * day, restarts and a clock that jumps. One window a slot, no gap between windows, nothing at night but what is urgent.
 */
import { expect, test } from "vitest";
import { type DigestIntent, plan } from "../../../src/core/plan.ts";
import { type Destination, plainDestination } from "../../../src/core/schedule/destination.ts";
import { parseSchedule } from "../../../src/core/schedule/parse.ts";
import { afterQuietHours, parseQuietHours } from "../../../src/core/schedule/quiet.ts";
import { lastSlot, nextSlot, type Schedule, slotsBetween } from "../../../src/core/schedule/schedule.ts";
import { upcoming } from "../../../src/core/schedule/upcoming.ts";
import { addDays, dayMs, hourMs, localOf, minuteMs, offsetAt } from "../../../src/core/schedule/zone.ts";
import { chance } from "../../fakes/chance.ts";
import { begin, restless, steady, zones } from "./decade.ts";

const schedules = ["0 8 * * *", "30 2 * * 1-5", "15 */4 * * *", "0 7 1,15 * mon", "0 * * * *", "every 6h"];

function scheduleOf(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (parsed.kind === "error") throw new Error(parsed.message);
  return parsed.schedule;
}

const wishes = (zone: string, nth: number): Destination => ({
  place: "memory:",
  story: "s",
  schedule: scheduleOf(schedules[nth % schedules.length]!),
  zone,
  ...plainDestination,
  quietHours: nth % 2 === 0 ? parseQuietHours(nth % 4 === 0 ? "22:00-07:00" : "01:30-03:15") : null,
  urgent: nth % 3 === 0 ? [] : ["withdrawn"],
  dailyMax: [24, 3, 1][nth % 3]!,
});

type Told = { readonly since: number; readonly until: number; readonly at: number; readonly onlyUrgent: boolean };

/** Wakes forget everything but what was told, as after a restart. In quiet hours one digest in five is urgent. */
function life(destination: Destination, wakes: Iterable<number>, seed: number): readonly Told[] {
  const next = chance(seed);
  const told: Told[] = [];
  const judged = new Map<number, boolean>();
  const due = (now: number) => {
    const lastUntil = told.at(-1)?.until ?? null;
    const standing = { destination, lastUntil, begun: begin, told: told.slice(-48).map(({ at }) => at) };
    return plan(
      { sources: [], feeds: [], destinations: [{ ...standing, waitingSince: null }] },
      now,
    ) as readonly DigestIntent[];
  };
  for (const now of wakes)
    for (const { window, onlyUrgent } of due(now)) {
      // Whether a window holds something urgent does not change from one wake to the next.
      const isUrgent = judged.get(window.until) ?? next() < 0.2;
      judged.set(window.until, isUrgent);
      if (!onlyUrgent || isUrgent) told.push({ since: window.since!, until: window.until, at: now, onlyUrgent });
    }
  return told;
}

const dayOf = (at: number, zone: string) => localOf(at, zone).day;

test("no gap, no slot twice, quiet nights and capped days, whatever the wakes", { timeout: 120_000 }, () => {
  for (const [nth, zone] of zones.entries()) {
    const destination = wishes(zone, nth);
    const told = life(destination, restless(nth + 101), nth + 1);
    const about = `${zone} ${schedules[nth % schedules.length]}`;
    const { schedule, quietHours, dailyMax } = destination;
    const wrong = told.filter(
      ({ since, until, at, onlyUrgent }, index) =>
        since !== (told[index - 1]?.until ?? begin) ||
        until <= since ||
        until > at ||
        lastSlot(schedule, zone, until) !== until ||
        onlyUrgent !== afterQuietHours(quietHours, zone, at) > at,
    );
    expect(wrong, about).toEqual([]);
    const days = Map.groupBy(told, ({ at }) => dayOf(at, zone));
    if (dailyMax < 24)
      expect(Math.max(...[...days.values()].map((all) => all.length)), about).toBeLessThanOrEqual(dailyMax);
    expect(told.length, about).toBeGreaterThan(300);
  }
});

test("a bot that is awake tells every slot of a cron expression once", { timeout: 120_000 }, () => {
  for (const [nth, zone] of zones.entries()) {
    const schedule = scheduleOf(schedules[nth % 5]!);
    const destination = { ...wishes(zone, nth), schedule, quietHours: null, dailyMax: 24 };
    const until = begin + 365 * dayMs;
    const told = life(destination, steady(begin + minuteMs, until, 30 * minuteMs), 1);
    const slots = slotsBetween(schedule, zone, begin, told.at(-1)!.until);
    expect(
      told.map((one) => one.until),
      zone,
    ).toEqual(slots);
    expect(nextSlot(schedule, zone, told.at(-1)!.until), zone).toBeGreaterThan(until - 30 * minuteMs);
  }
});

test("what is foreseen is what comes: the next digests of a place with quiet hours and a cap", {
  timeout: 120_000,
}, () => {
  for (const [nth, zone] of zones.entries()) {
    const destination = { ...wishes(zone, nth), urgent: [] };
    const from = begin + nth * 97 * dayMs;
    const [first, ...came] = life(destination, steady(from, from + 60 * dayMs, minuteMs * 15), 1);
    const foreseen = upcoming(destination, { lastUntil: first!.until, told: [first!.at] }, first!.at, 12);
    const within = foreseen.filter((at) => at < from + 59 * dayMs);
    const late = within.map((at, n) => (came[n]?.at ?? Number.POSITIVE_INFINITY) - at);
    expect(within.length, zone).toBeGreaterThan(2);
    expect(
      late.filter((ms) => ms < 0 || ms >= 15 * minuteMs),
      zone,
    ).toEqual([]);
    expect(new Set(foreseen).size).toBe(12);
  }
});

/** A second reading of crontab(5), one wall-clock minute at a time, that shares no code with the first. */
function fits(expression: string, wall: Date): boolean {
  const [minute, hour, day, month, weekday] = expression.split(" ");
  const one = (field: string, value: number, alias: readonly string[] = []): boolean =>
    field.split(",").some((part) => {
      const [range, step = "1"] = part.split("/");
      if (range === "*") return value % Number(step) === 0;
      const [from, to] = range!.split("-").map((name) => (alias.includes(name) ? alias.indexOf(name) : Number(name)));
      return value >= from! && value <= (to ?? from!);
    });
  const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const byDay = one(day!, wall.getUTCDate());
  const byWeekday = one(weekday!, wall.getUTCDay(), days);
  const isDay = day !== "*" && weekday !== "*" ? byDay || byWeekday : byDay && byWeekday;
  return (
    one(minute!, wall.getUTCMinutes()) && one(hour!, wall.getUTCHours()) && one(month!, wall.getUTCMonth() + 1) && isDay
  );
}

test("cron expressions mean what crontab says, and one a local time on days when the clocks change", {
  timeout: 120_000,
}, () => {
  const expressions = ["0 8 * * *", "30 2 * * 1-5", "15 */4 * * *", "0 7 1,15 * mon", "45 23 * 3,10 *", "0 * * * *"];
  for (const zone of ["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu"])
    for (const expression of expressions) {
      const schedule = scheduleOf(expression);
      const slots = new Set(slotsBetween(schedule, zone, begin, begin + 365 * dayMs));
      const odd = (at: number) => offsetAt(at - dayMs, zone) !== offsetAt(at + dayMs, zone);
      const expected: number[] = [];
      for (let at = begin + 15 * minuteMs; at <= begin + 365 * dayMs; at += 15 * minuteMs)
        if (fits(expression, new Date(at + offsetAt(at, zone)))) expected.push(at);
      const expectedOnce = new Set(expected);
      expect(
        expected.filter((at) => !slots.has(at) && !odd(at)),
        `${zone} ${expression}`,
      ).toEqual([]);
      expect(
        [...slots].filter((at) => !expectedOnce.has(at) && !odd(at)),
        `${zone} ${expression}`,
      ).toEqual([]);
      // Around a change: every time that is shown has its slot, and one that is shown twice has two only when it is hourly.
      const shown = expected.filter(odd);
      const local = (at: number) => new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
      const told = new Set([...slots].map(local));
      expect(
        shown.map(local).filter((time) => !told.has(time)),
        `${zone} ${expression}`,
      ).toEqual([]);
      if (expression !== "0 * * * *") {
        const times = [...slots].filter(odd).map(local);
        expect(new Set(times).size, `${zone} ${expression}`).toBe(times.length);
      }
    }
});

test("an hourly expression runs in each hour that there is", () => {
  const hourly = scheduleOf("0 * * * *");
  const gaps = (from: string, until: string) => {
    const slots = slotsBetween(hourly, "Europe/Berlin", Date.parse(from), Date.parse(until));
    return new Set(slots.slice(1).map((slot, at) => (slot - slots[at]!) / hourMs));
  };
  expect(gaps("2026-03-28T00:00Z", "2026-03-30T00:00Z")).toEqual(new Set([1]));
  expect(gaps("2026-10-24T00:00Z", "2026-10-26T00:00Z")).toEqual(new Set([1]));
  expect(addDays("2026-10-24", 1)).toBe("2026-10-25");
});

test("the 29th of February is found, eight years off if need be", () => {
  const leap = scheduleOf("0 12 29 2 *");
  expect(nextSlot(leap, "UTC", Date.UTC(2096, 2, 1))).toBe(Date.UTC(2104, 1, 29, 12));
  expect(lastSlot(leap, "UTC", Date.UTC(2104, 1, 28))).toBe(Date.UTC(2096, 1, 29, 12));
});
