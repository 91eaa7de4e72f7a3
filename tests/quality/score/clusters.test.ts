import { expect, test } from "vitest";
import { type ExpectedDigest, type Line, place, scoreDigest } from "./clusters.ts";

const labels = [
  { article: "a", start: 0, end: 20, clusters: ["FERRY"] },
  { article: "a", start: 20, end: 60, clusters: ["TOLL", "RESCUE"] },
  { article: "b", start: 0, end: 20, clusters: ["HARBOUR"] },
];
const line = (kind: string, text: string, ...evidence: readonly (readonly [string, number, number])[]): Line => ({
  kind,
  text,
  evidence: evidence.map(([articleId, start, end]) => ({ articleId, start, end })),
});
const expected = (rest: Partial<ExpectedDigest>): ExpectedDigest => ({
  id: "D",
  mustTell: [],
  mustNot: [],
  mustNotNew: [],
  mustSay: {},
  ...rest,
});

test("a line is about the facts that its evidence covers", () => {
  const [one, two] = place(
    [line("new", "Nine died", ["a", 22, 58], ["b", 0, 18]), line("new", "Fog", ["a", 80, 90])],
    labels,
  );
  expect(one?.own).toEqual(["TOLL", "RESCUE"]);
  expect(one?.all).toEqual(["TOLL", "RESCUE", "HARBOUR"]);
  expect(two?.all).toEqual([]);
});

test("a fact is told by any evidence, but a line of its own is where its words come from", () => {
  const placed = place([line("new", "Nine died", ["a", 22, 58], ["b", 0, 18])], labels);
  const score = scoreDigest(expected({ mustTell: ["HARBOUR", "FERRY"], mustNot: ["HARBOUR"] }), placed);
  expect(score.tells.map((one) => one.told)).toEqual([true, false]);
  expect(score.nots[0]?.line).toBeNull();
});

test("a fact that must not have a line may stand inside another's", () => {
  const placed = place([line("new", "Nine died, two were saved", ["a", 20, 60])], labels);
  expect(scoreDigest(expected({ mustNot: ["TOLL"] }), placed).nots[0]?.line).toBeNull();
  expect(scoreDigest(expected({ mustNot: ["TOLL", "RESCUE"] }), placed).nots[0]?.line).not.toBeNull();
});

test("what is known may be confirmed but is no news", () => {
  const told = (kind: string) =>
    scoreDigest(expected({ mustNotNew: ["FERRY"] }), place([line(kind, "The ferry sank", ["a", 0, 18])], labels))
      .notNews[0]?.line;
  expect(told("confirmed")).toBeNull();
  expect(told("updated")).not.toBeNull();
});

test("what must be said may be spread over the lines of a fact", () => {
  const placed = place([line("new", "Nine died", ["a", 20, 60]), line("new", "Two were saved", ["a", 25, 60])], labels);
  const { says } = scoreDigest(expected({ mustSay: { TOLL: ["nine", "SAVED", "ten"] } }), placed);
  expect(says.map((one) => one.said)).toEqual([true, true, false]);
});
