import { expect, test } from "vitest";
import { passages } from "../../../src/core/article/residue.ts";

const kept = (text: string) => passages(text).map((one) => one.text);

test.each([
  ["The dam broke on Monday.\nRelated\nFive dams to see this summer", ["The dam broke on Monday."]],
  ["By: Ada Renn\nThe dam broke on Monday.", ["The dam broke on Monday."]],
  ["Photo: some agency\nThe dam broke on Monday.", ["The dam broke on Monday."]],
  ["The dam broke on Monday.\n* * *\nNobody was hurt at all.", ["The dam broke on Monday.", "Nobody was hurt at all."]],
  ["Плотина прорвана в понедельник утром.", ["Плотина прорвана в понедельник утром."]],
  ["堤防が月曜日に決壊した。", ["堤防が月曜日に決壊した。"]],
])("%s", (text, wanted) => expect(kept(text)).toEqual(wanted));

test("items of a summary list repeat their own article", () => {
  const found = passages("The dam broke on Monday night.\nKey takeaways\n- The dam broke at last on Monday.");
  expect(found.map((one) => one.recap)).toEqual([false, true]);
});
