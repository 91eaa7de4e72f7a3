/** Keeps out reports on sport, which share their towns, surnames and half of their vocabulary with every dispute. */
import { sportWords } from "../language/sport.ts";
import type { Story } from "../story/story.ts";
import { build, scanAll } from "../text/automaton.ts";

const sport = build(sportWords.map((text) => ({ text, value: text })));

/** So many different words of sport make a first paragraph a report on it; one may be a figure of speech. */
const leadWordsMin = 2;

/** Why an article is not taken, as a sentence; null when it may be. A story about sport takes sport. */
export function genreOf(title: string, lead: string, story: Story): string | null {
  const inTitle = wordsIn(title);
  const inLead = inTitle.length > 0 ? [] : wordsIn(lead);
  const enough = inTitle.length > 0 || inLead.length >= leadWordsMin;
  return enough && !isAboutSport(story) ? `kept out as sport (${[...inTitle, ...inLead].join(", ")})` : null;
}

const wordsIn = (text: string): readonly string[] => [
  ...new Set(scanAll(sport, text).map(({ start, end }) => text.slice(start, end))),
];

const known = new WeakMap<Story, boolean>();

function isAboutSport(story: Story): boolean {
  const before = known.get(story);
  if (before !== undefined) return before;
  const own = [
    story.name,
    story.about,
    ...story.actors.flatMap(({ name, aliases, roles }) => [name, ...aliases, ...roles.map(({ title }) => title)]),
    ...story.issues.flatMap(({ words }) => words),
    ...story.match.groups.flatMap(({ words }) => words),
  ].join("\n");
  const found = scanAll(sport, own).length > 0;
  known.set(story, found);
  return found;
}
