/** How strongly a text shows each match group of a story. */
import type { Actor, MatchGroup, MatchRules, Place, Story } from "../story/story.ts";
import type { Found } from "./found.ts";
import { inTitle } from "./outline.ts";

export type Shown = {
  readonly id: string;
  readonly points: number;
  /** Up to three of its terms, for people. */
  readonly examples: readonly string[];
  readonly where: "title" | "first paragraph" | "text";
};

/** A group seen only below title and first paragraph counts this much. */
const belowHead = 0.6;
/** So many different terms earn a group's whole weight; one earns half of it. */
const fullTerms = 3;
const examplesMax = 3;

/** How much of a group's weight so many different terms earn. */
export const shareOf = (terms: number): number => Math.min(1, Math.log(1 + terms) / Math.log(1 + fullTerms));

/** The groups that the text shows at all, in the story's order. */
export function shownGroups(story: Story, rules: MatchRules, found: readonly Found[]): readonly Shown[] {
  const own = byGroup(rules, found);
  return rules.groups.flatMap((group) => {
    const hits = own.get(group) ?? [];
    return isPresent(group, hits, story) ? [shown(group, hits, story)] : [];
  });
}

function shown(group: MatchGroup, own: readonly Found[], story: Story): Shown {
  const terms = new Set(own.map(termOf));
  const head = own.some((one) => one.head);
  const title = own.some((one) => one.paragraph === inTitle);
  return {
    id: group.id,
    points: group.weight * shareOf(terms.size) * (head ? 1 : belowHead),
    examples: [...new Set(own.map((one) => nameOf(one, story)))].slice(0, examplesMax),
    where: title ? "title" : head ? "first paragraph" : "text",
  };
}

const termOf = ({ what, written }: Found): string =>
  what.kind === "group" ? written.toLowerCase().slice(0, stemLength) : what.id;
/** "talk" and "talks" are one term: endings differ, beginnings do not. */
const stemLength = 6;

function nameOf({ what, written }: Found, story: Story): string {
  const list: readonly (Actor | Place)[] = what.kind === "place" ? story.places : story.actors;
  return what.kind === "group" ? written : (list.find(({ id }) => id === what.id)?.name ?? written);
}

/** The groups that a thing may belong to, by what it is: rules never change, so this is worked out once. */
type Index = ReadonlyMap<string, readonly MatchGroup[]>;

const known = new WeakMap<MatchRules, Index>();

function indexOf(rules: MatchRules): Index {
  const before = known.get(rules);
  if (before) return before;
  const index = new Map<string, MatchGroup[]>();
  const enter = (key: string, group: MatchGroup) => index.set(key, [...(index.get(key) ?? []), group]);
  for (const group of rules.groups) {
    enter(`group ${group.id}`, group);
    for (const id of new Set(group.places)) enter(`place ${id}`, group);
    for (const id of new Set(group.actors)) {
      for (const kind of ["actor", "form"]) enter(`${kind} ${id}`, group);
      if (!group.named) enter(`role ${id}`, group);
    }
  }
  known.set(rules, index);
  return index;
}

/** The groups of these rules that what was found belongs to. */
export const groupsWith = (rules: MatchRules, one: Found): readonly MatchGroup[] =>
  (indexOf(rules).get(`${one.what.kind} ${one.what.id}`) ?? []).filter((group) => counts(group, one));

const counts = ({ acting, titled, full }: MatchGroup, { owns, paragraph, written }: Found): boolean =>
  !(acting && owns) && !(titled && paragraph !== inTitle) && !(full && !/\s/.test(written));

function byGroup(rules: MatchRules, found: readonly Found[]): ReadonlyMap<MatchGroup, readonly Found[]> {
  const own = new Map<MatchGroup, Found[]>();
  for (const one of found) {
    for (const group of groupsWith(rules, one)) {
      const hits = own.get(group);
      if (hits) hits.push(one);
      else own.set(group, [one]);
    }
  }
  return own;
}

/** Whether what was found of a group is enough of it. Actors of one side are one party. */
function isPresent({ least = 1 }: MatchGroup, own: readonly Found[], story: Story): boolean {
  if (own.length < least || least <= 1) return own.length > 0 && least <= 1;
  return new Set(own.map((one) => partyOf(one, story))).size >= least;
}

function partyOf(one: Found, story: Story): string {
  if (one.what.kind === "place") return outermost(one.what.id, story.places);
  const actor = story.actors.find(({ id }) => id === one.what.id);
  return actor?.side ?? termOf(one);
}

/** The largest place that a place folds into; a file may fold two into each other, so each step is taken once. */
function outermost(id: string, places: readonly Place[]): string {
  let at = id;
  for (let steps = 0; steps < places.length; steps++) at = places.find((place) => place.id === at)?.within ?? at;
  return at;
}

/** Ids of the groups that these findings make present. */
export const idsIn = (story: Story, rules: MatchRules, found: readonly Found[]): ReadonlySet<string> =>
  new Set([...byGroup(rules, found)].flatMap(([group, own]) => (isPresent(group, own, story) ? [group.id] : [])));
