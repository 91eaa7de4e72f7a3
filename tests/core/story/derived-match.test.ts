/** Stories that say nothing of how to match them: what their names, places and words make of headlines. */
import { describe, expect, test } from "vitest";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

function judge(yaml: string) {
  const { story, problems } = readStory(yaml, "minimal.yaml");
  if (!story) throw new Error(problems.map(({ what }) => what).join("; "));
  const lexicon = lexiconOf([story]);
  return (title: string, text = "") =>
    match(
      {
        id: "a",
        url: "https://quay.example/a",
        outlet: "quay.example",
        title,
        text,
        lang: "und",
        published: Date.parse("2031-05-06T12:00:00Z"),
      },
      story,
      lexicon,
    );
}

type Case = readonly [decision: "in" | "out", title: string, text?: string];

const harbour = judge(`name: Aldwick dock strike
about: Dockers of Aldwick bargain over night shifts.
words: [strike, night shifts, pay, agreement]
actors:
  - { name: Orla Fenwick, side: dockers, aliases: [Fenwick], roles: [dockers' leader] }
  - { name: Casper Thule, side: port, aliases: [Thule] }
  - { name: Port of Aldwick, kind: body, side: port, aliases: [Aldwick port] }`);

describe("a dispute between two sides", () => {
  const table: readonly Case[] = [
    ["in", "Fenwick and Thule sit down again"],
    ["in", "Fenwick: striking goes on"],
    ["in", "Aldwick dock strike: what travellers need to know"],
    ["in", "Fenwick speaks of a good day", "Pay and night shifts were settled, said the dockers' leader."],
    ["in", "Fenwick kündigt neuen Streik an"],
    ["in", "Фенвик и Thule", "Orla Fenwick: забастовка продолжается."],
    ["out", "Fenwick buys a boat"],
    ["out", "Fenwick Marlow wins prize", "The pay of writers is poor."],
    ["out", "Strike of the bakers", "They want more pay."],
    ["out", "Lightning strike damages church in Aldwick"],
    ["out", "Aldwick Rovers: striker Fenwick talks of pay and night shifts"],
  ];
  test.each(table)("%s: %s %s", (decision, title = "", text = "") =>
    expect(harbour(title, text).decision).toBe(decision),
  );
  test("says what it saw", () => {
    expect(harbour("Fenwick: striking goes on").because).toEqual([
      "title names people (Orla Fenwick)",
      "title names words (striking)",
      "people and words stand together in one sentence at the head",
      '2031-05-06 is in the round "always"',
    ]);
    expect(harbour("Aldwick Rovers: striker Fenwick talks of pay").because).toContain("kept out as sport (striker)");
  });
});

const dam = judge(`name: Upper Nile dam talks
words: [dam, filling, talks]
actors:
  - { name: Egypt, kind: government, side: egypt }
  - { name: Ethiopia, kind: government, side: ethiopia }`);

describe("a dispute between countries", () => {
  const table: readonly Case[] = [
    ["in", "Egypt protests as Ethiopia fills dam"],
    ["in", "Ägypten und Äthiopien: Streit um Staudamm"],
    ["in", "Barrage : l'Égypte accuse l'Éthiopie"],
    ["out", "Egypt hosts talks on truce"],
    ["out", "Egypt beats Ethiopia in cup qualifier"],
    ["out", "Egypt and Ethiopia hold talks on visas"],
    ["out", "Dam bursts in the south of Brazil"],
  ];
  test.each(table)("%s: %s", (decision, title = "") => expect(dam(title).decision).toBe(decision));
});

const storm = judge(`name: Storm Ilka
words: [storm, landfall, power cuts]
actors: [{ name: Coast Rescue, kind: body }]
places: [{ name: Varn }]`);

describe("something that happens to a place", () => {
  const table: readonly Case[] = [
    ["in", "Storm Ilka nears"],
    ["in", "Ilka: power cuts last into the night"],
    ["in", "Ilka reaches Varn"],
    ["in", "Varn waits for landfall"],
    ["out", "Ilka Stanberry opens a school"],
    ["out", "Varn opens its film festival"],
    ["out", "A storm of protest over school fees"],
  ];
  test.each(table)("%s: %s", (decision, title = "") => expect(storm(title).decision).toBe(decision));
});

describe("a story that knows only one kind of thing", () => {
  test.each([
    ["in", "actors: [{ name: Orla Fenwick, aliases: [Fenwick] }]", "Fenwick speaks"],
    ["in", "words: [landfall]", "Landfall expected"],
    [
      "in",
      "issues: [{ name: Pay, words: [night shifts] }]\nactors: [{ name: Orla Fenwick }]",
      "Orla Fenwick on night shifts",
    ],
    ["out", "words: [landfall]", "Rain expected"],
  ] as const)("%s: %s, %s", (decision, yaml, title) =>
    expect(judge(`name: Quay\n${yaml}`)(title).decision).toBe(decision),
  );
});
