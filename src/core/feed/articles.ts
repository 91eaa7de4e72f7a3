/**
 * Turns the entries of a read feed into articles. It decides ids, text and dates; it does not know which of them
 * were seen before, nor what they are about.
 */
import type { Article, ArticleId, Instant } from "../article/article.ts";
import { momentOf } from "./dates.ts";
import type { FeedEntry, FeedSource, ParsedFeed, Problem } from "./feed.ts";
import { canonicalLink, identitiesOf } from "./identity.ts";

/**
 * @param now entries without a date are placed here, and no article is dated later than this
 * @returns articles in the order of the feed, each id once, and what had to be guessed
 */
export function articlesOf(
  feed: ParsedFeed,
  source: FeedSource,
  now: Instant,
): { readonly articles: readonly Article[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const articles = new Map<ArticleId, Article>();
  const identities = identitiesOf(feed.entries);
  for (const [index, entry] of feed.entries.entries()) {
    const where = `${source.id}, entry ${index + 1}`;
    const article = articleOf(entry, identities[index] ?? "", feed, source, now);
    if (article === null) {
      problems.push({ what: "The entry has neither a title nor text and was left out.", where });
      continue;
    }
    if (entry.published === null && entry.updated === null)
      problems.push({ what: "The entry has no date that can be read; the time it was read is used.", where });
    const earlier = articles.get(article.id);
    if (earlier) problems.push({ what: "The entry repeats another one of this feed; the newer is kept.", where });
    if (!earlier || newest(article) > newest(earlier)) articles.set(article.id, article);
  }
  return { articles: [...articles.values()], problems };
}

function articleOf(
  entry: FeedEntry,
  identity: string,
  feed: ParsedFeed,
  source: FeedSource,
  now: Instant,
): Article | null {
  const body = entry.content.length >= entry.summary.length ? entry.content : entry.summary;
  const text = body === "" ? entry.title : body;
  if (text === "") return null;
  const published = Math.min(publishedAt(entry) ?? entry.updated ?? now, now);
  const updated = entry.updated === null ? published : Math.min(entry.updated, now);
  return {
    id: articleId(identity, source),
    url: entry.link ?? canonicalLink(entry.id ?? "") ?? source.url,
    outlet: source.outlet,
    title: entry.title,
    published,
    ...(updated > published ? { updated } : {}),
    lang: languageCode(source.lang) ?? languageCode(feed.language) ?? "und",
    text,
  };
}

/** A bare day counts as its noon, so that the article sorts inside its day. */
function publishedAt(entry: FeedEntry): Instant | null {
  if (entry.published === null || entry.publishedIsDay !== true) return entry.published;
  return momentOf({ at: entry.published, day: true });
}

/** An absolute identifier stands for itself; a bare number or word means something only within its outlet. */
function articleId(identity: string, source: FeedSource): ArticleId {
  return /^[a-z][a-z0-9+.-]*:\S/i.test(identity) && !identity.startsWith("fp:")
    ? identity
    : `${source.outlet}:${identity}`;
}

/** `en` for `en-GB`, `EN_us` or `eng`; null when it names no language. */
export function languageCode(tag: string | null): string | null {
  const match = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "");
  const code = match?.[1]?.toLowerCase() ?? null;
  if (code === null || code === "und" || code === "mul") return null;
  return threeLetters[code] ?? code;
}

/** The few ISO 639-2 codes that feeds were seen to use. */
const threeLetters: Readonly<Record<string, string>> = {
  eng: "en",
  rus: "ru",
  ukr: "uk",
  deu: "de",
  ger: "de",
  fra: "fr",
  fre: "fr",
  spa: "es",
  ita: "it",
  pol: "pl",
};

function newest(article: Article): Instant {
  return article.updated ?? article.published;
}
