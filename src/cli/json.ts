/** Values as other programs see them: times in ISO 8601, nothing of our own types. */
import type { Instant } from "../core/article/article.ts";
import type { Evidence } from "../core/digest/digest.ts";

export const iso = (instant: Instant): string => new Date(instant).toISOString().replace(/\.000Z$/, "Z");

export function evidenceJson({ articleId, url, outlet, origin, published, quote, start, end }: Evidence): unknown {
  return {
    articleId,
    url,
    outlet,
    origin: origin.replace(/^(?:outlet|actor|owner):/, ""),
    published: iso(published),
    quote,
    start,
    end,
  };
}
