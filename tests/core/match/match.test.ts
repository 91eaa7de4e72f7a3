import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/core/article/article.ts";
import { match, matchAll } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { inventedArticle, inventedStory } from "./many-stories.ts";

const at = (file: string): Story => readStory(readFileSync(file, "utf8"), file).story!;
const corridor = at("tests/stories/grain-corridor.yaml");
const lexicon = lexiconOf([corridor]);
const article = (title: string, text = "", day = "2031-03-12"): Article => ({
  id: "a",
  url: "https://tidewater.example/a",
  outlet: "tidewater.example",
  title,
  text,
  lang: "und",
  published: day === "" ? 0 : Date.parse(`${day}T12:00:00Z`),
});
const judged = (title: string, text?: string, day?: string) => match(article(title, text, day), corridor, lexicon);

describe("an invented negotiation", () => {
  const table: readonly (readonly [decision: string, title: string, text?: string, day?: string])[] = [
    ["in", "Maretta and Kavrin open talks in Port Saldane"],
    ["in", "League envoy agrees to inspection of grain ships"],
    ["in", "Velmora and Ostria meet on safe passage for wheat"],
    ["in", "Велмора и Острийский союз: переговоры о коридоре в Салдане"],
    [
      "in",
      "Long night at the quay",
      "Ilsabet Maretta left the hall at dawn. Radomir Kavrin stayed on with the mediators to speak about grain.",
    ],
    ["near", "Maretta and Kavrin open talks in Port Saldane", "", "2031-02-12"],
    ["near", "Maretta and Kavrin open talks in Mirefold on grain", "", "2031-02-05"],
    ["near", "Maretta and Kavrin open talks in Port Saldane", "", "2032-03-12"],
    ["near", "Maretta and Kavrin open talks in Port Saldane", "", ""],
    ["out", "Port Saldane regatta: Velmora meets Karsund in rowing final"],
    ["out", "Herring, cod and fishing quotas: Velmora and Ostria in talks"],
    ["out", "A new bakery opens"],
    ["out", "Wheat prices fall"],
    ["out", ""],
  ];
  test.each(table)("%s: %s %s %s", (decision, title = "", text = "", day = "2031-03-12") =>
    expect(judged(title, text, day).decision).toBe(decision),
  );
});

describe("the reasons can be acted upon", () => {
  test("what was found, and where", () => {
    const { because, round } = judged("Maretta and Kavrin open talks in Port Saldane", "They will speak about grain.");
    expect(because).toEqual([
      "title names delegates (Ilsabet Maretta, Radomir Kavrin)",
      "title names place (Port Saldane)",
      "first paragraph names grain (grain)",
      "title names talk (talks)",
      "delegates and place stand together in title and first paragraph",
      '2031-03-12 is in the round "Port Saldane round"',
    ]);
    expect(round?.id).toBe("saldane");
  });
  test("what is missing", () => {
    expect(judged("Maretta opens a school").because).toContain(
      "no required combination: delegates and parties would need parties",
    );
    expect(judged("Maretta meets Kavrin on grain", "", "2031-04-01").because).toContain(
      "2031-04-01 is outside every followed round",
    );
    expect(judged("Maretta meets Kavrin on grain", "", "").because).toContain("nobody knows when it was published");
  });
  test("what keeps it out", () => {
    expect(judged("Regatta in Port Saldane").because).toContain("kept out by Regatta (exclusion 1, lifted by grain)");
  });
});

describe("where a name stands", () => {
  const filler = "The market square was full on Saturday, and the bakers sold out before noon as they do every year.\n";
  const passing = "Ilsabet Maretta met Radomir Kavrin in Port Saldane to talk about grain.\n";
  test("in one paragraph of many it is told in passing", () => {
    const { decision, because } = judged("A day at the market", filler.repeat(5) + passing + filler.repeat(3));
    expect(decision).toBe("near");
    expect(because).toContain("delegates and place stand together only in passing, in 1 of 9 paragraphs");
  });
  test("in much of the text the text is about it", () => {
    expect(judged("A day in March", filler + passing.repeat(2)).decision).toBe("in");
  });
  test("under a list of links it belongs to another article", () => {
    const { decision, because } = judged(
      "A day at the market",
      `${filler.repeat(3)}Related\nMaretta and Kavrin open talks in Port Saldane\nGrain corridor: what is known`,
    );
    expect(decision).toBe("out");
    expect(because.join()).not.toContain("names");
  });
  test("a title holds only while the office is held", () => {
    const rules = {
      ...corridor,
      match: {
        ...corridor.match,
        groups: [{ id: "head", weight: 3, actors: ["brennoch"], places: [], words: [] }],
        require: [["head"]],
        exclude: [],
      },
    };
    const own = lexiconOf([rules]);
    expect(match(article("Velmora's president speaks"), rules, own).decision).toBe("out");
    expect(match(article("Brennoch speaks"), rules, own).decision).toBe("in");
  });
  test("the longer name counts: a spokeswoman is not the League", () => {
    expect(judged("League spokeswoman denies it").because).not.toContain("title names parties (Ostrian League)");
  });
});

describe("a live text", () => {
  const text = [
    "Welcome to our live page on the coast. It is a quiet and rather windy morning so far, with little traffic at sea.",
    "08:05 Herring boats leave the harbour.",
    "09:10 GMT Maretta sits down with Kavrin in Port Saldane.",
    "10:30 A carnival float burns in Tessaly.",
    "11:15 Hallgrund: Velmora and the Ostrian League agree on cargo ships.",
  ].join("\n");
  test("is read only where it belongs", () => {
    const { decision, within, because } = judged("Coast live", text);
    expect(decision).toBe("in");
    expect(within?.map(({ start, end }) => text.slice(start, start + 5) + text.slice(start, end).at(-2))).toEqual([
      "09:10.",
      "11:15s",
    ]);
    expect(because[0]).toBe("2 of 5 entries of a live text belong");
  });
  test("with nothing that belongs is not taken", () => {
    const { decision, within } = judged("Coast live", "08:05 Boats leave.\n09:10 Rain.\n10:15 Sun.");
    expect([decision, within]).toEqual(["out", null]);
  });
});

describe("many stories at once", () => {
  const stories = [corridor, ...Array.from({ length: 200 }, (_, number) => inventedStory(number))];
  const all = lexiconOf(stories);
  test("each article finds its own story and no other", () => {
    for (const number of [0, 7, 199]) {
      const found = matchAll(inventedArticle(number), all);
      expect([...found].filter(([, { decision }]) => decision === "in").map(([id]) => id)).toEqual([
        `invented-${number}`,
      ]);
    }
  });
  test("and the same answer as alone", () => {
    const one = article("Maretta and Kavrin open talks in Port Saldane", "They will speak about grain.");
    expect(matchAll(one, all).get("grain-corridor")).toEqual(match(one, corridor, lexicon));
  });
  test("a story that an article has nothing to do with is missing", () => {
    expect(matchAll(article("A new bakery opens"), all).size).toBe(0);
  });
});
