import { describe, expect, test } from "vitest";
import { openPace } from "../../../src/platforms/slack/pace.ts";
import { backoffMs } from "../../../src/platforms/slack/socket.ts";
import { clockAt } from "../../fakes/clock.ts";

function pacing() {
  const clock = clockAt("2031-03-14T08:00:00Z");
  const waited: number[] = [];
  const pace = openPace(clock, async (ms) => {
    waited.push(ms);
    clock.advance(ms / 60_000);
  });
  return { clock, pace, waited };
}

describe("a lane", () => {
  test("lets one call through each time, and keeps others waiting", async () => {
    const { pace, waited } = pacing();
    for (let n = 0; n < 3; n += 1) expect(await pace.turn("C1", 1_000, 5_000)).toBe(0);
    expect(waited).toEqual([1_000, 1_000]);
  });

  test("does not delay another", async () => {
    const { pace, waited } = pacing();
    await pace.turn("C1", 1_000, 5_000);
    await pace.turn("C2", 1_000, 5_000);
    expect(waited).toEqual([]);
  });

  test("that is held lets nothing through before its time, and takes no turn from who will not wait", async () => {
    const { pace, clock, waited } = pacing();
    pace.hold("C1", 60_000);
    expect(await pace.turn("C1", 1_000, 5_000)).toBe(60_000);
    expect(await pace.turn("C1", 1_000, 5_000)).toBe(60_000);
    clock.advance(1);
    expect(await pace.turn("C1", 1_000, 5_000)).toBe(0);
    expect(waited).toEqual([]);
  });

  test("is not shut for hours by a clock that was set back", async () => {
    const { pace, clock } = pacing();
    await pace.turn("C1", 1_000, 5_000);
    clock.jumpTo("2031-03-13T08:00:00Z");
    expect(await pace.turn("C1", 1_000, 0)).toBeLessThanOrEqual(3_600_000);
  });

  test("calls at once keep their distance", async () => {
    const clock = clockAt("2031-03-14T08:00:00Z");
    const waits: number[] = [];
    const pace = openPace(clock, async (ms) => waits.push(ms));
    await Promise.all([1, 2, 3, 4].map(() => pace.turn("C1", 1_000, 10_000)));
    expect(waits).toEqual([1_000, 2_000, 3_000]);
  });
});

test("connections that break are opened again at once, then more and more slowly", () => {
  expect([0, 1, 2, 3, 4, 7, 8, 9, 1_000].map(backoffMs)).toEqual([
    0, 0, 5_000, 10_000, 20_000, 160_000, 300_000, 300_000, 300_000,
  ]);
});
