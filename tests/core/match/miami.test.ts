/**
 * The shipped story's rules, held against invented headlines and openings, told as an outlet might tell them. Those of
 * `taken` belong to the followed round; those of `left` do not, however near they look. The figures on labelled
 * articles come from `npm run bench`.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Match } from "../../../src/core/match/judge.ts";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

/** An empty day is a date that nobody knows. */
type Case = { readonly day: string; readonly title: string; readonly text?: string };
const cases = JSON.parse(readFileSync("tests/core/match/miami-cases.json", "utf8")) as {
  readonly taken: readonly Case[];
  readonly left: readonly Case[];
};

const file = "config/stories/miami-talks.yaml";
const story = readStory(readFileSync(file, "utf8"), file).story!;
const lexicon = lexiconOf([story]);

function judged({ day, title, text = "" }: Case): Match {
  const published = day === "" ? 0 : Date.parse(`${day}T12:00:00Z`);
  const origin = { id: "a", url: "https://outlet.example/a", outlet: "outlet.example", lang: "und" };
  return match({ ...origin, title, text, published }, story, lexicon);
}

test.each(cases.taken)("takes: $day $title", (one) => {
  const { decision, because } = judged(one);
  expect(decision, because.join("; ")).toBe("in");
});

test.each(cases.left)("leaves: $day $title", (one) => {
  const { decision, because } = judged(one);
  expect(decision, because.join("; ")).not.toBe("in");
});

describe("the same words at another time are not taken", () => {
  const days = ["2025-10-20", "2025-11-20", "2025-12-05", "2025-12-29", "2026-01-20", "2026-12-20", ""];
  test.each(days)("%s", (day) => {
    const kept = cases.taken.filter((one) => judged({ ...one, day }).decision === "in");
    expect(kept.map(({ title }) => title)).toEqual([]);
  });
});
