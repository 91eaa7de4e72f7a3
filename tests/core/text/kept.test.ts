import { expect, test } from "vitest";
import { kept } from "../../../src/core/text/kept.ts";

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
