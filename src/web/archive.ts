/**
 * Reads archived articles from files of any kind and in any mix: JSON Lines, a JSON array, or feed documents. It
 * opens no file and no address; bytes in, articles and problems out, in the order given.
 */
import type { Article } from "../core/article/article.ts";
import { articlesOf } from "../core/feed/articles.ts";
import type { FeedEntry, FeedSource, ParsedFeed, Problem } from "../core/feed/feed.ts";
import { hostOf } from "../core/feed/identity.ts";
import { type ReadArticle, readArticle } from "./article-line.ts";
import { decode } from "./decode.ts";
import { isJsonFeed } from "./json-feed.ts";
import { detectLanguage } from "./language.ts";
import { openReader, type Reader } from "./reader.ts";

export type ArchiveFile = { readonly name: string; readonly bytes: Uint8Array };
type Archive = { readonly articles: readonly Article[]; readonly problems: readonly Problem[] };

/** The last instant that a date can hold: nothing in an archive is in the future. */
const endOfTime = 8.64e15;

export async function readArchive(files: readonly ArchiveFile[]): Promise<{
  readonly articles: Article[];
  readonly problems: Problem[];
}> {
  const reader = openReader();
  const articles: Article[] = [];
  const problems: Problem[] = [];
  try {
    for (const file of files) {
      const read = await readFile(file, reader);
      for (const article of read.articles) articles.push(await withLanguage(article));
      for (const problem of read.problems) problems.push(problem);
    }
  } finally {
    await reader.close();
  }
  return { articles, problems };
}

async function withLanguage(article: Article): Promise<Article> {
  if (article.lang !== "und") return article;
  return { ...article, lang: await detectLanguage(`${article.title}\n${article.text}`) };
}

async function readFile(file: ArchiveFile, reader: Reader): Promise<Archive> {
  const { text, problems } = textOf(file);
  const start = text.trimStart()[0];
  if (start === undefined) return { articles: [], problems: [{ what: "The file is empty.", where: file.name }] };
  if (!looksLikeJson(text, start)) return readFeedFile(file, reader);
  const read = await readJson(file, text, reader);
  return { articles: read.articles, problems: [...problems, ...read.problems] };
}

/** A file that was cut off in front begins in the middle of a line. */
function looksLikeJson(text: string, start: string): boolean {
  return start === "{" || start === "[" || (start !== "<" && /^[ \t]*\{/m.test(text));
}

/** JSON is UTF-8 by its standard; what is not gets the reading that fits best, and a warning. */
function textOf({ name, bytes }: ArchiveFile): { readonly text: string; readonly problems: readonly Problem[] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const what = "This file is not valid UTF-8; some of its characters may be wrong.";
    return { text: decode(bytes, null), problems: [{ what, where: name }] };
  }
}

async function readJson(file: ArchiveFile, text: string, reader: Reader): Promise<Archive> {
  const whole = parsed(text);
  if (whole === undefined) return readLines(file.name, text);
  if (Array.isArray(whole))
    return collect(whole.map((value, index) => [`${file.name}, item ${index + 1}`, readArticle(value)]));
  const record = whole as Readonly<Record<string, unknown>>;
  return isJsonFeed(record) && record["text"] === undefined
    ? readFeedFile(file, reader)
    : collect([[`${file.name}:1`, readArticle(whole)]]);
}

function readLines(name: string, text: string): Archive {
  const found: [string, ReadArticle][] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    const read = value === undefined ? { article: null, problems: ["This line is no JSON."] } : readArticle(value);
    found.push([`${name}:${index + 1}`, read]);
  }
  return collect(found);
}

/** Undefined for what is no JSON; JSON itself cannot say `undefined`. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function collect(found: readonly (readonly [where: string, read: ReadArticle])[]): Archive {
  return {
    articles: found.flatMap(([, { article }]) => (article === null ? [] : [article])),
    problems: found.flatMap(([where, { problems }]) => problems.map((what) => ({ what, where }))),
  };
}

async function readFeedFile(file: ArchiveFile, reader: Reader): Promise<Archive> {
  const outcome = await reader.read({ bytes: new Uint8Array(file.bytes), url: null, contentType: null });
  if (outcome.kind === "failed")
    return { articles: [], problems: [{ what: `This is no feed: ${outcome.reason}`, where: file.name }] };
  const { feed } = outcome;
  const dated = { ...feed, entries: feed.entries.map(placed) };
  const { articles, problems } = articlesOf(dated, sourceOf(feed, file.name), endOfTime);
  const named = [...feed.problems, ...problems].map(({ what, where }) => ({ what, where: `${file.name}, ${where}` }));
  return { articles, problems: [...undated(feed, file.name), ...named] };
}

/** An archive has no "now": what says no time is placed at the beginning. */
function placed(entry: FeedEntry): FeedEntry {
  return entry.published === null && entry.updated === null ? { ...entry, published: 0 } : entry;
}

function undated(feed: ParsedFeed, name: string): readonly Problem[] {
  return feed.entries.flatMap((entry, index) =>
    entry.published === null && entry.updated === null
      ? [
          {
            what: "The entry has no date that can be read; it is placed at 1970-01-01.",
            where: `${name}, entry ${index + 1}`,
          },
        ]
      : [],
  );
}

function sourceOf(feed: ParsedFeed, name: string): FeedSource {
  const outlet = hostOf(feed.link) || feed.title || name;
  return { id: outlet, url: feed.link ?? "", outlet, lang: null, owner: null, country: null, stateRun: false };
}
