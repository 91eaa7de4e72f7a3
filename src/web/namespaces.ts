/**
 * XML namespaces of feeds: whatever prefix a document chose, a name gets the usual one. An unknown address keeps the
 * document's prefix; an undeclared prefix means what it usually means.
 */
const usual: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://purl.org/rss/1.0/": "",
  "http://my.netscape.com/rdf/simple/0.9/": "",
  "http://channel.netscape.com/rdf/simple/0.9/": "",
  "http://backend.userland.com/rss": "",
  "http://backend.userland.com/rss2": "",
  "http://blogs.law.harvard.edu/tech/rss": "",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/elements/1.0/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/rss/1.0/modules/syndication/": "sy",
  "http://search.yahoo.com/mrss/": "media",
  "http://search.yahoo.com/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
};

/** The prefixes in force inside an element that carries these attributes. */
export function prefixesOf(
  attributes: ReadonlyMap<string, string>,
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null;
  for (const [name, uri] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    own ??= new Map(inherited);
    own.set(name.slice("xmlns:".length), uri.trim());
  }
  return own ?? inherited;
}

/** `Dublin:Date` → `dc:date`; elements in no or an unknown default namespace stand alone. */
export function canonicalName(tag: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = tag.indexOf(":");
  const prefix = colon < 0 ? "" : tag.slice(0, colon);
  const local = tag.slice(colon + 1).toLowerCase();
  const uri = prefixes.get(prefix)?.toLowerCase();
  const known = uri !== undefined && Object.hasOwn(usual, uri) ? usual[uri] : prefix.toLowerCase();
  return known ? `${known}:${local}` : local;
}
