import { expect, test } from "vitest";
import type { FeedEntry } from "../../../src/core/feed/feed.ts";
import { canonicalLink, fingerprint, identitiesOf } from "../../../src/core/feed/identity.ts";

const entry = (fields: Partial<FeedEntry>): FeedEntry => ({
  id: null,
  link: null,
  title: "",
  published: null,
  updated: null,
  summary: "",
  content: "",
  author: null,
  categories: [],
  enclosures: [],
  ...fields,
});

test.each([
  ["https://a.example/x?utm_source=rss&id=4#top", "https://a.example/x?id=4"],
  ["https://a.example/x?fbclid=1", "https://a.example/x"],
  ["HTTPS://A.example:443/x", "https://a.example/x"],
  ["https://u:p@a.example/x", "https://a.example/x"],
  ["tag:a.example,2025:1", null],
  ["not a link", null],
])("%s → %s", (link, expected) => expect(canonicalLink(link)).toBe(expected));

test("An id wins over a link, a link over a fingerprint.", () => {
  const link = "https://a.example/1?utm_medium=feed";
  expect(identitiesOf([entry({ id: "7", link, title: "One" })])).toEqual(["7"]);
  expect(identitiesOf([entry({ link, title: "One" })])).toEqual(["https://a.example/1"]);
  expect(identitiesOf([entry({ id: link, link, title: "One" })])).toEqual(["https://a.example/1"]);
  expect(identitiesOf([entry({ title: "One" })])).toEqual([`fp:${fingerprint("One", "")}`]);
});

test("One id on several different entries is no id.", () => {
  const ids = identitiesOf([
    entry({ id: "feed", link: "https://a.example/1", title: "One" }),
    entry({ id: "feed", link: "https://a.example/2", title: "Two" }),
    entry({ id: "feed", link: "https://a.example/2", title: "Three" }),
  ]);
  expect(ids[0]).toBe("https://a.example/1");
  expect(new Set(ids).size).toBe(3);
});

test("The fingerprint ignores case and punctuation.", () => {
  expect(fingerprint("Talks: round two!", "a.example")).toBe(fingerprint("talks round two", "a.example"));
  expect(fingerprint("Talks", "a.example")).not.toBe(fingerprint("Talks", "b.example"));
});
