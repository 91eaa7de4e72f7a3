import { expect, test } from "vitest";
import { contentWords, heldShare, leftOut, literal, partOf, sidesOf } from "../../../src/core/relation/overlap.ts";
import { tokens } from "../../../src/core/text/tokens.ts";

const words = (text: string) => contentWords(tokens(text));

/** How much of a text another one holds, also in other words and literally, and what it leaves out. */
function held(text: string, by: string) {
  const [side, other] = sidesOf(words(text), words(by));
  const [all, others] = [partOf(side.words), partOf(other.words)];
  return {
    alike: heldShare(side, all, others),
    literally: heldShare(side, all, others, literal),
    left: leftOut(side),
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
  const [, back] = sidesOf(words(two), words(one));
  const [side] = sidesOf(words(one), words(two));
  expect(back).toEqual(side);
});

test("a part holds only what stands in it", () => {
  const [side, other] = sidesOf(words("The ship sank at Qarvenholm."), words("The ship left, the tanker sank."));
  const [first, last] = [partOf(side.words, (_, at) => at === 0), partOf(side.words, (_, at) => at > 0)];
  const head = partOf(other.words, (_, at) => at < 2);
  expect(heldShare(side, first, head)).toBe(1);
  expect(heldShare(side, last, head)).toBe(0);
  expect(heldShare(side, last, partOf(other.words))).toBeGreaterThan(0);
});

test("nothing is held by anything, and what is left out is counted with its heaviest word", () => {
  expect(held("", "Anything.").alike).toBe(1);
  expect(held("The ship sank at Qarvenholm.", "The ship sank.").left).toEqual({ count: 1, heaviest: 1 });
  expect(held("The ship sank.", "The ship sank at Qarvenholm.").left).toEqual({ count: 0, heaviest: 0 });
});
