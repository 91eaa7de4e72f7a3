import { expect, test } from "vitest";
import { passages } from "../../../src/core/article/residue.ts";

const kept = (text: string) => passages(text).map((one) => one.text);

test.each([
  ["The dam broke on Monday.\nRelated\nFive dams to see this summer", ["The dam broke on Monday."]],
  ["By: Ada Renn\nThe dam broke on Monday.", ["The dam broke on Monday."]],
  ["Photo: some agency\nThe dam broke on Monday.", ["The dam broke on Monday."]],
  ["The dam broke on Monday.\n* * *\nNobody was hurt at all.", ["The dam broke on Monday.", "Nobody was hurt at all."]],
  ["This story has been updated. The dam broke on Monday.", ["The dam broke on Monday."]],
  ["The correction of the river began on Monday.", ["The correction of the river began on Monday."]],
  ["Плотина прорвана в понедельник утром.", ["Плотина прорвана в понедельник утром."]],
  ["堤防が月曜日に決壊した。", ["堤防が月曜日に決壊した。"]],
])("%s", (text, wanted) => expect(kept(text)).toEqual(wanted));

test("items of a summary list repeat their own article", () => {
  const found = passages("The dam broke on Monday night.\nKey takeaways\n- The dam broke at last on Monday.");
  expect(found.map((one) => one.recap)).toEqual([false, true]);
});

test("a correction is read, is no news, and claims nothing of what was wrong", () => {
  const text =
    "The dam broke on Monday.\nCorrection: An earlier version of this article said that the bridge fell. It did not fall.";
  expect(passages(text).map((one) => [one.text, one.recap, one.mistaken])).toEqual([
    ["The dam broke on Monday.", false, false],
    ["An earlier version of this article said that the bridge fell.", true, true],
    ["It did not fall.", true, false],
  ]);
});

test("a correction ends with its paragraph", () => {
  const text = "The dam broke on Monday. A previous version of this story gave a wrong day.\nNobody was hurt at all.";
  expect(passages(text).map((one) => one.recap)).toEqual([false, true, false]);
});
