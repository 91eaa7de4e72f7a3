/** What a text names of one story, each name once: overlapping names give way to the longest, past roles to nobody. */
import type { Day } from "../article/article.ts";
import { isGeneralName } from "../language/geography.ts";
import { developmentsId, namingIds } from "../story/derived-groups.ts";
import { type Named, rolesHeldOn, type Term } from "../story/lexicon.ts";
import type { Actor, MatchGroup, Story } from "../story/story.ts";
import { type Hit, withoutOverlaps } from "../text/automaton.ts";
import { tokens } from "../text/tokens.ts";
import { isAnotherHolder, isAnotherName, isNamesake, isThingNamedAfter } from "./another-name.ts";
import { inTitle, type Outline, partAt } from "./outline.ts";
import type { KindWord, Vocabulary } from "./vocabulary.ts";

export type Found = {
  readonly start: number;
  readonly end: number;
  readonly what: Named;
  /** As it is written. */
  readonly written: string;
  /** Which paragraph and which sentence it stands in; -1 is the title. */
  readonly paragraph: number;
  readonly sentence: number;
  /** In the title or the first paragraph. */
  readonly head: boolean;
  /** In the title, or a name in the first sentence: a title says what a text is about, its first sentence who it is. */
  readonly opening: boolean;
  /** Only what is its own is meant: "Fenwick's bakery". */
  readonly owns: boolean;
};

export type Hits = readonly Hit<Term>[];

export type Scanned = { readonly title: Hits; readonly body: Hits; readonly vocabulary: Vocabulary };

/** `number` is the story's in the lexicon; `day` is null when nobody knows when the article appeared: every role counts. */
export function foundIn(
  article: { readonly title: string; readonly text: string },
  { title, body, vocabulary }: Scanned,
  { story, number }: { readonly story: Story; readonly number: number },
  outline: Outline,
  day: Day | null,
): readonly Found[] {
  const actors = new Map(story.actors.map((actor) => [actor.id, actor]));
  const derived = derivedGroups(story);
  const meant = ({ value }: Hit<Term>) =>
    (value.meanings.get(number) ?? []).filter((what) => isHeld(what, actors, day));
  const part = (names: Hits, words: Vocabulary["title"], text: string, inside: boolean): readonly Found[] => {
    const at = (hit: Hit<unknown>, what: readonly Named[]) => placed(hit, what, text, outline, inside);
    const found = [
      ...names.flatMap((hit) => at(hit, meant(hit))),
      ...(inside && derived.length > 0 ? names.flatMap((hit) => at(hit, speaking(text, hit, meant(hit)))) : []),
      ...words.flatMap((hit) => at(hit, groupsWith(derived, hit.value))),
    ];
    return resolved(found, text, new Set(derived.map(({ id }) => id)), actors);
  };
  return [...part(title, vocabulary.title, article.title, true), ...part(body, vocabulary.body, article.text, false)];
}

