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
