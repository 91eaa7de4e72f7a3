/** Translations: the same numbers, names, sense and deed by the tables of their language, and the same line on the way back. */
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/core/digest/digest.ts";
import { mistranslated } from "../../../src/core/model/check/translation.ts";
import { translatedBy } from "../../../src/core/model/translated.ts";
import { languages } from "../../../src/core/post/labels/labels.ts";
import { change, digest } from "../../fakes/facts.ts";

const signed = "The Port of Aldwick and the dockers signed an agreement on Monday, Orla Fenwick said.";
const met = "Ilse Varga met Peter Kocsis in Graz on Saturday.";
const talks = "Ukraine may hold talks with Russia in two weeks.";
const killed = "The attack on Halvar killed 14 soldiers on Sunday.";

describe("passes where nothing speaks against it", () => {
  test.each([
    [
      "de",
      signed,
      "Der Port of Aldwick und die Hafenarbeiter unterzeichneten am Montag ein Abkommen, sagte Orla Fenwick.",
    ],
    ["fr", signed, "Le Port of Aldwick et les dockers ont signé un accord lundi, a déclaré Orla Fenwick."],
    ["de", met, "Ilse Varga traf Peter Kocsis am Samstag in Graz."],
    ["es", met, "Ilse Varga se reunió con Peter Kocsis en Graz el sábado."],
    ["de", talks, "Die Ukraine könnte in 2 Wochen Gespräche mit Russland führen."],
    ["uk", talks, "Україна може провести переговори з Росією через 2 тижні."],
    ["de", killed, "Bei dem Angriff auf Halvar wurden am Sonntag 14 Soldaten getötet."],
  ])("%s: %s", (language, line, translation) => expect(mistranslated(line, translation, language)).toBeNull());
});

describe("is refused", () => {
  test.each([
    [
      "another day",
      "de",
      signed,
      "Der Port of Aldwick und die Hafenarbeiter unterzeichneten am Dienstag ein Abkommen, sagte Orla Fenwick.",
    ],
    [
      "a denial",
      "de",
      signed,
      "Der Port of Aldwick und die Hafenarbeiter unterzeichneten am Montag kein Abkommen, sagte Orla Fenwick.",
    ],
    [
      "nobody who says it",
      "de",
      signed,
      "Der Port of Aldwick und die Hafenarbeiter unterzeichneten am Montag ein Abkommen.",
    ],
    [
      "another deed",
      "de",
      signed,
      "Der Port of Aldwick und die Hafenarbeiter brachen am Montag ein Abkommen, sagte Orla Fenwick.",
    ],
    ["another name", "fr", signed, "Le Port of Aldwick et les dockers ont signé un accord lundi, a déclaré Karin Moe."],
    [
      "a name besides",
      "fr",
      signed,
      "Le Port of Aldwick, Karin Moe et les dockers ont signé un accord lundi, a déclaré Orla Fenwick.",
    ],
    ["exchanged people", "de", met, "Peter Kocsis traf Ilse Varga am Samstag in Graz."],
    ["a doubt less", "de", talks, "Die Ukraine führt in 2 Wochen Gespräche mit Russland."],
    ["exchanged countries", "uk", talks, "Росія може провести переговори з Україною через 2 тижні."],
    ["another number", "de", killed, "Bei dem Angriff auf Halvar wurden am Sonntag 41 Soldaten getötet."],
    ["a number less", "de", killed, "Bei dem Angriff auf Halvar wurden am Sonntag Soldaten getötet."],
    [
      "a deed besides",
      "de",
      killed,
      "Bei dem Angriff auf Halvar wurden am Sonntag 14 Soldaten getötet und viele verletzt.",
    ],
    ["a link", "de", met, "Ilse Varga traf Peter Kocsis am Samstag in Graz, siehe https://offers.example."],
    ["a mention", "de", met, "@everyone Ilse Varga traf Peter Kocsis am Samstag in Graz."],
    [
      "a novel",
      "de",
      met,
      `Ilse Varga traf Peter Kocsis am Samstag in Graz${", wie lange erwartet worden war".repeat(4)}.`,
    ],
    [
      "a deed that no table knows",
      "de",
      "Ilse Varga praised Peter Kocsis in Graz on Saturday.",
      "Ilse Varga lobte Peter Kocsis am Samstag in Graz.",
    ],
    ["a language that nobody knows", "nl", met, "Ilse Varga ontmoette Peter Kocsis zaterdag in Graz."],
  ])("with %s", (_, language, line, translation) => expect(mistranslated(line, translation, language)).not.toBeNull());
});

describe("in a digest", () => {
  const told = digest([change("c1", "new", met), change("c2", "disputed", met)]);
  const there = [{ id: "c1", text: "Ilse Varga traf Peter Kocsis am Samstag in Graz." }];
  const made = (back: string, lines = there): readonly (string | undefined)[] =>
    translatedBy(told, "de", lines, [{ id: "c1", text: back }]).map(({ translation }: Change) => translation?.text);
  test("a line gets its translation beside its words, which stay", () => {
    expect(made(met)).toEqual([there[0]!.text, undefined]);
    expect(translatedBy(told, "de", there, [{ id: "c1", text: met }]).map(({ text }) => text)).toEqual([met, met]);
  });
  test.each([
    "Ilse Varga attacked Peter Kocsis in Graz on Saturday.",
    "Ilse Varga met Peter Kocsis.",
    "Peter Kocsis met Ilse Varga in Graz on Saturday.",
    "",
  ])("and none when what comes back is: %s", (back) => expect(made(back)).toEqual([undefined, undefined]));
  test("nor one that was not asked for", () =>
    expect(made(met, [{ id: "c2", text: there[0]!.text }])).toEqual([undefined, undefined]));
});

test("English needs none", () => expect(languages[0]).toBe("en"));
