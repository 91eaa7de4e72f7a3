import { expect, test } from "vitest";
import { mayRelate } from "../../../src/core/relation/prospect.ts";
import { statement } from "../ledger/statements.ts";

test.each([
  [true, "The union accepted the offer of the railway.", "The railway's offer was accepted by the union."],
  [false, "Twelve ships wait in the bay.", "The harbour office counts 40 pilots."],
  [true, "Velmora and Ostria will meet on Friday.", "Talks between the envoys began on Friday."],
  [false, "The union accepted the offer of the railway.", "Rain fell on the northern hills."],
  [false, "The minister resigned.", "The bridge stays shut for repairs."],
])("%s: %s / %s", (expected, before, after) =>
  expect(mayRelate(statement(before, "before"), statement(after, "after"))).toBe(expected),
);
