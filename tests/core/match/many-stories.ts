/**
 * Measures what one article costs with one story and with a thousand. Not a test: times differ from machine to
 * machine. Run it with `node tests/core/match/many-stories.ts`.
 */
import { matchAll } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";
import type { Story } from "../../../src/core/story/story.ts";

const syllables = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split(
  " ",
);

/** A name that no two numbers below 27,000 share. */
const nameOf = (number: number): string => {
  const parts = [number % 30, Math.floor(number / 30) % 30, Math.floor(number / 900) % 30].map((at) => syllables[at]!);
  return `${parts[0]![0]!.toUpperCase()}${parts[0]!.slice(1)}${parts[1]}${parts[2]}nar`;
};

/** An invented story of twelve people and three places; the words of its match rules are those of every story. */
export function inventedStory(number: number): Story {
  const people = Array.from({ length: 12 }, (_, at) => nameOf(number * 15 + at));
  const places = Array.from({ length: 3 }, (_, at) => `Port ${nameOf(number * 15 + 12 + at)}`);
  const yaml = [
    `story: invented-${number}`,
    `name: Talks number ${number}`,
    "actors:",
    ...people.map(
      (name) =>
        `  - { id: ${name.toLowerCase()}, name: Anna ${name}, side: north, aliases: [${name}, ${name}a*], roles: [envoy of ${name}] }`,
    ),
    "places:",
    ...places.map((name, at) => `  - { id: place-${at}, name: ${name} }`),
    "match:",
    "  groups:",
    `    envoys: { weight: 3, actors: [${people.map((name) => name.toLowerCase()).join(", ")}] }`,
    "    place: { weight: 2, places: [place-0, place-1, place-2] }",
    "    talk: { weight: 1.5, words: [talks, meeting*, negotiat*, delegation*, summit, ceasefire*, agreement*] }",
    "  require: [[envoys, talk], [place, talk]]",
  ].join("\n");
  const { story, problems } = readStory(yaml, `invented-${number}.yaml`);
  if (!story) throw new Error(problems.map(({ what }) => what).join("; "));
  return story;
}

/** An article of about 450 words that belongs to one story. */
export function inventedArticle(number: number) {
  const [first, second] = [nameOf(number * 15), nameOf(number * 15 + 1)];
  const place = nameOf(number * 15 + 12);
  const paragraph = `Envoy ${first} said in Port ${place} on Friday that the delegations had made some progress, and that ${second} would brief the capital before the next meeting. Nobody could say how long the pause would last or whether the harbour would stay open, while shopkeepers in the old town went on as they had every winter.`;
  const text = Array.from({ length: 8 }, () => paragraph).join("\n\n");
  return {
    id: `a${number}`,
    url: "https://example.example/a",
    outlet: "harbour.example",
    title: `${first} and ${second} open talks`,
    published: 1_900_000_000_000,
    lang: "en",
    text,
  };
}

/** Milliseconds for one article, the median of `rounds` runs over `articles` articles. */
export function costMs(stories: readonly Story[], articles: number, rounds: number): number {
  const lexicon = lexiconOf(stories);
  const texts = Array.from({ length: articles }, () => inventedArticle(0));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const article of texts) matchAll(article, lexicon);
    return (performance.now() - start) / articles;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

if (import.meta.main) {
  const one = costMs([inventedStory(0)], 200, 9);
  const many = costMs(
    Array.from({ length: 1000 }, (_, at) => inventedStory(at)),
    200,
    9,
  );
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(
    `1 story ${one.toFixed(3)} ms an article; 1,000 stories ${many.toFixed(3)} ms: ${(many / one).toFixed(2)} times; ${memory} MB\n`,
  );
}
