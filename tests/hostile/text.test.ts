/**
 * Hostile texts through everything that reads them. Whatever they hold, a command ends in time, its quotes are exact
 * slices, and what a person sees can neither steer the terminal nor hide its direction.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { statementCharsMax } from "../../src/cli/pairs.ts";
import { folderWith, inProcess, lines, stackTrace } from "../cli/program.ts";
import { dockStoryText } from "../fakes/newsroom.ts";
import { fact, hostile } from "./articles.ts";

/** Quadratic time on a megabyte takes minutes; linear time, a second or two on a slow machine. */
const caseMsMax = 20_000;

const folder = folderWith({ "dock-talks.yaml": dockStoryText });
afterAll(folder.remove);
const story = join(folder.path, "dock-talks.yaml");

/** What may never reach a terminal from foreign text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]/;

type Quoted = { readonly quote: string; readonly start: number; readonly end: number };

/** Every piece of evidence anywhere in a JSON value. */
function quotesIn(value: unknown): readonly Quoted[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "quote" in value && "start" in value ? [value as Quoted] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

const article = (text: string, title = "Dock talks") => ({
  id: "a",
  url: "https://quay.example/a",
  outlet: "Quay Post",
  published: "2031-05-05T08:00:00Z",
  lang: "en",
  title,
  text,
});

test.each(hostile)("$name", { timeout: caseMsMax }, async ({ text, title }) => {
  const file = join(folder.path, "article.jsonl");
  writeFileSync(file, lines(article(text, title)));
  const called = async (...args: readonly string[]) => {
    const ended = await inProcess([...args, file, "--story", story]);
    expect(ended.err).not.toMatch(stackTrace);
    expect(ended.code).toBe(0);
    expect(ended.out).not.toMatch(steering);
    return ended.out;
  };
  await called("match");
  const drawn = await called("replay");
  const answered = JSON.parse(await called("ask", "What did Fenwick say?", "--json"));
  const replayed = JSON.parse(await called("replay", "--json"));
  for (const { quote, start, end } of quotesIn([answered, replayed])) expect(text.slice(start, end)).toBe(quote);
  expect(drawn.split("\n").every((line) => line.length < 1000)).toBe(true);
});

describe("two statements", () => {
  test.each(hostile)("$name", { timeout: caseMsMax }, async ({ text: whole }) => {
    const text = whole.slice(0, statementCharsMax);
    const file = join(folder.path, "pairs.json");
    const pairs = [
      { id: text.slice(0, 200), before: { text: fact }, after: { text } },
      { id: "2", before: { text }, after: { text: fact } },
      { id: "3", before: { text }, after: { text } },
    ];
    writeFileSync(file, JSON.stringify(pairs));
    const { code, out, err } = await inProcess(["relate", file, "--story", story]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).not.toMatch(steering);
    expect(out.split("\n")).toHaveLength(pairs.length + 1);
  });

  test("longer than a statement can be are named and left out", async () => {
    const file = join(folder.path, "pairs.json");
    writeFileSync(file, JSON.stringify([{ id: 1, before: { text: fact }, after: { text: "x".repeat(1_000_000) } }]));
    const { code, out, err } = await inProcess(["relate", file, "--json"]);
    expect([code, JSON.parse(out)]).toEqual([1, []]);
    expect(err).toMatch(/pair 1 is longer than 10000 characters/);
  });
});
