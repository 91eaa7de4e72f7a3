import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build, scan, scanAll } from "../../../src/core/text/automaton.ts";

const automaton = (names: readonly string[], proper = false) =>
  build(names.map((text) => ({ text, value: text, proper })));
const found = (names: readonly string[], text: string, proper = false) =>
  scan(automaton(names, proper), text).map(({ start, end, value }) => `${value}: ${text.slice(start, end)}`);

describe("a name is found", () => {
  const table: readonly (readonly [what: string, names: readonly string[], text: string, found: readonly string[]])[] =
    [
      ["whatever its case and accents", ["Ælfred Öhman"], "ÆLFRED OHMAN spoke", ["Ælfred Öhman: ÆLFRED OHMAN"]],
      ["as a whole word only", ["Ana"], "Anab, banana and Ana-Maria", ["Ana: Ana"]],
      ["without its possessive", ["Orla"], "Orla’s plan, Orla's ship", ["Orla: Orla", "Orla: Orla"]],
      [
        "with a curly apostrophe inside",
        ["dockers' leader"],
        "the dockers’ leader",
        ["dockers' leader: dockers’ leader"],
      ],
      ["over any white space", ["Port Saldane"], "Port\u00a0  Saldane", ["Port Saldane: Port\u00a0  Saldane"]],
      ["with any hyphen", ["cease-fire"], "a cease\u2011fire", ["cease-fire: cease\u2011fire"]],
      ["with any ending after a star", ["Saldan*"], "Saldanban, Saldan", ["Saldan*: Saldanban", "Saldan*: Saldan"]],
      ["in capitals when it is an acronym", ["QR", "UN"], "Tell us, un ami: UN and QR, not qr", ["UN: UN", "QR: QR"]],
      ["with its dots when it is written so", ["U.Q."], "The U.Q. and U.Q.-led, UQ", ["U.Q.: U.Q.", "U.Q.: U.Q."]],
      [
        "as the longest of overlapping ones",
        ["Orla", "Orla's envoy", "envoy"],
        "Orla’s envoy",
        ["Orla's envoy: Orla’s envoy"],
      ],
      ["inflected in Cyrillic", ["Каврин", "Маретта"], "Каврину и Мареттой", ["Каврин: Каврину", "Маретта: Мареттой"]],
      ["but not as the beginning of another word there", ["Каврин"], "Кавриновская", []],
      ["not inflected when it is short", ["Лит"], "Литва, Лит", ["Лит: Лит"]],
      ["with ё and with e", ["Соловьёв"], "Соловьев", ["Соловьёв: Соловьев"]],
      ["where nobody writes spaces", ["萨尔丹"], "代表团在萨尔丹会面", ["萨尔丹: 萨尔丹"]],
      ["with a particle in Hangul", ["살다네"], "살다네에서", ["살다네: 살다네에서"]],
      ["behind an Arabic and, in, the", ["كافرين"], "وكافرين في بكافرين", ["كافرين: كافرين", "كافرين: كافرين"]],
      ["behind a Hebrew in", ["סלדנה"], "בסלדנה", ["סלדנה: סלדנה"]],
      ["whatever the Greek accents", ["Σάλνταν"], "ΣΑΛΝΤΑΝ", ["Σάλνταν: ΣΑΛΝΤΑΝ"]],
      ["in letters beyond the first plane", ["𝔄na"], "x 𝔄na y", ["𝔄na: 𝔄na"]],
    ];
  test.each(table)("%s", (_, names, text, expected) => expect(found(names, text)).toEqual(expected));
});

test("a proper name is not found in small letters", () => {
  expect(found(["Costa"], "la costa y Costa, COSTA", true)).toEqual(["Costa: Costa", "Costa: COSTA"]);
});

test("equal spans keep all their values, in order", () => {
  const two = build([
    { text: "Orla", value: 1 },
    { text: "orla", value: 2 },
  ]);
  expect(scan(two, "Orla").map(({ value }) => value)).toEqual([1, 2]);
});

test("overlapping hits are all there when they are asked for", () => {
  const hits = scanAll(automaton(["Orla", "Orla Fenwick", "Fenwick"]), "Orla Fenwick");
  expect(hits.map(({ value }) => value).sort()).toEqual(["Fenwick", "Orla", "Orla Fenwick"]);
});

test("an empty name, an empty text and no name at all are nothing", () => {
  expect(found(["", " ", "*"], "some text")).toEqual([]);
  expect(found(["Orla"], "")).toEqual([]);
  expect(found([], "Orla")).toEqual([]);
});

test("a run of letters without an end is read once, not once a letter", () => {
  const letters = "a".repeat(200_000);
  expect(found(["a*", "aa*", "aaa"], letters)).toEqual([]);
});

test("finds what a plain search for whole words finds", () => {
  const word = fc.stringMatching(/^[abc]{1,4}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 8 }), fc.array(word, { maxLength: 30 }), (names, words) => {
      const text = words.join(" ");
      const hits = scanAll(automaton(names), text).map(({ start, value }) => `${start} ${value}`);
      const plain = names.flatMap((name) =>
        [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))].map(({ index }) => `${index} ${name}`),
      );
      expect(hits.toSorted()).toEqual(plain.toSorted());
    }),
  );
});

test("every hit lies in the text and never splits a letter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      fc.string({ unit: "grapheme" }),
      (names, tail) => {
        const text = `${names.join(" ")} ${tail}`;
        for (const { start, end } of scanAll(automaton(names), text)) {
          expect(start).toBeLessThan(end);
          expect(text.slice(0, start) + text.slice(start, end) + text.slice(end)).toBe(text);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
        }
      },
    ),
  );
});
