import { expect, test } from "vitest";
import { readArchive } from "../../src/web/archive.ts";
import { feedJson } from "../../src/web/feed-json.ts";
import { oneEntry } from "../contracts/feeds.contract.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const article = {
  id: "a1",
  url: "https://harbour.example/1",
  outlet: "harbour",
  title: "Ferry talks resume",
  published: "2025-06-10T09:00:00+02:00",
  lang: "en",
  text: " The ferry\u200b sails  again.\r\nTomorrow. ",
};
const lines = (...values: unknown[]) =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

test("JSON Lines keep their text exactly as given.", async () => {
  const { articles, problems } = await readArchive([file("a.jsonl", `${lines(article)}\r\n\n`)]);
  expect(problems).toEqual([]);
  expect(articles).toEqual([{ ...article, published: Date.parse("2025-06-10T07:00:00Z") }]);
});

test("A date alone is noon in UTC, and a later update is a revision.", async () => {
  const revised = { ...article, published: "2025-06-10", updated: "2025-06-11T08:00:00Z" };
  const { articles } = await readArchive([file("a.jsonl", lines(article, revised))]);
  expect(articles[1]).toMatchObject({
    id: "a1",
    published: Date.parse("2025-06-10T12:00:00Z"),
    updated: Date.parse("2025-06-11T08:00:00Z"),
  });
});

test("Malformed lines are problems with file and line, and the rest is read.", async () => {
  const { articles, problems } = await readArchive([
    file("a.jsonl", lines(article, "{nonsense", "[1]", { id: "b" }, { ...article, id: "c", published: null })),
  ]);
  expect(articles.map(({ id, published }) => [id, published])).toEqual([
    ["a1", Date.parse("2025-06-10T07:00:00Z")],
    ["c", 0],
  ]);
  expect(problems.map(({ where }) => where)).toEqual(["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5"]);
});

test("Without a publication time the update counts, and it is said.", async () => {
  const { articles, problems } = await readArchive([
    file("a.jsonl", lines({ ...article, published: undefined, updated: "2025-06-11T08:00:00Z" })),
  ]);
  expect(articles[0]?.published).toBe(Date.parse("2025-06-11T08:00:00Z"));
  expect(articles[0]).not.toHaveProperty("updated");
  expect(problems).toHaveLength(1);
});

test("Any mix of files is read in the order given.", async () => {
  const jsonFeed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "J",
    items: [{ id: "j1", content_text: "Text." }],
  };
  const { articles } = await readArchive([
    file("array.json", JSON.stringify([article, { ...article, id: "a2" }], null, 2)),
    file("feed.xml", oneEntry("Sailing")),
    file("feed.json", JSON.stringify(jsonFeed, null, 2)),
    file("one.json", JSON.stringify(article, null, 2)),
  ]);
  expect(articles.map(({ id, outlet }) => `${id} ${outlet}`)).toEqual([
    "a1 harbour",
    "a2 harbour",
    "https://harbour.example/1 harbour.example",
    "J:j1 J",
    "a1 harbour",
  ]);
});

test("An unknown language is detected.", async () => {
  const texts = [
    "Переговоры о паромной переправе продолжатся на следующей неделе, сообщило министерство.",
    "Die Gespräche über die Fähre werden in der kommenden Woche fortgesetzt, teilte das Ministerium mit.",
    "The talks about the ferry will continue next week, the ministry said in a statement.",
    "12 345",
  ];
  const { articles } = await readArchive([
    file("a.jsonl", lines(...texts.map((text) => ({ id: text, title: "", text })))),
  ]);
  expect(articles.map(({ lang }) => lang)).toEqual(["ru", "de", "en", "und"]);
});

test("What is no feed and an empty file are problems.", async () => {
  const { articles, problems } = await readArchive([file("x.txt", "lorem"), file("y.xml", "")]);
  expect(articles).toEqual([]);
  expect(problems.map(({ where }) => where)).toEqual(["x.txt", "y.xml"]);
});

test("A read feed prints as the documented JSON.", () => {
  const entry = {
    id: "1",
    link: null,
    title: "T",
    published: 0,
    publishedIsDay: true,
    updated: null,
    summary: "",
    content: "A\nB",
    author: null,
    categories: [],
    enclosures: [],
  };
  const feed = {
    title: "F",
    link: null,
    description: "",
    language: null,
    ttlMinutes: 5,
    entries: [entry],
    problems: [],
  };
  expect(JSON.stringify(feedJson(feed))).toBe(
    '{"feed":{"title":"F","link":null,"description":"","language":null},"entries":[{"id":"1","link":null,"title":"T",' +
      '"published":"1970-01-01T00:00:00.000Z","updated":null,"summary":"","content":"A\\nB","author":null,' +
      '"categories":[],"enclosures":[]}],"problems":[]}',
  );
});
