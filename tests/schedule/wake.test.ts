import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Log } from "../../src/ports.ts";
import { attempt, cronWake, runMsMax, stopMsMax } from "../../src/schedule/wake.ts";

const lines: string[] = [];
const log: Log = {
  info: (message) => void lines.push(message),
  warn: (message) => void lines.push(message),
  error: (message) => void lines.push(message),
};

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 25, 0, 30, 10) });
});
afterEach(() => vi.useRealTimers());

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

test("wakes every minute until it is stopped, also over a change of clocks", async () => {
  const wake = cronWake(log);
  let runs = 0;
  wake.start(async () => {
    runs += 1;
  });
  await minutes(120);
  expect(runs).toBe(120);
  await wake.stop();
  await minutes(5);
  expect(runs).toBe(120);
});

test("one run at a time", async () => {
  const wake = cronWake(log);
  let runs = 0;
  let finish = (): void => undefined;
  wake.start(() => {
    runs += 1;
    return new Promise((done) => {
      finish = done;
    });
  });
  await minutes(5);
  expect(runs).toBe(1);
  finish();
  await minutes(1);
  expect(runs).toBe(2);
  finish();
  await wake.stop();
});

test("a run that never ends gives way, and the log says so", async () => {
  const wake = cronWake(log);
  let runs = 0;
  wake.start(() => {
    runs += 1;
    return new Promise(() => undefined);
  });
  await minutes(runMsMax / 60_000 + 1);
  expect(runs).toBe(2);
  expect(lines).toEqual(["A run has not ended in time; starting the next one"]);
  const stopped = wake.stop();
  await vi.advanceTimersByTimeAsync(stopMsMax);
  await stopped;
});

test("a run that fails is logged, and the next one comes", async () => {
  const wake = cronWake(log);
  let runs = 0;
  wake.start(async () => {
    runs += 1;
    throw new Error("the disk is full");
  });
  await minutes(2);
  expect(runs).toBe(2);
  expect(lines).toEqual(["A run failed; the next minute tries again", "A run failed; the next minute tries again"]);
  await wake.stop();
});

test.each<readonly [string, () => Promise<void>, number]>([
  ["fails later", () => Promise.reject(new Error("the disk is full")), 1],
  [
    "fails at once",
    () => {
      throw new Error("the disk is full");
    },
    1,
  ],
  ["works", async () => {}, 0],
])("the run of a start that %s ends no process", async (_, work, said) => {
  await expect(attempt(work, log)).resolves.toBeUndefined();
  expect(lines).toHaveLength(said);
});
