/**
 * The match rules of a story that gives none, derived from its name, its actors, places and words. Two kinds of evidence
 * are asked for: an actor and a word in one sentence, two sides, a place and what happened there. Common names and
 * common words (a country, "talks") weigh less than the names of persons, because every day's news is full of them.
 */
import { equivalentsOf } from "../language/equivalents.ts";
import { isGeneralName } from "../language/geography.ts";
import { isCommonWord, isStopword, stemOf, weightOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";
import type { Actor, MatchGroup, MatchRules, Story } from "./story.ts";

type Source = Omit<Story, "match">;

export function derivedMatch(story: Source, listed: readonly string[]): MatchRules {
  const words = listed.length > 0 ? listed : story.issues.flatMap((issue) => issue.words);
  const all = groupsOf(story, words);
  const groups = all.filter(({ actors, places, words }) => actors.length + places.length + words.length > 0);
  const has = (id: string) => groups.some((group) => group.id === id);
  const possible = (lists: readonly string[]) => lists.map((line) => line.split(" ")).filter((ids) => ids.every(has));
  return {
    threshold: 1.5,
    groups,
    require: [...possible(anywhereInHead), ...possible(barest(has))],
    together: possible(inOneSentence),
    derived: true,
    exclude: [],
  };
}

/** Groups that suffice when all of one line occur in title and first paragraph. */
const anywhereInHead = [
  "name",
  "sides",
  "people sides-of-all",
  "people several-words",
  "people words place",
  "people words subject",
  "people words powers",
  "people where subject",
  "sides-of-powers words subject",
  "where words subject",
  "where several-words",
  "offices words where",
];

/** Groups that suffice when all of one line occur in one sentence. */
const inOneSentence = [
  "people words",
  "people several-subjects",
  "sides-of-powers matter",
  "powers matter several-words",
  "where rare-words",
  "several-where",
  "offices several-words",
];

/** What is asked of a story that knows only one kind of thing. */
function barest(has: (id: string) => boolean): readonly string[] {
  if (!has("words")) return has("people") ? ["people"] : ["sides-of-powers"];
  return has("people") || has("powers") ? [] : has("place") ? ["several-words"] : ["words"];
}

function groupsOf(story: Source, listed: readonly string[]): readonly MatchGroup[] {
  const { actors, places } = story;
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  const people = ids(actors.filter((actor) => actor.kind !== "outlet" && !isCommonName(actor)));
  const powers = ids(actors.filter((actor) => actor.kind !== "outlet" && isCommonName(actor)));
  const words = listed.flatMap((word) => [word, ...equivalentsOf(word)]);
  const matter = listed.filter((word) => !isDealing(word)).flatMap((word) => [word, ...equivalentsOf(word)]);
  const rare = listed.filter(isRare).flatMap((word) => [word, ...equivalentsOf(word)]);
  const { keys, subjects } = ownWords(story, listed);
  const offices = actors.flatMap(({ roles }) => roles.map(({ title }) => title));
  const group = (id: string, weight: number, more: Partial<MatchGroup>): MatchGroup => ({
    ...{ id, weight, actors: [], places: [], words: [], named: true, inflects: true },
    ...more,
  });
  const where = { places: ids(places), words: keys };
  return [
    group("name", 3, { words: nameForms(story.name) }),
    group("people", 2, { actors: people }),
    group("sides", 0, { actors: people, least: 2 }),
    group("powers", 1.5, { actors: powers }),
    group("sides-of-powers", 0, { actors: powers, least: 2 }),
    group("sides-of-all", 0, { actors: [...people, ...powers], least: 2 }),
    group("offices", 1, { words: offices }),
    group("words", 2, { words }),
    group("several-words", 0, { words, least: 2 }),
    group("matter", 0, { words: matter.length > 0 ? matter : words }),
    group("rare-words", 0, { words: rare }),
    group("place", 0, { places: ids(places) }),
    group("where", 1.5, where),
    group("several-where", 0, { ...where, least: 2 }),
    group("subject", 0.5, { words: subjects }),
    group("several-subjects", 0, { words: subjects, least: 2 }),
  ];
}

/** A name that every day's news is full of: a country, or a body that is called by one common word. */
function isCommonName({ name, kind }: Actor): boolean {
  const lower = name.toLowerCase();
  return kind === "government" || isGeneralName(lower) || (/^\p{L}+$/u.test(name) && isCommonWord(lower));
}

/** Powers talk, meet and agree every day; what they do it about is what tells a story from the others. */
const dealings = new Set(
  "talk negotiation meeting summit agreement deal accord treaty pact offer proposal plan dialogue visit envoy delegation diplomacy round session conference statement"
    .split(" ")
    .map(stemOf),
);

const isDealing = (word: string): boolean => dealings.has(stemOf(word.toLowerCase().replace(/\*$/, "")));

/** Rarer words of the news weigh more than this: "landfall", not "storm"; a phrase is rarer than its words. */
const rareWeight = 0.62;

const isRare = (word: string): boolean => /\s/.test(word) || weightOf(word.toLowerCase()) >= rareWeight;

/** The story's name as headlines write it, when it is more than one word. */
function nameForms(name: string): readonly string[] {
  const phrase = name.toLowerCase();
  return /\s/.test(phrase.trim()) ? [phrase] : [];
}

/**
 * What the story's name and its sentence say beside its actors and words: capitalised rare words are where or what it
 * is (keys), the others are its subject.
 */
function ownWords({ name, about, actors, places }: Source, listed: readonly string[]) {
  const taken = new Set(
    [...actors, ...places].flatMap((one) => tokens([one.name, ...one.aliases].join(" ")).map(({ lower }) => lower)),
  );
  const known = new Set(listed.flatMap((word) => tokens(word).map(({ lower }) => lower)));
  const own = tokens(`${name}. ${about}`).filter(
    ({ lower }) => /^\p{L}{3,}$/u.test(lower) && !isStopword(lower) && !known.has(lower),
  );
  const capital = own.filter(
    ({ text, lower }) => /^\p{Lu}/u.test(text) && !isCommonWord(lower) && !isGeneralName(lower),
  );
  const keys = new Set(capital.map(({ text }) => text).filter((text) => isKey(text, about, name)));
  const subjects = own.filter(({ text, lower }) => !keys.has(text) && !taken.has(lower)).map(({ lower }) => lower);
  return { keys: [...keys], subjects: [...new Set(subjects)].flatMap((word) => [word, ...equivalentsOf(word)]) };
}

/** A word that the story also writes small is no name. */
const isKey = (text: string, about: string, name: string): boolean =>
  !tokens(`${name}. ${about}`).some((token) => token.text === text.toLowerCase());
