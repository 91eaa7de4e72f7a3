/**
 * A document as one Slack message: blocks for the eye, and the same words as `text` for notifications and screen
 * readers, which speak nothing else. Blocks are made of typed elements, so nothing in foreign text is ever parsed.
 */
import type { types } from "@slack/bolt";
import type { Block, Button, Document } from "../../core/post/post.ts";
import { plain } from "../../core/text/plain.ts";
import { buttonRow } from "./buttons.ts";
import { header as headerLimits } from "./limits.ts";
import { addressOf, linked, type Span, spansOf, words } from "./links.ts";
import { escaped } from "./mrkdwn.ts";

export type Rendered = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** `seed` is new for each new wording of a message: Slack asks for new block ids when a message is edited. */
export function render(document: Document, seed: string): Rendered {
  const parts = document.flatMap(partsOf);
  return {
    text: parts.flatMap(lineOf).join("\n"),
    blocks: parts.map((part, i) => ({ ...blockOf(part, i), block_id: `${seed}-${i}` })),
  };
}

type Spans = readonly Span[];

/** What a block says, before it is either JSON or text. */
type Part =
  | { readonly kind: "header"; readonly text: string }
  | { readonly kind: "line"; readonly spans: Spans }
  | { readonly kind: "list"; readonly items: readonly Spans[] }
  | { readonly kind: "quote"; readonly quote: Spans; readonly by: Spans }
  | { readonly kind: "buttons"; readonly items: readonly Button[] };

/** No part where there is nothing to show: Slack refuses empty text. */
function partsOf(block: Block): readonly Part[] {
  switch (block.kind) {
    case "heading":
      return headingOf(plain(block.text).trim());
    case "paragraph":
      return lineIf(block.inlines.flatMap(spansOf));
    case "change":
      return lineIf(changeSpans(block));
    case "list":
      return listIf(block.items.map((item) => item.flatMap(spansOf)));
    case "quote":
      return quoteOf(plain(block.text).trim(), block.by.flatMap(spansOf));
    case "sources":
      return listIf(block.items.map(sourceSpans)).map((part) => (part.kind === "list" ? sourceLines(part) : part));
    case "buttons":
      return buttonRow(block.items, 0) ? [block] : [];
  }
}

function headingOf(text: string): readonly Part[] {
  if (text === "") return [];
  return text.length <= headerLimits.charactersMax
    ? [{ kind: "header", text }]
    : [{ kind: "line", spans: [words(text, true)] }];
}

const lineIf = (spans: Spans): readonly Part[] => (isBlank(spans) ? [] : [{ kind: "line", spans }]);

function listIf(items: readonly Spans[]): readonly Part[] {
  const filled = items.filter((item) => !isBlank(item));
  return filled.length === 0 ? [] : [{ kind: "list", items: filled }];
}

const isBlank = (spans: Spans): boolean => spans.every(({ text }) => text.trim() === "");

function changeSpans({ label, inlines, sources }: Extract<Block, { kind: "change" }>): Spans {
  const kind = plain(label).trim();
  const numbers = sources.map((n) => `[${n}]`).join("");
  return [
    ...(kind === "" ? [] : [words(kind, true), words("  ")]),
    ...inlines.flatMap(spansOf),
    ...(numbers === "" ? [] : [words(` ${numbers}`)]),
  ];
}

function quoteOf(quote: string, by: Spans): readonly Part[] {
  if (quote === "") return lineIf(by);
  return [{ kind: "quote", quote: [words(`“${quote}”`)], by }];
}

function sourceSpans({ n, label, url }: { n: number; label: string; url: string }): Spans {
  const address = addressOf(url);
  const shown = plain(label).trim();
  return [words(`[${n}] `), ...(address ? linked(shown, address) : shown === "" ? [] : [words(shown)])];
}

/** Sources carry their own numbers, so they are lines rather than a list with bullets. */
function sourceLines({ items }: { readonly items: readonly Spans[] }): Part {
  return { kind: "line", spans: items.flatMap((item, i) => (i === 0 ? item : [words("\n"), ...item])) };
}

function blockOf(part: Part, i: number): types.KnownBlock {
  switch (part.kind) {
    case "header":
      return { type: "header", text: { type: "plain_text", text: part.text, emoji: false } };
    case "line":
      return rich([section(part.spans)]);
    case "list":
      return rich([{ type: "rich_text_list", style: "bullet", elements: part.items.map(section) }]);
    case "quote":
      return rich([
        { type: "rich_text_quote", elements: part.quote.map(elementOf) },
        ...(part.by.length === 0 ? [] : [section([words("— "), ...part.by])]),
      ]);
    case "buttons":
      return buttonRow(part.items, i) ?? { type: "divider" };
  }
}

const rich = (elements: types.RichTextBlock["elements"]): types.RichTextBlock => ({ type: "rich_text", elements });

const section = (spans: Spans): types.RichTextSection => ({
  type: "rich_text_section",
  elements: spans.map(elementOf),
});

function elementOf({ text, bold, url }: Span): types.RichTextElement {
  if (url !== null) return { type: "link", url, text };
  return { type: "text", text, ...(bold ? { style: { bold: true } } : {}) };
}

function lineOf(part: Part): readonly string[] {
  switch (part.kind) {
    case "header":
      return [escaped(part.text)];
    case "line":
      return [wordsOf(part.spans)];
    case "list":
      return part.items.map((item) => `• ${wordsOf(item)}`);
    case "quote":
      return [`${wordsOf(part.quote)}${part.by.length === 0 ? "" : ` — ${wordsOf(part.by)}`}`];
    // They say nothing that the text does not.
    case "buttons":
      return [];
  }
}

const wordsOf = (spans: Spans): string => escaped(spans.map(({ text }) => text).join(""));
