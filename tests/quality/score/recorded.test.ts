import { expect, test } from "vitest";
import { falls, type Measured } from "./recorded.ts";

const shareOf = (value: number, better: Measured["better"] = "high"): Measured => ({
  id: "f",
  value,
  better,
  unit: "share",
});
const countOf = (value: number): Measured => ({ id: "f", value, better: "low", unit: "count" });

test.each([
  ["a share that stands", shareOf(0.9), 0.9, 0],
  ["a share that rose", shareOf(0.95), 0.9, 0],
  ["a share that fell within its tolerance", shareOf(0.891), 0.9, 0],
  ["a share that fell beyond it", shareOf(0.88), 0.9, 1],
  ["a share of faults that grew", shareOf(0.05, "low"), 0.02, 1],
  ["a share of faults that shrank", shareOf(0.01, "low"), 0.02, 0],
  ["one more fault", countOf(1), 0, 1],
  ["one fault less", countOf(1), 2, 0],
  ["a figure without a value", shareOf(Number.NaN), 0.5, 1],
])("%s", (_, figure, was, wanted) => expect(falls([figure], { f: was })).toHaveLength(wanted));

test("a recorded figure that is gone has fallen, a new one has not", () => {
  expect(falls([shareOf(1)], { g: 0.5 })).toEqual([{ id: "g", was: 0.5, is: null }]);
});
