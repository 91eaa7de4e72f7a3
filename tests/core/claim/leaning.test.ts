import { expect, test } from "vitest";
import { leans } from "../../../src/core/claim/leaning.ts";

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
