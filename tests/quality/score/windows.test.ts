import { describe, expect, test } from "vitest";
import { type ExpectedWindow, scoreWindows, type Told } from "./windows.ts";

const window = (rest: Partial<ExpectedWindow>): ExpectedWindow => ({
  since: null,
  until: "2025-05-01T12:00:00Z",
  quiet: false,
  mustTell: [],
  mustNotTell: [],
  ...rest,
});
const line = (kind: string, text: string, ...articles: readonly string[]): Told => ({
  kind,
  text,
  evidence: articles.map((articleId) => ({ articleId })),
});
const toll = { kind: ["updated", "new"], say: ["nine", "drowned|died"], evidenceIn: ["a2"] };

describe("what must be told", () => {
  test.each([
    [
      "is told by a line of a fitting kind, with its words, from its article",
      [line("updated", "Nine people drowned", "a2")],
      true,
      true,
    ],
    ["may have its second kind", [line("new", "Nine people died", "a1", "a2")], true, false],
    ["is not told by another kind", [line("confirmed", "Nine people died", "a2")], false, false],
    ["is not told from another article", [line("updated", "Nine people died", "a1")], false, false],
    ["needs every expression", [line("updated", "Nine people are missing", "a2")], false, false],
    [
      "is not told by two lines together",
      [line("updated", "Nine people", "a2"), line("updated", "They drowned", "a2")],
      false,
      false,
    ],
  ])("%s", (_, lines, told, bestKind) => {
    expect(scoreWindows([window({ mustTell: [toll] })], [lines]).tells).toMatchObject([{ told, bestKind }]);
  });
});

test("what must not be told is found in any line, and only in its own window", () => {
  const windows = [window({ mustNotTell: [{ say: ["ferry", "sank"], why: "another ship" }] }), window({})];
  const sunk = line("new", "The Ferry sank", "a1");
  expect(scoreWindows(windows, [[sunk], []]).breaches[0]?.line).toBe(sunk);
  expect(scoreWindows(windows, [[], [sunk]]).breaches[0]?.line).toBeNull();
});

test("a quiet window may confirm and nothing else", () => {
  const windows = [window({ quiet: true })];
  expect(scoreWindows(windows, [[line("confirmed", "Nine died", "a1")]]).quiets).toMatchObject([{ kept: true }]);
  expect(scoreWindows(windows, [[line("new", "Nine died", "a1")]]).quiets).toMatchObject([{ kept: false }]);
  expect(scoreWindows(windows, []).quiets).toMatchObject([{ kept: true }]);
});
