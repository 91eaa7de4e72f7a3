import { expect, test } from "vitest";
import { openRefusals, refusedMax } from "../../../src/platforms/discord/refusals.ts";
import { clockAt } from "../../fakes/clock.ts";

const minuteMs = 60_000;

test.each([
  [200, 0],
  [404, 0],
  [500, 0],
  [401, 10 * minuteMs],
  [403, 10 * minuteMs],
  [429, 10 * minuteMs],
])("after many answers of %i the rest is %i ms", (status, restMs) => {
  const refusals = openRefusals(clockAt("2031-05-05T08:00:00Z"));
  for (let n = 1; n < refusedMax; n += 1) expect(refusals.answered(status)).toBe(false);
  expect(refusals.restMs()).toBe(0);
  expect(refusals.answered(status)).toBe(restMs > 0);
  expect(refusals.answered(status)).toBe(false);
  expect(refusals.restMs()).toBe(restMs);
});

test("the rest is over when the oldest no longer counts, and a clock that is set back does not make it longer", () => {
  const clock = clockAt("2031-05-05T08:00:00Z");
  const refusals = openRefusals(clock);
  refusals.answered(403);
  clock.advance(4);
  for (let n = 1; n < refusedMax; n += 1) refusals.answered(403);
  expect(refusals.restMs()).toBe(6 * minuteMs);
  clock.advance(6);
  expect(refusals.restMs()).toBe(0);
  refusals.answered(403);
  expect(refusals.restMs()).toBe(4 * minuteMs);
  clock.jumpTo("2031-05-05T01:00:00Z");
  expect(refusals.restMs()).toBeLessThanOrEqual(10 * minuteMs);
});
