import { expect, test } from "vitest";
import { readConnects, waitBefore, withConnect, writeConnects } from "../../../src/platforms/discord/budget.ts";

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;
const now = 100 * day;

test.each<readonly [string, readonly number[], number]>([
  ["the first of all", [], 0],
  ["after a quiet hour", [2 * hour], 0],
  ["at once again", [0], 5 * second],
  ["a third", [0, 5 * second], 10 * second],
  ["a seventh and later: five minutes", Array.from({ length: 9 }, (_, i) => i * 300 * second), 300 * second],
  [
    "twenty in an hour: until the first is an hour old",
    Array.from({ length: 20 }, (_, i) => i * 100 * second),
    hour - 1900 * second,
  ],
  ["a note from the future is no note", [-5 * hour], 0],
])("%s", (_, ages, waitMs) => {
  expect(
    waitBefore(
      ages.map((age) => now - age),
      now,
    ),
  ).toBe(waitMs);
});

test("10,000 crashes in a row connect at most 200 times on any day, and 20 in any hour", () => {
  let at = now;
  let note = "";
  const all: number[] = [];
  for (let crash = 0; crash < 10_000; crash += 1) {
    at += waitBefore(readConnects(note), at) + 1;
    all.push(at);
    note = writeConnects(withConnect(readConnects(note), at));
    // As many starts as a supervisor that restarts at once would make, up to a week of them.
    if (at > now + 7 * day) break;
  }
  const most = (spanMs: number) =>
    Math.max(...all.map((start) => all.filter((one) => one >= start && one < start + spanMs).length));
  expect(most(day)).toBeLessThanOrEqual(200);
  expect(most(hour)).toBeLessThanOrEqual(20);
  expect(all.length).toBeGreaterThan(7 * 150);
});

test.each([null, "", "x y", "12 -3 1e999"])("the note %j means nothing wrong", (note) => {
  expect(readConnects(note).every((at) => at > 0)).toBe(true);
});
