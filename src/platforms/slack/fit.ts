/**
 * Cuts a document into messages that Slack takes, in order and with nothing lost: every change keeps the numbers of its
 * sources, every source its address. Pure; what a message costs is measured on what would be sent.
 */
import type { Block, Document, Inline } from "../../core/post/post.ts";
import { cut } from "../../core/post/words.ts";
import { plain } from "../../core/text/plain.ts";
import { message as limits } from "./limits.ts";
import { render } from "./render.ts";
import { slices } from "./slices.ts";

export type Size = { readonly bytes: number; readonly blocks: number; readonly characters: number };

const room: Size = {
  bytes: limits.textBytesMax - limits.correctionBytes,
  blocks: limits.blocksMax,
  characters: limits.charactersMax - limits.correctionBytes,
};
/** A block that costs more is cut; two of them, or one under a heading, share a message. */
const blockBytesMax = 2_600;
/** Of the words of one piece of a block that had to be cut; what stands around them takes the rest. */
const sliceBytesMax = 1_000;
/** The kind of a change is a word; the label of a source is an outlet, a time and an origin. */
const kindCharactersMax = 60;
const labelCharactersMax = 200;
/** Numbers of sources that one line shows; more go on another line of the same change. */
const numbersMax = 40;

/** What a document takes as one message. */
export function sizeOf(document: Document): Size {
  const { text, blocks } = render(document, "");
  return { bytes: Buffer.byteLength(text), blocks: blocks.length, characters: charactersOf(blocks) };
}

/** Every string under a `text` key, however deep: what Slack seems to count. */
function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersOf(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === "text" && typeof one === "string" ? one.length : charactersOf(one)),
    0,
  );
}

/** At least one message, though it may be empty when the document is. */
export function intoMessages(document: Document): readonly Document[] {
  const messages: { readonly blocks: Block[]; size: Size }[] = [];
  for (const group of withHeadings(document.flatMap(pieces))) {
    const size = sizeOf(group);
    const last = messages.at(-1);
    const joined = last && plus(last.size, size);
    if (last && joined && within(joined)) {
      last.blocks.push(...group);
      last.size = joined;
    } else messages.push({ blocks: [...group], size });
  }
  return messages.length === 0 ? [document] : messages.map(({ blocks }) => blocks);
}

/** Both, and the line break between them. */
const plus = (a: Size, b: Size): Size => ({
  bytes: a.bytes + b.bytes + 1,
  blocks: a.blocks + b.blocks,
  characters: a.characters + b.characters,
});

const within = (size: Size): boolean =>
  size.bytes <= room.bytes && size.blocks <= room.blocks && size.characters <= room.characters;

/** A heading goes with the block below it, so that none ends a message. */
function withHeadings(blocks: readonly Block[]): readonly Document[] {
  const groups: Block[][] = [];
  let heads: Block[] = [];
  for (const block of blocks) {
    heads.push(block);
    if (
      block.kind === "heading" &&
      within(plus(sizeOf(heads), { ...room, bytes: blockBytesMax, blocks: 1, characters: 0 }))
    )
      continue;
    groups.push(heads);
    heads = [];
  }
  return heads.length === 0 ? groups : [...groups, heads];
}

/** A block in pieces of which each fits a message beside its heading. */
function pieces(block: Block): readonly Block[] {
  if (sizeOf([block]).bytes <= blockBytesMax && !hasManyNumbers(block)) return [block];
  switch (block.kind) {
    case "heading":
      return slices(plain(block.text), blockBytesMax).map((text) => ({ ...block, text }));
    case "paragraph":
      return inlineSlices(block.inlines).map((inlines) => ({ ...block, inlines }));
    case "change":
      return changePieces(block);
    case "list":
      return grouped(block.items.flatMap(inlineSlices), (items) => ({ ...block, items }));
    case "quote":
      return quotePieces(block);
    case "sources":
      return grouped(
        block.items.map((item) => ({ ...item, label: cut(plain(item.label), labelCharactersMax) })),
        (items) => ({ ...block, items }),
      );
    case "buttons":
      return [block];
  }
}

const hasManyNumbers = (block: Block): boolean => block.kind === "change" && block.sources.length > numbersMax;

/** Each piece says what kind of change it is and names sources, so that none stands alone. */
function changePieces(change: Extract<Block, { kind: "change" }>): readonly Block[] {
  const label = cut(plain(change.label), kindCharactersMax);
  const numbers = chunks(change.sources, numbersMax);
  const texts = inlineSlices(change.inlines);
  return Array.from({ length: Math.max(numbers.length, texts.length) }, (_, i) => ({
    ...change,
    label,
    inlines: texts[i] ?? [{ kind: "text", text: "…" }],
    sources: numbers[i] ?? numbers[0] ?? [],
  }));
}

function quotePieces(quote: Extract<Block, { kind: "quote" }>): readonly Block[] {
  const by = inlineSlices(quote.by);
  const texts = slices(plain(quote.text), sliceBytesMax);
  const [credit = [], ...rest] = by;
  return [
    ...texts.map((text) => ({ ...quote, text, by: credit })),
    ...rest.map((inlines): Block => ({ kind: "paragraph", inlines })),
  ];
}

/** Inlines in runs of which each costs at most one slice. */
function inlineSlices(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const runs: Inline[][] = [];
  let bytes = 0;
  for (const inline of inlines) {
    for (const text of slices(plain(inline.text), sliceBytesMax)) {
      const one: Inline = { ...inline, text };
      const cost = sizeOf([{ kind: "paragraph", inlines: [one] }]).bytes;
      const last = runs.at(-1);
      if (last && bytes + cost <= sliceBytesMax) {
        last.push(one);
        bytes += cost;
      } else {
        runs.push([one]);
        bytes = cost;
      }
    }
  }
  return runs;
}

/** As many items a block as it may cost. */
function grouped<T>(items: readonly T[], blockOf: (items: readonly T[]) => Block): readonly Block[] {
  const groups: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const cost = sizeOf([blockOf([item])]).bytes + 1;
    const last = groups.at(-1);
    if (last && bytes + cost <= blockBytesMax) {
      last.push(item);
      bytes += cost;
    } else {
      groups.push([item]);
      bytes = cost;
    }
  }
  return groups.map(blockOf);
}

function chunks<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));
}

/** A document in two halves of about the same cost, for when Slack takes less than it says; null when it is one small block. */
export function halves(document: Document): readonly [Document, Document] | null {
  if (document.length > 1) {
    const middle = Math.ceil(document.length / 2);
    return [document.slice(0, middle), document.slice(middle)];
  }
  const [only] = document;
  return only ? split(only) : null;
}

function split(block: Block): readonly [Document, Document] | null {
  const half = <T>(all: readonly T[]): readonly [readonly T[], readonly T[]] => {
    const middle = Math.ceil(all.length / 2);
    return [all.slice(0, middle), all.slice(middle)];
  };
  if (block.kind === "list" && block.items.length > 1) {
    const [a, b] = half(block.items);
    return [[{ ...block, items: a }], [{ ...block, items: b }]];
  }
  if (block.kind === "sources" && block.items.length > 1) {
    const [a, b] = half(block.items);
    return [[{ ...block, items: a }], [{ ...block, items: b }]];
  }
  return null;
}
