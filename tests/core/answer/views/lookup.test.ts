import { describe, expect, test } from "vitest";
import { findActor, findFact, findIssue } from "../../../../src/core/answer/views/lookup.ts";
import { nearest, slipsBetween } from "../../../../src/core/text/nearest.ts";
import { harbourTalks, reported, said } from "../../../fakes/facts.ts";

const meant = (found: ReturnType<typeof findActor>) => (found.kind === "found" ? found.value.id : found.sentence);

describe("who is meant", () => {
  test.each([
    ["varga", "varga"],
    ["Ilona Varga", "varga"],
    ["VARGA", "varga"],
    ["Várga", "varga"],
    ["Варга", "varga"],
    ["ilona", "varga"],
    ["Linqvist", "There is no actor “Linqvist”. Did you mean Nils Lindqvist?"],
    ["zz", "There is no actor “zz”. Known: Ilona Varga, Nils Lindqvist, Ostland and The Observers."],
  ])("%j", (typed, expected) => {
    expect(meant(findActor(harbourTalks, typed))).toBe(expected);
  });
  test("a name that fits several offers them all", () => {
    const twins = {
      ...harbourTalks,
      issues: [
        { id: "q1", name: "cod quota", words: [] },
        { id: "q2", name: "crab quota", words: [] },
      ],
    };
    expect(findIssue(twins, "quota")).toEqual({
      kind: "unknown",
      sentence: "There is no issue “quota”. Did you mean cod quota or crab quota?",
    });
  });
  test("a story without issues says so", () => {
    expect(findIssue({ ...harbourTalks, issues: [] }, "quota")).toEqual({
      kind: "unknown",
      sentence: "There is no issue “quota”. This story names none.",
    });
  });
  test.each([
    ["c12", "c12"],
    ["C12", "c12"],
    ["c13", "There is no fact c13. Did you mean c12?"],
    ["c999", "There is no fact c999. References such as c12 stand beside each line."],
  ])("fact %s", (typed, expected) => {
    const found = findFact([reported("c12", said("They met"))], typed);
    expect(found.kind === "found" ? found.value.ref : found.sentence).toBe(expected);
  });
});

describe("slips", () => {
  test.each([
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["latst", "latest", 1],
    ["kitten", "sitting", 3],
  ])("from %j to %j: %d", (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });
  test("a short word is near nothing but itself", () => {
    expect(nearest("ab", ["ac"])).toBeNull();
    expect(nearest("disputd", ["diff", "disputed"])).toBe("disputed");
  });
});
