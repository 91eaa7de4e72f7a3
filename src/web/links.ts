/**
 * Which of an entry's or a feed's many addresses is its page, and which are its enclosures. Links leave here
 * absolute and http(s), or not at all.
 */
import type { FeedEntry } from "../core/feed/feed.ts";
import { documentLimits } from "./limits.ts";
import { type Field, type Fields, firstOf } from "./raw.ts";

/** Relations that lead somewhere else than to the entry's page. */
const elsewhere = new Set(
  "self enclosure edit hub replies license related via next prev previous first last".split(" "),
);

/** @param base what relative links are relative to, when the field does not say */
export function linkOf(fields: Fields, base: string | null): string | null {
  for (const candidate of candidates(fields)) {
    const link = absolute(candidate.href, candidate.base ?? base, base);
    if (link !== null) return link;
  }
  return null;
}

type Candidate = { readonly href: string; readonly base: string | null };

function* candidates(fields: Fields): Generator<Candidate> {
  yield* texts(firstOf(fields, ["feedburner:origlink"]));
  const links = [...(fields.get("link") ?? []), ...(fields.get("atom:link") ?? [])];
  const withHref = links.filter((link) => link.attributes.has("href"));
  const alternates = withHref.filter((link) => (relOf(link) || "alternate") === "alternate");
  const html = alternates.filter((link) => /html|^$/.test(link.attributes.get("type") ?? ""));
  // RSS writes its link as text; an Atom link inside RSS comes second.
  yield* texts(fields.get("link")?.filter((link) => !link.attributes.has("href")) ?? []);
  yield* hrefs([...html, ...alternates]);
  yield* texts((fields.get("guid") ?? []).filter(isPermanent));
  yield* texts([...(fields.get("@href") ?? []), ...firstOf(fields, ["url"])]);
  yield* hrefs(withHref.filter((link) => !elsewhere.has(relOf(link))));
  for (const { url } of enclosureFields(fields)) yield url;
  yield* texts(fields.get("@rdf:about") ?? []);
  yield* texts((fields.get("id") ?? []).filter((id) => /^https?:/i.test(id.text.trim())));
}

function isPermanent(guid: Field): boolean {
  const says = guid.attributes.get("isPermaLink") ?? guid.attributes.get("ispermalink");
  return says?.toLowerCase() !== "false" && /^https?:\/\//i.test(guid.text.trim());
}

function relOf(link: Field): string {
  return (link.attributes.get("rel") ?? "").trim().toLowerCase();
}

function texts(fields: readonly Field[]): readonly Candidate[] {
  return fields.filter((field) => field.text.trim() !== "").map((field) => ({ href: field.text, base: field.base }));
}

function hrefs(fields: readonly Field[]): readonly Candidate[] {
  return fields.map((field) => ({ href: field.attributes.get("href") ?? "", base: field.base }));
}

/** Absolute and http(s), or null. `further` helps when the base itself is relative. */
export function absolute(href: string, base: string | null, further: string | null): string | null {
  const text = href.trim().replace(/[\t\n\r]/g, "");
  if (text === "" || text.length > documentLimits.linkCharsMax) return null;
  const root = base !== null && further !== null && URL.canParse(base, further) ? new URL(base, further).href : base;
  const url = URL.canParse(text, root ?? undefined) ? new URL(text, root ?? undefined) : null;
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null;
}

type Enclosure = { readonly url: Candidate; readonly type: string | null; readonly bytes: number | null };

function enclosureFields(fields: Fields): readonly Enclosure[] {
  const linked = [...(fields.get("link") ?? []), ...(fields.get("atom:link") ?? [])].filter(
    (link) => relOf(link) === "enclosure",
  );
  return [...(fields.get("enclosure") ?? []), ...linked, ...(fields.get("media:content") ?? [])].map((field) => ({
    url: { href: field.attributes.get("url") ?? field.attributes.get("href") ?? "", base: field.base },
    type: field.attributes.get("type") ?? null,
    bytes: countOf(field.attributes.get("length") ?? field.attributes.get("fileSize")),
  }));
}

export function enclosuresOf(fields: Fields, base: string | null): FeedEntry["enclosures"] {
  const found = new Map<string, FeedEntry["enclosures"][number]>();
  for (const { url, type, bytes } of enclosureFields(fields)) {
    const link = absolute(url.href, url.base ?? base, base);
    if (link !== null && !found.has(link)) found.set(link, { url: link, type, bytes });
    if (found.size >= documentLimits.enclosuresMax) break;
  }
  return [...found.values()];
}

function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
