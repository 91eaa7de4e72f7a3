/** The shipped story's rules, held against invented articles. The figures on labelled data come from `npm run bench`. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";
import { type Case, left, taken } from "./miami-cases.ts";

const file = "config/stories/miami-talks.yaml";
const story = readStory(readFileSync(file, "utf8"), file).story!;
const lexicon = lexiconOf([story]);
const decisionOf = (title = "", text: string | undefined, day = "") => {
  const published = day === "" ? 0 : Date.parse(`${day}T12:00:00Z`);
  return match(
    {
      id: "a",
      url: "https://outlet.example/a",
      outlet: "outlet.example",
      title,
      text: text ?? "",
      lang: "und",
      published,
    },
    story,
    lexicon,
  );
};

describe("belongs", () => {
  test.each(taken)("%s %s %s", (_, day, title, text) => {
    const { decision, because } = decisionOf(title, text, day);
    expect(decision, because.join("; ")).toBe("in");
  });
});

describe("does not belong", () => {
  test.each(left)("%s %s %s", (_, day, title, text) => {
    const { decision, because } = decisionOf(title, text, day);
    expect(decision, because.join("; ")).not.toBe("in");
  });
});

describe("the same words at another time", () => {
  const shifted: readonly Case[] = taken.slice(0, 20);
  test.each(["2025-10-20", "2025-11-20", "2025-12-05", "2025-12-29", "2026-01-20", "2026-12-20"])("%s", (day) => {
    expect(shifted.filter(([, , title, text]) => decisionOf(title, text, day).decision === "in")).toEqual([]);
  });
});
