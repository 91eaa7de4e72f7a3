import { expect, test } from "vitest";
import { worded } from "../../../src/core/model/worded.ts";
import { change, digest } from "../../fakes/facts.ts";

const quote = "The crews and the owners agreed on a pay rise of 4 per cent.";
const line = "The crews and the owners agreed on a pay rise of 4 per cent.";
const confirmed = change("c1", "confirmed", `${line} Confirmed by the ministry.`, {
  by: [{ quote }],
  confirmedBy: ["the ministry"],
});

test.each([
  [
    "who confirmed it stays, whatever words the model finds",
    "Crews and owners agreed on a pay rise of 4 per cent.",
    "Crews and owners agreed on a pay rise of 4 per cent. Confirmed by the ministry.",
  ],
  ["a number that its quote does not hold is not taken", "Crews and owners agreed on 5 per cent.", confirmed.text],
])("%s", (_, text, wanted) => {
  const made = worded(digest([confirmed]), [confirmed], [{ id: "c1", text }]);
  expect(made.changes.map((one) => one.text)).toEqual([wanted]);
});
