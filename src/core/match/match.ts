/**
 * Which articles belong to a story, and why: weighted groups of names and words, at least one required combination of
 * them, exclusions, and the days of a followed round. Generic; what the groups hold is the story's data.
 */
import type { Article, Day } from "../article/article.ts";
import { isGeneralName } from "../language/geography.ts";
import { type Lexicon, nameHits } from "../story/lexicon.ts";
import type { Round, Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { possibleStories } from "./candidates.ts";
import { type Combination, combinationOf } from "./combination.ts";
import { exclusionOf } from "./exclusion.ts";
import { type Found, foundIn, type Scanned } from "./found.ts";
import { genreOf } from "./genre.ts";
import { type Shown, shownGroups } from "./groups.ts";
import { type Outline, outlineOf, wholeOf } from "./outline.ts";
import { liveSegments, type Segment } from "./segments.ts";

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
/** No more of a text is searched; a live blog may be long. */
export const searchedMax = 200_000;

type Reading = {
  readonly article: Article;
  readonly lexicon: Lexicon;
  readonly scanned: Scanned;
  readonly outline: Outline;
  readonly segments: readonly Segment[];
};

/**
 * Every story's decision on one article, from one pass over its text. A story that is missing from the answer has
 * nothing to do with the article: it is `out`, and nothing comes near.
 */
export function matchAll(article: Article, lexicon: Lexicon): ReadonlyMap<string, Match> {
  const scanned = scan(article, lexicon);
  let outline: Outline | null = null;
  const outlined = () => {
    outline ??= outlineOf(article.text);
    return outline;
  };
  const possible = possibleStories(lexicon, scanned, outlined);
  if (possible.length === 0) return new Map();
  const reading = readingOf(article, lexicon, scanned, outlined());
  return new Map(possible.map((story) => [story.id, decide(reading, story)] as const));
}

/** One story's decision on one article, with its reasons whatever it is. */
export function match(article: Article, story: Story, lexicon: Lexicon): Match {
  return decide(readingOf(article, lexicon, scan(article, lexicon), outlineOf(article.text)), story);
}

const scan = (article: Article, lexicon: Lexicon): Scanned => ({
  title: nameHits(lexicon, article.title),
  body: nameHits(lexicon, article.text.slice(0, searchedMax)),
});

const readingOf = (article: Article, lexicon: Lexicon, scanned: Scanned, outline: Outline): Reading => ({
  article,
  lexicon,
  scanned,
  outline,
  segments: liveSegments(article),
});

/** An article without a date is dated 0; it may be of any day. */
const dayOr = ({ published }: Article): Day | null => (published > 0 ? dayOf(published) : null);

function decide(reading: Reading, story: Story): Match {
  const { article, outline, segments } = reading;
  if (segments.length > 0) return decideSegments(reading, story);
  return judge(article, story, findings(reading, story, outline), outline);
}

const findings = ({ article, lexicon, scanned }: Reading, story: Story, outline: Outline): readonly Found[] =>
  foundIn(article, scanned, { story, number: lexicon.numbers.get(story.id) ?? -1 }, outline, dayOr(article));

/**
 * A live blog is judged entry by entry, and only the entries that belong are read. Its title lends an entry what it
 * says, but an entry must say much itself: a blog about the talks also tells of other things.
 */
function decideSegments(reading: Reading, story: Story): Match {
  const { article, segments } = reading;
  const judged = segments.map((segment) => {
    const outline = wholeOf(segment.start, segment.end);
    const found = findings(reading, story, outline);
    const own = judge(
      article,
      story,
      found.filter(({ paragraph }) => paragraph >= 0),
      outline,
    );
    const titled = own.decision === "near" ? judge(article, story, found, outline) : own;
    return { segment, match: own.decision === "in" ? own : titled };
  });
  const inside = judged.filter(({ match }) => match.decision === "in");
  const best = (inside.length > 0 ? inside : judged).toSorted((a, b) => b.match.score - a.match.score)[0]!.match;
  const note = `${inside.length} of ${segments.length} entries of a live text belong`;
  const within = inside.length > 0 ? inside.map(({ segment }) => segment) : null;
  return { ...best, because: [note, ...best.because], within };
}

function judge(article: Article, story: Story, found: readonly Found[], outline: Outline): Match {
  const day = dayOr(article);
  const groups = shownGroups(story, found);
  const points = groups.reduce((sum, group) => sum + group.points, 0);
  const needed = story.match.threshold * lengthShare(outline);
  const combination = combinationOf(story, found, outline);
  const present = new Set(groups.map(({ id }) => id));
  const lead = article.text.slice(0, outline.leadEnd);
  const exclusion = exclusionOf(story, found, present) ?? genreOf(article.title, lead, story);
  const round = day === null ? null : roundOf(story, day);
  const decision = decisionOf({
    combination: combination.kind,
    exclusion,
    round,
    enough: points >= needed,
    close: points >= needed * nearShare,
    striking: isStriking(story, found, points),
  });
  return {
    decision,
    score: scoreOf(decision, points, needed),
    because: [
      ...groups.filter(({ points }) => points > 0).map(sentenceOf),
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

/** Somebody or some place of the story is named, not just a country, and there is as much as a long text needs. */
const isStriking = ({ match }: Story, found: readonly Found[], points: number): boolean =>
  points >= match.threshold && found.some(({ what, written }) => nameKinds.has(what.kind) && !isGeneralName(written));

const nameKinds: ReadonlySet<string> = new Set(["actor", "role", "place"]);

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
