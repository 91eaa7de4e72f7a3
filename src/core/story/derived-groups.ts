/**
 * What a story names and says, as groups of evidence: whom, where, about what. Which of them suffice together is not
 * decided here.
 */
import { equivalentsOf } from "../language/equivalents.ts";
import { isGeneralName } from "../language/geography.ts";
import { developmentKind, kindsOf } from "../language/matters.ts";
import { isDealing, isRare } from "../language/telling.ts";
import { weightOf } from "../language/words.ts";
import { type OwnWords, ownWords } from "./own-words.ts";
import { isCommonName, isOwn, isOwnPower } from "./standing.ts";
import type { MatchGroup, Story } from "./story.ts";

type Source = Omit<Story, "match">;

/** The groups by short keys, under the names that people read in the reasons: no author calls a group like that. */
const labels = {
  name: "its name",
  people: "its people",
  "own-people": "somebody of its own",
  "full-names-in-title": "a full name in the title",
  sides: "people of two sides",
  powers: "its powers",
  "sides-of-powers": "two of its powers",
  "all-sides-of-powers": "all of its powers",
  "sides-of-own-powers": "two powers of its own",
  "sides-of-all": "two of its sides",
  offices: "its offices",
  words: "its words",
  "several-words": "two of its words",
  matter: "what it is about",
  "several-matter": "two words of what it is about",
  matters: "its matter",
  "plain-matters": "its matter beyond talks",
  "several-matters": "two words of its matter",
  "rare-matters": "a rare word of its matter",
  developments: "a development",
  place: "its place",
  events: "its event",
  "events-in-title": "its event in the title",
  core: "its core",
  where: "where it happens",
  "where-in-title": "where it happens in the title",
  "several-where": "two of its places in the title",
  subject: "its subject",
  "several-subjects": "two words of its subject",
} as const;

export type GroupKey = keyof typeof labels;

export const idOf = (key: GroupKey): string => labels[key];

/** The group of what a story is about above all. */
export const coreId = idOf("core");

/** The groups that name the story or its place and thing. */
export const namingIds: ReadonlySet<string> = new Set([idOf("name"), idOf("where"), idOf("events")]);

/** The group of what happens in stories of every kind. */
export const developmentsId = idOf("developments");

/** The groups whose words make even a title about a prize or a film one about the story. */
export const nameIds: ReadonlySet<string> = new Set([idOf("name"), idOf("core"), idOf("words")]);

/** `listed` are the words that its author wrote down; a group of which the story knows nothing is left out. */
export function groupsOf(story: Source, listed: readonly string[]): readonly MatchGroup[] {
  const { actors, places } = story;
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  const people = ids(actors.filter((actor) => actor.kind !== "outlet" && !isCommonName(actor)));
  const powers = ids(actors.filter((actor) => actor.kind !== "outlet" && isCommonName(actor)));
  const owned = actors.filter((actor) => people.includes(actor.id) && isOwn(actor));
  const ownPeople = ids(owned);
  const ownPersons = ids(owned.filter(({ kind }) => kind === "person"));
  const ownPowers = ids(actors.filter((actor) => powers.includes(actor.id) && isOwnPower(actor)));
  const words = inLanguages(listed);
  const matter = inLanguages(listed.filter((word) => !isDealing(word)));
  const own = ownWords(story, listed);
  const kinds = kindsOf(knownWords(own, listed));
  const subjects = inLanguages(own.subjects.filter((word) => weightOf(word) >= subjectWeight && !isDealing(word)));
  const ownPlaces = ids(places.filter(({ name }) => !isGeneralName(name)));
  const where = { places: ownPlaces, words: own.keys };
  const all = [
    group("name", 3, { words: nameForms(story.name) }),
    group("people", 2, { actors: people }),
    group("own-people", 0, { actors: ownPeople, acting: true, titled: true }),
    group("full-names-in-title", 0, { actors: ownPersons, acting: true, full: true, titled: true }),
    group("sides", 0, { actors: people, least: 2 }),
    group("powers", 1.5, { actors: powers }),
    group("sides-of-powers", 0, { actors: powers, least: 2 }),
    group("all-sides-of-powers", 0, { actors: powers, least: Math.max(3, sidesOf(story, powers)) }),
    group("sides-of-own-powers", 0, { actors: ownPowers, least: 2 }),
    group("sides-of-all", 0, { actors: [...people, ...powers], least: 2 }),
    group("offices", 1, { words: actors.flatMap(({ roles }) => roles.map(({ title }) => title)) }),
    group("words", 2, { words }),
    group("several-words", 0, { words, least: 2 }),
    group("matter", 0, { words: matter.length > 0 ? matter : words }),
    group("several-matter", 0, { words: matter, least: 2 }),
    group("matters", 1, { words, kinds }),
    group("plain-matters", 0, { words: matter, kinds, only: "plain" }),
    group("several-matters", 0, { words, kinds, least: 2 }),
    group("rare-matters", 0, { words: inLanguages(listed.filter(isTelling)), kinds, only: "telling" }),
    group("developments", 1, { kinds: [developmentKind] }),
    group("place", 0, { places: ownPlaces }),
    group("events", 1.5, { words: own.events }),
    group("events-in-title", 0, { words: own.events, titled: true }),
    group("core", 0, { words: inLanguages([...coreOf(own.title), ...listed.filter(isPhrase)]) }),
    group("where", 1.5, where),
    group("where-in-title", 0, { ...where, titled: true }),
    group("several-where", 0, { ...where, least: 2, titled: true }),
    group("subject", 0.5, { words: subjects }),
    group("several-subjects", 0, { words: subjects, least: 2 }),
  ];
  return all.filter(({ actors, places, words, kinds = [] }) =>
    [actors, places, words, kinds].some((list) => list.length > 0),
  );
}

const sidesOf = ({ actors }: Source, ids: readonly string[]): number =>
  new Set(actors.filter(({ id }) => ids.includes(id)).map(({ id, side }) => side ?? id)).size;

const group = (key: GroupKey, weight: number, more: Partial<MatchGroup>): MatchGroup => ({
  ...{ id: idOf(key), weight, actors: [], places: [], words: [], named: true, inflects: true },
  ...more,
});

const inLanguages = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => [word, ...equivalentsOf(word)]);

const knownWords = ({ title, subjects }: OwnWords, listed: readonly string[]): readonly string[] =>
  [...listed, ...title, ...subjects].map((word) => word.toLowerCase().replace(/\*$/, ""));

/** Of the words of a story's name, those that are about as rare as the rarest: the mackerel, not the quota. */
function coreOf(title: readonly string[]): readonly string[] {
  const own = title.filter((word) => !isDealing(word));
  const rarest = Math.max(...own.map(weightOf));
  return own.filter((word) => weightOf(word) >= rarest - coreMargin);
}

const coreMargin = 0.12;

/** Whoever lists a phrase means just that: "harbour dues". */
const isPhrase = (word: string): boolean => /\p{L}\s+\p{L}/u.test(word);

/** Commoner words say nothing of a subject: "end", "want", "plan". */
const subjectWeight = 0.45;

const isTelling = (word: string): boolean => isRare(word) && !isDealing(word);

/** The story's name as headlines write it, when it is more than one word. */
function nameForms(name: string): readonly string[] {
  const phrase = name.toLowerCase();
  return /\s/.test(phrase.trim()) ? [phrase] : [];
}
