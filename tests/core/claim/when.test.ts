import { describe, expect, test } from "vitest";
import { type Direction, whenIn } from "../../../src/core/claim/when.ts";

/** A Wednesday. */
const today = "2026-03-11";
const span = (text: string, way: Direction = "past") => {
  const when = whenIn(text, today, way);
  return when ? (when.from === when.to ? when.from : `${when.from}/${when.to}`) : "none";
};

describe("dates", () => {
  test.each([
    ["on 20 March", "2026-03-20"],
    ["on March 20, 2025", "2025-03-20"],
    ["from 20-22 March", "2026-03-20/2026-03-22"],
    ["on 2026-04-01", "2026-04-01"],
    ["yesterday", "2026-03-10"],
    ["three days ago", "2026-03-08"],
    ["this weekend", "2026-03-14/2026-03-15"],
    ["may stay until the weekend", "2026-03-14/2026-03-15"],
    ["must leave by Sunday", "2026-03-15"],
    ["last weekend", "2026-03-07/2026-03-08"],
    ["early next week", "2026-03-16/2026-03-22"],
    ["last month", "2026-02-01/2026-02-28"],
    ["by the end of the month", "2026-03-31"],
    ["by the end of August", "2026-08-31"],
    ["since the beginning of February", "2026-02-01/2026-03-11"],
    ["they sat down to talk", "none"],
    ["the march in the city", "none"],
    ["they may march", "none"],
  ])("%s: %s", (text, wanted) => expect(span(text, text.includes("August") ? "future" : "past")).toBe(wanted));
});

describe("a weekday points back or ahead", () => {
  test.each([
    ["They met on Friday", "past", "2026-03-06"],
    ["They will meet on Friday", "future", "2026-03-13"],
    ["It was put off until Friday", "past", "2026-03-13"],
    ["The session scheduled for Monday was held early", "past", "2026-03-16"],
    ["They met on Wednesday", "past", "2026-03-11"],
    ["last Wednesday", "past", "2026-03-04"],
    ["next Friday", "future", "2026-03-13"],
  ] as const)("%s (%s): %s", (text, way, wanted) => expect(span(text, way)).toBe(wanted));
});
