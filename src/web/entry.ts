/**
 * What the fields of one entry mean, whichever reader found them: for each value the sources in order, first hit
 * wins. It sees one entry at a time.
 */
import type { Instant } from "../core/article/article.ts";
import { type ReadDate, readDate } from "../core/feed/dates.ts";
import type { FeedEntry } from "../core/feed/feed.ts";
import { documentLimits } from "./limits.ts";
import { enclosuresOf, linkOf } from "./links.ts";
import { type Field, type Fields, firstOf } from "./raw.ts";
import { htmlToLine, htmlToText, plainText } from "./text.ts";

const titleNames = ["title", "dc:title", "media:title", "itunes:title"];
const publishedNames = "published pubdate dc:date issued atom:published dcterms:issued @lastmod".split(" ");
const updatedNames = "updated modified atom:updated dcterms:modified dcterms:created created date".split(" ");
const summaryNames = ["summary", "description", "abstract", "itunes:summary", "dc:description", "media:description"];
const contentNames = ["content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", ...summaryNames];
const authorNames = ["author", "dc:creator", "itunes:author"];
const categoryNames = ["category", "dc:subject", "itunes:keywords", "keywords", "media:keywords"];

/** @param base of the document; @param feedAuthor what Atom lets an entry inherit */
export function entryOf(fields: Fields, base: string | null, feedAuthor: string | null): FeedEntry {
  const link = linkOf(fields, base);
  const published = dateIn(fields, publishedNames);
  const updated = dateIn(fields, updatedNames);
  const first = published ?? updated;
  return {
    id: idOf(fields, base) ?? link,
    link,
    title: lineOf(firstOf(fields, titleNames)[0], documentLimits.titleCharsMax),
    published: instant(first),
    ...(first?.day === true ? { publishedIsDay: true } : {}),
    updated: instant(updated),
    summary: blockOf(firstOf(fields, summaryNames)[0], documentLimits.summaryCharsMax),
    content: blockOf(longest(firstOf(fields, contentNames)), documentLimits.contentCharsMax),
    author: authorOf(fields) ?? feedAuthor,
    categories: categoriesOf(fields),
    enclosures: enclosuresOf(fields, base),
  };
}

export function lineOf(field: Field | undefined, charsMax: number): string {
  if (!field) return "";
  return field.form === "html"
    ? htmlToLine(field.text, charsMax)
    : plainText(field.text.replace(/\s+/g, " "), charsMax);
}

export function blockOf(field: Field | undefined, charsMax: number): string {
  if (!field) return "";
  return field.form === "html" ? htmlToText(field.text, charsMax) : plainText(field.text, charsMax);
}

/** Identifiers are compared, never shown: they stay as they are, only without the space around them. */
function idOf(fields: Fields, base: string | null): string | null {
  const field = firstOf(fields, ["guid", "id", "@rdf:about"])[0];
  const text = field?.text.trim().slice(0, documentLimits.linkCharsMax);
  if (!field || !text) return null;
  // An Atom id may be relative to xml:base, and only to that.
  const root =
    field.base !== null && base !== null && URL.canParse(field.base, base)
      ? new URL(field.base, base).href
      : field.base;
  return root !== null && !URL.canParse(text) && URL.canParse(text, root) ? new URL(text, root).href : text;
}

/** The first readable date of the first name that has one. */
function dateIn(fields: Fields, names: readonly string[]): ReadDate | null {
  for (const name of names) {
    for (const field of fields.get(name) ?? []) {
      const date = readDate(field.text);
      if (date !== null) return date;
    }
  }
  return null;
}

function instant(date: ReadDate | null): Instant | null {
  return date?.at ?? null;
}

function longest(fields: readonly Field[]): Field | undefined {
  return fields.toSorted((a, b) => b.text.length - a.text.length)[0];
}

export function authorOf(fields: Fields): string | null {
  const names = firstOf(fields, authorNames).map((field) =>
    personName(lineOf(field, documentLimits.shortFieldCharsMax)),
  );
  const distinct = [...new Set(names.filter((name) => name !== ""))];
  return distinct.length === 0 ? null : distinct.join(", ");
}

/** `mail (Name)` and `Name <mail>` give the name. */
function personName(text: string): string {
  const inBrackets = /^\S+@\S+\s*\(([^)]+)\)$/.exec(text)?.[1];
  const before = /^([^<]+?)\s*<[^>]*@[^>]*>$/.exec(text)?.[1];
  return (inBrackets ?? before ?? text).trim();
}

function categoriesOf(fields: Fields): readonly string[] {
  const written = categoryNames.flatMap((name) => {
    const texts = (fields.get(name) ?? []).map((field) => field.attributes.get("term") ?? field.text);
    return name.endsWith("keywords") ? texts.flatMap((text) => text.split(",")) : texts;
  });
  const lines = written
    .slice(0, documentLimits.categoriesMax)
    .map((text) => htmlToLine(text, documentLimits.shortFieldCharsMax));
  return [...new Set(lines.filter((line) => line !== ""))];
}
