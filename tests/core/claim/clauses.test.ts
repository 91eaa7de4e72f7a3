import { expect, test } from "vitest";
import { clausesOf } from "../../../src/core/claim/clauses.ts";

const parts = (text: string) =>
  clausesOf(text).map(({ start, end, subject }) => `${subject ? `[${subject}] ` : ""}${text.slice(start, end)}`);

test.each([
  ["The envoy left on Monday.", ["The envoy left on Monday."]],
  [
    "The army took the hill, and the rebels fled to the coast.",
    ["The army took the hill", "the rebels fled to the coast."],
  ],
  [
    "While the army took the hill, the rebels fled to the coast.",
    ["the army took the hill", "the rebels fled to the coast."],
  ],
  ["The mine was shut; the owners were fined heavily.", ["The mine was shut", "the owners were fined heavily."]],
  [
    "The minister flew to Oslo on Tuesday and is due to see the king on Friday.",
    ["The minister flew to Oslo on Tuesday", "[The minister] is due to see the king on Friday."],
  ],
  ["The toll stands at 231 and may rise further.", ["The toll stands at 231", "[The toll] may rise further."]],
  [
    "The fire destroyed 40 houses and forced 2,000 people from their homes.",
    ["The fire destroyed 40 houses", "[The fire] forced 2,000 people from their homes."],
  ],
  ["The storm killed 27 people, and 64 are missing.", ["The storm killed 27 people", "64 are missing."]],
  [
    "The judge adjourned the trial on Monday, with a verdict expected on Friday.",
    ["The judge adjourned the trial on Monday", "a verdict expected on Friday."],
  ],
  [
    "The strike entered its ninth day on Wednesday with no talks planned.",
    ["The strike entered its ninth day on Wednesday", "no talks planned."],
  ],
  [
    "The opposition accused the board of fraud, a charge which the board denied.",
    ["The opposition accused the board of fraud", "the board denied."],
  ],
  [
    "The rain flooded the streets of Bergen, where one woman is missing.",
    ["The rain flooded the streets of Bergen", "one woman is missing."],
  ],
  [
    "The teams went on foot, because neither side would guarantee their safety.",
    ["The teams went on foot", "neither side would guarantee their safety."],
  ],
  ["The hearing in Oslo, where he lives, ended on Sunday.", ["The hearing in Oslo, where he lives, ended on Sunday."]],
  ["The pilot landed the plane and left the field.", ["The pilot landed the plane and left the field."]],
  ["Officials from Norway, Chad and Peru met.", ["Officials from Norway, Chad and Peru met."]],
  [
    "The talks involved the union and its allies, culminating in new proposals.",
    ["The talks involved the union and its allies, culminating in new proposals."],
  ],
  [
    "“We met, and we agreed on everything that day,” he said.",
    ["“We met, and we agreed on everything that day,” he said."],
  ],
])("%s", (text, wanted) => expect(parts(text)).toEqual(wanted));
