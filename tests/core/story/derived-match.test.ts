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

type Case = readonly [decision: "in" | "near" | "out", title: string, text?: string];

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
    ["near", "Lightning strike damages church in Aldwick"],
    ["in", "Fenwick: 'We can wait'"],
    ["in", "Fenwick rejects third offer"],
    ["in", "Orla Fenwick, the woman at the gate"],
    ["in", "Nurses picket", "Orla Fenwick of the dockers came to the gate with bread."],
    ["out", "Fenwick's bakery to reopen"],
    ["out", "Fenwick family firm rejects offer"],
    ["out", "Dana Fenwick rejects part in film"],
    ["out", "Fenwick Group rejects offer for hotels"],
    ["out", "Fenwick wins prize after vote"],
    ["out", "Opinion: Fenwick is wrong about the strike"],
    ["out", "Aldwick Rovers: striker Fenwick talks of pay and night shifts"],
  ];
  test.each(table)("%s: %s %s", (decision, title = "", text = "") =>
    expect(harbour(title, text).decision).toBe(decision),
  );
  test("says what it saw", () => {
    expect(harbour("Fenwick: striking goes on").because).toEqual([
      "title names its people (Orla Fenwick)",
      "title names its words (striking)",
      "title names a development (Fenwick)",
      "its people and its matter stand together in one sentence at the head",
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

const office = judge(`name: Sennet fever
about: An outbreak of Sennet fever, and the vaccination.
words: [fever, vaccine]
actors:
  - { name: Miriam Oyelar, side: state, aliases: [Oyelar], roles: [health minister] }
  - { name: Food Safety Office, kind: body, side: state }
  - { name: Vintara, kind: body, side: maker }`);

describe("those who have other things to do as well", () => {
  const table: readonly Case[] = [
    ["in", "Oyelar orders more vaccine"],
    ["in", "Vintara denies delay"],
    ["in", "Oyelar: quarantine for all"],
    ["in", "Sennet fever: what we know so far"],
    ["out", "Oyelar rejects call to resign"],
    ["out", "Food Safety Office warns of eggs"],
  ];
  test.each(table)("%s: %s", (decision, title = "") => expect(office(title).decision).toBe(decision));
});

const powers = judge(`name: Quay talks
about: Germany and Japan bargain over harbour dues.
words: [harbour dues, talks]
actors:
  - { name: Germany, kind: government, side: germany }
  - { name: Japan, kind: government, side: japan }
  - { name: Otto Brahm, side: germany, aliases: [Brahm], roles: [German chancellor] }
  - { name: Kenji Moriwa, side: japan, aliases: [Moriwa] }
places: [{ name: Aldwick }]`);

describe("countries and leaders, who are in every day's news", () => {
  const table: readonly Case[] = [
    ["in", "Germans and Japanese at odds over harbour dues"],
    ["in", "Moriwa tells Berlin to wait"],
    ["in", "Moriwa flies to Aldwick"],
    ["in", "Brahm expects talks in Aldwick to go on"],
    ["out", "Brahm speaks of pensions"],
    ["out", "Brahm hosts talks with Egypt and Qatar"],
    ["out", "Spain: Moriwa praises port of Vigo", "Germany was not mentioned."],
    ["out", "Germany and Japan sign film pact"],
  ];
  test.each(table)("%s: %s", (decision, title = "", text = "") => expect(powers(title, text).decision).toBe(decision));
  test("says which other countries", () =>
    expect(powers("Moriwa rejects plea of Egypt and Qatar").because).toContain(
      "kept out by other countries in the title (Egypt, Qatar)",
    ));
});

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
