/**
 * What makes an entry the same entry tomorrow: its id, else its link without what only counts clicks, else a
 * fingerprint of its title and host. Dates never decide. It does not know what was seen before.
 */
import type { FeedEntry } from "./feed.ts";

/** Query parameters that say where a reader came from and nothing about the page. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok|at_(medium|campaign)\w*|ns_(campaign|mchannel|source)|ref_src|ref_url|cmpid|ocid|wt_mc|xtor|rss)$/i;

/** The link without fragment, tracking parameters and default port; null when it is no http(s) address. */
export function canonicalLink(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  if (url.searchParams.size === 0) url.search = "";
  return url.href;
}

/** 16 hex digits of FNV-1a (64 bits) over the folded title and the host; for comparing, not for security. */
export function fingerprint(title: string, host: string): string {
  const text = `${title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}\n${host}`;
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= BigInt(text.charCodeAt(index));
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

/** Host without `www.`, or the empty string. */
export function hostOf(link: string | null): string {
  return link !== null && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, "") : "";
}

/**
 * One identity an entry, in the order of the entries. An id that several different entries of the document share
 * says nothing: those entries fall back to their link or fingerprint.
 */
export function identitiesOf(entries: readonly FeedEntry[]): readonly string[] {
  const idOwners = ownersBy(entries, (entry) => entry.id);
  const linkOwners = ownersBy(entries, linkOf);
  return entries.map((entry) => {
    const link = linkOf(entry);
    // An id that is only the link again may carry tracking parameters that change from poll to poll.
    const id = entry.id === entry.link ? link : entry.id;
    if (id !== null && id !== "" && idOwners.get(entry.id ?? "") === 1) return id;
    if (link !== null && linkOwners.get(link) === 1) return link;
    return `fp:${fingerprint(entry.title || entry.summary || entry.content, hostOf(entry.link))}`;
  });
}

function linkOf(entry: FeedEntry): string | null {
  return entry.link === null ? null : canonicalLink(entry.link);
}

/** How many *different* entries carry each key; the same title twice is the same entry twice. */
function ownersBy(
  entries: readonly FeedEntry[],
  key: (entry: FeedEntry) => string | null,
): ReadonlyMap<string, number> {
  const titles = new Map<string, Set<string>>();
  for (const entry of entries) {
    const value = key(entry);
    if (value === null) continue;
    const owners = titles.get(value) ?? new Set();
    titles.set(value, owners.add(entry.title));
  }
  return new Map([...titles].map(([value, owners]) => [value, owners.size]));
}
