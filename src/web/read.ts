/**
 * Decides which reader reads a document, and falls back when it cannot. It runs in the worker, because any reader may
 * be slow on a hostile document; it knows neither the network nor the clock.
 */
import type { ParsedFeed } from "../core/feed/feed.ts";
import { decode } from "./decode.ts";
import { finish } from "./finish.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readLeniently } from "./lenient.ts";
import { documentLimits } from "./limits.ts";
import { preclean } from "./preclean.ts";
import type { RawFeed } from "./raw.ts";
import { readWithRssParser } from "./rss.ts";

export type ReadOutcome =
  | { readonly kind: "read"; readonly feed: ParsedFeed }
  /** `html`: a web page stood where a feed was expected; `empty`: nothing stood there. */
  | { readonly kind: "failed"; readonly looksLike: "html" | "empty" | "other"; readonly reason: string };

export type ReadRequest = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What relative links are relative to; null for a file. */
  readonly url: string | null;
  readonly contentType: string | null;
};

export async function readDocument(request: ReadRequest): Promise<ReadOutcome> {
  const text = decode(request.bytes, request.contentType);
  const start = text.slice(0, documentLimits.beforeRootCharsMax).replace(/^[\s\ufeff]+/, "");
  if (start === "" && text.trim() === "")
    return { kind: "failed", looksLike: "empty", reason: "The document is empty." };
  try {
    if (start.startsWith("{") || start.startsWith("["))
      return { kind: "read", feed: finish(readJsonFeed(text.replace(/^\ufeff/, "")), request.url, []) };
    return { kind: "read", feed: await readXml(preclean(text), request.url) };
  } catch (error) {
    const looksLike = /<(!doctype\s+html|html|head|body)[\s>]/i.test(start) ? "html" : "other";
    return { kind: "failed", looksLike, reason: messageOf(error) };
  }
}

async function readXml(xml: string, url: string | null): Promise<ParsedFeed> {
  const odd = oddity(xml);
  if (odd !== null) return finish(readLeniently(xml), url, odd === "" ? [] : [`${odd} The lenient reader was used.`]);
  const first = await tried(xml);
  if (typeof first !== "string") return finish(first, url, []);
  return finish(readLeniently(xml), url, [`${first} The lenient reader was used.`]);
}

/** rss-parser's feed, or in plain words why it is not used. */
async function tried(xml: string): Promise<RawFeed | string> {
  try {
    const raw = await readWithRssParser(xml);
    if (raw.entries.length > 0 || !/<([\w.-]+:)?(item|entry)[\s>]/i.test(xml)) return raw;
    return "rss-parser found no entry although there are some.";
  } catch (error) {
    return `rss-parser failed: ${messageOf(error).split("\n")[0]?.slice(0, 200)}`;
  }
}

/**
 * Why rss-parser would lose something of this document; null when it reads it well, the empty string when it is an
 * ordinary feed that merely uses something rss-parser does not know, which is no problem worth telling.
 */
function oddity(xml: string): string | null {
  const shape = measure(xml);
  if (shape.depth > documentLimits.openElementsMax) return `Elements are nested ${shape.depth} deep.`;
  if (shape.tags > documentLimits.tagsForFirstReaderMax) return `The document has ${shape.tags} tags.`;
  if (beyondRssParser.test(xml)) return "";
  if (!/<(rss|feed|rdf:RDF)[\s>]/.test(xml.slice(0, documentLimits.beforeRootCharsMax))) return "The root is unusual.";
  return null;
}

/** Types, modes and bases that it drops; Atom, whose text types it cannot tell apart; markup inside a title. */
const beyondRssParser =
  /\stype\s*=\s*["'](xhtml|application\/xhtml\+xml|application\/octet-stream)["']|\smode\s*=\s*["'](xml|base64)["']|\sxml:base\s*=|<(title|description)[^<>]{0,200}>[^<]{0,2000}<(?![/!])|<media:group[\s>]|<feed[\s>]/i;

/** How deep and how many the tags are, by a scan for `<` alone; comments and CDATA are skipped. */
function measure(xml: string): { readonly depth: number; readonly tags: number } {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  // Found once and kept until it is passed: a search for every opener would be quadratic.
  let close = -1;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    const next = xml[at + 1];
    if (next === "!" || next === "?") {
      at = endOfSpecial(xml, at);
      continue;
    }
    tags += 1;
    if (next === "/") {
      depth = Math.max(0, depth - 1);
      continue;
    }
    if (close < at) close = xml.indexOf(">", at);
    if (close < 0) break;
    if (xml[close - 1] !== "/") depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return { depth: deepest, tags };
}

function endOfSpecial(xml: string, at: number): number {
  const closer = xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : ">";
  const end = xml.indexOf(closer, at);
  return end < 0 ? xml.length : end;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
