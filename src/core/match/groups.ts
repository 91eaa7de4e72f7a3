/** How strongly a text shows each match group of a story, and which required combinations are complete, and where. */
import type { Actor, MatchGroup, Place, Story } from "../story/story.ts";
import type { Found } from "./found.ts";
import { inTitle, type Outline } from "./outline.ts";

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

/** The groups that the text shows at all, in the story's order. */
export function shownGroups(story: Story, found: readonly Found[]): readonly Shown[] {
  return story.match.groups.flatMap((group) => {
    const own = found.filter((one) => belongs(group, one));
    return own.length === 0 ? [] : [shown(group, own, story)];
  });
}

function shown(group: MatchGroup, own: readonly Found[], story: Story): Shown {
  const terms = new Set(own.map(termOf));
  const head = own.some((one) => one.head);
  const title = own.some((one) => one.paragraph === inTitle);
  const share = Math.min(1, Math.log(1 + terms.size) / Math.log(1 + fullTerms));
  return {
    id: group.id,
    points: group.weight * share * (head ? 1 : belowHead),
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

function belongs(group: MatchGroup, { what }: Found): boolean {
  if (what.kind === "actor" || what.kind === "role") return group.actors.includes(what.id);
  if (what.kind === "place") return group.places.includes(what.id);
  return what.kind === "group" && group.id === what.id;
}

const idsIn = (story: Story, found: readonly Found[]): ReadonlySet<string> =>
  new Set(story.match.groups.filter((group) => found.some((one) => belongs(group, one))).map(({ id }) => id));

const complete = (story: Story, ids: ReadonlySet<string>) =>
  story.match.require.find((all) => all.every((id) => ids.has(id))) ?? null;

/** Of a text whose head says nothing, so much of the prose must be about the story. */
const aboutShare = 0.35;
/** A text so short has no room for what it is not about. */
const shortMax = 400;

export type Combination =
  /** Complete where it counts: in title and first paragraph, or in much of the text. */
  | { readonly kind: "complete"; readonly groups: readonly string[]; readonly where: string }
  /** Complete only in passing, far down. */
  | { readonly kind: "passing"; readonly groups: readonly string[]; readonly where: string }
  /** Not complete anywhere; `missing` would complete the nearest one. */
  | { readonly kind: "none"; readonly groups: readonly string[]; readonly missing: readonly string[] };

/** The required combination that a text completes. A story that requires none is satisfied by anything. */
export function combinationOf(story: Story, found: readonly Found[], outline: Outline): Combination {
  if (story.match.require.length === 0) return { kind: "complete", groups: [], where: "anywhere" };
  const head = complete(
    story,
    idsIn(
      story,
      found.filter((one) => one.head),
    ),
  );
  if (head) return { kind: "complete", groups: head, where: "in title and first paragraph" };
  const all = idsIn(story, found);
  const anywhere = complete(story, all);
  if (!anywhere) return nearestOf(story, all);
  // What title and first paragraph name is still meant further down.
  const context = found.filter((one) => one.head);
  const about = outline.paragraphs.filter((_, at) => {
    const own = found.filter(({ paragraph }) => paragraph === at);
    return own.length > 0 && complete(story, idsIn(story, [...context, ...own]));
  });
  const where = `in ${about.length} of ${outline.paragraphs.length} paragraphs`;
  const length = lengthOf(outline.paragraphs);
  const much = length <= shortMax || lengthOf(about) >= aboutShare * length;
  return { kind: much ? "complete" : "passing", groups: anywhere, where };
}

const lengthOf = (parts: Outline["paragraphs"]) => parts.reduce((sum, { start, end }) => sum + end - start, 0);

function nearestOf(story: Story, ids: ReadonlySet<string>): Combination {
  const missing = (all: readonly string[]) => all.filter((id) => !ids.has(id));
  const [nearest = []] = story.match.require.toSorted((a, b) => missing(a).length - missing(b).length);
  return { kind: "none", groups: nearest, missing: missing(nearest) };
}
