/** Exclusions that are counted against named groups, titles that another name follows, and scores. */
import { describe, expect, test } from "vitest";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

const { story, problems } = readStory(
  `name: Quay
window: 2031-05-04/2031-05-18
actors:
  - { id: fenwick, name: Orla Fenwick, aliases: [Fenwick], roles: [port envoy] }
  - { id: thule, name: Casper Thule, aliases: [Thule] }
match:
  exact: true
  threshold: 2
  groups:
    people: { weight: 3, actors: [fenwick, thule] }
    both: { weight: 0, least: 2, actors: [fenwick, thule] }
    dock: { weight: 1, words: [dock*] }
    talk: { weight: 1, words: [talk*] }
  require: [[people, dock], [both]]
  together: [[people, talk]]
  exclude: [{ words: [rail*, airport*], against: [dock] }]`,
  "quay.yaml",
);
const lexicon = lexiconOf([story!]);
const judged = (title: string, text = "", day = "2031-05-06") =>
  match(
    {
      id: "a",
      url: "https://quay.example/a",
      outlet: "quay.example",
      title,
      text,
      lang: "en",
      published: Date.parse(`${day}T12:00:00Z`),
    },
    story!,
    lexicon,
  );

test("the story is read without a problem", () => expect(problems).toEqual([]));

describe("words counted against a group", () => {
  test.each([
    ["in", "Fenwick on docks", ""],
    ["out", "Fenwick on railways and docks", ""],
    ["in", "Fenwick on railways and docks", "The docker said that the dock is open."],
    ["out", "Fenwick on docks", "Rail and airport staff listened. A railway man spoke."],
  ])("%s: %s %s", (decision, title, text) => expect(judged(title, text).decision).toBe(decision));
  test("are told with their count", () =>
    expect(judged("Fenwick on railways and docks").because).toContain(
      "kept out by railways (exclusion 1, 1 against 1 of dock)",
    ));
});

describe("combinations", () => {
  test.each([
    ["in", "Fenwick meets Thule", ""],
    ["out", "Fenwick meets Fenwick", ""],
    ["in", "Fenwick is ready for talks", ""],
    ["in", "Port envoy ready for talks", ""],
    ["out", "The port envoy Marlow ready for talks", ""],
  ])("%s: %s %s", (decision, title, text) => expect(judged(title, text).decision).toBe(decision));
});

describe("a score", () => {
  const long = "Casper Thule and Orla Fenwick talked on the dock. The docker spoke of talks.";
  const scores = {
    strong: judged("Fenwick and Thule talk on dock", long).score,
    taken: judged("Fenwick on docks").score,
    near: judged("Fenwick and Thule talk on dock", long, "2031-06-06").score,
    excluded: judged("Fenwick and Thule on railways", "Rail, airport and railway.").score,
    nothing: judged("Rain").score,
  };
  test("is between nothing and one", () => {
    expect(scores.nothing).toBe(0);
    expect(scores.strong).toBeLessThanOrEqual(1);
  });
  test("of what is taken is half and more, of a near miss below, of the rest lower still", () => {
    expect(scores.taken).toBeGreaterThanOrEqual(0.5);
    expect(scores.strong).toBeGreaterThan(scores.taken);
    expect(scores.near).toBeLessThan(0.5);
    expect(scores.excluded).toBeLessThan(0.3);
  });
});
