import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showAgo, showNear } from "../../../src/core/post/time.ts";
import {
  count,
  cut,
  ended,
  foreignLanguage,
  foreignOrigin,
  inner,
  languageNote,
  listed,
  originName,
  titled,
} from "../../../src/core/post/words.ts";
import { at, now } from "../../fakes/facts.ts";

test.each([
  [count(0, "article"), "0 articles"],
  [count(1, "article"), "1 article"],
  [count(2, "reply", "replies"), "2 replies"],
  [listed([]), ""],
  [listed(["a"]), "a"],
  [listed(["a", "b"]), "a and b"],
  [listed(["a", "b", "c"], "or"), "a, b or c"],
  [originName("agency:Northwire"), "Northwire"],
  [originName("outlet:north-wire"), "North Wire"],
  [originName("Alder Post"), "Alder Post"],
  [foreignOrigin({ outlet: "The Alder Post", origin: "outlet:alder-post" }), null],
  [foreignOrigin({ outlet: "Alder Post", origin: "Alder Post" }), null],
  [foreignOrigin({ outlet: "Alder Post", origin: "outlet:north-wire" }), "North Wire"],
  [foreignOrigin({ outlet: "Вести Порта", origin: "outlet:вести-порта" }), null],
  [originName("odd:"), "odd:"],
  [titled("fishing quotas"), "Fishing quotas"],
  [inner("They met. "), "They met"],
  [inner("They met..."), "They met..."],
  [ended("They met"), "They met."],
  [ended("“Did they meet?”"), "“Did they meet?”"],
  [ended("They met.)"), "They met.)"],
])("%j", (made, expected) => {
  expect(made).toBe(expected);
});

describe("languages", () => {
  test.each([
    ["en", null],
    ["en-GB", null],
    ["und", null],
    ["", null],
    ["not a code", null],
    ["zz", null],
    ["ru", "Russian"],
    ["uk", "Ukrainian"],
    ["pt-BR", "Portuguese"],
  ])("%j is %j", (code, name) => {
    expect(foreignLanguage(code)).toBe(name);
  });
  test.each([
    [["ru"], "[source in Russian]"],
    [["ru", "ru"], "[sources in Russian]"],
    [["uk", "ru"], "[sources in Russian and Ukrainian]"],
    [["ru", "en"], ""],
    [["und"], ""],
    [[], ""],
  ])("%j: %j", (codes, note) => {
    expect(languageNote(codes.map((lang) => ({ lang })))).toBe(note);
  });
});

describe("a cut", () => {
  test.each([
    ["short", 10, "short"],
    ["one two three", 13, "one two three"],
    ["one two three", 12, "one two…"],
    ["one two three", 8, "one two…"],
    ["one two, three", 10, "one two…"],
    ["onetwothree", 6, "onetw…"],
    ["a bcdefghijk", 8, "a bcdef…"],
    ["ab👩‍👧cd", 6, "ab…"],
    ["e\u0301e\u0301e\u0301", 4, "e\u0301…"],
  ])("%j to %d is %j", (value, max, expected) => {
    expect(cut(value, max)).toBe(expected);
  });
  test("is never longer than asked, and what it keeps is how the text began", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (value, max) => {
        const made = cut(value, max);
        expect(made.length).toBeLessThanOrEqual(max);
        if (made !== value) expect(value.startsWith(made.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe("times", () => {
  test.each([
    ["2031-03-14T20:00:00Z", "Europe/Berlin", "Fri 21:00 CET"],
    ["2031-03-01T20:00:00Z", "UTC", "Sat 1 Mar 20:00 UTC"],
    ["2030-12-19T20:00:00Z", "UTC", "Thu 19 Dec 2030 20:00 UTC"],
  ])("%s in %s is %s", (iso, zone, shown) => {
    expect(showNear(at(iso), now, zone)).toBe(shown);
  });
  test.each([
    ["2031-03-15T17:59:40Z", "just now"],
    ["2031-03-15T19:00:00Z", "just now"],
    ["2031-03-15T17:25:00Z", "35 min ago"],
    ["2031-03-15T04:00:00Z", "14 h ago"],
    ["2031-03-13T18:00:00Z", "2 days ago"],
  ])("%s was %s", (iso, shown) => {
    expect(showAgo(at(iso), now)).toBe(shown);
  });
});
