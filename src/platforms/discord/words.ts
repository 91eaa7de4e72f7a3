/** Cuts text at words into parts whose markdown is short enough. Joined again, the parts are the text. */
import type { Inline } from "../../core/post/post.ts";
import { escaped } from "./escape.ts";
import { inlinesOf } from "./markdown.ts";

/** Stars around a strong part, and what a cut between two signs can cost. */
const spareCharacters = 8;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Parts of at most `room` characters of markdown each; a word that is longer is cut within. */
export function splitText(value: string, room: number): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let used = 0;
  for (const piece of piecesOf(value, room)) {
    const needed = costOf(piece);
    if (part !== "" && used + needed > room) {
      parts.push(part);
      [part, used] = ["", 0];
    }
    part += piece;
    used += needed;
  }
  return part === "" ? parts : [...parts, part];
}

/** Characters of markdown, at most. Letters stay as they are: that is most of every text, and quickly seen. */
const costOf = (part: string): number => (isWord.test(part) ? part.length : escaped(part).length + 1);
const isWord = /^[\p{L}\p{N}\s,;.–—’“”]*$/u;

/** Words with the blank behind them; long ones in pieces. */
function piecesOf(value: string, room: number): readonly string[] {
  return value.split(/(?<=\s)(?=\S)/).flatMap((word) => (costOf(word) <= room ? [word] : hack(word, room)));
}

function hack(word: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const sign of signsOf(word, room)) {
    const needed = costOf(sign);
    if (used + needed > room) {
      pieces.push(piece);
      [piece, used] = ["", 0];
    }
    piece += sign;
    used += needed;
  }
  return [...pieces, piece];
}

/** Characters as people count them; one with hundreds of marks is no letter, and is cut too. */
function signsOf(word: string, room: number): Iterable<string> {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  return [...graphemes.segment(word)].flatMap(({ segment }) => (segment.length > room / 4 ? [...segment] : [segment]));
}

/** The spans in groups of at most `room` characters of markdown. A link is never cut. */
export function splitInlines(inlines: readonly Inline[], room: number): readonly (readonly Inline[])[] {
  const groups: Inline[][] = [];
  let used = Number.POSITIVE_INFINITY;
  const within = room - spareCharacters;
  for (const piece of inlines.flatMap((inline) => inlinePieces(inline, within))) {
    const needed = inlinesOf([piece]).length;
    if (used + needed > within) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)!.push(piece);
    used += needed;
  }
  return groups;
}

function inlinePieces(inline: Inline, room: number): readonly Inline[] {
  if (inline.kind === "link" || inlinesOf([inline]).length <= room) return [inline];
  return splitText(inline.text, room).map((part) => ({ ...inline, text: part }));
}
