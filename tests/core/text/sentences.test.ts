import { expect, test } from "vitest";
import { sentences } from "../../../src/core/text/sentences.ts";

test.each([
  ["He met U.S. President Ann Orr. She smiled.", 2],
  ["They flew to the U.S. The rest stayed.", 2],
  ["Mr. Orlen left. He was tired.", 2],
  ["The train left at 3 a.m. Friday. It was full.", 2],
  ["It is due at 11 p.m. Jan. 5 at the latest.", 1],
  ["Gen. John F. Ames is the No. 2 official. He spoke.", 2],
  ["Would he resign? No. He would stay.", 3],
  ["Dunmore Corp. Chairman Eli Ward sold it.", 1],
  ["“If they come back…” He did not go on.", 2],
  ["1. Close the port.", 1],
  ["Nineteen died. 27 are missing.", 2],
  ["Prices rose 3.5 per cent. Wages did not.", 2],
])("%s: %d", (text, count) => expect(sentences(text)).toHaveLength(count));

test("spans are those of the text, paragraph by paragraph", () => {
  const text = "One came.  Two left.\n\n Three stayed. ";
  const found = sentences(text);
  expect(found.map((one) => text.slice(one.start, one.end))).toEqual(["One came.", "Two left.", "Three stayed."]);
  expect(found.map((one) => one.paragraph)).toEqual([0, 0, 2]);
});
