/**
 * Keeps out what shares a story's names and half of its vocabulary without being a report on it: sport, and columns
 * that say so in their title.
 */
import { softWords } from "../language/soft.ts";
import { sportWords } from "../language/sport.ts";
import { nameIds } from "../story/derived-groups.ts";
import type { Story } from "../story/story.ts";
import { type Automaton, build, scanAll } from "../text/automaton.ts";
import type { Found } from "./found.ts";
import { inTitle } from "./outline.ts";

type Words = Automaton<string>;
const sport: Words = build(sportWords.map((text) => ({ text, value: text })));
const soft: Words = build(softWords.map((text) => ({ text, value: text, inflects: true })));

/** So many different words of sport make a first paragraph a report on it; one may be a figure of speech. */
const leadWordsMin = 2;

/** What a column calls itself, at the beginning of its title or at its end. */
const column =
  /^(?:opinion|op-ed|editorial|column|commentary|comment|letters?|letters? to the editor|kommentar|meinung|leitartikel|gastbeitrag|tribune|éditorial|chronique|opinión|editoriale|commento|opinia|felieton|opinião|мнение|колонка|думка)\s*[:|]|\s[|–—-]\s*(?:opinion|editorial|commentary|kommentar|meinung|opinión|мнение)$/iu;

/** Why an article is not taken, as a sentence; null when it may be. A story about sport takes sport. */
export function genreOf(title: string, lead: string, story: Story): string | null {
  const marked = column.exec(title.trim())?.[0];
  if (marked !== undefined) return `kept out as a column (${marked.trim()})`;
  const inTitle = wordsIn(sport, title);
  const inLead = inTitle.length > 0 ? [] : wordsIn(sport, lead);
  const enough = inTitle.length > 0 || inLead.length >= leadWordsMin;
  return enough && !speaksOf(sport, story) ? `kept out as sport (${[...inTitle, ...inLead].join(", ")})` : null;
}

/** The same of what is no news of disputes: a prize, a film, a recipe. */
export function featureOf(title: string, story: Story, found: readonly Found[]): string | null {
  const words = wordsIn(soft, title);
  if (words.length === 0 || speaksOf(soft, story)) return null;
  const lifted = found.some(({ paragraph, what }) => paragraph === inTitle && nameIds.has(what.id));
  return !lifted ? `kept out as a feature (${words.join(", ")})` : null;
}

const wordsIn = (words: Words, text: string): readonly string[] => [
  ...new Set(scanAll(words, text).map(({ start, end }) => text.slice(start, end))),
];

const known = new Map<Words, WeakMap<Story, boolean>>([
  [sport, new WeakMap()],
  [soft, new WeakMap()],
]);

function speaksOf(words: Words, story: Story): boolean {
  const before = known.get(words)!.get(story);
  if (before !== undefined) return before;
  const own = [
    story.name,
    story.about,
    ...story.actors.flatMap(({ name, aliases, roles }) => [name, ...aliases, ...roles.map(({ title }) => title)]),
    ...story.issues.flatMap(({ words }) => words),
    ...story.words,
    ...story.match.groups.flatMap(({ words }) => words),
  ].join("\n");
  const found = scanAll(words, own).length > 0;
  known.get(words)!.set(story, found);
  return found;
}
