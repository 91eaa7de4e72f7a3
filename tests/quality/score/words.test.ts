import { describe, expect, test } from "vitest";
import { likeness, sameWords } from "./spans.ts";
import { naiveSentences, overlap } from "./words.ts";

describe("word overlap", () => {
  test.each([
    ["The ferry sank.", "A ferry sank off the pier", 1],
    ["The ferry sank at noon.", "The ferry left the pier", 1 / 3],
    ["of the", "ferry", 0],
  ])("%s — %s", (a, b, wanted) => expect(overlap(a, b)).toBeCloseTo(wanted));
});

test("the naive split breaks at every full stop before a space, also where it must not", () => {
  expect(naiveSentences("Dr. Orlen left. He was tired!\nNobody saw 3.5 metres.")).toEqual([
    "Dr.",
    "Orlen left.",
    "He was tired!",
    "Nobody saw 3.5 metres.",
  ]);
});

describe("spans", () => {
  test.each([
    [{ start: 0, end: 10 }, { start: 5, end: 40 }, true],
    [{ start: 0, end: 10 }, { start: 6, end: 40 }, false],
    [{ start: 0, end: 100 }, { start: 40, end: 50 }, true],
    [{ start: 0, end: 10 }, { start: 10, end: 20 }, false],
  ])("%o and %o", (a, b, wanted) => expect(sameWords(a, b)).toBe(wanted));
  test("the nearer in length is the liker", () => {
    const wanted = { start: 10, end: 20 };
    expect(likeness(wanted, { start: 10, end: 22 })).toBeGreaterThan(likeness(wanted, { start: 0, end: 60 }));
  });
});
