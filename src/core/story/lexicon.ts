/**
 * All names of all stories in one automaton: one pass over a text finds who, where and what every story knows of.
 * It does not decide what a text is about, nor which of two overlapping names is meant.
 */
import type { Day } from "../article/article.ts";
import { formsOf, isGeneralName } from "../language/geography.ts";
import { type Automaton, build, type Hit, scanAll } from "../text/automaton.ts";
import type { Pattern } from "../text/pattern.ts";
import { namingIds } from "./derived-groups.ts";
import type { Actor, MatchGroup, MatchRules, Role, Story } from "./story.ts";

export type Named =
  | { readonly kind: "actor"; readonly id: string }
  /** Another form of a country that acts: its people, its capital. Evidence for matching alone. */
  | { readonly kind: "form"; readonly id: string }
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
  /** Numbers of the rules that use it in a group, and those groups as bits; both lists are equally long. */
  readonly rules: number[];
  readonly groups: number[];
  /** Whether it names an actor or a place, not a country: words and countries are no reason to look at a story. */
  names: boolean;
};

export type Lexicon = {
  readonly automaton: Automaton<Term>;
  /** In order of their numbers. */
  readonly stories: readonly Story[];
  /** The rules of all stories, in order of their numbers: an author's own, those beside them, or derived ones. */
  readonly rules: readonly Ruled[];
  /** The number of each story, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The only story whose names `mentions` tells of; null is all of them. */
  readonly reads: number | null;
};

/** The rules of a story, with the story's number. */
export type Ruled = { readonly story: number; readonly rules: MatchRules };

/** More groups than this have no bits of their own; a story with more is still matched, only not rejected early. */
export const groupBitsMax = 30;

export function lexiconOf(stories: readonly Story[]): Lexicon {
  const patterns = new Map<string, Pattern<Term>>();
  const ruled: Ruled[] = [];
  for (const [number, story] of stories.entries()) {
    const sets = rulesOf(story).map((rules) => {
      ruled.push({ story: number, rules });
      return { at: ruled.length - 1, bits: groupBits(rules) };
    });
    for (const { text, what, inflects } of namesOf(story)) {
      const term = termOf(patterns, text, inflects);
      if (isNaming(what, text)) term.names = true;
      const meant = term.meanings.get(number);
      if (meant) meant.push(what);
      else term.meanings.set(number, [what]);
      for (const { at, bits } of sets) enter(term, at, bits(what));
    }
  }
  return {
    automaton: build([...patterns.values()]),
    stories,
    rules: ruled,
    numbers: new Map(stories.map(({ id }, number) => [id, number])),
    reads: null,
  };
}

/** A story has so many sets of rules at most. */
const setsMax = 2;

/** One entry for each set of rules, whatever number of its groups a word belongs to; a story's sets come together. */
function enter({ rules, groups }: Term, at: number, bits: number): void {
  if (bits === 0) return;
  const known = rules.indexOf(at, -setsMax);
  if (known >= 0) groups[known]! |= bits;
  else {
    rules.push(at);
    groups.push(bits);
  }
}

const actorKinds: ReadonlySet<string> = new Set(["actor", "form", "role"]);
const nameKinds: ReadonlySet<string> = new Set([...actorKinds, "place"]);

const isNaming = ({ kind, id }: Named, text: string): boolean =>
  kind === "group" ? namingIds.has(id) : nameKinds.has(kind) && !isGeneralName(text);

function termOf(patterns: Map<string, Pattern<Term>>, text: string, inflects: boolean): Term {
  const key = inflects ? `${text}~` : text;
  const known = patterns.get(key);
  if (known) return known.value;
  const value: Term = { meanings: new Map(), rules: [], groups: [], names: false };
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
    ...story.actors.flatMap((actor) => all(otherForms(actor, story), { kind: "form", id: actor.id })),
    ...story.actors.flatMap(({ id, roles }) => roles.flatMap(({ title }) => all([title], { kind: "role", id, title }))),
    ...story.places.flatMap(({ id, name, aliases }) => all([name, ...aliases], { kind: "place", id })),
    ...story.issues.flatMap(({ id, words }) => all(words, { kind: "issue", id })),
    ...groupsOf(story).flatMap(({ id, words, inflects }) => all(words, { kind: "group", id }, inflects)),
    ...story.match.exclude.flatMap(({ words }, at) => all(words, { kind: "exclusion", id: String(at) })),
  ];
}

/** Whoever writes rules says exactly what counts; derived ones know a country by every form. */
function otherForms({ name, aliases, kind }: Actor, { match }: Story): readonly string[] {
  if (kind !== "government" || !(match.derived || match.besides)) return [];
  return formsOf(name).filter((form) => form !== name && !aliases.includes(form));
}

/** A story's own rules and those beside them. */
export const rulesOf = ({ match }: Story): readonly MatchRules[] => (match.besides ? [match, match.besides] : [match]);

const groupsOf = (story: Story): readonly MatchGroup[] => rulesOf(story).flatMap(({ groups }) => groups);

function groupBits({ groups }: MatchRules): (what: Named) => number {
  const bits = new Map<string, number>();
  const set = (key: string, bit: number) => bits.set(key, (bits.get(key) ?? 0) | bit);
  for (const [at, group] of groups.slice(0, groupBitsMax).entries()) {
    set(`group ${group.id}`, 1 << at);
    for (const id of group.actors) set(`actor ${id}`, 1 << at);
    for (const id of group.places) set(`place ${id}`, 1 << at);
  }
  return (what) => bits.get(`${actorKinds.has(what.kind) ? "actor" : what.kind} ${what.id}`) ?? 0;
}

/** Every known name in `text`, each with what the stories mean by it. */
export function nameHits(lexicon: Lexicon, text: string): readonly Hit<Term>[] {
  return scanAll(lexicon.automaton, text);
}

/** What a text says, beside the words and forms that are evidence for matching alone. */
const spokenKinds: ReadonlySet<string> = new Set(["actor", "role", "place", "issue"]);

/** Whom, what and where the stories know in `text`, or the one story that is read; overlapping mentions are all there. */
export function mentions(lexicon: Lexicon, text: string): readonly Mention[] {
  const { reads, stories } = lexicon;
  return nameHits(lexicon, text).flatMap(({ start, end, value }) => {
    const meant = (number: number) =>
      (value.meanings.get(number) ?? []).flatMap((what) =>
        spokenKinds.has(what.kind) ? [{ start, end, story: stories[number]!.id, what }] : [],
      );
    return reads === null ? [...value.meanings.keys()].flatMap(meant) : meant(reads);
  });
}

/** The roles that an actor holds on a day: "the chief of staff" is nobody after he resigned. */
export function rolesHeldOn(actor: Actor, day: Day): readonly Role[] {
  return actor.roles.filter(
    (role) => (role.from === undefined || role.from <= day) && (role.to === undefined || day <= role.to),
  );
}
