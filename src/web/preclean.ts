/**
 * Mends what every XML reader would choke on before one sees it: text before the root, a DOCTYPE with its entities,
 * control characters, HTML's named entities, bare ampersands. One pass with `indexOf`, so the time is linear in the
 * length whatever the document holds; a missing closer is looked for once.
 */
import { namedCharacters } from "./entities.ts";
import { documentLimits } from "./limits.ts";

export function preclean(document: string): string {
  return mendReferences(withoutDoctype(fromRoot(withoutControls(document))));
}

/** Control characters and non-characters that XML forbids. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\ufeff\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ""));
}

function fromRoot(text: string): string {
  const start = text.indexOf("<");
  return start < 0 || start > documentLimits.beforeRootCharsMax ? text.trimStart() : text.slice(start);
}

/** Cuts `<!DOCTYPE …>` with its internal subset: entities declared there must never reach a reader. */
function withoutDoctype(text: string): string {
  const start = /<!doctype/i.exec(text.slice(0, documentLimits.beforeRootCharsMax))?.index;
  if (start === undefined) return text;
  const end = endOfDoctype(text, start);
  return text.slice(0, start) + text.slice(end);
}

/** Just behind the `>` that ends the declaration; the end of the text when none does. */
function endOfDoctype(text: string, start: number): number {
  let inSubset = false;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote !== "" || character === '"' || character === "'") {
      quote = quoteAfter(quote, character);
      continue;
    }
    if (character === ">" && !inSubset) return at + 1;
    if (character === "[" || character === "]") inSubset = character === "[";
  }
  return text.length;
}

function quoteAfter(quote: string, character: string): string {
  if (quote === "") return character;
  return character === quote ? "" : quote;
}

/** Stretches in which an ampersand means itself. */
const verbatim: readonly (readonly [opener: string, closer: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
];

function mendReferences(text: string): string {
  const parts: string[] = [];
  const openers = verbatim.map(([opener, closer]) => ({ opener, closer, next: text.indexOf(opener) }));
  let at = 0;
  while (at < text.length) {
    for (const one of openers) if (one.next >= 0 && one.next < at) one.next = text.indexOf(one.opener, at);
    const first = openers.filter((one) => one.next >= 0).toSorted((a, b) => a.next - b.next)[0];
    const plainEnd = first?.next ?? text.length;
    parts.push(text.slice(at, plainEnd).replace(reference, mended));
    if (!first) break;
    const close = text.indexOf(first.closer, plainEnd + first.opener.length);
    const end = close < 0 ? text.length : close + first.closer.length;
    parts.push(text.slice(plainEnd, end));
    at = end;
  }
  return parts.join("");
}

const reference = /&(?:#(\d{1,7});|#[xX]([\da-fA-F]{1,6});|([a-zA-Z][a-zA-Z\d]{1,31});)?/g;
const xmlNames = new Set(["amp", "lt", "gt", "quot", "apos"]);

function mended(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    if (xmlNames.has(name)) return whole;
    const characters = namedCharacters(name);
    return characters === null ? `&amp;${whole.slice(1)}` : numeric(characters);
  }
  if (decimal === undefined && hex === undefined) return `&amp;${whole.slice(1)}`;
  const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (point >= 0x80 && point <= 0x9f) return new TextDecoder("windows-1252").decode(Uint8Array.of(point));
  return isXmlCharacter(point) ? whole : "";
}

function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

function numeric(characters: string): string {
  return [...characters].map((character) => `&#${character.codePointAt(0)};`).join("");
}
