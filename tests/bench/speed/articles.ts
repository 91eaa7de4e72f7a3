/**
 * Invented articles in any number: reports of talks, tolls, money and moves, some of them retold by several outlets. They
 * are for measuring time; what they say means nothing.
 */
import type { Article } from "../../../src/core/article/article.ts";
import { readStory } from "../../../src/core/story/read.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { chanceFrom } from "../../quality/score/chance.ts";
import { person, pick, statement, towns, whole } from "./statements.ts";

const outlets = "aldermoor-post brackwater-wire meridian-gazette northlight tidewater-radio vale-observer".split(" ");
const began = Date.parse("2025-03-03T06:00:00Z");
const minuteMs = 60_000;
const sentencesEach = 7;

/** Share of an article's statements that are new; the rest was reported before. */
const freshShare = 0.4;
/** Retold statements come from this many of the newest. */
const memory = 300;

export function generatedArticles(count: number, seed: number, fresh: number = freshShare): readonly Article[] {
  const chance = chanceFrom(seed);
  const told: string[] = [];
  return Array.from({ length: count }, (_, at): Article => {
    const lines = Array.from({ length: sentencesEach }, () => {
      const retold = told.length > 0 && chance() >= fresh;
      const line = retold ? told[told.length - whole(1, Math.min(memory, told.length), chance)]! : statement(chance);
      if (!retold) told.push(line);
      return line;
    });
    lines[0] = `${pick(towns, chance)}: ${lines[0]}`;
    const outlet = `${pick(outlets, chance)}.example`;
    const id = `g${seed}-${at + 1}`;
    return {
      id,
      url: `https://${outlet}/${id}`,
      outlet,
      title: lines[0]!.replace(/\.$/, ""),
      published: began + at * 5 * minuteMs,
      lang: "en",
      text: lines.join("\n"),
    };
  });
}

/** A story that names its towns and some of those people, so that every article with one of the towns belongs to it. */
export function generatedStory(id: string, seed: number, named: readonly string[] = towns): Story {
  const chance = chanceFrom(seed);
  const people = Array.from({ length: 20 }, () => person(chance));
  return storyOf(id, people, named);
}

/** Subjects that many stories share, and powers that take part in most of them. */
const shared = ["talks", "agreement", "deadline"];
const powers = ["United States", "France", "European Union"];

/** A story of people and towns that nobody else names; only its subjects are those of other stories. */
export const strangeStory = (id: string): Story =>
  storyOf(
    id,
    Array.from({ length: 20 }, (_, at) => `Person${id}x${at} Orn${id}`),
    Array.from({ length: 10 }, (_, at) => `Town${id}x${at}`),
  );

/** A story of people and towns of its own in which the powers take part that take part everywhere. */
export const sharingStory = (id: string, seed: number): Story => {
  const own = seed === 0 ? generatedStory(id, 500) : strangeStory(id);
  const ids = own.actors.map((actor) => actor.id);
  const yaml = [
    `story: ${id}`,
    `name: Shared talks ${id}`,
    "actors:",
    ...own.actors.map(({ name }, at) => `  - { id: ${ids[at]}, name: ${name}, kind: person }`),
    ...powers.map((name, at) => `  - { id: power-${at}, name: ${name}, kind: government }`),
    "places:",
    ...own.places.map((place) => `  - { id: ${place.id}, name: ${place.name} }`),
    "match:",
    "  groups:",
    `    - { id: people, weight: 3, actors: [${ids.join(", ")}] }`,
    `    - { id: place, weight: 2, places: [${own.places.map((place) => place.id).join(", ")}] }`,
    `    - { id: powers, weight: 1, actors: [${powers.map((_, at) => `power-${at}`).join(", ")}] }`,
    `    - { id: subject, weight: 1.5, words: [${shared.join(", ")}] }`,
    "  require: [[people, subject], [place, subject], [people, powers]]",
  ].join("\n");
  return read(yaml, id);
};

/** A thousand stories that say nothing of how to match them: their rules are derived. */
export const minimalStory = (id: string, seed: number): Story => {
  const own = seed === 0 ? generatedStory(id, 500) : strangeStory(id);
  const yaml = [
    `story: ${id}`,
    `name: Affair ${id}`,
    `words: [talks, agreement, harbour dues]`,
    "actors:",
    ...own.actors.map(({ name }, at) => `  - { id: actor-${at}, name: ${name}, side: side-${at % 3} }`),
    ...powers.map((name) => `  - { name: ${name}, kind: government, side: ${name.toLowerCase().replace(" ", "-")} }`),
  ].join("\n");
  return read(yaml, id);
};

/** What every day's news holds: a sentence on the powers that a thousand stories name. */
export const withPowers = (article: Article): Article => ({
  ...article,
  text: `${article.text}\nThe United States, France and the European Union welcomed the talks and hoped for an agreement.`,
});

function storyOf(id: string, people: readonly string[], named: readonly string[]): Story {
  const ids = named.map((town) => town.toLowerCase());
  const yaml = [
    `story: ${id}`,
    `name: Generated talks ${id}`,
    "actors:",
    ...people.map((name, at) => `  - { id: actor-${at}, name: ${name}, kind: person }`),
    "places:",
    ...named.map((town, at) => `  - { id: ${ids[at]}, name: ${town} }`),
    "match:",
    "  threshold: 0.5",
    "  groups:",
    `    - { id: place, weight: 2, places: [${ids.join(", ")}] }`,
    `    - { id: subject, weight: 1, words: [${shared.join(", ")}] }`,
    "  require: [[place]]",
  ].join("\n");
  return read(yaml, id);
}

function read(yaml: string, id: string): Story {
  const { story, problems } = readStory(yaml, `${id}.yaml`);
  if (!story) throw new Error(problems.map((one) => `${one.what} ${one.fix}`).join("; "));
  return story;
}
