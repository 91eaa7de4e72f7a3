import { describe, expect, test } from "vitest";
import { finderOf, type Unit } from "../../../src/core/answer/findable.ts";
import { readQuestion } from "../../../src/core/answer/question.ts";
import { toldBy } from "../../../src/core/answer/told.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { at, harbourTalks } from "../../fakes/facts.ts";
import { newReporter } from "../../fakes/reporter.ts";

const known = { story: harbourTalks, lexicon: lexiconOf([harbourTalks]), day: "2031-03-15" };

function unitsOf(...texts: readonly string[]): readonly Unit[] {
  const reporter = newReporter();
  for (const [n, text] of texts.entries()) reporter.publish(`outlet-${n}`, `2031-03-14T0${n}:00:00Z`, text);
  const told = toldBy(reporter.ledger, at("2031-03-15T00:00:00Z"));
  return told.map((one) => ({ fact: null, told: [one], at: one.seen }));
}

const units = unitsOf(
  "The northern lock was closed on Friday, Varga said.",
  "The fund will pay 30 million dollars to the ports, Varga said.",
  "Lindqvist conceded that the southern lock leaks, Varga said.",
);
const find = (question: string, max: number) =>
  finderOf(units)(readQuestion(question, known), max).map(({ told }) => told[0]!.claim.text);

describe("what a question finds", () => {
  test.each([
    ["Is the northern lock shut?", /northern lock/],
    ["What about Lindqvist?", /Lindqvist/],
    ["Did they give up?", /conceded/],
    ["How much money do the ports get?", /30 million/],
  ])("%s", (question, first) => {
    expect(find(question, 1)[0]).toMatch(first);
  });

  test("a rare word before one that is everywhere", () => {
    expect(find("What did Varga say about the fund?", 3)[0]).toMatch(/fund/);
  });

  test("no more than is read", () => {
    expect(find("What about the lock?", 1)).toHaveLength(1);
  });
});
