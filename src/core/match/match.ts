/**
 * Which articles belong to a story, and why: weighted groups of names and words, at least one required conjunction of
 * them, exclusions, and the days of a followed round. Generic; what the groups hold is the story's data.
 */
import type { Article, Day } from "../article/article.ts";
import { type Lexicon, type Mention, mentions, rolesHeldOn } from "../story/lexicon.ts";
import type { MatchGroup, Round, Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { liveSegments, type Segment } from "./segments.ts";

export type Decision = "in" | "near" | "out";

export type Match = {
  readonly decision: Decision;
  /** 0…1; half is the story's threshold. */
  readonly score: number;
  readonly because: readonly string[];
  readonly round: Round | null;
  /** Parts of the text to read, when only parts of a live blog are about the story; null means all of it. */
  readonly within: readonly Segment[] | null;
};

/** A group seen only below title and lead paragraph counts this much. */
const belowLead = 0.6;
/** A score this near to the threshold is shown to the operator. */
const nearShare = 0.6;
/** Of a long article only this much is weighed: what a text is about stands at its head. */
const weighedMax = 6000;

/** Every story's decision on one article, from one pass over its text. */
export function matchAll(article: Article, stories: readonly Story[], lexicon: Lexicon): ReadonlyMap<string, Match> {
  const body = article.text.slice(0, weighedMax);
  const byStory = Map.groupBy(
    [...shift(mentions(lexicon, article.title), -1), ...shift(mentions(lexicon, body), 1)],
    (one) => one.story,
  );
  return new Map(
    stories.flatMap((story) => {
      const found = byStory.get(story.id);
      return found ? [[story.id, decide(article, story, found, lexicon)] as const] : [];
    }),
  );
}

const nothing: Match = {
  decision: "out",
  score: 0,
  because: ["names nothing of the story"],
  round: null,
  within: null,
};

export function match(article: Article, story: Story, lexicon: Lexicon): Match {
  return matchAll(article, [story], lexicon).get(story.id) ?? nothing;
}

/** A mention with where it stands: -1 in the title, else its offset in the text. */
type Found = Mention & { readonly at: number };

const shift = (found: readonly Mention[], where: -1 | 1): readonly Found[] =>
  found.map((one) => ({ ...one, at: where < 0 ? -1 : one.start }));

function decide(article: Article, story: Story, found: readonly Found[], lexicon: Lexicon): Match {
  const segments = liveSegments(article);
  if (segments.length > 1) return decideSegments(article, story, segments, lexicon);
  return judge(article, story, found);
}

/** A live blog is judged segment by segment; only the segments that belong are read. */
function decideSegments(article: Article, story: Story, segments: readonly Segment[], lexicon: Lexicon): Match {
  const judged = segments.map((segment) => {
    const part = { ...article, title: "", text: article.text.slice(segment.start, segment.end) };
    return { segment, match: judge(part, story, shift(mentions(lexicon, part.text), 1)) };
  });
  const inside = judged.filter(({ match }) => match.decision === "in");
  const best = (inside.length > 0 ? inside : judged).toSorted((a, b) => b.match.score - a.match.score)[0]!.match;
  if (inside.length === 0) return best;
  return {
    ...best,
    because: [`${inside.length} of ${segments.length} segments of a live text belong`, ...best.because],
    within: inside.map(({ segment }) => segment),
  };
}

function judge(article: Article, story: Story, found: readonly Found[]): Match {
  const day = dayOf(article.published);
  const lead = leadEnd(article.text);
  const held = found.filter((one) => isHeld(one, story, day));
  const groups = story.match.groups
    .map((group) => strengthOf(group, held, lead))
    .filter((group) => group.terms.length > 0);
  const raw = groups.reduce((sum, group) => sum + group.strength, 0);
  const present = new Set(groups.map((group) => group.id));
  const conjunction = story.match.require.find((all) => all.every((id) => present.has(id))) ?? null;
  const excluded = exclusionOf(story, found, present, lead);
  const round = roundOf(story, day);
  const reasons = [
    ...groups.map((group) => `${group.place} names ${group.id} (${group.terms.slice(0, 3).join(", ")})`),
    conjunction ? `has ${conjunction.join(" and ")}` : "has none of the required combinations",
    ...(excluded ? [excluded] : []),
    round ? `${day} is in the round "${round.name}"` : `${day} is outside every followed round`,
  ];
  const score = Math.round(Math.min(1, raw / (2 * Math.max(0.5, story.match.threshold))) * 100) / 100;
  return {
    decision: decisionOf({
      raw,
      threshold: story.match.threshold,
      conjunction: conjunction !== null,
      excluded: excluded !== null,
      round: round !== null,
    }),
    score,
    because: reasons,
    round,
    within: null,
  };
}

type Facts = {
  readonly raw: number;
  readonly threshold: number;
  readonly conjunction: boolean;
  readonly excluded: boolean;
  readonly round: boolean;
};

function decisionOf({ raw, threshold, conjunction, excluded, round }: Facts): Decision {
  if (conjunction && !excluded && round && raw >= threshold) return "in";
  const closeScore = raw >= threshold * nearShare;
  if (excluded) return "out";
  if (conjunction && raw >= threshold) return "near";
  return round && closeScore && (conjunction || raw >= threshold) ? "near" : "out";
}

/** A former office holder is not meant by the office. */
function isHeld(one: Found, story: Story, day: Day): boolean {
  const { what } = one;
  if (what.kind !== "role") return true;
  const actor = story.actors.find((candidate) => candidate.id === what.id);
  return actor !== undefined && rolesHeldOn(actor, day).some((role) => role.title === what.title);
}

type Strength = {
  readonly id: string;
  readonly strength: number;
  readonly terms: readonly string[];
  readonly place: string;
};

function strengthOf(group: MatchGroup, found: readonly Found[], lead: number): Strength {
  const own = found.filter(({ what }) => belongs(group, what));
  const terms = [...new Set(own.map(({ what }) => (what.kind === "group" ? "its words" : what.id)))];
  const distinct = new Set(
    own.map(({ what, start, end, at }) =>
      what.kind === "group" ? `${at < 0 ? "t" : "b"}${end - start}:${start}` : what.id,
    ),
  ).size;
  const weight = group.weight * Math.min(1, Math.log(1 + Math.max(terms.length, Math.min(distinct, 3))) / Math.log(4));
  const head = own.some(({ at }) => at < lead);
  const inTitle = own.some(({ at }) => at < 0);
  return {
    id: group.id,
    strength: weight * (head ? 1 : belowLead),
    terms,
    place: inTitle ? "title" : head ? "lead" : "text",
  };
}

function belongs(group: MatchGroup, what: Mention["what"]): boolean {
  switch (what.kind) {
    case "actor":
    case "role":
      return group.actors.includes(what.id);
    case "place":
      return group.places.includes(what.id);
    case "group":
      return group.id === what.id;
    default:
      return false;
  }
}

function exclusionOf(story: Story, found: readonly Found[], present: ReadonlySet<string>, lead: number): string | null {
  const positive = found.filter(({ what }) => what.kind !== "exclusion" && what.kind !== "issue").length;
  for (const [at, exclusion] of story.match.exclude.entries()) {
    const hits = found.filter(({ what }) => what.kind === "exclusion" && what.id === String(at));
    if (hits.length === 0 || exclusion.unless.some((id) => present.has(id))) continue;
    const share = hits.length / (hits.length + positive);
    const always = exclusion.share === 0 && hits.some((hit) => hit.at < lead);
    if (always || (exclusion.share > 0 && share >= exclusion.share))
      return `excluded by ${exclusion.words.slice(0, 3).join(", ")} … (${hits.length} times)`;
  }
  return null;
}

/** Where the first paragraph of any length ends. */
function leadEnd(text: string): number {
  const leadMin = 40;
  let at = 0;
  for (const line of text.split("\n")) {
    at += line.length + 1;
    if (line.trim().length >= leadMin) return at;
  }
  return text.length;
}

/** The followed round whose days hold this one; a story without rounds is always on. */
function roundOf(story: Story, day: Day): Round | null {
  if (story.rounds.length === 0)
    return { id: "always", name: "always", from: day, to: day, follow: true, places: [], sides: [] };
  return story.rounds.find((round) => round.follow && round.from <= day && day <= round.to) ?? null;
}
