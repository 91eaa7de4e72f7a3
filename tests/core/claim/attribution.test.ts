import { describe, expect, test } from "vitest";
import { contentsOf } from "../../../src/core/claim/attribution.ts";
import { sourceKindOf } from "../../../src/core/claim/speaker.ts";

const read = (sentence: string) =>
  contentsOf(sentence).map(({ source, start, end }) => [source, sentence.slice(start, end)]);

describe("who says what", () => {
  test.each([
    ["The minister said the road would open.", [["The minister", "the road would open."]]],
    ["Mayor Ada Renn told reporters on Friday that the bridge was safe.", [["Mayor Ada Renn", "the bridge was safe."]]],
    ["The road would open, the minister said.", [["the minister", "The road would open"]]],
    ["“We will appeal,” said the lawyer, Karl Orlen.", [["the lawyer, Karl Orlen", "“We will appeal,”"]]],
    ["“We will appeal,” the lawyer, Karl Orlen, said on Monday.", [["the lawyer, Karl Orlen", "“We will appeal,”"]]],
    [
      "According to two people close to the board, the sale is off.",
      [["two people close to the board", " the sale is off."]],
    ],
    ["The sale is off, according to a memo.", [["a memo", "The sale is off"]]],
    ["Renn, who chairs the board, said the sale was off.", [["Renn, who chairs the board", "the sale was off."]]],
    [
      "The envoy praised the hosts but said that the hardest questions were open.",
      [
        [null, "The envoy praised the hosts"],
        ["The envoy", "the hardest questions were open."],
      ],
    ],
    [
      "Under the draft, the guards would leave within a year.",
      [["the draft", "the guards would leave within a year."]],
    ],
    ["The guards left on Monday.", [[null, "The guards left on Monday."]]],
    [
      "The organisers cancelled the march, citing threats.",
      [[null, "The organisers cancelled the march, citing threats."]],
    ],
    [
      "The storm might weaken, an official said on condition that he not be named.",
      [["an official", "The storm might weaken"]],
    ],
    ["The owner told staff that no mine would close.", [["The owner", "no mine would close."]]],
    ["A letter dated 11 March shows that the dam leaked.", [["A letter dated 11 March", "the dam leaked."]]],
    ["Lisbon said no such offer existed.", [["Lisbon", "no such offer existed."]]],
    ["The deal, the minister said on Monday, would be signed soon.", [["the minister", "would be signed soon."]]],
    ["The ballots, she told reporters, were counted twice.", [["she", "were counted twice."]]],
    [
      "“Nobody was bribed,” the clerk said after Renn alleged that ten jurors had been paid.",
      [
        ["the clerk", "“Nobody was bribed,”"],
        [null, "Renn alleged that ten jurors had been paid."],
      ],
    ],
    [
      "The court may sit on Friday, his lawyer, Karl Orlen, hinted.",
      [["his lawyer, Karl Orlen", "The court may sit on Friday"]],
    ],
  ])("%s", (sentence, wanted) => expect(read(sentence)).toEqual(wanted));
});

describe("what goes on behind the speaker is not lost", () => {
  const tails = (sentence: string) =>
    contentsOf(sentence).map(({ start, end, subject, tail }) => [
      subject ?? null,
      sentence.slice(start, end),
      tail ? sentence.slice(tail.start, tail.end) : null,
    ]);

  test.each([
    [
      "The ports will close on Monday, the union said, unless the offer is raised.",
      [[null, "The ports will close on Monday", "unless the offer is raised."]],
    ],
    [
      "The road will open on Friday, the mayor warned on Tuesday, if the rain stops.",
      [[null, "The road will open on Friday", "if the rain stops."]],
    ],
    [
      "The verdict was ready, the clerk said, and would be read on Friday.",
      [
        [null, "The verdict was ready", null],
        ["The verdict", "would be read on Friday.", null],
      ],
    ],
    ["On Monday, the mayor said, the bridge would open.", [["On Monday,", "the bridge would open.", null]]],
    ["The bill, the speaker said, will be put to a vote.", [["The bill", "will be put to a vote.", null]]],
    ["The storm has passed, forecasters said on Sunday.", [[null, "The storm has passed", null]]],
  ])("%s", (sentence, wanted) => expect(tails(sentence)).toEqual(wanted));
});

describe("kind of source", () => {
  test.each([
    ["sources familiar with the matter", "unnamed"],
    ["three officials briefed on the call", "unnamed"],
    ["analysts", "unnamed"],
    ["local residents", "unnamed"],
    ["the interior ministry", "officials"],
    ["the rebels", "officials"],
    ["a joint statement", "document"],
    ["court papers", "document"],
    ["an internal report", "document"],
    ["the state news agency", "outlet"],
  ])("%s: %s", (source, kind) => expect(sourceKindOf(source)).toBe(kind));
});
