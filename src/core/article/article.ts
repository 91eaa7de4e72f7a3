/**
 * An article as Parley holds it: what an outlet published, and nothing of what we think about it.
 * What is known about an article (when it was seen, whether it matched, what it supported) lives in the ledger and
 * the store, and outlives the article's text.
 */

/** Milliseconds since 1970 in UTC. The core never asks for the time; every instant is an argument. */
export type Instant = number;
/** A calendar day, `yyyy-mm-dd`, in no particular zone. */
export type Day = string;
export type ArticleId = string;
export type OutletId = string;

export type Article = {
  readonly id: ArticleId;
  readonly url: string;
  readonly outlet: OutletId;
  readonly title: string;
  readonly published: Instant;
  /** Set when the outlet changed the article later; the same id with a later `updated` is a revision. */
  readonly updated?: Instant;
  /** ISO 639-1; `und` when nobody knows. */
  readonly lang: string;
  /** Plain text, one paragraph a line. Evidence offsets are UTF-16 code units into this string. */
  readonly text: string;
};

/** When this version of the article became known to the world: its publication, or its latest revision. */
export function versionOf(article: Article): Instant {
  return Math.max(article.published, article.updated ?? article.published);
}
