/**
 * The match rules that follow from a story's name, its actors, places and words. Two kinds of evidence are asked for:
 * an actor and a word in one sentence, two sides, a place and what happened there. Common names and common words (a
 * country, "talks") weigh less than the names of persons, because every day's news is full of them.
 */
import { isDealing } from "../language/telling.ts";
import { tokens } from "../text/tokens.ts";
import { type GroupKey, groupsOf, idOf } from "./derived-groups.ts";
import type { MatchRules, Story } from "./story.ts";

type Source = Omit<Story, "match">;
type Keys = readonly GroupKey[];

/** `further` are the words of its author's own rules. */
export function derivedMatch(story: Source, further: readonly string[] = []): MatchRules {
  const listed = [...story.words, ...further];
  const words = [...new Set(listed.length > 0 ? listed : story.issues.flatMap((issue) => issue.words))];
  const groups = groupsOf(story, words);
  const has = (key: GroupKey) => groups.some(({ id }) => id === idOf(key));
  const possible = (lists: readonly Keys[]) => lists.flatMap((keys) => (keys.every(has) ? [keys.map(idOf)] : []));
  return {
    threshold: 1.5,
    groups,
    require: possible([...anywhereInHead, ...barest(has)]),
    together: possible([...inOneSentence, ...(isNegotiated(story, words) ? atTheTable : [])]),
    derived: true,
    exclude: [],
  };
}

/** Groups that suffice when all of one line occur in title and first paragraph. */
const anywhereInHead: readonly Keys[] = [
  ["name"],
  ["events-in-title"],
  ["full-names-in-title"],
  ["sides"],
  ["people", "sides-of-all"],
  ["people", "several-words"],
  ["people", "words", "place"],
  ["people", "words", "subject"],
  ["people", "words", "powers"],
  ["people", "where", "subject"],
  ["sides-of-powers", "words", "subject"],
  ["sides-of-powers", "core", "several-matters"],
  ["where-in-title", "words", "subject"],
  ["where-in-title", "several-words"],
  ["offices", "words", "where"],
];

/** Groups that suffice when all of one line occur in one sentence. */
const inOneSentence: readonly Keys[] = [
  ["people", "matters"],
  ["own-people", "developments"],
  ["sides-of-powers", "subject"],
  ["people", "several-subjects"],
  ["events", "matters"],
  ["powers", "core", "developments"],
  ["sides-of-own-powers", "plain-matters"],
  ["sides-of-powers", "core"],
  ["sides-of-powers", "several-matter"],
  ["powers", "core", "several-matters"],
  ["powers", "matter", "several-words"],
  ["powers", "where", "several-matters"],
  ["where-in-title", "rare-matters"],
  ["where-in-title", "several-matters"],
  ["several-where"],
  ["offices", "several-words"],
];

/** Groups that suffice in one sentence when the story is one of talks: those who talk come together at a place. */
const atTheTable: readonly Keys[] = [
  ["own-people", "where"],
  ["powers", "where", "matters"],
  ["sides-of-powers", "several-matters"],
  ["sides-of-powers", "where"],
  ["all-sides-of-powers", "matters"],
];

const isNegotiated = ({ name }: Source, words: readonly string[]): boolean =>
  [...tokens(name).map(({ lower }) => lower), ...words].some(isDealing);

/** What is asked of a story that knows only one kind of thing. */
function barest(has: (key: GroupKey) => boolean): readonly Keys[] {
  if (!has("words")) return has("people") ? [["people"]] : [["sides-of-powers"]];
  return has("people") || has("powers") ? [] : has("place") ? [["several-words"]] : [["words"]];
}
