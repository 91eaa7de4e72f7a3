/**
 * A document as lines of a terminal: one function a kind of block, pure. Foreign text is made plain first, so the only
 * escape sequences in the result are the colours below. Links are shown by their domain; no hyperlink sequences.
 */
import type { Block, Document, Inline, Post } from "../../core/post/post.ts";
import { plain } from "../../core/text/plain.ts";
import { widthOf } from "./cells.ts";
import { type Line, type Run, type Style, wrap } from "./wrap.ts";

/** Narrower than this nothing can be read; lines are then cut for this width. */
export const widthMin = 20;
/** Longer lines are hard to read, however wide the window. */
export const widthMax = 120;
/** Cells of the longest kind of change, `CONFIRMED`, and a space. */
const labelCells = 10;
/** From this width on, a change's text stands in a column beside its kind. */
const columnsWidthMin = 60;

export type Look = { readonly width: number; readonly colour: boolean };

const codes: Readonly<Record<Style, string>> = {
  plain: "",
  strong: "1",
  faint: "2",
  source: "36",
  fresh: "1;34",
  good: "1;32",
  warn: "1;33",
  bad: "1;31",
};

/** Colour repeats what the word says and never says more. */
const labelStyles: Readonly<Record<string, Style>> = {
  NEW: "fresh",
  UPDATED: "warn",
  CONFIRMED: "good",
  DISPUTED: "bad",
  WITHDRAWN: "bad",
};

/** The lines of one message. */
export function renderDocument(document: Document, look: Look): readonly string[] {
  return linesOf(document, clamp(look.width)).map((line) => paint(line, look.colour));
}

/** The lines of a reply in a thread, drawn with a rail that ends with the reply. */
export function renderReply(document: Document, look: Look): readonly string[] {
  const lines = linesOf(document, clamp(look.width) - 2);
  return lines.map((line, i) => {
    const rail: Run = { text: i === lines.length - 1 ? "└ " : "│ ", style: "faint" };
    return paint([rail, ...line], look.colour);
  });
}

/** A root and its thread. */
export function renderPost(post: Post, look: Look): readonly string[] {
  return [...renderDocument(post.root, look), ...post.thread.flatMap((reply) => renderReply(reply, look))];
}

function clamp(width: number): number {
  return Number.isFinite(width) ? Math.min(widthMax, Math.max(widthMin, Math.floor(width))) : widthMax;
}

function linesOf(document: Document, width: number): readonly Line[] {
  return document.flatMap((block) => blockLines(block, width)).map(trimmed);
}

function blockLines(block: Block, width: number): readonly Line[] {
  switch (block.kind) {
    case "heading":
      return wrap([{ text: plain(block.text), style: "strong" }], width, width);
    case "paragraph":
      return wrap(block.inlines.flatMap(runsOf), width, width);
    case "change":
      return changeLines(block, width);
    case "list":
      return block.items.flatMap((item) => hanging({ text: "• ", style: "plain" }, item.flatMap(runsOf), width));
    case "quote":
      return quoteLines(block, width);
    case "sources":
      return block.items.flatMap((item) => sourceLines(item, width));
    // A keyboard has no buttons; the prompt knows the same actions.
    case "buttons":
      return [];
  }
}

function changeLines(block: Extract<Block, { kind: "change" }>, width: number): readonly Line[] {
  const label = plain(block.label);
  const lead: Run = { text: label, style: labelStyles[label] ?? "strong" };
  const numbers = block.sources.map((n): Run => ({ text: `[${n}]`, style: "source" }));
  const runs = [...block.inlines.flatMap(runsOf), { text: " ", style: "plain" as const }, ...numbers];
  const room = labelCells - widthOf(label);
  if (width >= columnsWidthMin && room > 0)
    return hanging({ ...lead, text: `  ${label}${" ".repeat(room)}` }, runs, width);
  return indent(wrap([lead, { text: " ", style: "plain" }, ...runs], width - 2, width - 2), 2);
}

function quoteLines(block: Extract<Block, { kind: "quote" }>, width: number): readonly Line[] {
  const quote = wrap([{ text: `“${plain(block.text).trim()}”`, style: "plain" }], width - 4, width - 4);
  const by = wrap([{ text: "— ", style: "faint" }, ...block.by.flatMap(runsOf).map(faint)], width - 4, width - 4);
  return indent([...quote, ...by], 4);
}

/** `[3] Outlet · time (outlet.example)`, and the whole address below it. */
function sourceLines(item: { n: number; label: string; url: string }, width: number): readonly Line[] {
  const lead = `[${item.n}] `;
  const domain = domainOf(item.url);
  const label = hanging(
    { text: lead, style: "source" },
    [{ text: `${plain(item.label)}${domain === "" ? "" : ` (${domain})`}`, style: "plain" }],
    width,
  );
  const address = plain(item.url).trim();
  if (address === "") return label;
  const rest = width - lead.length;
  return [...label, ...indent(wrap([{ text: address, style: "faint" }], rest, rest), lead.length)];
}

/** A lead, and text that hangs beside it on every line. */
function hanging(lead: Run, runs: readonly Run[], width: number): readonly Line[] {
  const cells = widthOf(lead.text);
  return wrap(runs, width - cells, width - cells).map((line, i) => [
    i === 0 ? lead : { text: " ".repeat(cells), style: "plain" },
    ...line,
  ]);
}

function indent(lines: readonly Line[], cells: number): readonly Line[] {
  return lines.map((line) => [{ text: " ".repeat(cells), style: "plain" }, ...line]);
}

function runsOf(inline: Inline): readonly Run[] {
  const shown = plain(inline.text);
  if (inline.kind !== "link") return [{ text: shown, style: inline.kind === "strong" ? "strong" : "plain" }];
  if (/^\[\d+\]$/.test(shown)) return [{ text: shown, style: "source" }];
  const domain = domainOf(inline.url);
  return [{ text: domain === "" || domain === shown ? shown : `${shown} (${domain})`, style: "plain" }];
}

function faint(run: Run): Run {
  return run.style === "plain" ? { ...run, style: "faint" } : run;
}

/** The host of a web address, in ASCII, so that no letter can pose as another; empty for anything else. */
export function domainOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return "";
  return plain(parsed.hostname.replace(/^www\./, ""));
}

function trimmed(line: Line): Line {
  const last = line.at(-1);
  if (!last) return line;
  return [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

function paint(line: Line, colour: boolean): string {
  return line
    .map(({ text, style }) =>
      colour && codes[style] !== "" && text !== "" ? `\x1b[${codes[style]}m${text}\x1b[0m` : text,
    )
    .join("");
}