/** What is somebody's own is not his office: "Fenwick's bakery", "the Fenwick family". */
const affairs =
  /^(?:['’]s? \p{Ll}| (?:family|fund|firm|company|group|estate|brother|sister|son|sons|daughter|wife|husband|heirs|home|villa|foundation|synagogue|church)\b)/u;
const affairsLength = 20;

/** What was hit, once for each of its meanings, with where it stands; nothing for what is not the text's own prose. */
function placed(
  { start, end }: Hit<unknown>,
  meanings: readonly Named[],
  text: string,
  outline: Outline,
  title: boolean,
): readonly Found[] {
  if (meanings.length === 0) return [];
  const paragraph = partAt(outline.paragraphs, title ? inTitle : start);
  if (paragraph === null) return [];
  const sentence = partAt(outline.sentences, title ? inTitle : start) ?? paragraph;
  const head = title || start < outline.leadEnd;
  const written = text.slice(start, end);
  const owns = affairs.test(text.slice(end, end + affairsLength));
  return meanings.map((what) => {
    const opening = title || (sentence === 0 && nameKinds.has(what.kind));
    return { start, end, what, written, paragraph, sentence, head, opening, owns };
  });
}

/** "Fenwick: …" and "“…”: Fenwick" have somebody say something, which is a development without a word for it. */
const speaking = (text: string, { start, end }: Hit<Term>, meant: readonly Named[]): readonly Named[] =>
  meant.some(({ kind }) => kind === "actor") && (text[end] === ":" || /['"’”»“]: ?$/u.test(text.slice(0, start)))
    ? [{ kind: "group", id: developmentsId }]
    : [];

/** The groups of derived rules that a word of the language belongs to. */
const groupsWith = (derived: readonly MatchGroup[], word: KindWord): readonly Named[] =>
  derived.flatMap(({ id, kinds = [], only }) =>
    kinds.some((kind) => word.kinds.has(kind)) && (only === undefined || word[only]) ? [{ kind: "group", id }] : [],
  );

/** A former office holder is not meant by the office. */
function isHeld(what: Named, actors: ReadonlyMap<string, Actor>, day: Day | null): boolean {
  if (what.kind !== "role" || day === null) return true;
  const actor = actors.get(what.id);
  return actor !== undefined && rolesHeldOn(actor, day).some(({ title }) => title === what.title);
}

export const nameKinds: ReadonlySet<string> = new Set(["actor", "form", "role", "place"]);

/** Somebody, some place or the thing of a story is named, not just a country. */
export const isNaming = ({ what, written }: Found): boolean =>
  what.kind === "group" ? namingIds.has(what.id) : nameKinds.has(what.kind) && !isGeneralName(written);

const isName = ({ what }: Found): boolean => nameKinds.has(what.kind);

/** The groups of derived rules, whose words are evidence only where they are no part of a name. */
const derivedGroups = ({ match }: Story): readonly MatchGroup[] =>
  [match, match.besides].flatMap((rules) => (rules?.derived ? rules.groups : []));

/**
 * "The chief's spokesman" names the spokesman and not the chief, and a name that goes on is somebody else's. Words of
 * an author's groups may overlap names; a word of derived rules inside a name is part of it.
 */
function resolved(
  found: readonly Found[],
  text: string,
  derived: ReadonlySet<string>,
  actors: ReadonlyMap<string, Actor>,
): readonly Found[] {
  const words = found.filter((one) => !isName(one) && one.what.kind !== "issue");
  const names = withoutOverlaps(found.filter(isName), text.length).filter(
    ({ what, end }) =>
      what.kind !== "role" ||
      !isAnotherHolder(text, end, (at) => found.some((one) => one.start === at && one.what.id === what.id)),
  );
  if (derived.size === 0) return [...names, ...words];
  const own = names.filter((one) => !isAnotherName(text, one) && !isSomebodyElse(text, one, actors));
  const apart = words.filter(
    (word) =>
      (word.what.id === developmentsId && names.some((name) => name.start === word.start && name.end === word.end)) ||
      !(word.what.kind === "group" && derived.has(word.what.id)) ||
      (!names.some((name) => name.start < word.end && word.start < name.end) &&
        !isAnotherName(text, word) &&
        !isThingNamedAfter(text, word)),
  );
  return [...own, ...apart];
}

/** What is named after a person or a place, or who shares a person's surname. */
function isSomebodyElse(text: string, one: Found, actors: ReadonlyMap<string, Actor>): boolean {
  const { kind, id } = one.what;
  if (kind === "place") return isThingNamedAfter(text, one);
  const actor = kind === "actor" ? actors.get(id) : undefined;
  if (actor?.kind !== "person") return false;
  const own = [actor.name, ...actor.aliases, ...actor.roles.map(({ title }) => title)];
  const words = new Set(own.flatMap((name) => tokens(name).map(({ lower }) => lower)));
  return isThingNamedAfter(text, one) || isNamesake(text, one, words);
}
