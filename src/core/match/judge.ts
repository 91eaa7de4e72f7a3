/** One story's decision on a text of which it is known what it names: the author's rules, and those beside them. */
import type { Article, Day } from "../article/article.ts";
import { developmentsId } from "../story/derived-groups.ts";
import type { MatchRules, Round, Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { type Combination, combinationOf } from "./combination.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { exclusionOf } from "./exclusion.ts";
import { type Found, isNaming } from "./found.ts";
import { featureOf, genreOf } from "./genre.ts";
import { type Shown, shownGroups } from "./groups.ts";
import type { Outline } from "./outline.ts";
import type { Segment } from "./segments.ts";

export type Decision = "in" | "near" | "out";

export type Match = {
  readonly decision: Decision;
  /** 0…1; what is taken has half and more. */
  readonly score: number;
  readonly because: readonly string[];
  readonly round: Round | null;
  /** Parts of the text to read, when only parts of a live blog are about the story; null means all of it. */
  readonly within: readonly Segment[] | null;
};

/** A score this near to the threshold is shown to the operator. */
const nearShare = 0.6;

type Text = Pick<Article, "title" | "text" | "published">;

/** An article without a date is dated 0; it may be of any day. */
export const dayOr = ({ published }: Pick<Article, "published">): Day | null =>
  published > 0 ? dayOf(published) : null;

/** What the author's rules miss, the rest of the story may still take, unless they keep it out or are exact. */
export function judge(article: Text, story: Story, found: readonly Found[], outline: Outline): Match {
  const { match } = story;
  const own = judgeBy(match, article, story, found, outline);
  if (own.decision === "in" || match.besides === undefined) return own;
  const besides = judgeBy(match.besides, article, story, found, outline);
  if (besides.decision !== "in") return besides.score > own.score ? besides : own;
  return { ...besides, because: [...besides.because, "the match rules alone would not take it"] };
}

function judgeBy(rules: MatchRules, article: Text, story: Story, found: readonly Found[], outline: Outline): Match {
  const day = dayOr(article);
  const groups = shownGroups(story, rules, found);
  const points = groups.reduce((sum, group) => sum + group.points, 0);
  const needed = rules.threshold * lengthShare(outline);
  const combination = combinationOf(story, rules, found, outline);
  const lead = article.text.slice(0, outline.leadEnd);
  const exclusion =
    exclusionOf(story, found) ??
    genreOf(article.title, lead, story) ??
    (rules.derived ? (elsewhereOf(article.title, story, found) ?? featureOf(article.title, story, found)) : null);
  const round = day === null ? null : roundOf(story, day);
  const decision = decisionOf({
    combination: combination.kind,
    exclusion,
    round,
    enough: points >= needed,
    close: points >= needed * nearShare,
    striking: isStriking(rules, found, points - pointsOf(groups, developmentsId)),
  });
  return {
    decision,
    score: scoreOf(decision, points, needed),
    because: [
      ...shownOnce(groups.filter(({ points }) => points > 0)).map(sentenceOf),
      told(combination),
      ...(exclusion ? [exclusion] : []),
      ...(points >= needed ? [] : [`has ${points.toFixed(1)} of the ${needed.toFixed(1)} points it needs`]),
      day === null ? "nobody knows when it was published" : dateSentence(day, round),
    ],
    round,
    within: null,
  };
}

/** A headline alone has room for little: so much of the threshold is asked of it, and all of it of a long text. */
const headlineShare = 0.6;
const longText = 400;

function lengthShare({ paragraphs }: Outline): number {
  const length = paragraphs.reduce((sum, { start, end }) => sum + end - start, 0);
  return headlineShare + (1 - headlineShare) * Math.min(1, length / longText);
}

/** What happens in every story brings no story near. */
const pointsOf = (groups: readonly Shown[], id: string): number => groups.find((one) => one.id === id)?.points ?? 0;

/** Somebody or some place of the story is named, not just a country, and there is as much as a long text needs. */
const isStriking = ({ threshold }: MatchRules, found: readonly Found[], points: number): boolean =>
  points >= threshold && found.some(isNaming);

/** A story without a threshold still has a scale. */
const thresholdMin = 0.5;
/** What is not taken never scores as high as what is; what is left out stays well below a near miss. */
const scoreMax = { in: 1, near: 0.49, out: 0.29 };

/** 0…1; what is taken has half and more. */
function scoreOf(decision: Decision, points: number, needed: number): number {
  const strength = Math.min(scoreMax[decision], points / (2 * Math.max(thresholdMin, needed)));
  return Math.round((decision === "in" ? Math.max(0.5, strength) : strength) * 100) / 100;
}

type Facts = {
  readonly combination: Combination["kind"];
  readonly exclusion: string | null;
  readonly round: Round | null;
  readonly enough: boolean;
  readonly close: boolean;
  readonly striking: boolean;
};

function decisionOf({ combination, exclusion, round, enough, close, striking }: Facts): Decision {
  if (exclusion) return "out";
  if (combination === "complete" && enough) return round ? "in" : "near";
  if (!round) return "out";
  return combination === "none" ? (striking ? "near" : "out") : close ? "near" : "out";
}

/** A word may belong to several groups; what has been told is not told again. */
const shownOnce = (groups: readonly Shown[]): readonly Shown[] =>
  groups.filter(({ examples }, at) => {
    const before = groups.slice(0, at).flatMap((group) => group.examples);
    return examples.some((one) => !before.includes(one));
  });

const sentenceOf = ({ where, id, examples }: Shown): string => `${where} names ${id} (${examples.join(", ")})`;

function told(combination: Combination): string {
  const all = combination.groups.join(" and ");
  if (combination.kind === "complete")
    return all ? `${all} stand together ${combination.where}` : "nothing is required";
  if (combination.kind === "passing") return `${all} stand together only in passing, ${combination.where}`;
  return `no required combination: ${all} would need ${combination.missing.join(" and ")}`;
}

const dateSentence = (day: Day, round: Round | null): string =>
  round ? `${day} is in the round "${round.name}"` : `${day} is outside every followed round`;

/** The followed round whose days hold this one; a story without rounds is always on. */
function roundOf(story: Story, day: Day): Round | null {
  if (story.rounds.length === 0)
    return { id: "always", name: "always", from: day, to: day, follow: true, places: [], sides: [] };
  return story.rounds.find((round) => round.follow && round.from <= day && day <= round.to) ?? null;
}
