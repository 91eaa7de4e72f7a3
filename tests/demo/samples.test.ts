import { describe, expect, test } from "vitest";
import { loadSamples, readSample } from "../../src/demo/samples.ts";

const { samples, problems } = loadSamples("config/demo");
const articles = samples.flatMap((sample) => sample.articles.map((article) => ({ ...article, sample })));
const shows = (name: string) => articles.filter(({ cases }) => cases.includes(name));
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2025, 11, day, hour, minute);
const words = (text: string): number => text.split(/\s+/).length;

describe("the sample feeds", () => {
  test("are read without a problem", () => expect(problems).toEqual([]));

  test("come from at least twelve outlets on .example domains and say what they are", () => {
    expect(samples.length).toBeGreaterThanOrEqual(12);
    for (const { id, domain, about } of samples) {
      expect(domain).toBe(`${id}.example`);
      expect(about).toBe("Sample feed written for Parley's demo.");
    }
  });

  test("come in all three forms", () => {
    const count = (format: string) => samples.filter((sample) => sample.format === format).length;
    expect([count("rss") > samples.length / 2, count("atom"), count("json")]).toEqual([true, 2, 1]);
  });

  test("hold at least 66 articles of 17 to 22 December, each of 80 to 260 words", () => {
    expect(articles.length).toBeGreaterThanOrEqual(66);
    for (const { id, versions, published } of articles) {
      expect(published, id).toBeGreaterThanOrEqual(at(17, 0));
      for (const version of versions) {
        expect(version.at, id).toBeLessThan(at(23, 0));
        expect(words(version.text), id).toBeGreaterThanOrEqual(80);
        expect(words(version.text), id).toBeLessThanOrEqual(260);
      }
    }
    const days = new Set(articles.map(({ published }) => new Date(published).getUTCDate()));
    expect([...days].sort()).toEqual([17, 18, 19, 20, 21, 22]);
  });

  test("have one address an article", () => {
    expect(new Set(articles.map(({ url }) => url)).size).toBe(articles.length);
  });

  test.each([
    ["wire-source", 2],
    ["wire-copy", 7],
    ["dispute", 2],
    ["assertion", 2],
    ["denial", 3],
    ["correction", 1],
    ["correction-before-told", 1],
    ["edit-without-news", 1],
    ["sourcing-drift", 2],
    ["live-blog", 1],
    ["key-takeaways", 1],
    ["quiet-retelling", 6],
    ["russian", 3],
    ["ukrainian", 3],
    ["german", 3],
    ["spanish", 1],
    ["noise-sport", 2],
    ["noise-formula-one", 1],
    ["noise-property", 2],
    ["noise-gaza", 1],
    ["noise-earlier-round", 1],
    ["noise-eu-loan", 3],
    ["noise-venezuela", 1],
    ["noise-tennis", 1],
    ["noise-calls", 2],
    ["noise-opinion", 1],
  ])("show %s at least %i times", (name, least) => expect(shows(name).length).toBeGreaterThanOrEqual(least));

  test("hold at least fourteen articles that are about something else", () => {
    expect(articles.filter(({ cases }) => cases.some((name) => name.startsWith("noise-"))).length).toBeGreaterThan(13);
  });

  test("let one journey go through its stages in order", () => {
    const stages = ["may", "prepared", "expected", "confirmed", "on-the-way", "arrived", "met", "continues", "resumed"];
    const times = [...stages, "ended", "left"].map((stage) =>
      Math.min(...shows(`ladder-${stage}`).map(({ published }) => published)),
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every(Number.isFinite)).toBe(true);
  });

  test("deny a day after the assertion, and correct after it was told", () => {
    const [assertion, denial] = ["assertion", "denial"].map((name) => shows(name)[0]!.published);
    expect(denial! - assertion!).toBeGreaterThan(18 * 3_600_000);
    const { published, versions } = shows("correction")[0]!;
    expect(versions[1]!.at - published).toBeGreaterThan(20 * 3_600_000);
    expect(versions[1]!.text).toMatch(/^Correction: /m);
  });

  test("are quiet for thirteen hours from Sunday evening on", () => {
    const inside = (time: number) => time > at(21, 20) && time <= at(22, 9);
    const loud = articles.filter(
      ({ versions, cases }) =>
        versions.some((version) => inside(version.at)) &&
        !cases.some((name) => name === "quiet-retelling" || name.startsWith("noise-")),
    );
    expect(loud).toEqual([]);
  });

  test("never say one sentence in two outlets, but for wire copies", () => {
    const outletsOf = new Map<string, Set<string>>();
    for (const { sample, versions, cases } of articles) {
      if (cases.includes("wire-copy")) continue;
      for (const sentence of versions.flatMap(({ text }) => text.split(/(?<=[.!?…]”?)\s+|\n/)))
        outletsOf.set(fold(sentence), (outletsOf.get(fold(sentence)) ?? new Set<string>()).add(sample.id));
    }
    expect([...outletsOf].filter(([sentence, outlets]) => sentence !== "" && outlets.size > 1)).toEqual([]);
  });

  test("copy each wire story into at least three outlets", () => {
    for (const { versions } of shows("wire-source")) {
      const line = versions[0].text.split("\n")[1]!;
      const outlets = shows("wire-copy").filter((copy) => copy.versions[0].text.includes(line));
      expect(new Set(outlets.map(({ sample }) => sample.id)).size).toBeGreaterThanOrEqual(3);
    }
  });
});

const fold = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe("a file that is wrong", () => {
  const outlet =
    "id: a\ntitle: A\nabout: b\ndomain: a.example\nlang: en\nowner: null\ncountry: null\nstateRun: false\n";
  const article = "articles:\n  - { id: x, title: T, text: Words., published: ";
  test.each([
    ["is no YAML", "id: [", /This is not YAML/],
    ["is a list", "- a", /A mapping is expected/],
    ["lacks its articles", `${outlet}format: rss\n`, /"articles" must be a list/],
    ["has an unknown form", `${outlet}format: gopher\narticles: []\n`, /"format" must be one of/],
    ["has a bad time", `${outlet}format: rss\n${article}yesterday }\n`, /"published" must be a time/],
    [
      "has a revision before its article",
      `${outlet}format: rss\n${article}"2025-01-02T00:00:00Z", revisions: [{ updated: "2025-01-01T00:00:00Z", text: W }] }\n`,
      /not later/,
    ],
  ])("that %s is a problem with its place", (_, yaml, what) => {
    const read = readSample(yaml, "a.yaml");
    expect(read.problems.map((problem) => problem.what).join("\n")).toMatch(what);
    expect(read.problems[0]?.where).toMatch(/^a\.yaml/);
    expect(read.sample?.articles ?? []).toEqual([]);
  });

  test("an article twice is a problem", () => {
    const item = '  - { id: x, title: T, text: Words., published: "2025-01-02T00:00:00Z" }\n';
    const { problems: found } = readSample(`${outlet}format: rss\narticles:\n${item}${item}`, "a.yaml");
    expect(found).toEqual([{ what: 'The article "x" is there twice.', where: "a.yaml" }]);
  });
});
