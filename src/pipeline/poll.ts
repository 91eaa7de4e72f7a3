/** One poll: ask the feed, keep what is new, store it. It takes no decisions; when to ask again is decided in the core. */
import type { Article, ArticleId, Instant } from "../core/article/article.ts";
import { textHash } from "../core/article/text-hash.ts";
import { articlesOf } from "../core/feed/articles.ts";
import type { FeedState, Validators } from "../core/feed/feed.ts";
import { afterPoll, type PollSettings, pollNotice } from "../core/feed/poll.ts";
import type { PollIntent } from "../core/plan.ts";
import type { Story } from "../core/story/story.ts";
import type { Feeds, Log, Store } from "../ports.ts";
import type { Library } from "./library.ts";
import type { Asking } from "./model/asking.ts";
import type { Patience } from "./model/patience.ts";
import { type Readings, readWith } from "./model/reading.ts";
import type { TrueClock } from "./true-clock.ts";

export type Polling = {
  readonly feeds: Feeds;
  readonly store: Store;
  readonly library: Library;
  readonly clock: TrueClock;
  readonly log: Log;
  readonly settings: PollSettings;
  /** −1…1, a fresh draw a call. */
  readonly jitter: () => number;
  /** The language of a text when its feed does not say; `und` when nobody knows. */
  readonly detectLanguage: (text: string) => Promise<string>;
  /** Null where no model helps. */
  readonly asking: Asking | null;
};

/** `patience` is how long the poll may wait for a model. */
export async function poll({ source, state }: PollIntent, polling: Polling, patience: Patience | null): Promise<void> {
  const { feeds, clock, log, library } = polling;
  const baseline = newTo(state, library);
  // A story that has not seen the feed yet needs all of it.
  const answer = await feeds.poll(source, baseline.size > 0 ? nothingSeen : state.validators);
  const date = answer.kind === "failed" ? undefined : answer.date;
  const seen = date === undefined ? clock.now() : clock.heard(hostOf(source.url), date);
  const next = afterPoll(state, answer, clock.now(), polling.jitter(), polling.settings);
  const notice = pollNotice(state, next);
  if (notice) log.warn(`Feed ${source.id}: ${notice}`);
  if (answer.kind === "failed") log.info("A feed could not be read", { feed: source.id, reason: answer.reason });
  if (answer.kind !== "read") return library.enter({ state: next, articles: [], again: [], seen, baseline });
  const { fresh, again } = await sort(articlesOf(answer.feed, source, seen).articles, seen, polling);
  const stories = library.stories.map(({ id }) => id);
  const known = baseline.size > 0 ? await withLang(again, polling) : [];
  const articles = await withLang(fresh, polling);
  const readings = await readingsOf({ articles, baseline }, polling, patience);
  await library.enter({
    ...{ state: { ...next, stories }, articles, again: known, seen, baseline },
    ...(readings ? { readings } : {}),
  });
}

async function readingsOf(
  fresh: Parameters<Library["unsettled"]>[0],
  { asking, library }: Polling,
  patience: Patience | null,
): Promise<Readings | null> {
  if (asking === null || patience === null || fresh.articles.length === 0) return null;
  if (!asking.does("extractor") && !asking.does("judge")) return null;
  return readWith(asking, await library.unsettled(fresh), patience);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const nothingSeen: Validators = { etag: null, lastModified: null, bodyHash: null };

/** Stories that have not seen what the feed holds. Where an older release did not note it, those that saw nothing at all. */
function newTo({ firstPolled, stories }: FeedState, library: Library): ReadonlySet<string> {
  const isNew = (story: Story) =>
    firstPolled === null || (stories ? !stories.includes(story.id) : !library.seenBefore.has(story.id));
  return new Set(library.stories.filter(isNew).map(({ id }) => id));
}

/** Articles that are new, with revisions of known ones, and those that were seen before; oldest first. */
async function sort(
  articles: readonly Article[],
  seen: Instant,
  { store }: Polling,
): Promise<{ readonly fresh: readonly Article[]; readonly again: readonly Article[] }> {
  const known = await store.knownArticles(articles.map((article) => article.id));
  const [fresh, again]: [Article[], Article[]] = [[], []];
  for (const article of articles) {
    const version = revised(article, known.get(article.id), seen);
    (version ? fresh : again).push(version ?? article);
  }
  const byTime = (a: Article, b: Article) => a.published - b.published || compareIds(a.id, b.id);
  return { fresh: fresh.sort(byTime), again: again.sort(byTime) };
}

const withLang = (articles: readonly Article[], { detectLanguage }: Polling): Promise<readonly Article[]> =>
  Promise.all(
    articles.map(async (article) =>
      article.lang === "und"
        ? { ...article, lang: await detectLanguage(`${article.title}\n${article.text}`) }
        : article,
    ),
  );

/** A known article whose text changed is a revision, whether or not the feed says so. */
function revised(
  article: Article,
  known: { readonly version: Instant; readonly textHash: string } | undefined,
  seen: Instant,
): Article | null {
  if (!known) return article;
  if (known.textHash === textHash(article.text)) return null;
  return {
    ...article,
    updated: Math.max(article.updated ?? 0, known.version + 1, Math.min(seen, article.updated ?? seen)),
  };
}

const compareIds = (a: ArticleId, b: ArticleId) => (a < b ? -1 : a > b ? 1 : 0);
