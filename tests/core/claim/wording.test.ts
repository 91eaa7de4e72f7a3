import { describe, expect, test } from "vitest";
import { read } from "./reading.ts";

const texts = (text: string) => read(text).map((claim) => claim.text);

describe("a claim in words that need no article", () => {
  test.each([
    [
      "a clause whose pronoun means something in its own sentence is told with it",
      "Ada Renn called her meeting with the owners useful on Monday and said it would go on until Friday.",
      "Ada Renn called her meeting with the owners useful on Monday and said it would go on until Friday.",
    ],
    [
      "saying so is not a report",
      "Ada Renn liked both offers and said so in two letters with the same words.",
      "Ada Renn liked both offers and said so in two letters with the same words.",
    ],
    [
      "who speaks as he or she behind the words is named",
      "Ada Renn met the owners on Monday. The strike would go on until Friday, she added.",
      "The strike would go on until Friday, Ada Renn added.",
    ],
    [
      "a quotation by itself goes on in the voice of the sentence before",
      "“The port is safe,” Ada Renn said. “We will reopen it on Friday.”",
      "Ada Renn: “We will reopen it on Friday.”",
    ],
    [
      "the last sentence of a quotation has its speaker in front, and not behind it once more",
      'Ada Renn may go, her aide Karl Orlen said. "The decree is written. It is not signed," he said.',
      "Karl Orlen: the decree is not signed.",
    ],
    [
      "what is put into a quotation stands in brackets",
      "Karl Orlen met the owners. “The decree is written. It is not signed,” Ada Renn said.",
      "“[The decree] is not signed,” Ada Renn said.",
    ],
    [
      "an it that stands for what follows is no thing",
      "The visit of Ada Renn will be short. It is not known whether Ada Renn will go on to Oslo.",
      "It is not known whether Ada Renn will go on to Oslo.",
    ],
    [
      "a quotation by itself in another paragraph is nobody's",
      "“The port is safe,” Ada Renn said.\n“We will reopen it on Friday.”",
      "“We will reopen it on Friday.”",
    ],
    [
      "whom an unnamed minister speaks of is not the he of the next sentence",
      "Karl Orlen arrived on Monday. He met Ada Renn at noon, the foreign minister wrote. He left on Tuesday.",
      "Karl Orlen left on Tuesday.",
    ],
    [
      "a minister whom nobody listed is the he of the next sentence",
      "Karl Orlen arrived on Monday. Transport Minister Dag Sunde met the owners. He left on Tuesday.",
      "Dag Sunde left on Tuesday.",
    ],
    [
      "the second verb keeps the comma that closes its subject",
      "Ada Renn, who leads the union, met the owners on Monday and may call a strike on Friday.",
      "Ada Renn, who leads the union, may call a strike on Friday.",
    ],
  ])("%s", (_, text, wanted) => expect(texts(text)).toContain(wanted));

  test.each([
    "Karl Orlen did not commit to it.",
    "On Sunday, Karl Orlen, the harbour master, said that nobody had discussed it.",
    "Doctors from Oslo and Bergen joined them.",
    "Karl Orlen says that it has not been seriously discussed.",
  ])("no line: %s", (text) => expect(read(text).map(({ worth }) => worth)).toEqual([0]));

  test("what still leans on its article is kept, and makes no line", () => {
    const found = read("Karl Orlen did not commit to it.");
    expect(found.map(({ text, worth }) => [text, worth])).toEqual([["Karl Orlen did not commit to it.", 0]]);
  });

  test("what an outlet had wrong is no claim, and its correction is nobody else's", () => {
    const found = texts(
      "Karl Orlen met the owners on Monday.\nCorrection: An earlier version of this article said that Dag Sunde was there. He was in Oslo.",
    );
    expect(found).toEqual(["Karl Orlen met the owners on Monday.", "He was in Oslo."]);
  });
});
