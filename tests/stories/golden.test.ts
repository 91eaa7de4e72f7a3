/**
 * Whole stories, day by day, down to the digests. What is told stands in a text file beside each story, to be read by
 * people. When the engine learns something, `npx vitest run tests/stories -u` writes the files anew: read the difference.
 */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { answer } from "../../src/core/answer/answer.ts";
import { type Article, versionOf } from "../../src/core/article/article.ts";
import type { Digest } from "../../src/core/digest/digest.ts";
import { factStates } from "../../src/core/ledger/states.ts";
import { postOf } from "../../src/core/post/digest-post.ts";
import { replay } from "../../src/core/replay.ts";
import { lexiconOf } from "../../src/core/story/lexicon.ts";
import { readStory } from "../../src/core/story/read.ts";
import { emptyStory, type Story } from "../../src/core/story/story.ts";
import { loadSamples } from "../../src/demo/samples.ts";
import { textOf } from "../checkout/files.ts";

type Written = { id: string; outlet: string; at: string; updated?: string; title: string; text: string };
type Days = readonly { readonly day: string; readonly articles: readonly Written[] }[];

const story = (path: string): Story => readStory(textOf(path), path).story!;
const ferry = story("tests/stories/ferry-accord/story.yaml");
const miami = story("config/stories/miami-talks.yaml");
const days = parse(textOf("tests/stories/ferry-accord/days.yaml"), { schema: "failsafe" }) as Days;

const instant = (day: string, time: string): number =>
  Date.parse(time.includes("T") ? time : `${day}T${time.padStart(5, "0")}:00Z`);

const ferryArticles: readonly Article[] = days.flatMap(({ day, articles }) =>
  articles.map(({ id, outlet, at, updated, title, text }) => ({
    id,
    url: `https://${id}.example/`,
    outlet,
    title,
    published: instant(day, at),
    ...(updated ? { updated: instant(day, updated) } : {}),
    lang: "en",
    text: text.trimEnd(),
  })),
);

const demoArticles: readonly Article[] = loadSamples("config/demo").samples.flatMap((sample) =>
  sample.articles.flatMap(({ url, published, versions }) =>
    versions.map((version) => ({
      id: url,
      url,
      outlet: sample.title,
      title: version.title,
      published,
      ...(version.at > published ? { updated: version.at } : {}),
      lang: sample.lang ?? "und",
      text: version.text,
    })),
  ),
);

const evenings = (from: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => Date.parse(`${from}T20:00:00Z`) + n * 24 * 3_600_000);

/** A story that knows nothing takes every article in; a few of them show as much as all. */
const someMax = 20;

/** A digest as people would note it: one line a change, and where each comes from. */
function noted({ window, articles, origins, changes }: Digest): string {
  const head = `## ${new Date(window.until).toISOString().slice(0, 16)} · ${articles} articles, ${origins} origins`;
  const lines = changes.map(({ kind, text, was, evidence }) => {
    const outlets = [...new Set(evidence.map(({ outlet }) => outlet))].join(", ");
    return `- ${kind.toUpperCase()} ${text}${was ? ` (was: ${was})` : ""} [${outlets}]`;
  });
  return [head, ...(lines.length > 0 ? lines : ["- no change"])].join("\n");
}

const stories: readonly (readonly [string, Story, readonly Article[], readonly number[]])[] = [
  ["ferry-accord/told.md", ferry, ferryArticles, evenings("2033-09-05", 5)],
  ["demo-told.md", miami, demoArticles, evenings("2025-12-17", 6)],
];

describe.each(stories)("%s", (file, followed, articles, cutoffs) => {
  const { digests } = replay(articles, followed, cutoffs);

  test("tells what stands in the file", async () => {
    await expect(`${digests.map(noted).join("\n\n")}\n`).toMatchFileSnapshot(file);
  });

  test("has windows without a gap, and evidence for every line, word for word", () => {
    expect(digests.map(({ window }) => window)).toEqual(
      cutoffs.map((until, n) => ({ since: cutoffs[n - 1] ?? null, until })),
    );
    for (const { evidence } of digests.flatMap(({ changes }) => changes)) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { articleId, quote, start, end } of evidence)
        expect(articles.filter(({ id }) => id === articleId).map(({ text }) => text.slice(start, end))).toContain(
          quote,
        );
    }
  });

  test("breaks nowhere when nothing is known of it but a name", () => {
    const blank: Story = { ...emptyStory, id: "blank", name: "Nothing yet" };
    const some = articles.slice(0, someMax);
    const result = replay(some, blank, cutoffs);
    expect(result.digests).toHaveLength(cutoffs.length);
    for (const digest of result.digests) expect(postOf(digest, blank, "UTC").root.length).toBeGreaterThan(0);
    const at = some.reduce((newest, article) => Math.max(newest, versionOf(article)), 0);
    const given = answer({
      question: "What about the envoy?",
      story: blank,
      lexicon: lexiconOf([blank]),
      facts: factStates(result.ledger, at),
      at,
      articles: result.ledger.articles.size,
    });
    expect(given.text).not.toBe("");
  });
});

test("the ferry story is known alike, however many windows it is told in", () => {
  const last = Date.parse("2033-09-09T20:00:00Z");
  const once = replay(ferryArticles, ferry, [last]).ledger;
  const often = replay(ferryArticles, ferry, evenings("2033-09-05", 5)).ledger;
  expect(factStates(often, last)).toEqual(factStates(once, last));
});

test("the ferry story goes as it was written", () => {
  const { digests } = replay(ferryArticles, ferry, evenings("2033-09-05", 5));
  expect(digests.map(({ articles }) => articles)).toEqual([2, 1, 2, 0, 1]);
  expect(digests.map(({ quiet }) => quiet)).toEqual([false, expect.any(Boolean), false, true, expect.any(Boolean)]);
  const kinds = digests.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  expect(kinds).toContain("updated");
});
