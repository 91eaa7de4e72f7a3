/**
 * Builds a tree from XML that need not be well formed: unclosed, crossed and unknown tags, any depth. It uses
 * htmlparser2's tokenizer with a stack of its own, so that depth and count are bounded and the time stays linear.
 * It resolves namespaces by their address, and knows no feed format.
 */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { documentLimits } from "./limits.ts";
import { canonicalName, prefixesOf } from "./namespaces.ts";

export type Element = {
  /** Lower case, with its canonical prefix: `dc:date`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly prefixes: ReadonlyMap<string, string>;
};

export type Tree = { readonly root: Element; readonly problems: readonly string[] };

type Builder = {
  readonly root: Element;
  readonly open: { readonly element: Element; readonly tag: string }[];
  /** Elements opened beyond the depth limit and not yet closed. */
  tooDeep: number;
  elements: number;
  cutDepth: boolean;
  cutCount: boolean;
};

/** @param splitters lower-case local names that end an unclosed element of the same name: `item`, `entry` */
export function buildTree(xml: string, splitters: ReadonlySet<string>): Tree {
  const root: Element = { name: "", attributes: new Map(), children: [], prefixes: new Map() };
  const builder: Builder = { root, open: [], tooDeep: 0, elements: 0, cutDepth: false, cutCount: false };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, callbacksFor(xml, builder, splitters));
  tokenizer.write(xml);
  tokenizer.end();
  const problems: string[] = [];
  if (builder.cutDepth) problems.push(`Elements nested deeper than ${documentLimits.openElementsMax} were flattened.`);
  if (builder.cutCount) problems.push(`Only the first ${documentLimits.elementsMax} elements were read.`);
  return { root, problems };
}

function callbacksFor(xml: string, builder: Builder, splitters: ReadonlySet<string>): TokenizerCallbacks {
  let tag = "";
  let attribute = "";
  let value = "";
  let attributes = new Map<string, string>();
  const ignore = () => {};
  const add = (text: string) => top(builder).children.push(text);
  return {
    onopentagname: (start, end) => {
      tag = xml.slice(start, end);
      attributes = new Map();
    },
    onattribname: (start, end) => {
      attribute = xml.slice(start, end);
      value = "";
    },
    onattribdata: (start, end) => {
      value += xml.slice(start, end);
    },
    onattribentity: (point) => {
      value += String.fromCodePoint(point);
    },
    onattribend: () => {
      if (attributes.size < documentLimits.attributesMax && !attributes.has(attribute))
        attributes.set(attribute, value);
    },
    onopentagend: () => openElement(builder, tag, attributes, splitters),
    onselfclosingtag: () => {
      openElement(builder, tag, attributes, splitters);
      closeElement(builder, tag);
    },
    onclosetag: (start, end) => closeElement(builder, xml.slice(start, end)),
    ontext: (start, end) => add(xml.slice(start, end)),
    ontextentity: (point) => add(String.fromCodePoint(point)),
    oncdata: (start, end, offset) => add(xml.slice(start, end - offset)),
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
  };
}

function top(builder: Builder): Element {
  return builder.open.at(-1)?.element ?? builder.root;
}

function openElement(
  builder: Builder,
  tag: string,
  attributes: ReadonlyMap<string, string>,
  splitters: ReadonlySet<string>,
): void {
  builder.elements += 1;
  builder.cutCount ||= builder.elements > documentLimits.elementsMax;
  builder.cutDepth ||= builder.open.length >= documentLimits.openElementsMax;
  if (builder.elements > documentLimits.elementsMax || builder.open.length >= documentLimits.openElementsMax) {
    builder.tooDeep += 1;
    return;
  }
  if (splitters.has(localName(tag))) closeElement(builder, tag);
  const parent = top(builder);
  const prefixes = prefixesOf(attributes, parent.prefixes);
  const element: Element = { name: canonicalName(tag, prefixes), attributes, children: [], prefixes };
  parent.children.push(element);
  builder.open.push({ element, tag: tag.toLowerCase() });
}

/** Closes the nearest open element of this name and all inside it; a closer that fits nothing is ignored. */
function closeElement(builder: Builder, tag: string): void {
  if (builder.tooDeep > 0) {
    builder.tooDeep -= 1;
    return;
  }
  const name = tag.toLowerCase();
  const at = builder.open.findLastIndex((one) => one.tag === name);
  if (at >= 0) builder.open.length = at;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1).toLowerCase();
}

export function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The text inside, markup left out. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** The inside as markup again, for elements that hold XHTML. Attributes are not needed for reading text. */
export function markupOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? escaped(child) : wrapped(child))).join("");
}

function wrapped(element: Element): string {
  const name = element.name.replace(/^.*:/, "").replace(/[^a-z0-9]/g, "") || "span";
  return element.children.length === 0 ? `<${name}/>` : `<${name}>${markupOf(element)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
