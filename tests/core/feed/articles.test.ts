import { expect, test } from "vitest";
import { articlesOf, languageCode } from "../../../src/core/feed/articles.ts";
import type { FeedEntry, FeedSource, ParsedFeed } from "../../../src/core/feed/feed.ts";

const now = Date.parse("2025-06-10T12:00:00Z");
const source: FeedSource = {
  id: "harbour",
  url: "https://harbour.example/feed",
  outlet: "harbour-post",
  lang: null,
  owner: null,
  country: null,
  stateRun: false,
};
const entry: FeedEntry = {
  id: "https://harbour.example/1",
  link: "https://harbour.example/1",
  title: "Ferry talks resume",
  published: now - 3_600_000,
  updated: null,
  summary: "Short.",
  content: "The longer text of the article.",
  author: null,
  categories: [],
  enclosures: [],
};
const feed = (...entries: Partial<FeedEntry>[]): ParsedFeed => ({
  title: "Harbour Post",
  link: "https://harbour.example/",
  description: "",
  language: "en-GB",
  ttlMinutes: null,
  entries: entries.map((fields) => ({ ...entry, ...fields })),
  problems: [],
});
const first = (fields: Partial<FeedEntry>) => articlesOf(feed(fields), source, now).articles[0];

test("An entry becomes an article credited to the configured outlet.", () => {
  expect(first({})).toEqual({
    id: "https://harbour.example/1",
    url: "https://harbour.example/1",
    outlet: "harbour-post",
    title: "Ferry talks resume",
    published: now - 3_600_000,
    lang: "en",
    text: "The longer text of the article.",
  });
});

test("The longer of content and summary is the text, else the title.", () => {
  expect(first({ content: "x", summary: "The longer one." })?.text).toBe("The longer one.");
  expect(first({ content: "", summary: "" })?.text).toBe("Ferry talks resume");
});

test("Dates: the future is now, a missing one is now, a day is its noon.", () => {
  expect(first({ published: now + 1 })?.published).toBe(now);
  const undated = articlesOf(feed({ published: null }), source, now);
  expect(undated.articles[0]?.published).toBe(now);
  expect(undated.problems).toHaveLength(1);
  const day = Date.parse("2025-06-09");
  expect(first({ published: day, publishedIsDay: true })?.published).toBe(Date.parse("2025-06-09T12:00:00Z"));
});

test("Updated is kept only when it is later.", () => {
  expect(first({ updated: entry.published })).not.toHaveProperty("updated");
  expect(first({ updated: now - 1 })?.updated).toBe(now - 1);
});

test("A bare id means something only within its outlet.", () => {
  expect(first({ id: "4711" })?.id).toBe("harbour-post:4711");
  expect(first({ id: "tag:harbour.example,2025:1" })?.id).toBe("tag:harbour.example,2025:1");
});

test("An entry that is there twice is one article, the newer one, and a problem.", () => {
  const { articles, problems } = articlesOf(
    feed({}, { updated: now, content: "The new text of the article." }),
    source,
    now,
  );
  expect(articles.map(({ text }) => text)).toEqual(["The new text of the article."]);
  expect(problems).toHaveLength(1);
});

test("An entry with nothing in it is left out and said.", () => {
  const { articles, problems } = articlesOf(feed({ title: "", content: "", summary: "" }), source, now);
  expect(articles).toEqual([]);
  expect(problems[0]?.where).toBe("harbour, entry 1");
});

test.each([
  ["en-GB", "en"],
  ["EN_us", "en"],
  ["rus", "ru"],
  ["und", null],
  ["", null],
  [null, null],
])("language %s → %s", (tag, expected) => expect(languageCode(tag)).toBe(expected));
