import { describe, expect, test } from "vitest";
import { lexiconFor, lexiconOf, mentions, rolesHeldOn } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

const read = (yaml: string, file: string) => readStory(yaml, file).story!;
const harbour = read(
  `name: Harbour
actors:
  - { id: fenwick, name: Orla Fenwick, aliases: [Fenwick], roles: [dockers' leader] }
  - { id: costa, name: Rui Costa, aliases: [Costa], roles: [{ title: port director, to: 2031-03-31 }] }
  - { id: lim, name: Ada Lim, roles: [{ title: port director, from: 2031-04-01 }] }
places: [{ id: aldwick, name: Aldwick }]
issues: [{ id: pay, name: Pay, words: [wage*] }]
match: { groups: { talk: { words: [talks] } }, require: [[talk]], exclude: [{ words: [regatta] }] }`,
  "harbour.yaml",
);
const mine = read(
  `name: Mine
actors: [{ id: fenwick-ltd, name: Fenwick }]
match: { groups: { words: { words: [talks] } }, require: [[words]] }`,
  "mine.yaml",
);
const lexicon = lexiconOf([harbour, mine]);
const told = (text: string) =>
  mentions(lexicon, text).map(
    ({ start, end, story, what }) => `${story} ${what.kind} ${what.id} "${text.slice(start, end)}"`,
  );

describe("one pass finds what every story knows", () => {
  test("names, places and issues; words of match rules say nothing", () => {
    expect(told("Wages: regatta off, talks in Aldwick")).toEqual([
      'harbour issue pay "Wages"',
      'harbour place aldwick "Aldwick"',
    ]);
  });
  test("one name that two stories mean differently", () => {
    expect(told("Fenwick")).toEqual(['harbour actor fenwick "Fenwick"', 'mine actor fenwick-ltd "Fenwick"']);
  });
  test("a capitalised name is not its small homonym", () => expect(told("en la costa")).toEqual([]));
  test("a role with a curly apostrophe", () =>
    expect(told("the dockers’ leader")).toEqual(['harbour role fenwick "dockers’ leader"']));
});

test("read for one story, the names of the others are not there", () => {
  const own = mentions(lexiconFor(lexicon, mine), "Fenwick: talks in Aldwick");
  expect(own.map(({ story, what }) => `${story} ${what.id}`)).toEqual(["mine fenwick-ltd"]);
});

test("a role is its holder's only while it is held", () => {
  const held = (day: string) =>
    harbour.actors
      .filter((actor) => rolesHeldOn(actor, day).some(({ title }) => title === "port director"))
      .map(({ id }) => id);
  expect([held("2031-03-31"), held("2031-04-01")]).toEqual([["costa"], ["lim"]]);
});
