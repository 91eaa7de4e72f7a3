/**
 * Cuts a document into messages that Discord takes, and loses nothing: blocks that are too long go on in a further
 * block, a change keeps its sources, and a heading stays with what it is the heading of. Pure.
 */
import type { Block, Document, Inline } from "../../core/post/post.ts";
import { heading, paragraph, text } from "../../core/post/post.ts";
import { cut } from "../../core/post/words.ts";
import { headingCharactersMax, roomCharacters } from "./limits.ts";
import { gapBetween, inlinesOf, markdownOf } from "./markdown.ts";
import { splitInlines, splitText } from "./words.ts";

/** Stars, marks of a quote, spaces and line breaks around the words of one block. */
const frameCharacters = 24;
/** What stands beside a text may take half of a message; more goes on below. */
const besideCharactersMax = roomCharacters / 2;

export function fit(document: Document): readonly Document[] {
  const buttons = document.filter((block) => block.kind === "buttons");
  const pieces = document.filter((block) => block.kind !== "buttons").flatMap(splitBlock);
  const first = document[0];
  const again = first?.kind === "heading" ? [heading(`${cut(first.text, 150)} (continued)`)] : [];
  const [head = [], ...rest] = pack(pieces, again);
  return [[...head, ...buttons], ...rest];
}

/** Blocks in the order they have, as many in a message as it takes; each further message says what it goes on with. */
function pack(pieces: readonly Block[], again: Document): readonly Document[] {
  const messages: Block[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    const current = messages.at(-1)!;
    const needed = markdownOf(piece).length + (current.length > 0 ? gapBetween(current.at(-1)!, piece).length : 1);
    if (used + needed > roomCharacters && current.length > 0) {
      const orphans = current.length > 1 && current.at(-1)?.kind === "heading" ? current.splice(-1) : [];
      const opening = [...again, ...orphans];
      messages.push(opening);
      used = opening.reduce((sum, block) => sum + markdownOf(block).length + 1, 0);
    }
    messages.at(-1)!.push(piece);
    used += needed;
  }
  return messages;
}

/** The same content in blocks that fit one message each. Every part leaves room for a heading above it. */
function splitBlock(block: Block): readonly Block[] {
  const room = roomCharacters - headingCharactersMax * 3;
  const isLongHeading = block.kind === "heading" && block.text.length > headingCharactersMax;
  if (!isLongHeading && markdownOf(block).length <= room) return [block];
  switch (block.kind) {
    case "heading":
      return splitHeading(block.text, room);
    case "paragraph":
      return splitInlines(block.inlines, room).map((inlines) => paragraph(...inlines));
    case "change":
      return splitChange(block, room);
    case "list":
      return block.items
        .flatMap((item) => splitInlines(item, room - frameCharacters))
        .map((item) => ({ kind: "list", items: [item] }));
    case "quote":
      return splitQuote(block, room);
    case "sources":
      return block.items.map((item) => ({ kind: "sources", items: [item] }));
    case "buttons":
      return [block];
  }
}

function splitHeading(words: string, room: number): readonly Block[] {
  const [first = "", ...rest] = splitText(words, headingCharactersMax);
  return [heading(first), ...splitInlines([text(rest.join(""))], room).map((inlines) => paragraph(...inlines))];
}

/** The line keeps every number; what does not fit beside them follows as a paragraph. */
function splitChange(block: Extract<Block, { kind: "change" }>, room: number): readonly Block[] {
  const fitting = Math.floor((besideCharactersMax - frameCharacters) / 12);
  const [label = "", ...labelRest] = splitText(block.label, headingCharactersMax);
  const sources = block.sources.slice(0, fitting);
  const used = markdownOf({ kind: "change", ref: block.ref, label, inlines: [], sources }).length + frameCharacters;
  const inlines: readonly Inline[] =
    labelRest.length > 0 ? [text(`${labelRest.join("")} `), ...block.inlines] : block.inlines;
  const [line = [], ...further] = splitInlines(inlines, room - used);
  return [
    { ...block, label, inlines: line, sources },
    ...further.map((one) => paragraph(...one)),
    ...chunks(block.sources.slice(fitting), fitting).map((numbers) =>
      paragraph(text(numbers.map((n) => `[${n}]`).join(""))),
    ),
  ];
}

/** Each part of a quote says whose words it is. */
function splitQuote(block: Extract<Block, { kind: "quote" }>, room: number): readonly Block[] {
  const [by = [], ...further] = splitInlines(block.by, besideCharactersMax - frameCharacters);
  const parts = splitText(block.text, room - inlinesOf(by).length - frameCharacters);
  return [
    ...(parts.length === 0 ? [""] : parts).map((part): Block => ({ kind: "quote", text: part, by })),
    ...further.map((inlines) => paragraph(...inlines)),
  ];
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
