/** Which required combination of groups a text completes, and whether where it counts or only in passing. */
import type { MatchRules, Story } from "../story/story.ts";
import { type Found, isNaming } from "./found.ts";
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
export function combinationOf(story: Story, rules: MatchRules, found: readonly Found[], outline: Outline): Combination {
  if (rules.require.length === 0) return { kind: "complete", groups: [], where: "anywhere" };
  const of: Of = { story, rules };
  const inHead = found.filter((one) => one.head);
  const head = complete(of, inHead);
  if (head) return { kind: "complete", groups: head, where: "in title and first paragraph" };
  const close = inOneSentence(of, inHead);
  if (close) return { kind: "complete", groups: close, where: "in one sentence at the head" };
  // Countries and common words alone are everywhere: further down they make no story.
  if (rules.derived && !found.some(isNaming)) return nearestOf(rules, idsIn(story, rules, found));
  const anywhere = complete(of, found) ?? inOneSentence(of, found);
  if (!anywhere) return nearestOf(rules, idsIn(story, rules, found));
  const about = outline.paragraphs.filter((_, at) => isAbout(of, inHead, found, at));
  const where = `in ${about.length} of ${outline.paragraphs.length} paragraphs`;
  const length = lengthOf(outline.paragraphs);
  const much = length <= shortMax || lengthOf(about) >= aboutShare * length;
  return { kind: much ? "complete" : "passing", groups: anywhere, where };
}

type Of = { readonly story: Story; readonly rules: MatchRules };

function complete({ story, rules }: Of, found: readonly Found[]): readonly string[] | null {
  const ids = idsIn(story, rules, found);
  return rules.require.find((all) => all.every((id) => ids.has(id))) ?? null;
}

/** The combination of those that must stand in one sentence. */
function inOneSentence({ story, rules }: Of, found: readonly Found[]): readonly string[] | null {
  const { together = [] } = rules;
  if (together.length === 0) return null;
  for (const own of sentencesOf(found, rules)) {
    const ids = idsIn(story, rules, own);
    const all = together.find((one) => one.every((id) => ids.has(id)));
    if (all) return all;
  }
  return null;
}

/** What stands together: each sentence and, for derived rules, the title with the names of the sentence below it. */
function sentencesOf(found: readonly Found[], { derived }: MatchRules): readonly (readonly Found[])[] {
  const each = [...Map.groupBy(found, ({ sentence }) => sentence).values()];
  const opening = derived ? found.filter(({ opening }) => opening) : [];
  return opening.length > 0 ? [...each, opening] : each;
}

/** What title and first paragraph name is still meant further down. */
function isAbout(of: Of, context: readonly Found[], found: readonly Found[], at: number): boolean {
  const own = found.filter(({ paragraph }) => paragraph === at);
  if (own.length === 0) return false;
  return complete(of, [...context, ...own]) !== null || inOneSentence(of, own) !== null;
}

const lengthOf = (parts: Outline["paragraphs"]) => parts.reduce((sum, { start, end }) => sum + end - start, 0);

function nearestOf({ require, together = [] }: MatchRules, ids: ReadonlySet<string>): Combination {
  const missing = (all: readonly string[]) => all.filter((id) => !ids.has(id));
  const every = [...require, ...together];
  // Of equally near ones the longest says most about what is there already.
  const [nearest = []] = every.toSorted((a, b) => missing(a).length - missing(b).length || b.length - a.length);
  return { kind: "none", groups: nearest, missing: missing(nearest) };
}
