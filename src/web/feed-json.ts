/** What `parley feed --json` prints: other programs rely on these names and this order. */
import type { FeedEntry, ParsedFeed } from "../core/feed/feed.ts";

export function feedJson(feed: ParsedFeed) {
  return {
    feed: { title: feed.title, link: feed.link, description: feed.description, language: feed.language },
    entries: feed.entries.map(entryJson),
    problems: feed.problems.map(({ what, where }) => ({ what, where })),
  };
}

function entryJson(entry: FeedEntry) {
  return {
    id: entry.id,
    link: entry.link,
    title: entry.title,
    published: time(entry.published),
    updated: time(entry.updated),
    summary: entry.summary,
    content: entry.content,
    author: entry.author,
    categories: entry.categories,
    enclosures: entry.enclosures,
  };
}

function time(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
