/** Which required combination of groups a text completes, and whether where it counts or only in passing. */
import type { Story } from "../story/story.ts";
import type { Found } from "./found.ts";
import { idsIn } from "./groups.ts";
import type { Outline } from "./outline.ts";

export type Combination =
  /** Complete where it counts: in title and first paragraph, or in much of the text. */
  | { readonly kind: "complete"; readonly groups: readonly string[]; readonly where: string }
  /** Complete only in passing, far down. */
  | { readonly kind: "passing"; readonly groups: readonly string[]; readonly where: string }
  /** Not complete anywhere; `missing` would complete the nearest one. */
  | { readonly kind: "none"; readonly groups: readonly string[]; readonly missing: readonly string[] };

/** Of a text whose head says nothing, so much of the prose must be about the story. */
const aboutShare = 0.35;
/** A text so short has no room for what it is not about. */
const shortMax = 400;

/** The required combination that a text completes. A story that requires none is satisfied by anything. */
export function combinationOf(story: Story, found: readonly Found[], outline: Outline): Combination {
  if (story.match.require.length === 0) return { kind: "complete", groups: [], where: "anywhere" };
  const inHead = found.filter((one) => one.head);
  const head = complete(story, idsIn(story, inHead));
  if (head) return { kind: "complete", groups: head, where: "in title and first paragraph" };
  const close = inOneSentence(story, inHead);
  if (close) return { kind: "complete", groups: close, where: "in one sentence at the head" };
  const all = idsIn(story, found);
  const anywhere = complete(story, all) ?? inOneSentence(story, found);
  if (!anywhere) return nearestOf(story, all);
  const about = outline.paragraphs.filter((_, at) => isAbout(story, inHead, found, at));
  const where = `in ${about.length} of ${outline.paragraphs.length} paragraphs`;
  const length = lengthOf(outline.paragraphs);
  const much = length <= shortMax || lengthOf(about) >= aboutShare * length;
  return { kind: much ? "complete" : "passing", groups: anywhere, where };
}

const complete = (story: Story, ids: ReadonlySet<string>) =>
  story.match.require.find((all) => all.every((id) => ids.has(id))) ?? null;

/** The combination of those that must stand in one sentence. */
function inOneSentence(story: Story, found: readonly Found[]): readonly string[] | null {
  const { together = [] } = story.match;
  if (together.length === 0) return null;
  for (const sentence of new Set(found.map((one) => one.sentence))) {
    const own = found.filter((one) => one.sentence === sentence);
    const ids = idsIn(story, own);
    const all = together.find((one) => one.every((id) => ids.has(id)));
    if (all) return all;
  }
  return null;
}

/** What title and first paragraph name is still meant further down. */
function isAbout(story: Story, context: readonly Found[], found: readonly Found[], at: number): boolean {
  const own = found.filter(({ paragraph }) => paragraph === at);
  if (own.length === 0) return false;
  return complete(story, idsIn(story, [...context, ...own])) !== null || inOneSentence(story, own) !== null;
}

const lengthOf = (parts: Outline["paragraphs"]) => parts.reduce((sum, { start, end }) => sum + end - start, 0);

function nearestOf(story: Story, ids: ReadonlySet<string>): Combination {
  const missing = (all: readonly string[]) => all.filter((id) => !ids.has(id));
  const every = [...story.match.require, ...(story.match.together ?? [])];
  // Of equally near ones the longest says most about what is there already.
  const [nearest = []] = every.toSorted((a, b) => missing(a).length - missing(b).length || b.length - a.length);
  return { kind: "none", groups: nearest, missing: missing(nearest) };
}
