import { describe, expect, test } from "vitest";
import { standsAlone } from "../../../src/core/claim/alone.ts";

describe("a line that needs its article", () => {
  test.each([
    "will report on them to the council",
    "Has received foreign delegations here before.",
    "It has never accepted foreign troops.",
    "It's the first half of a crowded weekend.",
    "They began earlier.",
    "Each mentions the plan.",
    "Both praised the draft.",
  ])("%s", (text) => expect(standsAlone(text)).toBe(false));
});

describe("a line that does not", () => {
  test.each([
    "The council will report to the mayor.",
    "It is not known whether the bridge will open.",
    "It was unclear who had fired.",
    "Both sides agreed to meet again.",
    "Both the union and the port signed.",
    "Willow Dam burst on Monday.",
    "Thistle Bank closed.",
  ])("%s", (text) => expect(standsAlone(text)).toBe(true));
});
