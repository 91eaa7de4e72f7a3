/**
 * HTML to plain text: one paragraph a line, nothing that is not meant to be read, nothing that could hide or turn
 * text around. It uses the tokenizer alone, which keeps no stack, so nesting costs nothing. It does not escape:
 * every platform does that for itself.
 */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { documentLimits } from "./limits.ts";

const skipped = new Set(
  "script style iframe object noscript template svg math head noembed noframes select textarea audio video canvas".split(
    " ",
  ),
);
const blocks = new Set(
  (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody " +
    "td tfoot th thead title tr ul"
  ).split(" "),
);

/** @param charsMax the text is cut here, at a space where one is near */
export function htmlToText(html: string, charsMax: number): string {
  const source = html.length > documentLimits.markupCharsMax ? html.slice(0, documentLimits.markupCharsMax) : html;
  const marked = source.includes("<") || source.includes("&") ? render(source) : source;
  return tidyLines(marked, charsMax);
}

/** One line of text: titles and names. */
export function htmlToLine(html: string, charsMax: number): string {
  return cut(htmlToText(html, documentLimits.markupCharsMax).replace(/\s+/g, " "), charsMax);
}

/** Text that is no HTML, cleaned the same way. */
export function plainText(text: string, charsMax: number): string {
  return tidyLines(text.slice(0, documentLimits.markupCharsMax), charsMax);
}

/** True when the text holds a tag, so that its line ends are layout and not paragraphs. */
export function hasMarkup(text: string): boolean {
  return /<\/?[a-z][a-z0-9]{0,15}[\s/>]/i.test(text);
}

function render(source: string): string {
  // Line ends of the source are layout once there are tags, and paragraphs when there are none.
  const html = hasMarkup(source) ? source.replace(/\s+/g, " ") : source;
  const parts: string[] = [];
  let skipping = "";
  let depth = 0;
  const open = (name: string) => {
    if (skipping === "") {
      if (skipped.has(name)) [skipping, depth] = [name, 1];
      else if (blocks.has(name)) parts.push("\n");
    } else if (name === skipping) depth += 1;
  };
  const close = (name: string) => {
    if (skipping === "" && blocks.has(name)) parts.push("\n");
    if (name !== skipping) return;
    depth -= 1;
    if (depth === 0) skipping = "";
  };
  let tag = "";
  const ignore = () => {};
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => skipping === "" && parts.push(html.slice(start, end)),
    ontextentity: (point) => skipping === "" && parts.push(String.fromCodePoint(point)),
    onopentagname: (start, end) => {
      tag = html.slice(start, Math.min(end, start + documentLimits.shortFieldCharsMax)).toLowerCase();
      open(tag);
    },
    onselfclosingtag: () => tag === skipping && close(tag),
    onclosetag: (start, end) =>
      close(html.slice(start, Math.min(end, start + documentLimits.shortFieldCharsMax)).toLowerCase()),
    oncdata: (start, end, offset) => skipping === "" && parts.push(html.slice(start, end - offset)),
    onopentagend: ignore,
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return parts.join("");
}

/** Zero-width, direction-changing, soft hyphen, private use and other characters that hide or disguise text. */
const invisible =
  /\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180e]|[\u200b-\u200f\u202a-\u202e\u2060-\u206f]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0|[\ufff0-\ufffc]|[\ufffe\uffff]|[\u{e0000}-\u{e0fff}]/gu;

function tidyLines(text: string, charsMax: number): string {
  const clean = text
    .normalize("NFC")
    .toWellFormed()
    .replace(invisible, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\p{Cc}]/gu, (character) => (character === "\n" ? "\n" : character === "\t" ? " " : ""))
    // More than two combining marks on one letter only pile up over other lines.
    .replace(/(\p{M}{2})\p{M}+/gu, "$1");
  const lines: string[] = [];
  for (const line of clean.split("\n")) {
    const trimmed = line.replace(/[\p{Zs}]+/gu, " ").trim();
    if (trimmed !== "") lines.push(trimmed);
  }
  return cut(lines.join("\n"), charsMax);
}

/** How far back a cut may look for a space. */
const cutBackChars = 80;

function cut(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const space = text.lastIndexOf(" ", charsMax);
  const end = space > charsMax - cutBackChars ? space : charsMax;
  return text
    .slice(0, end)
    .toWellFormed()
    .replace(/\ufffd$/, "")
    .trimEnd();
}
