import { describe, expect, test } from "vitest";
import { type Forest, forests, vote } from "../../../src/core/relation/forest.ts";

/** Same where little was lost and nothing denied; different otherwise. */
const small: Forest = {
  features: ["words lost", "denied"],
  trees: {
    same: [[0, 1, 0, [1, 0, 0.5, 2, -1], -2]],
    updated: [-1],
    disputed: [-1],
    different: [[0, 1, 0, -1, 1]],
  },
};

describe("boosted trees", () => {
  test.each([
    [{ "words lost": 0, denied: 0 }, "same"],
    [{ "words lost": 1, denied: 0 }, "same"],
    [{ "words lost": 0, denied: 1 }, "same"],
    [{ "words lost": 2, denied: 0 }, "different"],
    [{}, "same"],
  ])("%j is %s", (features, expected) => {
    const { relation, chances } = vote([features], small);
    expect(relation).toBe(expected);
    expect(Object.values(chances).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });

  test("the reasons are the features that moved the score, with their values", () => {
    expect(vote([{ "words lost": 0, denied: 0 }], small).because).toEqual(["denied 0", "words lost 0"]);
    expect(vote([{ "words lost": 3 }], small).because).toEqual(["words lost 3"]);
  });

  test("a feature that no tree knows changes nothing", () => {
    expect(vote([{ unheard: 9 }], small)).toEqual(vote([{}], small));
  });

  test.each(Object.entries(forests))(
    "the shipped trees for two claims %s ask only for features that they name",
    (_, table) => {
      const count = table.features.length;
      const asked = JSON.stringify(table.trees).matchAll(/\[(\d+),/g);
      for (const [, at] of asked) expect(Number(at)).toBeLessThan(count);
      expect(count).toBeGreaterThan(50);
    },
  );
});
