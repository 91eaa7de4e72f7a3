import { describe, expect, test } from "vitest";
import { auc, f1, precision, recall, share } from "./rates.ts";

const choices = [
  { wanted: true, got: true },
  { wanted: true, got: false },
  { wanted: false, got: true },
  { wanted: true, got: true },
];

describe("shares of choices", () => {
  test.each([
    ["precision", precision(choices), 2 / 3],
    ["recall", recall(choices), 2 / 3],
    ["F1", f1(choices), 2 / 3],
    ["a share", share([true, false, true, true]), 0.75],
  ])("%s", (_, value, wanted) => expect(value).toBeCloseTo(wanted));

  test("have no value when there is nothing to divide by", () => {
    expect(precision([{ wanted: true, got: false }])).toBeNaN();
    expect(share([])).toBeNaN();
  });
});

describe("AUC", () => {
  const ranked = (...scores: readonly (readonly [number, boolean])[]) =>
    auc(scores.map(([score, wanted]) => ({ score, wanted })));
  test.each([
    ["is 1 when all wanted items lead", ranked([3, true], [2, true], [1, false]), 1],
    ["is 0 when they trail", ranked([1, true], [2, false]), 0],
    ["counts a tie half", ranked([1, true], [1, false]), 0.5],
  ])("%s", (_, value, wanted) => expect(value).toBe(wanted));
});
