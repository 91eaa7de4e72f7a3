/** How strongly a text shows each match group of a story. */
import type { Actor, MatchGroup, Place, Story } from "../story/story.ts";
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
export function shownGroups(story: Story, found: readonly Found[]): readonly Shown[] {
  return story.match.groups.flatMap((group) => {
    const own = found.filter((one) => belongs(group, one));
    return isPresent(group, own, story) ? [shown(group, own, story)] : [];
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

export function belongs(group: MatchGroup, { what }: Found): boolean {
  if (what.kind === "actor") return group.actors.includes(what.id);
  if (what.kind === "role") return !group.named && group.actors.includes(what.id);
  if (what.kind === "place") return group.places.includes(what.id);
  return what.kind === "group" && group.id === what.id;
}

/** Whether what was found of a group is enough of it. Actors of one side are one party. */
function isPresent({ least = 1 }: MatchGroup, own: readonly Found[], story: Story): boolean {
  if (least <= 1) return own.length > 0;
  return new Set(own.map((one) => partyOf(one, story))).size >= least;
}

function partyOf(one: Found, story: Story): string {
  const actor = story.actors.find(({ id }) => one.what.kind !== "place" && id === one.what.id);
  return actor?.side ?? termOf(one);
}

/** Ids of the groups that these findings make present. */
export const idsIn = (story: Story, found: readonly Found[]): ReadonlySet<string> =>
  new Set(
    story.match.groups
      .filter((group) =>
        isPresent(
          group,
          found.filter((one) => belongs(group, one)),
          story,
        ),
      )
      .map(({ id }) => id),
  );
