import { expect, test } from "vitest";
import { quantitiesIn } from "../../../src/core/claim/quantities.ts";

const shown = (text: string) =>
  quantitiesIn(text)
    .map((one) => {
      const sign = one.compare === "min" ? "≥" : one.compare === "max" ? "≤" : one.approx ? "~" : "";
      return `${sign}${one.value} ${one.unit}${one.same ? ` = ${one.same.value} ${one.same.unit}` : ""}`;
    })
    .join("; ");

test.each([
  ["a 20-point plan", "20 point"],
  ["nearly 90 per cent of the text", "~90 %"],
  ["a loan of €90bn ($106bn)", "90000000000 EUR = 106000000000 USD"],
  ["90 billion euros", "90000000000 EUR"],
  ["thirty-one dollars a share", "31 USD"],
  ["half a percentage point", "0.5 %"],
  ["two thirds of the text", "66.7 %"],
  ["at least nineteen people have died", "≥19 kill"],
  ["more than 5,400 hectares", "≥5400 hectar"],
  ["between 40 and 50 villages", "~45 villag"],
  ["40 to 50 villages", "~45 villag"],
  ["raised from 33 to 36 seats", "36 seat"],
  ["a 72-hour truce", "72 hour"],
  ["a truce of three days", "72 hour"],
  ["the gate opens at 3.30 p.m.", ""],
  ["lift-off at 05:20", ""],
  ["from eight in the evening", ""],
  ["at noon on Monday", ""],
  ["one woman is missing", "1 missing"],
  ["one of the villages", ""],
  ["the two ministers met", ""],
  ["two men, aged 19 and 23", "2 men"],
  ["four days after the quake", ""],
  ["on 20 December 2025", ""],
  ["Article 5 of the treaty", ""],
  ["the third round", ""],
])("%s: %s", (text, wanted) => expect(shown(text)).toBe(wanted));

test("an amount with nothing behind it is one of what is measured", () => {
  expect(quantitiesIn("Turnout reached 61 per cent", ["turnout"])[0]?.heads).toEqual(["turnout"]);
  expect(quantitiesIn("Turnout reached 61 per cent of voters", ["turnout"])[0]?.heads).toEqual(["voter"]);
});
