/**
 * Invented articles in any number, from templates and seeded chance: reports of talks, tolls, money and moves, some of
 * them retold by several outlets. They are for measuring time; what they say means nothing.
 */
import type { Article } from "../../../src/core/article/article.ts";
import { readStory } from "../../../src/core/story/read.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { chanceFrom } from "../../quality/score/chance.ts";

type Chance = () => number;

const heads = "Bar Cor Dal Fen Gor Hal Jor Kel Lor Mar Nor Pol Ran Sel Tor Var Wen Yar Zel Bri".split(" ");
const tails = "adan enko ibert ovic umba askar elin iston orvath unde".split(" ");
const firsts = "Ada Bruno Carla Dario Elsa Felix Greta Hugo Irma Jonas".split(" ");
const towns =
  "Aldermoor Brackwater Cindervale Dunhollow Eastmere Farrowgate Greystead Hollowmere Inverlock Kestrelby".split(" ");

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!;
const whole = (from: number, to: number, chance: Chance): number => from + Math.floor(chance() * (to - from + 1));

/** Two hundred people, and as many bodies as there are heads. */
const surnames = heads.flatMap((head) => tails.map((tail) => head + tail));
const person = (chance: Chance): string => {
  const name = pick(surnames, chance);
  return `${firsts[surnames.indexOf(name) % firsts.length]} ${name}`;
};
const things =
  "harbour dues|fishing quotas|the border crossing|the rail link|the gas pipeline|grain exports|prisoner lists|the water treaty|the customs union|the demilitarised zone".split(
    "|",
  );
const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** One statement each; names, numbers, days and subjects come from chance. */
const templates: readonly ((chance: Chance) => string)[] = [
  (c) => `${person(c)} met ${person(c)} in ${pick(towns, c)} on ${pick(days, c)} for talks on ${pick(things, c)}.`,
  (c) =>
    `${person(c)} said that ${whole(3, 900, c)} people had left ${pick(towns, c)} because of the dispute over ${pick(things, c)}.`,
  (c) =>
    `A spokesman for ${person(c)} told reporters that a ${whole(4, 60, c)}-point plan on ${pick(things, c)} was ready.`,
  (c) =>
    `${person(c)} offered ${whole(2, 980, c)} million euros for ${pick(things, c)}, according to officials in ${pick(towns, c)}.`,
  (c) => `${person(c)} is expected to travel to ${pick(towns, c)} on ${pick(days, c)}.`,
  (c) =>
    `“We will not sign anything about ${pick(things, c)} before ${pick(days, c)},” ${person(c)} said in ${pick(towns, c)}.`,
  (c) => `${person(c)} rejected a demand by ${person(c)} to cut ${pick(things, c)} by ${whole(2, 90, c)} per cent.`,
  (c) =>
    `Observers counted ${whole(10, 2000, c)} vehicles waiting at the checkpoint near ${pick(towns, c)} on ${pick(days, c)}.`,
  (c) => `The delegation of ${person(c)} left ${pick(towns, c)} without an agreement on ${pick(things, c)}.`,
  (c) => `${person(c)} could ask ${person(c)} to extend the deadline on ${pick(things, c)} by ${whole(2, 30, c)} days.`,
];

export const statement = (chance: Chance): string => pick(templates, chance)(chance);

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
