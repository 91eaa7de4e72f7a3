/** One poll: ask the feed, keep what is new, store it. It takes no decisions; when to ask again is decided in the core. */
import type { Article, ArticleId, Instant } from "../core/article/article.ts";
import { textHash } from "../core/article/text-hash.ts";
import { articlesOf } from "../core/feed/articles.ts";
import type { FeedState } from "../core/feed/feed.ts";
import { afterPoll, type PollSettings, pollNotice } from "../core/feed/poll.ts";
import type { PollIntent } from "../core/plan.ts";
import type { Clock, Feeds, Log, Store } from "../ports.ts";
import type { Library } from "./library.ts";

export type Polling = {
  readonly feeds: Feeds;
  readonly store: Store;
  readonly library: Library;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: PollSettings;
  /** −1…1, a fresh draw a call. */
  readonly jitter: () => number;
  /** The language of a text when its feed does not say; `und` when nobody knows. */
  readonly detectLanguage: (text: string) => Promise<string>;
};

export async function poll({ source, state }: PollIntent, polling: Polling): Promise<void> {
  const { feeds, clock, log } = polling;
  const answer = await feeds.poll(source, state.validators);
  const seen = clock.now();
  const next = afterPoll(state, answer, seen, polling.jitter(), polling.settings);
  const notice = pollNotice(state, next);
  if (notice) log.warn(`Feed ${source.id}: ${notice}`);
  if (answer.kind === "failed") log.info("A feed could not be read", { feed: source.id, reason: answer.reason });
  const articles =
    answer.kind === "read" ? await freshOf(articlesOf(answer.feed, source, seen).articles, seen, polling) : [];
  await polling.library.enter({ state: next, articles, seen, baseline: isFirst(state) && articles.length > 0 });
}

const isFirst = (state: FeedState) => state.firstPolled === null;

/** Articles that are new, and revisions of known ones; the rest was seen before. */
async function freshOf(
  articles: readonly Article[],
  seen: Instant,
  { store, detectLanguage }: Polling,
): Promise<readonly Article[]> {
  const known = await store.knownArticles(articles.map((article) => article.id));
  const fresh: Article[] = [];
  for (const article of articles) {
    const version = revised(article, known.get(article.id), seen);
    if (version)
      fresh.push(
        version.lang === "und"
          ? { ...version, lang: await detectLanguage(`${version.title}\n${version.text}`) }
          : version,
      );
  }
  return fresh.sort((a, b) => a.published - b.published || compareIds(a.id, b.id));
}

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
