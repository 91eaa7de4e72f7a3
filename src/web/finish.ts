/** A RawFeed to a ParsedFeed: the feed's own fields, the entries, and in plain words what was cut or missing. */
import type { FeedEntry, ParsedFeed, Problem } from "../core/feed/feed.ts";
import { authorOf, blockOf, entryOf, lineOf } from "./entry.ts";
import { documentLimits } from "./limits.ts";
import { absolute, linkOf } from "./links.ts";
import { firstOf, type RawFeed } from "./raw.ts";

/** @param url where the document came from; null when it came from a file */
export function finish(raw: RawFeed, url: string | null, remarks: readonly string[]): ParsedFeed {
  const { channel } = raw;
  const link = linkOf(channel, url);
  const base = url ?? link;
  const language = firstOf(channel, ["language", "dc:language", "@xml:lang"])[0];
  const feedAuthor = raw.format === "rss" ? null : authorOf(channel);
  const all = raw.entries.map((fields) => entryOf(fields, baseFor(raw, base), feedAuthor));
  const entries = newest(all);
  const problems: Problem[] = [...remarks, ...raw.remarks].map((what) => ({ what, where: "document" }));
  if (entries.length < all.length)
    problems.push({ what: `Only the newest ${entries.length} of ${all.length} entries were kept.`, where: "document" });
  if (all.length === 0) problems.push({ what: "The feed holds no entries.", where: "document" });
  problems.push(...entries.flatMap(problemsOf));
  return {
    title: lineOf(firstOf(channel, ["title", "dc:title"])[0], documentLimits.titleCharsMax),
    link,
    description: blockOf(
      firstOf(channel, ["description", "subtitle", "tagline", "info", "itunes:subtitle", "itunes:summary"])[0],
      documentLimits.summaryCharsMax,
    ),
    language: language === undefined ? null : lineOf(language, documentLimits.shortFieldCharsMax) || null,
    ttlMinutes: ttlOf(raw),
    entries,
    problems: problems.slice(0, documentLimits.problemsMax),
  };
}

function baseFor(raw: RawFeed, base: string | null): string | null {
  const own = raw.channel.get("@xml:base")?.[0]?.text;
  return own === undefined ? base : (absolute(own, base, null) ?? base);
}

/** In the document's order; when there are too many, the newest by date, and without dates the first. */
function newest(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.length <= documentLimits.entriesMax) return entries;
  if (entries.some((entry) => entry.published === null)) return entries.slice(0, documentLimits.entriesMax);
  return entries.toSorted((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, documentLimits.entriesMax);
}

function problemsOf(entry: FeedEntry, index: number): readonly Problem[] {
  const where = `entry ${index + 1}`;
  const missing: string[] = [];
  if (entry.link === null) missing.push("The entry has no link.");
  if (entry.published === null) missing.push("The entry has no date that can be read.");
  if (entry.title === "" && entry.content === "") missing.push("The entry has neither a title nor text.");
  if (entry.content.length >= documentLimits.contentCharsMax - 100)
    missing.push(`The content was cut at ${documentLimits.contentCharsMax} characters.`);
  return missing.map((what) => ({ what, where }));
}

function ttlOf(raw: RawFeed): number | null {
  const minutes = /^\s*(\d{1,6})\s*$/.exec(raw.channel.get("ttl")?.[0]?.text ?? "")?.[1];
  return minutes === undefined || Number(minutes) === 0 ? null : Number(minutes);
}
