import { describe, expect, test } from "vitest";
import { versionOf } from "../../../src/core/article/article.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger } from "../../../src/core/ledger/ledger.ts";
import { article, reader } from "./grain.ts";

/** What the ledger makes of a sentence a day later when it knows only one. */
function relationOf(before: string, after: string, time = "13T09:00"): string {
  const ledger = emptyLedger();
  const [, later] = [
    article("before", "12T09:00", "harbour-gazette", before),
    article("after", time, "saldane-post", after),
  ].map((one) =>
    ingest(ledger, { article: one, seen: versionOf(one), baseline: false, within: null }, reader).filter(
      (entry) => entry.kind === "claim",
    ),
  );
  return later![0]?.relation ?? "different";
}

const plan = "Velmora and the Ostrian League will meet in Port Saldane on Thursday for talks on the grain corridor.";

describe("a told value changes", () => {
  test.each([
    ["the plan is carried out", plan, "Velmora and the Ostrian League met in Port Saldane on Thursday."],
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
  ])("%s", (_, before, after) => expect(["updated", "disputed"]).toContain(relationOf(before, after)));
});

describe("two things are not joined", () => {
  test.each([
    ["other parties", plan, "Velmora and Karsund met in Port Saldane on Thursday."],
    ["a subject that the plan does not know", plan, "Signe Hallgrund spoke before the talks in Port Saldane began."],
    [
      "a deed that came of what was told",
      "Four sailors were injured by a mine off Port Saldane on Thursday.",
      "Radomir Kavrin resigned on Friday after four sailors were injured by a mine off Port Saldane.",
    ],
    [
      "a deed told behind what it came of",
      "Two barges were burned at the quay of Port Saldane on Thursday.",
      "After two barges were burned at its quay, Velmora hired guards for Port Saldane.",
    ],
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
  ])("%s", (_, before, after) => expect(relationOf(before, after)).toBe("different"));
});

describe("a repeat is silent", () => {
  const met = "Velmora and the Ostrian League met in Port Saldane on Thursday.";
  test.each([
    ["same", "The Ostrian League and Velmora met on Thursday in Port Saldane."],
    ["different", "The weather in Port Saldane stayed calm on Thursday."],
    ["different", "Velmora and Karsund met in Tallin on Thursday."],
  ])("%s: %s", (relation, other) => expect(relationOf(met, other, "12T21:00")).toBe(relation));
});
