import { describe, expect, test } from "vitest";
import { amountsOf, compareAmounts } from "../../../src/core/relation/amounts.ts";
import { statement } from "../ledger/statements.ts";

const compared = (a: string, b: string) => compareAmounts(amountsOf(statement(a)), amountsOf(statement(b)));

describe("one amount in two forms", () => {
  test.each([
    ["The truce will last six months.", "The truce will last half a year."],
    ["Crews have contained 40 per cent of the fire.", "Two fifths of the fire are contained."],
    ["The vote is at 3 p.m.", "The vote is at 15:00."],
    ["The vote is at noon.", "The vote is at 12:00."],
    ["The 72-hour truce holds.", "The truce of three days holds."],
    ["The loan of €90bn ($106bn) was paid.", "The loan of 106 billion dollars was paid."],
    ["Half a million homes lost power.", "500,000 homes lost power."],
  ])("%s / %s", (a, b) => expect(compared(a, b)).toMatchObject({ rival: null, equal: 1 }));
});

describe("rivals", () => {
  test.each([
    ["another count of one thing", "The draft has 12 articles.", "The draft has 15 articles.", true],
    ["another time of day", "The truce starts at 6 a.m.", "The truce starts at 9 a.m.", true],
    ["another share", "Turnout was 58 per cent.", "Turnout was 61 per cent.", true],
    ["a count of something else", "Police arrested 40 marchers.", "The fair drew 900 visitors.", false],
  ])("%s", (_, a, b, near) => expect(compared(a, b).rival?.near).toBe(near));
  test("an amount of money and a share are none", () => {
    expect(compared("The loan is 90 billion euros.", "The loan covers 90 per cent.").rival).toBe(null);
  });
  test("a figure alone makes no equal amount", () => {
    expect(compared("The ship has a crew of 22.", "The ship sailed for 22 years.")).toMatchObject({
      equal: 0,
      figureOnly: true,
    });
  });
});
