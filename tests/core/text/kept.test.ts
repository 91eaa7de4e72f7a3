import { expect, test } from "vitest";
import { kept, keptWord } from "../../../src/core/text/kept.ts";

test("what was asked for lately is made once, and no more than twice the bound is kept", () => {
  const made: number[] = [];
  const square = kept(3, (thing: number) => {
    made.push(thing);
    return thing * thing;
  });
  const ask = (...things: readonly number[]) => things.map(square);
  expect(ask(1, 2, 3, 1, 2, 3)).toEqual([1, 4, 9, 1, 4, 9]);
  expect(made).toEqual([1, 2, 3]);
  ask(4, 1);
  expect(made).toEqual([1, 2, 3, 4]);
  ask(5, 6, 7);
  expect(ask(1)).toEqual([1]);
  ask(2, 3);
  expect(made).toEqual([1, 2, 3, 4, 5, 6, 7, 2, 3]);
});

test("words are kept, and what is too long for a word is made anew each time", () => {
  let made = 0;
  const length = keptWord(10, (word) => {
    made += 1;
    return word.length;
  });
  const text = "the reconstruction of the harbour";
  expect([length(text.slice(4, 18)), length("reconstruction")]).toEqual([14, 14]);
  expect(made).toBe(1);
  const long = "a-".repeat(500);
  expect([length(long), length(long)]).toEqual([1000, 1000]);
  expect(made).toBe(3);
});
