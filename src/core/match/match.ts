/**
 * Which articles belong to a story, and why: weighted groups of names and words, at least one required combination of
 * them, exclusions, and the days of a followed round. Generic; what the groups hold is the story's data.
 */
import type { Article } from "../article/article.ts";
import { type Lexicon, nameHits } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { possibleStories } from "./candidates.ts";
import { type Found, foundIn, type Scanned } from "./found.ts";
import { dayOr, judge, type Match } from "./judge.ts";
import { once } from "./once.ts";
import { type Outline, outlineOf, wholeOf } from "./outline.ts";
import { liveSegments, type Segment } from "./segments.ts";
import { noVocabulary, vocabularyOf } from "./vocabulary.ts";

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
  const outline = once(() => outlineOf(article.text));
  const segments = once(() => liveSegments(article));
  const possible = possibleStories(lexicon, scanned, { outline, isLive: () => segments().length > 0 });
  if (possible.length === 0) return new Map();
  const reading: Reading = { article, lexicon, scanned, outline: outline(), segments: segments() };
  return new Map(possible.map((story) => [story.id, decide(reading, story)] as const));
}

/** One story's decision on one article, with its reasons whatever it is. */
export function match(article: Article, story: Story, lexicon: Lexicon): Match {
  const scanned = scan(article, lexicon);
  return decide(
    { article, lexicon, scanned, outline: outlineOf(article.text), segments: liveSegments(article) },
    story,
  );
}

const scan = (article: Article, lexicon: Lexicon): Scanned => ({
  title: nameHits(lexicon, article.title),
  body: nameHits(lexicon, article.text.slice(0, searchedMax)),
  vocabulary: lexicon.rules.some(({ rules }) => rules.derived) ? vocabularyOf(article) : noVocabulary,
});

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
