import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTurns } from "../../src/web/turns.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Something that is begun and ends when it is told to. */
function task() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const state = { begun: false };
  const act = () => {
    state.begun = true;
    return promise;
  };
  return { state, act, end: resolve };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

test("No more than so many turns run at once, whatever their hosts.", async () => {
  const turns = openTurns(2, 0);
  const tasks = ["a", "b", "c"].map((host) => {
    const one = task();
    void turns.take(host, one.act);
    return one;
  });
  await settle();
  expect(tasks.map(({ state }) => state.begun)).toEqual([true, true, false]);
  tasks[0]?.end();
  await settle();
  expect(tasks[2]?.state.begun).toBe(true);
});

test("One host has one turn at a time, and a pause between two; other hosts do not wait.", async () => {
  const turns = openTurns(10, 1_000);
  const [first, second, other] = [task(), task(), task()];
  void turns.take("a", first.act);
  void turns.take("a", second.act);
  void turns.take("b", other.act);
  first.end();
  await vi.advanceTimersByTimeAsync(999);
  expect([second.state.begun, other.state.begun]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(1);
  expect(second.state.begun).toBe(true);
});

test("A turn that throws still ends.", async () => {
  const turns = openTurns(1, 0);
  await expect(turns.take("a", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
  expect(await turns.take("a", async () => "next")).toBe("next");
});
