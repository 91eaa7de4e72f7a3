import { expect, test } from "vitest";
import { contentWords, heldShare, leftOut } from "../../../src/core/relation/overlap.ts";
import { tokens } from "../../../src/core/text/tokens.ts";

const words = (text: string) => contentWords(tokens(text));

test.each([
  ["The court annulled the vote.", "The court annulled the vote.", 1, 1],
  ["The court annulled the vote.", "The vote was annulled by the court.", 1, 1],
  ["The vessel sank off the coast.", "The ship sank off the coast.", 0.8, 0.6],
  ["The vessel sank off the coast.", "Ministers discussed pensions.", 0, 0],
])("%s ⊃ %s", (by, text, alike, literally) => {
  expect(heldShare(words(text), words(by))).toBeGreaterThanOrEqual(alike);
  if (alike === 0) expect(heldShare(words(text), words(by))).toBe(0);
  expect(heldShare(words(text), words(by), "literally")).toBeGreaterThanOrEqual(literally);
  expect(heldShare(words(text), words(by), "literally")).toBeLessThanOrEqual(heldShare(words(text), words(by)));
});

test("nothing is held by anything, and what is left out is counted with its heaviest word", () => {
  expect(heldShare([], words("Anything."))).toBe(1);
  expect(leftOut(words("The ship sank at Qarvenholm."), words("The ship sank."))).toEqual({ count: 1, heaviest: 1 });
  expect(leftOut(words("The ship sank."), words("The ship sank at Qarvenholm."))).toEqual({ count: 0, heaviest: 0 });
});
