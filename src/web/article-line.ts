/**
 * One article as JSON, the shape that other programs hand over: foreign data, read once into our own type. The text
 * is kept exactly as given, because the offsets of evidence count into it.
 */
import type { Article, Instant } from "../core/article/article.ts";
import { languageCode } from "../core/feed/articles.ts";
import { momentOf, readDate } from "../core/feed/dates.ts";
import { hostOf } from "../core/feed/identity.ts";

/** `article` is null when nothing could be made of the value; `problems` are plain sentences either way. */
export type ReadArticle = { readonly article: Article | null; readonly problems: readonly string[] };

export function readArticle(value: unknown): ReadArticle {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { article: null, problems: ["This is not a JSON object with the fields of an article."] };
  const fields = value as Readonly<Record<string, unknown>>;
  const id = idOf(fields["id"]);
  const text = stringOf(fields["text"]) ?? stringOf(fields["title"]);
  if (id === null) return { article: null, problems: ['The article has no "id".'] };
  if (text === null) return { article: null, problems: ['The article has no "text".'] };
  const updated = instantOf(fields["updated"]);
  const stated = instantOf(fields["published"]);
  const at = stated ?? updated ?? 0;
  const url = stringOf(fields["url"]) ?? "";
  const article: Article = {
    id,
    url,
    outlet: stringOf(fields["outlet"]) ?? (hostOf(url) || "unknown"),
    title: stringOf(fields["title"]) ?? "",
    published: at,
    ...(updated !== null && updated > at ? { updated } : {}),
    lang: languageCode(stringOf(fields["lang"])) ?? "und",
    text,
  };
  return { article, problems: stated === null ? [undatedProblem(updated)] : [] };
}

function undatedProblem(updated: Instant | null): string {
  return updated === null
    ? '"published" is missing or no time; the article is placed at 1970-01-01.'
    : '"published" is missing or no time; "updated" is used instead.';
}

function idOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** A date alone means its noon in UTC. */
function instantOf(value: unknown): Instant | null {
  if (typeof value !== "string") return null;
  const date = readDate(value);
  return date === null ? null : momentOf(date);
}
