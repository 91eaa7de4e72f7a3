/**
 * JSON Feed 1 and 1.1 to a RawFeed, under the names that RSS and Atom use, so that one mapping serves all.
 * It is lenient about types: numbers are taken for text, a single value for a list.
 */
import { addField, type Field, noAttributes, type RawFeed } from "./raw.ts";

type Json = Readonly<Record<string, unknown>>;

/** @throws when the text is no JSON or holds no feed */
export function readJsonFeed(text: string): RawFeed {
  const parsed: unknown = JSON.parse(text);
  const feed = isRecord(parsed) ? parsed : {};
  const items = listOf(Array.isArray(parsed) ? parsed : feed["items"]).filter(isRecord);
  if (!isJsonFeed(feed) && items.length === 0) throw new Error("This JSON holds no feed.");
  return { format: "json", channel: channelOf(feed), entries: items.map(entryOf), remarks: [] };
}

/** True when a parsed JSON object says or shows that it is a feed. */
export function isJsonFeed(value: Json): boolean {
  return /jsonfeed\.org/.test(String(value["version"] ?? "")) || Array.isArray(value["items"]);
}

function channelOf(feed: Json): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Field[]>();
  put(fields, "title", feed["title"], "text");
  put(fields, "link", feed["home_page_url"], "text");
  put(fields, "description", feed["description"], "text");
  put(fields, "language", feed["language"], "text");
  addAuthors(fields, feed);
  return fields;
}

function entryOf(item: Json): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Field[]>();
  put(fields, "id", item["id"], "text");
  put(fields, "title", item["title"], "text");
  put(fields, "link", item["url"] ?? item["external_url"], "text");
  put(fields, "summary", item["summary"], "text");
  put(fields, "content", item["content_html"], "html");
  if (!fields.has("content")) put(fields, "content", item["content_text"], "text");
  put(fields, "published", item["date_published"], "text");
  put(fields, "updated", item["date_modified"], "text");
  addAuthors(fields, item);
  for (const tag of listOf(item["tags"])) put(fields, "category", tag, "text");
  for (const attachment of listOf(item["attachments"]).filter(isRecord)) {
    const attributes = new Map<string, string>();
    for (const [from, to] of attachmentNames) {
      const value = scalar(attachment[from]);
      if (value !== null) attributes.set(to, value);
    }
    addField(fields, "enclosure", { text: "", form: "text", attributes, base: null });
  }
  return fields;
}

const attachmentNames = [
  ["url", "url"],
  ["mime_type", "type"],
  ["size_in_bytes", "length"],
] as const;

function addAuthors(fields: Map<string, Field[]>, record: Json): void {
  const authors = listOf(record["authors"]);
  for (const author of authors.length > 0 ? authors : listOf(record["author"]))
    put(fields, "author", isRecord(author) ? author["name"] : author, "text");
}

function put(fields: Map<string, Field[]>, name: string, value: unknown, form: Field["form"]): void {
  const text = scalar(value);
  if (text !== null) addField(fields, name, { text, form, attributes: noAttributes, base: null });
}

function scalar(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
