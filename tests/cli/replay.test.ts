/** What other programs rely on: JSON alone on stdout, the same bytes twice, whatever the order, and exact quotes. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSamples } from "../../src/demo/samples.ts";
import { type Ended, folderWith, inProcess, lines, parley } from "./program.ts";

type Evidence = { articleId: string; url: string; outlet: string; origin: string; published: string } & {
  quote: string;
  start: number;
  end: number;
};
type Change = { ref: string; kind: string; text: string; was: string | null; evidence: Evidence[] };
type Digest = { since: string | null; until: string; articles: number; quiet: boolean; changes: Change[] };
type Replay = { story: string; articles: number; matched: number; digests: Digest[] };

/** The demo's samples as archived articles, revisions as lines of their own. */
const articles = loadSamples("config/demo").samples.flatMap((sample) =>
  sample.articles.flatMap(({ url, published, versions }) =>
    versions.map((version, n) => ({
      id: url,
      url,
      outlet: sample.title,
      title: version.title,
      published: new Date(published).toISOString(),
      ...(n > 0 ? { updated: new Date(version.at).toISOString() } : {}),
      lang: sample.lang,
      text: version.text,
    })),
  ),
);
const cutoffs = "2025-12-18T20:00Z,2025-12-19T20:00Z,2025-12-20T23:00Z";
const rotated = articles.map((_, n) => articles[(n * 37 + 11) % articles.length]);
const folder = folderWith({
  "articles.jsonl": lines(...articles),
  "backwards.jsonl": lines(...articles.toReversed()),
  "mixed.jsonl": lines(...rotated),
  "first.jsonl": lines(...articles.filter((_, n) => n % 2 === 0)),
  "second.json": JSON.stringify(articles.filter((_, n) => n % 2 === 1)),
  "pairs.json": JSON.stringify([
    { id: "one", before: { text: "The port offered 100 crates." }, after: { text: "The port offered 200 crates." } },
    { id: 2, before: { text: "The talks began." }, after: { text: "It rained." } },
  ]),
});
afterAll(folder.remove);
const file = (name: string) => join(folder.path, name);
const replayed = (...names: readonly string[]) =>
  inProcess(["replay", ...names.map(file), "--cutoffs", cutoffs, "--json"]);

let whole: Ended;
beforeAll(async () => {
  whole = await parley(["replay", file("articles.jsonl"), "--cutoffs", cutoffs, "--json"]);
}, 30_000);

describe("replay --json", () => {
  test("is JSON alone, in the shape that is promised", () => {
    expect([whole.code, whole.err]).toEqual([0, ""]);
    const result = JSON.parse(whole.out) as Replay;
    expect(Object.keys(result)).toEqual(["story", "articles", "matched", "digests"]);
    expect(result.digests.map(({ since, until }) => [since, until])).toEqual([
      [null, "2025-12-18T20:00:00Z"],
      ["2025-12-18T20:00:00Z", "2025-12-19T20:00:00Z"],
      ["2025-12-19T20:00:00Z", "2025-12-20T23:00:00Z"],
    ]);
    for (const digest of result.digests) expect(digest.quiet).toBe(digest.changes.length === 0);
    const changes = result.digests.flatMap((digest) => digest.changes);
    expect(changes.length).toBeGreaterThan(10);
    for (const change of changes) {
      expect(["new", "updated", "confirmed", "disputed", "withdrawn"]).toContain(change.kind);
      expect(change.evidence.length).toBeGreaterThan(0);
    }
  });

  test("every quote is exactly a slice of its article, and its place is real", () => {
    const { digests } = JSON.parse(whole.out) as Replay;
    for (const { articleId, quote, start, end } of digests
      .flatMap(({ changes }) => changes)
      .flatMap((c) => c.evidence)) {
      const versions = articles.filter(({ id }) => id === articleId);
      expect(versions.some(({ text }) => text.slice(start, end) === quote)).toBe(true);
      expect(quote.trim()).not.toBe("");
    }
  });

  test("is the same, byte for byte, in another process, zone and folder", async () => {
    const again = await parley(["replay", file("articles.jsonl"), "--cutoffs", cutoffs, "--json"], {
      env: { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", NO_COLOR: "1" },
      cwd: folder.path,
    });
    expect(again).toEqual(whole);
  });

  test.each([["backwards.jsonl"], ["mixed.jsonl"], ["second.json", "first.jsonl"]])(
    "does not depend on the order of the articles: %s",
    async (...names) => {
      expect(await replayed(...names.filter((name) => name !== undefined))).toEqual(whole);
    },
  );

  test("takes the same file twice for once", async () => {
    expect(await replayed("articles.jsonl", "articles.jsonl")).toEqual(whole);
  });
});

describe("--every", () => {
  const undated = { id: "u", text: "Nobody knows when." };
  const own = folderWith({
    "far.jsonl": lines(articles[0], { ...articles[1], id: "far", published: "4031-01-01" }),
    "undated.jsonl": lines(articles[0], articles[9], undated),
  });
  afterAll(own.remove);

  test("is not stretched over half a century by an article without a date", async () => {
    const { code, out } = await inProcess(["replay", join(own.path, "undated.jsonl"), "--every", "6h", "--json"]);
    expect(code).toBe(1);
    expect((JSON.parse(out) as Replay).digests.length).toBeLessThan(50);
  });

  test("says which dates make too many digests", async () => {
    const ended = await inProcess(["replay", join(own.path, "far.jsonl"), "--every", "6h"]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/2025-12-1\d.* 4031-01-01/);
  });
});

test.each([
  ["match", ["match", "articles.jsonl", "--json"]],
  ["ask", ["ask", "What about the plan?", "articles.jsonl", "--json"]],
  ["relate", ["relate", "pairs.json", "--json"]],
])("%s --json is JSON alone and the same twice", async (_name, words) => {
  const args = words.map((word) => (word.includes(".json") ? file(word) : word));
  const first = await inProcess(args);
  expect([first.code, first.err]).toEqual([0, ""]);
  for (const part of words[0] === "match" ? first.out.trim().split("\n") : [first.out]) JSON.parse(part);
  expect(await inProcess(args)).toEqual(first);
});
