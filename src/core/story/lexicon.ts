/**
 * All names of all stories in one automaton: one pass over a text finds who, where and what every story knows of.
 * It does not decide what a text is about, nor which of two overlapping names is meant.
 */
import type { Day } from "../article/article.ts";
import { isGeneralName } from "../language/geography.ts";
import { type Automaton, build, type Hit, scanAll } from "../text/automaton.ts";
import type { Pattern } from "../text/pattern.ts";
import type { Actor, Role, Story } from "./story.ts";

export type Named =
  | { readonly kind: "actor"; readonly id: string }
  | { readonly kind: "role"; readonly id: string; readonly title: string }
  | { readonly kind: "place"; readonly id: string }
  | { readonly kind: "issue"; readonly id: string }
  /** A word of a match group, or of exclusion number `id`. */
  | { readonly kind: "group"; readonly id: string }
  | { readonly kind: "exclusion"; readonly id: string };

export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly story: string;
  readonly what: Named;
};

/** A name with all its meanings, by the number of the story that means it, however many stories share it. */
export type Term = {
  readonly meanings: Map<number, Named[]>;
  /** Numbers of the stories that use it in a match group, and those groups as bits; both lists are equally long. */
  readonly stories: number[];
  readonly groups: number[];
  /** Whether it names an actor or a place, not a country: words and countries are no reason to look at a story. */
  names: boolean;
};

export type Lexicon = {
  readonly automaton: Automaton<Term>;
  /** In order of their numbers. */
  readonly stories: readonly Story[];
  /** The number of each story, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The only story whose names `mentions` tells of; null is all of them. */
  readonly reads: number | null;
};

/** More groups than this have no bits of their own; a story with more is still matched, only not rejected early. */
export const groupBitsMax = 30;

export function lexiconOf(stories: readonly Story[]): Lexicon {
  const patterns = new Map<string, Pattern<Term>>();
  for (const [number, story] of stories.entries()) {
    const bits = groupBits(story);
    for (const { text, what, inflects } of namesOf(story)) {
      const term = termOf(patterns, text, inflects);
      if (nameKinds.has(what.kind) && !isGeneralName(text)) term.names = true;
      const meant = term.meanings.get(number);
      if (meant) meant.push(what);
      else term.meanings.set(number, [what]);
      const groups = bits(what);
      if (groups === 0) continue;
      term.stories.push(number);
      term.groups.push(groups);
    }
  }
  return {
    automaton: build([...patterns.values()]),
    stories,
    numbers: new Map(stories.map(({ id }, number) => [id, number])),
    reads: null,
  };
}

const nameKinds: ReadonlySet<string> = new Set(["actor", "role", "place"]);

function termOf(patterns: Map<string, Pattern<Term>>, text: string, inflects: boolean): Term {
  const key = inflects ? `${text}~` : text;
  const known = patterns.get(key);
  if (known) return known.value;
  const value: Term = { meanings: new Map(), stories: [], groups: [], names: false };
  patterns.set(key, { text, value, proper: isProper(text), inflects });
  return value;
}

/** The same names, read for one story alone: what the other stories mean costs nothing. */
export function lexiconFor(lexicon: Lexicon, story: Story): Lexicon {
  return { ...lexicon, reads: lexicon.numbers.get(story.id) ?? null };
}

/** A single word that is written with a capital is a name: "Costa" is not found in "la costa". */
const isProper = (text: string) => /^\p{Lu}[^\s]*$/u.test(text);

type NamedText = { readonly text: string; readonly what: Named; readonly inflects: boolean };

function namesOf(story: Story): readonly NamedText[] {
  const all = (texts: readonly string[], what: Named, inflects = false) =>
    texts.map((text) => ({ text, what, inflects }));
  return [
    ...story.actors.flatMap(({ id, name, aliases }) => all([name, ...aliases], { kind: "actor", id })),
    ...story.actors.flatMap(({ id, roles }) => roles.flatMap(({ title }) => all([title], { kind: "role", id, title }))),
    ...story.places.flatMap(({ id, name, aliases }) => all([name, ...aliases], { kind: "place", id })),
    ...story.issues.flatMap(({ id, words }) => all(words, { kind: "issue", id })),
    ...story.match.groups.flatMap(({ id, words, inflects }) => all(words, { kind: "group", id }, inflects)),
    ...story.match.exclude.flatMap(({ words }, at) => all(words, { kind: "exclusion", id: String(at) })),
  ];
}

function groupBits(story: Story): (what: Named) => number {
  const bits = new Map<string, number>();
  const set = (key: string, bit: number) => bits.set(key, (bits.get(key) ?? 0) | bit);
  for (const [at, group] of story.match.groups.slice(0, groupBitsMax).entries()) {
    set(`group ${group.id}`, 1 << at);
    for (const id of group.actors) set(`actor ${id}`, 1 << at);
    for (const id of group.places) set(`place ${id}`, 1 << at);
  }
  return (what) => bits.get(`${what.kind === "role" ? "actor" : what.kind} ${what.id}`) ?? 0;
}

/** Every known name in `text`, each with what the stories mean by it. */
export function nameHits(lexicon: Lexicon, text: string): readonly Hit<Term>[] {
  return scanAll(lexicon.automaton, text);
}

/** Everything that the stories know in `text`, or the one story that is read; overlapping mentions are all there. */
export function mentions(lexicon: Lexicon, text: string): readonly Mention[] {
  const { reads, stories } = lexicon;
  return nameHits(lexicon, text).flatMap(({ start, end, value }) => {
    const meant = (number: number) =>
      (value.meanings.get(number) ?? []).map((what) => ({ start, end, story: stories[number]!.id, what }));
    return reads === null ? [...value.meanings.keys()].flatMap(meant) : meant(reads);
  });
}

/** The roles that an actor holds on a day: "the chief of staff" is nobody after he resigned. */
export function rolesHeldOn(actor: Actor, day: Day): readonly Role[] {
  return actor.roles.filter(
    (role) => (role.from === undefined || role.from <= day) && (role.to === undefined || day <= role.to),
  );
}
