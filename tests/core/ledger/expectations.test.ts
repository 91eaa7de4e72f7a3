import { describe, expect, test } from "vitest";
import type { Claim, EventSlot, Rung } from "../../../src/core/claim/claim.ts";
import { expectations, overdueDaysMax, undatedExpectations } from "../../../src/core/ledger/expectations.ts";
import type { FactState } from "../../../src/core/ledger/state.ts";
import { addDays } from "../../../src/core/text/day.ts";
import { reported, said } from "../../fakes/facts.ts";

type Given = {
  readonly day?: string;
  readonly rung?: Rung;
  readonly family?: string;
  readonly parties?: readonly string[];
  readonly modality?: Claim["modality"];
  readonly places?: readonly string[];
  readonly stems?: readonly string[];
  readonly seen?: string;
  readonly text?: string;
};

function event(ref: string, given: Given): FactState {
  const { day, rung = "planned", family = "talks", parties = ["union", "owners"], modality = "planned" } = given;
  const slot: EventSlot = { family, parties, rung };
  const value = said(given.text ?? `What ${ref} tells.`, { modality });
  const when = day ? { from: day, to: day, precision: "day" as const } : undefined;
  const at = Date.parse(`${given.seen ?? "2031-05-01"}T08:00:00Z`);
  return reported(
    ref,
    { ...value, at, event: slot, ...(when ? { when } : {}) },
    { places: given.places ?? [], stems: given.stems ?? [], first: at },
  );
}

const plan = event("c1", { day: "2031-05-10" });
const shown = (states: readonly FactState[], today: string) =>
  expectations(states, today).map(({ state, overdue }) => (overdue ? `${state.ref} overdue` : state.ref));

describe("what closes an expected event, in whichever fact it stands", () => {
  test.each<readonly [string, Given, readonly string[]]>([
    ["it is under way", { rung: "underway", modality: "done", seen: "2031-05-10" }, []],
    ["it ended", { rung: "ended", modality: "done", day: "2031-05-10", seen: "2031-05-11" }, []],
    ["it was called off", { rung: "cancelled", modality: "cancelled", seen: "2031-05-08" }, []],
    ["it was put off", { rung: "slipped", modality: "cancelled", seen: "2031-05-08" }, []],
    ["others met", { rung: "underway", modality: "done", seen: "2031-05-10", parties: ["crews", "owners"] }, ["c1"]],
    ["another kind of event", { rung: "underway", modality: "done", seen: "2031-05-10", family: "verdict" }, ["c1"]],
    ["an earlier meeting", { rung: "underway", modality: "done", day: "2031-05-05", seen: "2031-05-05" }, ["c1"]],
    ["it was told before the plan", { rung: "ended", modality: "done", seen: "2031-04-20" }, ["c1"]],
    ["it is only planned more firmly", { rung: "confirmed", day: "2031-05-11", seen: "2031-05-09" }, ["c1", "c2"]],
  ])("%s", (_, other, wanted) => expect(shown([plan, event("c2", other)], "2031-05-10")).toEqual(wanted));

  test("where nobody is named, the words tell that it is one event", () => {
    const back = event("c3", {
      day: "2031-05-12",
      family: "return",
      parties: [],
      stems: ["resid", "home", "upper", "town"],
    });
    const late = { rung: "slipped", modality: "cancelled", family: "return", parties: [], seen: "2031-05-10" } as const;
    expect(shown([back, event("c4", { ...late, stems: ["resid", "upper", "town", "gas"] })], "2031-05-10")).toEqual([]);
    expect(shown([back, event("c4", { ...late, stems: ["ferry", "crew", "harbour"] })], "2031-05-10")).toEqual(["c3"]);
  });
});

describe("overdue: a day that passed without news", () => {
  const last = addDays("2031-05-10", overdueDaysMax);
  test.each<readonly [string, FactState, string, readonly string[]]>([
    ["on its day it is open", plan, "2031-05-10", ["c1"]],
    ["the day after it is overdue", plan, "2031-05-11", ["c1 overdue"]],
    ["for a week", plan, last, ["c1 overdue"]],
    ["then nobody waits any more", plan, addDays(last, 1), []],
    [
      "what only may be is never overdue",
      event("c1", { day: "2031-05-10", rung: "may", modality: "may" }),
      "2031-05-11",
      [],
    ],
    ["nor is what is not to be", event("c1", { day: "2031-05-10", text: "They will not meet." }), "2031-05-11", []],
  ])("%s", (_, state, today, wanted) => expect(shown([state], today)).toEqual(wanted));

  test("what may have been it is news enough", () => {
    const met = event("c2", { rung: "ended", modality: "done", seen: "2031-05-11", parties: ["owners"] });
    expect(shown([plan, met], "2031-05-12")).toEqual([]);
  });
  test("what is overdue stands before what is soon", () => {
    expect(
      shown([event("c2", { day: "2031-05-12", parties: ["court"], family: "verdict" }), plan], "2031-05-11"),
    ).toEqual(["c1 overdue", "c2"]);
  });
});

test("two tellings of one event are one expectation", () => {
  const again = event("c2", { day: "2031-05-10" });
  expect(shown([plan, again], "2031-05-02")).toEqual(["c1"]);
  expect(shown([plan, event("c2", { day: "2031-05-11" })], "2031-05-02")).toEqual(["c1", "c2"]);
});

describe("without a date it is expected while it is fresh and nothing may have been it", () => {
  const signing = event("c1", { family: "sign" });
  test.each<readonly [string, readonly FactState[], string, readonly string[]]>([
    ["the day it is told", [signing], "2031-05-01", ["c1"]],
    ["three days on", [signing], "2031-05-04", ["c1"]],
    ["then nobody waits for it", [signing], "2031-05-05", []],
    [
      "it took place, with one of its parties",
      [
        signing,
        event("c2", { family: "sign", rung: "ended", modality: "done", parties: ["union"], seen: "2031-05-02" }),
      ],
      "2031-05-03",
      [],
    ],
    ["it only may be", [event("c1", { family: "sign", rung: "may", modality: "may" })], "2031-05-01", []],
    ["it is not to be", [event("c1", { family: "sign", text: "They will not sign." })], "2031-05-01", []],
  ])("%s", (_, states, day, wanted) =>
    expect(undatedExpectations(states, Date.parse(`${day}T08:00:00Z`)).map(({ ref }) => ref)).toEqual(wanted),
  );
});
