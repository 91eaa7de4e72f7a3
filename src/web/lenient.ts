/**
 * The second reader: takes any XML that resembles RSS, RDF, Atom or CDF, well formed or not, to a RawFeed.
 * It knows where each format keeps things; what the things mean is decided in entry.ts.
 */
import { documentLimits } from "./limits.ts";
import { addField, type Field, type Fields, type RawFeed } from "./raw.ts";
import { buildTree, type Element, elementsOf, markupOf, textOf } from "./tree.ts";

const entryNames: ReadonlySet<string> = new Set(["item", "entry"]);
const feedNames: ReadonlySet<string> = new Set(["rss", "feed", "rdf:rdf", "channel"]);
/** Elements whose children are the entry's own. */
const transparent: ReadonlySet<string> = new Set(["media:group"]);
/** Atom's text constructs: without a `type` they are plain text. */
const constructs: ReadonlySet<string> = new Set(["title", "summary", "content", "subtitle", "tagline", "info"]);

/** @throws when the document holds neither a feed nor an entry */
export function readLeniently(xml: string): RawFeed {
  const tree = buildTree(xml, entryNames);
  const found = survey(tree.root);
  const top = found.channel ?? found.feed;
  if (top === null && found.entries.length === 0) throw new Error("There is no feed in this document.");
  const atom = found.feed !== null && bareName(found.feed) === "feed";
  const base =
    top === null ? null : baseOf(found.feed === null || found.feed === top ? [top] : [found.feed, top], null);
  const remarks = [...tree.problems];
  if (found.cut) remarks.push(`Only the first ${documentLimits.entriesSeenMax} entries were looked at.`);
  return {
    format: atom ? "atom" : "rss",
    channel: top === null ? new Map() : fieldsOf(top, atom, base, true),
    entries: found.entries.map((entry) => fieldsOf(entry, atom, baseOf([entry], base), false)),
    remarks,
  };
}

type Survey = {
  feed: Element | null;
  channel: Element | null;
  readonly entries: Element[];
  cut: boolean;
};

/** Finds feed, channel and entries wherever they are; RDF keeps its items beside the channel. */
function survey(root: Element): Survey {
  const found: Survey = { feed: null, channel: null, entries: [], cut: false };
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const name = bareName(element);
    if (entryNames.has(name)) {
      if (found.entries.length < documentLimits.entriesSeenMax) found.entries.push(element);
      else found.cut = true;
      continue;
    }
    if (name === "channel") found.channel ??= element;
    else if (feedNames.has(name)) found.feed ??= element;
    for (const child of elementsOf(element).toReversed()) waiting.push(child);
  }
  return found;
}

/** Atom's own names stand alone in an Atom document, whatever prefix it uses. */
function bareName(element: Element): string {
  return element.name.startsWith("atom:") ? element.name.slice("atom:".length) : element.name;
}

function baseOf(path: readonly Element[], inherited: string | null): string | null {
  let base = inherited;
  for (const element of path) {
    const own = element.attributes.get("xml:base");
    if (own === undefined) continue;
    if (base !== null && URL.canParse(own, base)) base = new URL(own, base).href;
    else if (URL.canParse(own)) base = own;
    else base ??= own;
  }
  return base;
}

function fieldsOf(element: Element, atom: boolean, base: string | null, isChannel: boolean): Fields {
  const fields = new Map<string, Field[]>();
  // CDF and RDF keep the address on the element itself; it is looked up like any other field.
  for (const [name, value] of element.attributes)
    addField(fields, `@${name.toLowerCase()}`, { text: value, form: "text", attributes: new Map(), base });
  addChildren(fields, element, atom, base, isChannel);
  return fields;
}

function addChildren(
  fields: Map<string, Field[]>,
  element: Element,
  atom: boolean,
  base: string | null,
  isChannel: boolean,
): void {
  for (const child of elementsOf(element)) {
    const name = atom ? bareName(child) : child.name;
    if (isChannel && (entryNames.has(bareName(child)) || bareName(child) === "channel")) continue;
    if (transparent.has(name)) addChildren(fields, child, atom, base, isChannel);
    else addField(fields, name, fieldOf(child, name, atom, baseOf([child], base)));
  }
}

function fieldOf(element: Element, name: string, atom: boolean, base: string | null): Field {
  const field = { attributes: element.attributes, base };
  if (bareName(element) === "author" || name === "contributor")
    return { ...field, text: person(element), form: "text" };
  const type = element.attributes.get("type")?.toLowerCase() ?? "";
  const mode = element.attributes.get("mode")?.toLowerCase() ?? "";
  if (elementsOf(element).length > 0) return { ...field, text: markupOf(element), form: "html" };
  const text = textOf(element);
  if (mode === "base64" || type === "application/octet-stream")
    return { ...field, text: fromBase64(text), form: "html" };
  const plain = atom && constructs.has(name) && (type === "" || type === "text" || type === "text/plain");
  return { ...field, text, form: plain && !claimsMarkup(text) ? "text" : "html" };
}

/** Many publishers escape HTML and forget to say so. A closing tag of HTML gives it away. */
function claimsMarkup(text: string): boolean {
  return /<\/(?:p|a|div|span|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|figure)>|<br\s?\/?>/i.test(text);
}

/** An Atom person by name, else by address; RSS writes the text itself. */
function person(element: Element): string {
  const children = elementsOf(element);
  const named =
    children.find((child) => bareName(child) === "name") ?? children.find((child) => bareName(child) === "email");
  return named ? textOf(named) : textOf(element);
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Buffer.from(text, "base64"));
}
