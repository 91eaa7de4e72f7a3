import { beforeEach, describe, expect, test } from "vitest";
import { newReporter, type Reporter } from "../../fakes/reporter.ts";

let reporter: Reporter;
const publish: Reporter["publish"] = (...article) => reporter.publish(...article);
const ask: Reporter["ask"] = (...question) => reporter.ask(...question);

beforeEach(() => {
  reporter = newReporter();
  publish(
    "alder-post",
    "2031-03-14T09:00:00Z",
    [
      "Ilona Varga, Ostland's chief negotiator, met Nils Lindqvist in Port Alder on Friday. The talks will continue on Saturday, she said.",
      "The harbour office has closed the northern lock because a gate is bent. Police are not investigating. The repair will take two weeks.",
    ].join("\n"),
  );
  publish(
    "strait-mail",
    "2031-03-14T15:00:00Z",
    "Ostland could not force a quota on anyone, Lindqvist said on Friday. Lindqvist may visit the northern lock on Sunday. No date has been set for a second round.",
  );
  publish(
    "sound-radio",
    "2031-03-15T10:00:00Z",
    "Varga left Port Alder on Saturday morning. The talks ended on Saturday.",
  );
});

const later = "2031-03-15T12:00:00Z";

describe("what was told", () => {
  test.each([
    ["Did Varga meet Lindqvist?", /^Yes, as reported: Ilona Varga/],
    ["Are the police investigating the lock?", /^No, as reported: Police are not investigating/],
    ["How long will the repair take?", /two weeks/],
    ["Why is the northern lock closed?", /because a gate is bent/],
    ["Will Lindqvist come to the lock?", /^Possible, not confirmed: Lindqvist may visit/],
    ["When is the next round?", /No date has been set/],
    ["Are the talks over?", /^Yes, as reported: The talks ended/],
  ])("%s", (question, expected) => {
    const given = ask(question, later);
    expect(given.text).toMatch(expected);
    expect(given.abstained).toBe(false);
  });

  test("only up to the time that is asked about", () => {
    const early = ask("Are the talks over?", "2031-03-14T12:00:00Z");
    expect(early.text).toMatch(/^No end is reported, only this: .*continue on Saturday/s);
    expect(early.text).not.toContain("ended");
    expect(ask("What about Kestrel?", "2031-03-14T12:00:00Z").text).toContain("in the 1 article followed");
  });

  test("every quote is a slice of its article", () => {
    const { evidence } = ask("Are the police investigating the lock?", later);
    expect(evidence.map((one) => one.quote)).toEqual(["Police are not investigating."]);
    expect(evidence[0]!.end - evidence[0]!.start).toBe(evidence[0]!.quote.length);
  });

  test("what a later version of its article leaves out is not told any more", () => {
    publish(
      "alder-post",
      "2031-03-14T09:00:00Z",
      "Ilona Varga met Nils Lindqvist in Port Alder.",
      "2031-03-15T11:00:00Z",
    );
    expect(ask("Are the police investigating the lock?", later).abstained).toBe(true);
    expect(ask("Are the police investigating the lock?", "2031-03-15T10:30:00Z").abstained).toBe(false);
  });
});

describe("a thread", () => {
  test.each([
    [["What about Varga?"], "and Lindqvist?", /^Lindqvist may visit|Lindqvist said/],
    [["What about Varga?"], "when did she leave?", /left Port Alder on Saturday/],
    [["Did Varga meet Lindqvist?"], "where?", /Port Alder/],
    [["Has the northern lock been closed?"], "why?", /because a gate is bent/],
    [["Has the northern lock been closed?"], "on what grounds?", /because a gate is bent/],
    [["Are the talks over?"], "says who?", /^According to sound-radio\.example: The talks ended/],
    [["What about Lindqvist?"], "Will he visit the lock?", /may visit/],
    [["Did Varga leave Port Alder?"], "and Lindqvist?", /Lindqvist/],
  ])("%j → %s", (before, question, expected) => {
    const given = ask(question, later, before);
    expect(given.text).toMatch(expected);
    expect(given.abstained).toBe(false);
  });

  test("a question that stands by itself takes nothing from the one before", () => {
    expect(ask("What about Kestrel?", later, ["What about Varga?"]).abstained).toBe(true);
    expect(ask("says who?", later).abstained).toBe(true);
  });
});
