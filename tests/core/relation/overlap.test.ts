import { expect, test } from "vitest";
import {
  bestIn,
  contentWords,
  everyPlace,
  gridsOf,
  heldShare,
  leftOut,
  literally,
} from "../../../src/core/relation/overlap.ts";
import { tokens } from "../../../src/core/text/tokens.ts";

/** How much of a text another one holds, also in other words and literally, and what it leaves out. */
function held(text: string, by: string) {
  const [grid] = gridsOf(contentWords(tokens(text)), contentWords(tokens(by)));
  const [own, others] = [everyPlace(grid.words), everyPlace(grid.by)];
  const best = bestIn(grid, own, others);
  return {
    alike: heldShare(grid, own, best),
    literally: heldShare(grid, own, literally(best)),
    left: leftOut(grid.words, best),
  };
}

test.each([
  ["The court annulled the vote.", "The court annulled the vote.", 1, 1],
  ["The court annulled the vote.", "The vote was annulled by the court.", 1, 1],
  ["The vessel sank off the coast.", "The ship sank off the coast.", 0.8, 0.6],
  ["The vessel sank off the coast.", "Ministers discussed pensions.", 0, 0],
])("%s ⊃ %s", (by, text, alike, literal) => {
  const found = held(text, by);
  expect(found.alike).toBeGreaterThanOrEqual(alike);
  if (alike === 0) expect(found.alike).toBe(0);
  expect(found.literally).toBeGreaterThanOrEqual(literal);
  expect(found.literally).toBeLessThanOrEqual(found.alike);
});

test("two texts side by side are read from either side", () => {
  const [one, two] = ["The ship sank at Qarvenholm.", "The vessel sank."];
  const [grid, back] = gridsOf(contentWords(tokens(one)), contentWords(tokens(two)));
  const turned = gridsOf(contentWords(tokens(two)), contentWords(tokens(one)))[0];
  const best = (side: typeof grid) => bestIn(side, everyPlace(side.words), everyPlace(side.by));
  expect(best(back)).toEqual(best(turned));
});

test("nothing is held by anything, and what is left out is counted with its heaviest word", () => {
  expect(held("", "Anything.").alike).toBe(1);
  expect(held("The ship sank at Qarvenholm.", "The ship sank.").left).toEqual({ count: 1, heaviest: 1 });
  expect(held("The ship sank.", "The ship sank at Qarvenholm.").left).toEqual({ count: 0, heaviest: 0 });
});
