/** Blocks of a document as Discord markdown: one function a kind of block, escapes inside. */
import type { Block, Inline } from "../../core/post/post.ts";
import { cut } from "../../core/post/words.ts";
import { addressOf, escaped, guardStart, labelOf } from "./escape.ts";
import { linkLabelCharactersMax } from "./limits.ts";

/** The text of a block; empty for buttons, which are no text. */
export function markdownOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `**${escaped(block.text).trim()}**`;
    case "paragraph":
      return guardStart(inlinesOf(block.inlines));
    case "change":
      return `**${escaped(block.label).trim()}** ${inlinesOf(block.inlines).trim()} ${numbersOf(block.sources)}`.trimEnd();
    case "list":
      return block.items.map((item) => `• ${inlinesOf(item)}`).join("\n");
    case "quote":
      return `> “${escaped(block.text).trim()}”${block.by.length > 0 ? `\n> — ${inlinesOf(block.by)}` : ""}`;
    case "sources":
      return block.items.map(sourceOf).join("\n");
    case "buttons":
      return "";
  }
}

/** Between two blocks of one message: an empty line before a change that follows the quotes of another. */
export const gapBetween = (before: Block, after: Block): string =>
  after.kind === "change" && before.kind !== "change" && before.kind !== "heading" ? "\n\n" : "\n";

/** The blocks of one message. */
export const markdownOfAll = (blocks: readonly Block[]): string =>
  blocks.map((block, i) => (i === 0 ? "" : gapBetween(blocks[i - 1]!, block)) + markdownOf(block)).join("");

/** Numbers as in the text of a source list: `\[1]\[2]`. */
export const numbersOf = (numbers: readonly number[]): string => numbers.map((n) => `\\[${n}]`).join("");

export const inlinesOf = (inlines: readonly Inline[]): string => inlines.map(inlineOf).join("");

function inlineOf(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escaped(inline.text);
    case "strong":
      return strong(escaped(inline.text));
    case "link":
      return linkOf(inline.text, inline.url);
  }
}

/** Stars count only beside letters, so blanks stay outside of them. */
function strong(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return words === "" ? text : `${before}**${words}**${after}`;
}

/** The name, its address behind it, and the host beside it; `[3]` stays a number. */
function linkOf(name: string, url: string): string {
  const address = addressOf(url);
  const number = /^\[(\d{1,9})\]$/.exec(name.trim())?.[1];
  if (address === null) return escaped(cut(name, linkLabelCharactersMax));
  if (number !== undefined) return address.href === "" ? `\\[${number}]` : `\\[[${number}](${address.href})]`;
  const label = labelOf(name, address.host) || labelOf(address.host, address.host);
  if (address.href === "") return `${escaped(label)} (${address.host})`;
  const isHost = label === address.host;
  return `[${label}](${address.href})${isHost ? "" : ` (${address.host})`}`;
}

function sourceOf({ n, label, url }: { readonly n: number; readonly label: string; readonly url: string }): string {
  return `${numbersOf([n])} ${linkOf(label, url)}`;
}
