import { expect, test } from "vitest";
import { read } from "./reading.ts";

const lines = (text: string) => read(text).map((claim) => claim.text);

test.each([
  [
    "a title is whoever bears it",
    "Interior Minister Dag Sunde flew to Bergen on Monday. The minister will meet the crews on Friday.",
    "Dag Sunde will meet the crews on Friday.",
  ],
  [
    "a title behind the name",
    "Ada Renn, the judge in the trial, spoke on Monday. The verdict will be read on Friday, the judge said.",
    "The verdict will be read on Friday, Ada Renn said.",
  ],
  [
    "two who bear it are nobody",
    "Interior Minister Dag Sunde met Transport Minister Ada Renn. The minister will go to Bergen on Friday.",
    "The minister will go to Bergen on Friday.",
  ],
  [
    "a source without a name keeps what was said of it",
    "The dam is safe, two senior ministry officials said. The officials expect no more rain before Friday.",
    "Two senior ministry officials expect no more rain before Friday.",
  ],
  [
    "a source without a name keeps it in front of what it says",
    "The dam is safe, a water ministry spokesperson said. The spokesperson added that no rain was expected, and the gates had been opened on Monday.",
    "The water ministry spokesperson: the gates had been opened on Monday.",
  ],
  [
    "a long title in front of a name",
    "Secretary of Labour Ada Renn arrived on Monday. The secretary will meet the crews on Friday.",
    "Ada Renn will meet the crews on Friday.",
  ],
  [
    "a meeting is held where the sentence before says",
    "Ada Renn met the owners in Bergen. The meeting is expected to last until Friday.",
    "The meeting in Bergen is expected to last until Friday.",
  ],
  [
    "those talks are the ones of the sentence before",
    "Ada Renn met the owners in Bergen. Karl Orlen will report on those talks on Friday.",
    "Karl Orlen will report on the talks in Bergen on Friday.",
  ],
  [
    "where two places are known, the meeting may be in either",
    "Ada Renn met the owners in Bergen. Karl Orlen met the crews in Oslo. The meeting is expected to last until Friday.",
    "The meeting is expected to last until Friday.",
  ],
  [
    "a line that names a place needs no other",
    "Ada Renn met the owners in Bergen. The talks will move to Oslo on Friday.",
    "The talks will move to Oslo on Friday.",
  ],
  [
    "whom he speaks of is not the next he",
    "Karl Orlen arrived on Monday. He left open whether Ada Renn would come. The ships, he said, were ready on Friday.",
    "The ships, Karl Orlen said, were ready on Friday.",
  ],
])("%s", (_, text, wanted) => expect(lines(text)).toContain(wanted));

test("what was put in is noted, and the place is read", () => {
  const claim = read("Ada Renn met the owners in Bergen. The meeting is expected to last until Friday.")[1];
  expect(claim?.borrowed).toEqual(["Bergen"]);
  expect(claim?.places).toEqual(["place:bergen"]);
});
