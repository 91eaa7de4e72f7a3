import { describe, expect, test } from "vitest";
import { nothingReported, printed, type Reported } from "../../../src/core/answer/plain-words.ts";
import { harbourTalks } from "../../fakes/facts.ts";

const reported: Reported = {
  names: new Set(["torsen"]),
  isWord: (lower) => lower === "torsion",
  words: () => ["president", "torsion"],
};
const print = (text: string) => printed(text, harbourTalks, reported);

describe("a question as it would be printed", () => {
  test.each([
    ["whats new", "what is new"],
    ["Who's there?", "Who is there?"],
    ["why didnt he come", "why did not he come"],
    ["so won't they meet?", "so will not they meet?"],
    ["how many ppl are missing", "how many people are missing"],
    ["is the lock open or not?", "is the lock open?"],
    ["so is it on or off?", "so is it on?"],
    ["why did they push the vote back?", "why did they push back the vote?"],
    ["did they reach a deal?", "did they have a deal?"],
    ["did he give up?", "did he concede?"],
    ["did he give up his seat?", "did he give up his seat?"],
    ["has it hit land yet", "has it make landfall yet"],
  ])("%s → %s", (typed, plain) => {
    expect(print(typed)).toBe(plain);
  });
});

describe("names", () => {
  test.each([
    ["what about varga", "what about Varga"],
    ["what about vagra?", "what about Varga?"],
    ["Lindquist?", "Lindqvist?"],
    ["Lindqvists?", "Lindqvist?"],
    ["any word from norway or the russians", "any word from Norway or the Russians"],
    ["does saudi arabia agree", "does Saudi Arabia agree"],
    ["did torsen sign", "did Torsen sign"],
    ["did torson sign", "did Torsen sign"],
    ["what about torsion", "what about torsion"],
    ["tell us about the west", "tell us about the west"],
    ["what about Marga?", "what about Marga?"],
    ["what does the presedent say?", "what does the president say?"],
    ["what about Presedent?", "what about Presedent?"],
    ["Was ist mit Varga?", "Was ist mit Varga?"],
  ])("%s → %s", (typed, plain) => {
    expect(print(typed)).toBe(plain);
  });

  test("nobody is read into a word that the reports use", () => {
    expect(printed("what about torsen", harbourTalks, nothingReported)).toBe("what about torsen");
  });

  test("what is shouted is read all the same", () => {
    expect(print("WHAT ABOUT VARGA?")).toBe("what about Varga?");
  });
});
