/** What concepts do in a clause: which ones happen, which ones move another event along, which ones are states of mind. */
import type { Rung } from "../claim/claim.ts";

/** Things that happen or fail to happen: each can be planned, take place, slip or be called off. */
export const happenings: ReadonlySet<string> = new Set(
  `talks travel arrive leave return visit attend brief vote election count certify trial verdict convict acquit charge
  sentence appeal testify arrest release swap strike2 merge sign reach withdraw resign appoint replace evacuate rescue
  attack suspend agree`.split(/\s+/),
);

/** Concepts that say how far another event has come. */
export const phases: ReadonlyMap<string, Rung> = new Map([
  ["prepare", "planned"],
  ["begin", "underway"],
  ["continue", "underway"],
  ["end", "ended"],
  ["cancel", "cancelled"],
  ["postpone", "slipped"],
  ["suspend", "slipped"],
]);

/** Movement is one track: to set out, to arrive and to leave are its rungs. */
export const movement: ReadonlyMap<string, Rung> = new Map([
  ["travel", "travelling"],
  ["arrive", "underway"],
  ["leave", "ended"],
  ["return", "ended"],
]);

/** Families that can be stages of one event: to head for a meeting, to join it, to hold it. */
const related: readonly ReadonlySet<string>[] = [
  new Set(["talks", "visit", "attend", "travel"]),
  new Set(["vote", "election", "count", "certify", "agree"]),
  new Set(["trial", "verdict", "testify", "attend", "begin", "sentence", "convict", "acquit"]),
  new Set(["release", "swap"]),
  new Set(["agree", "sign", "reach", "deal", "loan", "fund"]),
  new Set(["resign", "replace", "appoint"]),
];

export const sameFamily = (a: string, b: string): boolean => a === b || related.some((set) => set.has(a) && set.has(b));

/** `ended` is the furthest; what can follow from anywhere stands outside the ladder. */
export const ladder: readonly Rung[] = ["may", "expected", "planned", "confirmed", "travelling", "underway", "ended"];
export const rungHeight = (rung: Rung): number => ladder.indexOf(rung);
