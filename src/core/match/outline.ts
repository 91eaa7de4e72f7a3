/**
 * Which parts of a text carry its subject: the title, the first paragraph, and each further paragraph of its own
 * prose. What a page leaves behind (link lists, forms) belongs to no part. It knows no story.
 */
import { passages } from "../article/residue.ts";

export type Paragraph = { readonly start: number; readonly end: number };

export type Outline = {
  /** The first paragraph ends here; what is before it counts as much as the title. */
  readonly leadEnd: number;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Paragraph[];
};

/** Where names in the title stand: before every offset of the text. */
export const inTitle = -1;

/** A paragraph shorter than this is a place line or a kicker, not the lead. */
const leadLengthMin = 40;
/** Of a long article only this much is weighed: what a text is about stands at its head. */
export const weighedMax = 6000;

export function outlineOf(text: string): Outline {
  const own = passages(text.slice(0, weighedMax));
  const paragraphs: { start: number; end: number; at: number }[] = [];
  for (const { paragraph, start, end } of own) {
    const last = paragraphs.at(-1);
    if (last?.at === paragraph) last.end = end;
    else paragraphs.push({ start, end, at: paragraph });
  }
  // A text that is nothing but fragments is read as it is.
  if (paragraphs.length === 0) return wholeOf(0, Math.min(text.length, weighedMax));
  const lead = paragraphs.find(({ start, end }) => end - start >= leadLengthMin) ?? paragraphs.at(-1)!;
  return { leadEnd: lead.end, paragraphs, sentences: own };
}

/** A part of a text that is one piece: an entry of a live blog. */
export const wholeOf = (start: number, end: number): Outline => {
  const all = [{ start, end }];
  return { leadEnd: end, paragraphs: all, sentences: all };
};

/** The number of the part that holds an offset: -1 for the title, null for what is not the text's own prose. */
export function partAt(parts: readonly Paragraph[], at: number): number | null {
  if (at === inTitle) return inTitle;
  // Parts are in order and apart.
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low < parts.length && parts[low]!.start <= at ? low : null;
}
