import { describe, expect, test } from "vitest";
import { partsMax, readQuestion } from "../../../src/core/answer/question.ts";
import { kindOf } from "../../../src/core/answer/question-words.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { harbourTalks } from "../../fakes/facts.ts";

const known = { story: harbourTalks, lexicon: lexiconOf([harbourTalks]), day: "2031-03-15" };
const read = (text: string) => readQuestion(text, known);

describe("kinds", () => {
  test.each([
    ["what about varga?", "about"],
    ["tell me about the quotas", "about"],
    ["where do the observers stand?", "about"],
    ["what is varga doing?", "about"],
    ["varga", "about"],
    ["what changed since friday?", "changed"],
    ["what is new?", "changed"],
    ["how many boats sank?", "number"],
    ["by how many votes is she ahead?", "number"],
    ["what did the repair cost?", "number"],
    ["is varga leaving?", "yesno"],
    ["has a truce been agreed?", "yesno"],
    ["when do the talks end?", "when"],
    ["on which day is the vote?", "when"],
    ["where did they meet?", "where"],
    ["who signed the accord?", "who"],
    ["what does ostland demand?", "what"],
    ["why is westmark against it?", "why"],
    ["who says so?", "source"],
  ])("%s → %s", (lower, kind) => {
    expect(kindOf(lower)).toBe(kind);
  });
});

describe("parts", () => {
  test.each([
    ["What about Varga / what is Lindqvist doing?", [["varga"], ["lindqvist"]]],
    ["Did Varga leave and where is Lindqvist?", [["varga"], ["lindqvist"]]],
    ["What does Varga say? And what does she want?", [["varga"], ["varga"]]],
    ["What about Ostland's chief negotiator?", [["varga"]]],
    ["what about varga", [["varga"]]],
  ])("%s", (text, ids) => {
    expect(read(text).map((part) => part.asked.map((asked) => asked.id))).toEqual(ids);
  });

  test.each([
    ["Did Ostland withdraw the licences?", "withdraw"],
    ["Was the lock at Brill closed before the boats arrived?", "shut"],
    ["Will there be a three-way meeting?", null],
    ["When do the talks end?", "end"],
    ["What does Ostland demand?", "demand"],
  ])("%s asks for %s", (text, predicate) => {
    expect(read(text)[0]!.predicate).toBe(predicate);
  });

  test("counts the sides of a meeting", () => {
    expect(read("Will there be a trilateral meeting?")[0]).toMatchObject({ sides: 3, future: true });
  });

  test("knows what is counted", () => {
    expect(read("How many points does the plan have?")[0]!.counted).toEqual(["point"]);
  });

  test("reads no more than it has room for", () => {
    expect(read("Who left? ".repeat(50))).toHaveLength(partsMax);
    expect(read("!!! … ---")).toEqual([]);
  });
});
