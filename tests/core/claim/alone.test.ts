import { describe, expect, test } from "vitest";
import { leans, standsAlone } from "../../../src/core/claim/alone.ts";

describe("a line that needs its article", () => {
  test.each([
    "will report on them to the council",
    "Has received foreign delegations here before.",
    "It has never accepted foreign troops.",
    "It's the first half of a crowded weekend.",
    "They began earlier.",
    "Each mentions the plan.",
    "Both praised the draft.",
    "The decision gives his party one worry less.",
    "The storm destroyed her house.",
  ])("%s", (text) => expect(standsAlone(text)).toBe(false));
});

describe("a line that does not", () => {
  test.each([
    "The council will report to the mayor.",
    "It is not known whether the bridge will open.",
    "It was unclear who had fired.",
    "Both sides agreed to meet again.",
    "Kestrelov was to continue his strike on Monday.",
    "The judge has left his chambers.",
    "At her press conference, Renn ruled out a merger.",
    "Both the union and the port signed.",
    "Willow Dam burst on Monday.",
    "Thistle Bank closed.",
  ])("%s", (text) => expect(standsAlone(text)).toBe(true));
});

test.each([
  ["The envoy left on Monday.", false, false],
  ["were taking part", false, true],
  ["has hosted the committee before.", false, true],
  ["so in two letters with the same words.", false, true],
  ["Strike called off after a night of talks", true, false],
  ["They would go on until Friday.", true, true],
  ["it has never paid a fine.", false, true],
  ["It is unlikely that the court will sit.", true, false],
  ["It was in May that the dam broke.", true, false],
  ["It would be logical to wait for the verdict.", true, false],
  ["“It was a good day,” the coach said.", true, false],
  ["Doctors from the coast joined them.", true, true],
  ["The minister did not commit to it.", true, true],
  ["The board, which met on Monday, rejected it.", true, false],
  ["After the miners left, the owners called them back.", true, false],
])("%s (whole: %s) leans: %s", (line, whole, wanted) => expect(leans(line, whole)).toBe(wanted));
