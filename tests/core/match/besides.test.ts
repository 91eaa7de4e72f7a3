/** An author's rules and what follows from the rest of the story: together they find more than either alone. */
import { describe, expect, test } from "vitest";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

const yaml = (rules: string) => `name: Quay
words: [strike, night shifts]
actors:
  - { id: fenwick, name: Orla Fenwick, aliases: [Fenwick], side: dockers }
  - { id: thule, name: Casper Thule, aliases: [Thule], side: port }
places: [{ id: aldwick, name: Aldwick }]
${rules}`;

function judge(rules: string) {
  const { story, problems } = readStory(yaml(rules), "quay.yaml");
  if (!story) throw new Error(problems.map(({ what }) => what).join("; "));
  return (title: string, text = "") =>
    match(
      {
        ...{ id: "a", url: "https://quay.example/a", outlet: "quay.example", lang: "en" },
        ...{ title, text, published: Date.parse("2031-05-06T12:00:00Z") },
      },
      story,
      lexiconOf([story]),
    );
}

const narrow = `match:
  groups:
    both: { weight: 3, least: 2, actors: [fenwick, thule] }
    docks: { weight: 2, words: [docks] }
  require: [[both, docks]]
  exclude: [{ words: [ferry] }]`;
const none = judge("");
const own = judge(narrow);
const exact = judge(narrow.replace("match:", "match:\n  exact: true"));

describe("rules that ask for much", () => {
  test.each([
    ["Fenwick and Thule meet on the docks", "in", "in"],
    ["Fenwick and Thule meet", "in", "out"],
    ["Fenwick: strike goes on", "in", "out"],
    ["Fenwick rejects offer for the docks", "in", "out"],
    ["Fenwick sails on ferry during strike", "out", "out"],
    ["Fenwick buys a boat", "out", "out"],
  ])("%s: %s, when exact %s", (title, together, alone) => {
    expect(own(title).decision).toBe(together);
    expect(exact(title).decision).toBe(alone);
  });
  test("find nothing less than no rules at all, but for what they exclude", () => {
    const titles = ["Fenwick: strike goes on", "Fenwick and Thule talk", "Aldwick waits for end of night shifts"];
    expect(titles.filter((title) => none(title).decision === "in" && own(title).decision !== "in")).toEqual([]);
    expect(none("Fenwick sails on ferry during strike").decision).toBe("in");
  });
});

describe("the reasons", () => {
  test("say when the author's rules alone would not do", () =>
    expect(own("Fenwick: strike goes on").because).toEqual([
      "title names its people (Orla Fenwick)",
      "title names its words (strike)",
      "title names a development (Fenwick)",
      "its people and its matter stand together in one sentence at the head",
      '2031-05-06 is in the round "always"',
      "the match rules alone would not take it",
    ]));
  test("are the author's where his rules take it", () =>
    expect(own("Fenwick and Thule meet on the docks").because).toContain(
      "both and docks stand together in title and first paragraph",
    ));
  test("say what keeps it out, whatever the rest says", () =>
    expect(own("Fenwick sails on ferry during strike").because).toContain("kept out by ferry (exclusion 1)"));
});
