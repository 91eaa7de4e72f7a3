/**
 * The first reader: rss-parser, through `parseString` only, taken to a RawFeed. Everything it would decide for us
 * (dates, links, categories) is fetched raw through custom fields instead. It knows nothing of the network, and
 * rss-parser's own fetching is never used: it has no size cap, no abort and no guard.
 */
import { createRequire } from "node:module";
import Parser from "rss-parser";
import { addField, type Field, type Fields, noAttributes, type RawFeed } from "./raw.ts";

/**
 * rss-parser makes a snippet of every entry with an expression that is quadratic in runs of `<p`: 100 KB hold it for
 * ten seconds. It is replaced on the module object, because the parser calls it there; nobody reads the snippet.
 */
const parserParts = createRequire(import.meta.url)("rss-parser/lib/utils") as { getSnippet: (html: string) => string };
parserParts.getSnippet = () => "";

const channelNames =
  "title link description subtitle tagline language ttl dc:title dc:language dc:date atom:link id updated pubDate lastBuildDate author".split(
    " ",
  );
const entryNames = (
  "title link guid id description summary content content:encoded pubDate published updated issued modified created " +
  "dc:title dc:date dc:creator dc:subject dc:description dcterms:created dcterms:modified dcterms:issued date author " +
  "category atom:link atom:updated feedburner:origLink enclosure media:title media:description media:content " +
  "itunes:title itunes:summary itunes:author itunes:keywords keywords url source"
).split(" ");

const rawKey = (name: string) => `raw ${name}`;
const keepRaw = (name: string) => [name, rawKey(name), { keepArray: true }];

type Options = ConstructorParameters<typeof Parser>[0];
type CustomFields = NonNullable<NonNullable<Options>["customFields"]>;
const customFields = { feed: channelNames.map(keepRaw), item: entryNames.map(keepRaw) } as unknown as CustomFields;
const parser = new Parser({ defaultRSS: 2.0, customFields });

/** @throws what rss-parser throws, and when it lost what stood inside an element */
export async function readWithRssParser(xml: string): Promise<RawFeed> {
  const output = Object.fromEntries(Object.entries(await parser.parseString(xml)));
  const items = Array.isArray(output["items"]) ? output["items"] : [];
  return {
    format: "rss",
    channel: fieldsOf(output, channelNames),
    entries: items.map((item) => withAbout(fieldsOf(item, entryNames), item)),
    remarks: [],
  };
}

function fieldsOf(record: Readonly<Record<string, unknown>>, names: readonly string[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const name of names) {
    const values = record[rawKey(name)];
    if (!Array.isArray(values)) continue;
    for (const value of values) addField(fields, name.toLowerCase(), fieldOf(value, name));
  }
  return fields;
}

/** xml2js gives a string, or an object of text (`_`), attributes (`$`) and children. */
function fieldOf(value: unknown, name: string): Field {
  if (typeof value === "string") return { text: value, form: "html", attributes: noAttributes, base: null };
  const { _: text, $: attributes, ...children } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const map = new Map(Object.entries(attributes ?? {}).map(([key, one]) => [key, String(one)]));
  const inner = name === "author" ? personIn(children) : null;
  if (inner === null && typeof text !== "string" && Object.keys(children).length > 0)
    throw new Error(`The element "${name}" holds other elements.`);
  return { text: inner ?? (typeof text === "string" ? text : ""), form: "html", attributes: map, base: null };
}

function personIn(children: Readonly<Record<string, unknown>>): string | null {
  const named = children["name"] ?? children["email"];
  const first: unknown = Array.isArray(named) ? named[0] : undefined;
  return typeof first === "string" ? first : null;
}

function withAbout(fields: Map<string, Field[]>, item: Readonly<Record<string, unknown>>): Fields {
  const about = item["rdf:about"];
  if (typeof about === "string")
    addField(fields, "@rdf:about", { text: about, form: "text", attributes: noAttributes, base: null });
  return fields;
}
