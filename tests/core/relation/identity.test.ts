import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { continues, supports } from "../../../src/core/relation/identity.ts";
import { relateInStream } from "../../../src/core/relation/relate.ts";
import { article, reader } from "../ledger/grain.ts";

/** The first claim of an article that says only this. */
function claim(text: string, time = "12T09:00"): Claim {
  return readClaims(article(text.slice(0, 20), time, "harbour-gazette", text), reader, null)[0]!;
}

/** Whether the later claim may change or contradict the earlier one in the ledger. */
function joined(before: string, after: string): boolean {
  const [one, two] = [claim(before), claim(after, "13T09:00")];
  const verdict = relateInStream(one, two);
  return (verdict.relation === "updated" || verdict.relation === "disputed") && continues(one, two, verdict);
}

const plan = "Velmora and the Ostrian League will meet in Port Saldane on Thursday for talks on the grain corridor.";

describe("one event goes on", () => {
  test.each([
    ["the plan is carried out", plan, "Velmora and the Ostrian League met in Port Saldane on Thursday."],
    [
      "a person sets out and arrives",
      "Radomir Kavrin is travelling to Port Saldane for the talks.",
      "Radomir Kavrin arrived in Port Saldane on Thursday.",
    ],
    [
      "a toll rises",
      "A mine killed four sailors off Port Saldane, Velmoran officials said.",
      "The number of sailors killed by the mine has risen to seven, Velmoran officials said.",
    ],
    [
      "a statement is denied",
      "The corridor has been closed, two captains said.",
      "The corridor has not been closed, the harbour office said.",
    ],
  ])("%s", (_, before, after) => expect(joined(before, after)).toBe(true));
});

describe("two things are not joined", () => {
  test.each([
    ["other parties", plan, "Velmora and Karsund met in Port Saldane on Thursday."],
    ["a subject that the plan does not know", plan, "Signe Hallgrund spoke before the talks in Port Saldane began."],
    [
      "an event that is only mentioned",
      plan,
      "Velmora raised the harbour fee while the League and Velmora met in Port Saldane.",
    ],
    [
      "another thing counted",
      "The harbour office counted 900 ships in Port Saldane.",
      "Velmora owes Karsund 640 crowns for pilots.",
    ],
    [
      "a denial that names nobody",
      "Ilsabet Maretta and Radomir Kavrin met in Port Saldane on Friday.",
      "The two delegations did not meet.",
    ],
    [
      "a journey that was called off",
      "Radomir Kavrin cancelled a trip to Karsund.",
      "Radomir Kavrin left after ninety minutes.",
    ],
  ])("%s", (_, before, after) => expect(joined(before, after)).toBe(false));
});

describe("a source of a value", () => {
  const met = "Velmora and the Ostrian League met in Port Saldane on Thursday.";
  test.each([
    [true, "The Ostrian League and Velmora met on Thursday in Port Saldane."],
    [false, "The weather in Port Saldane stayed calm on Thursday."],
    [false, "Velmora and Karsund met in Tallin on Thursday."],
  ])("%s: %s", (source, other) => expect(supports(claim(met), claim(other))).toBe(source));
});
