import { expect, test } from "vitest";
import { chanceFrom, shuffled } from "./chance.ts";
import { intervalOf } from "./interval.ts";
import { share } from "./rates.ts";

const hits = (right: number, wrong: number): readonly boolean[] => [
  ...Array(right).fill(true),
  ...Array(wrong).fill(false),
];

test("an interval holds the figure and narrows with more items", () => {
  const few = intervalOf(hits(8, 2), share)!;
  const many = intervalOf(hits(800, 200), share)!;
  for (const { low, high } of [few, many]) {
    expect(low).toBeLessThanOrEqual(0.8);
    expect(high).toBeGreaterThanOrEqual(0.8);
  }
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  expect(many.high - many.low).toBeCloseTo(0.05, 1);
});

test("the same items give the same interval", () =>
  expect(intervalOf(hits(5, 3), share)).toEqual(intervalOf(hits(5, 3), share)));
test("no items give no interval", () => expect(intervalOf([], share)).toBeNull());
test("nothing but hits gives an interval without width", () =>
  expect(intervalOf(hits(4, 0), share)).toEqual({ low: 1, high: 1 }));

test("chance from one seed repeats itself and shuffling keeps everything", () => {
  const [a, b] = [chanceFrom(3), chanceFrom(3)];
  expect([a(), a(), a()]).toEqual([b(), b(), b()]);
  const mixed = shuffled([1, 2, 3, 4, 5, 6, 7, 8], chanceFrom(1));
  expect(mixed).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...mixed].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
