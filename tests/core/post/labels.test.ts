/** A root in the language of its place: its labels, counts and times from one table, what is told as it is. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Correction } from "../../../src/core/digest/corrections.ts";
import { foreignCues } from "../../../src/core/language/foreign.ts";
import { marked } from "../../../src/core/post/correction.ts";
import { postOf, quietLine } from "../../../src/core/post/digest-post.ts";
import { counted, labelsIn, labelsOf, languages } from "../../../src/core/post/labels/labels.ts";
import type { Block } from "../../../src/core/post/post.ts";
import { at, change, digest, harbourTalks, restart } from "../../fakes/facts.ts";

beforeEach(restart);

const others = languages.filter((language) => language !== "en");
const line = (text: string, language: string) => ({
  ...change("c1", "updated", "Ostland opened 3 ports on Monday."),
  translation: { language, text },
});
const linesOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === "heading") return block.text;
      if (block.kind === "change") return `${block.label} ${block.inlines.map(({ text }) => text).join("")}`;
      return block.kind === "buttons" ? block.items.map(({ label }) => label).join(" ") : "";
    })
    .join("\n");

test("there is a table for each language that a line can be translated into", () => {
  expect(new Set(others)).toEqual(new Set(foreignCues.keys()));
  expect(labelsIn("xx")).toBe(labelsIn("en"));
  expect(labelsIn(undefined)).toBe(labelsIn("en"));
});

test("no two languages share a label, so that a posted one tells its language", () => {
  for (const language of languages) {
    const { kinds, corrected } = labelsIn(language);
    expect([...Object.values(kinds), corrected].map((label) => labelsOf(label).code)).toEqual(
      Array.from({ length: 6 }, () => language),
    );
  }
});

describe.each(others)("%s", (language) => {
  const told = digest([line("Ostland 3 …", language), change("c2", "new", "A thing.")], { language });
  test("its root has no label of ours in English", () => {
    const english = linesOf(postOf({ ...told, language: "en" }, harbourTalks, "Europe/Kyiv").root);
    const root = linesOf(postOf(told, harbourTalks, "Europe/Kyiv").root);
    const words = (text: string) => new Set(text.replaceAll(/\[[^\]]*\]/g, "").match(/\p{L}{3,}/gu));
    // French says "article" and "Sources" as well.
    const shared = [...words(root)].filter((word) => words(english).has(word) && !/^(?:articles?|Sources)$/.test(word));
    expect(new Set(shared)).toEqual(new Set(["Harbour", "talks", "Ostland", "thing", "EET"]));
    expect(root.match(/\d+/g)).toEqual(english.match(/\d+/g));
  });
  test("its thread is the same as in English, and so are sources", () => {
    const [own, english] = [told, { ...told, language: "en" }].map((one) => postOf(one, harbourTalks, "UTC"));
    expect(own!.thread).toEqual(english!.thread);
    const cited = ({ root }: NonNullable<typeof own>) =>
      root.flatMap((one) => (one.kind === "change" ? one.sources : []));
    expect(cited(own!)).toEqual(cited(english!));
  });
  test("a quiet window is told in it", () => {
    const quiet = quietLine(digest([], { language }));
    expect(quiet).not.toMatch(/\b(?:No material|change|ago|claims?)\b/);
    expect(quiet.match(/\d+/g)).toEqual(["23", "5", "0", "14"]);
  });
  test("a correction marks a line in it", () => {
    const { root } = postOf(told, harbourTalks, "UTC");
    const own = told.changes[0]!;
    const taken: Correction = { ref: "c1", told: own, now: null, by: ["Alder Post"], at: at("2031-03-15T20:00:00Z") };
    const said = linesOf(marked(root, [taken], "UTC", () => true)!);
    expect(said).toContain(`${labelsIn(language).kinds.withdrawn} `);
    expect(said).toContain("Alder Post");
    expect(said).not.toMatch(/Taken back|WITHDRAWN|it had said/);
    expect(marked(marked(root, [taken], "UTC", () => true)!, [taken], "UTC", () => true)).toEqual(
      marked(root, [taken], "UTC", () => true),
    );
  });
});

test.each([
  ["ru", 1, "1 статья"],
  ["ru", 3, "3 статьи"],
  ["ru", 11, "11 статей"],
  ["ru", 21, "21 статья"],
  ["uk", 2, "2 статті"],
  ["uk", 0, "0 статей"],
  ["de", 1, "1 Artikel"],
  ["fr", 0, "0 article"],
  ["es", 2, "2 artículos"],
] as const)("%s counts %i as %s", (language, n, words) => {
  expect(counted(labelsIn(language), n, "article")).toBe(words);
});

test("German, as it is read", () => {
  const german = digest([line("Ostland öffnete am Montag 3 Häfen.", "de")], { language: "de" });
  expect(linesOf(postOf(german, harbourTalks, "Europe/Berlin").root)).toBe(
    [
      "Harbour talks · 1 Änderung seit Fr 21:00 CET · 23 Artikel, 9 Medien, 5 Ursprünge",
      "AKTUALISIERT Ostland öffnete am Montag 3 Häfen. [maschinell übersetzt]",
      "Quellen Warum Fragen",
    ].join("\n"),
  );
});
