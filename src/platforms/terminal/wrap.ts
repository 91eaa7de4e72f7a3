/** Breaks styled text into lines of a width. It counts cells, keeps `[12]` whole, and knows nothing of what is said. */
import { cellsOf, graphemesOf, widthOf } from "./cells.ts";

export type Style = "plain" | "strong" | "faint" | "source" | "good" | "warn" | "bad" | "fresh";

/** A stretch of text in one style; it holds no line breaks and no control characters (see plain.ts). */
export type Run = { readonly text: string; readonly style: Style };
export type Line = readonly Run[];

type Word = { readonly runs: readonly Run[]; readonly width: number; readonly spaced: boolean };

/** Lines of at most `first` cells for the first and `rest` for the others. Every character but white space is kept. */
export function wrap(runs: readonly Run[], first: number, rest: number): readonly Line[] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let room = first;
  for (const word of runsToWords(runs, Math.max(1, Math.min(first, rest)))) {
    const space = spaceBefore(word, line);
    if (line.length > 0 && word.width + space.length > room) {
      lines.push(line);
      [line, room] = [[], rest];
    } else if (space !== "") {
      add(line, { text: space, style: spaceStyle(line, word) });
      room -= 1;
    }
    for (const run of word.runs) add(line, run);
    room -= word.width;
  }
  return [...lines, line];
}

function spaceBefore(word: Word, line: Line): string {
  return word.spaced && line.length > 0 ? " " : "";
}

/** The style on both sides when it is one, so that a phrase is painted in one go. */
function spaceStyle(line: Line, word: Word): Style {
  const style = line.at(-1)?.style ?? "plain";
  return style === word.runs[0]?.style ? style : "plain";
}

/** Words, none wider than `max`: a break may stand at a space, beside a wide character, and between `][`. */
function runsToWords(runs: readonly Run[], max: number): readonly Word[] {
  const words: { runs: Run[]; width: number; spaced: boolean }[] = [];
  let spaced = true;
  let mayBreak = true;
  for (const run of runs) {
    for (const part of partsOf(run.text, max)) {
      if (part === " ") {
        [spaced, mayBreak] = [true, true];
        continue;
      }
      const width = widthOf(part);
      const last = words.at(-1);
      const breaks = mayBreak || isLoose(part) || last === undefined || last.width + width > max;
      if (breaks) words.push({ runs: [{ ...run, text: part }], width, spaced });
      else {
        last.runs.push({ ...run, text: part });
        last.width += width;
      }
      [spaced, mayBreak] = [false, isLoose(part)];
    }
  }
  return words;
}

/** A source number and a wide character may begin and end a line. */
function isLoose(part: string): boolean {
  return /^\[\d+\]$/.test(part) || (cellsOf(part) === 2 && graphemesOf(part).length === 1);
}

/** Spaces, source numbers, single wide characters, and words in pieces that fit. */
function partsOf(value: string, max: number): readonly string[] {
  const parts: string[] = [];
  for (const piece of value.split(/(\s+|\[\d+\])/)) {
    if (piece === "") continue;
    if (/^\s/.test(piece)) parts.push(" ");
    else if (/^\[\d+\]$/.test(piece) && piece.length <= max) parts.push(piece);
    else parts.push(...piecesOf(piece, max));
  }
  return parts;
}

function piecesOf(word: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  const close = () => {
    if (piece !== "") pieces.push(piece);
    [piece, width] = ["", 0];
  };
  for (const grapheme of graphemesOf(word)) {
    const cells = cellsOf(grapheme);
    if (cells > max) continue;
    if (cells === 2 || width + cells > max) close();
    piece += grapheme;
    width += cells;
    if (cells === 2) close();
  }
  close();
  return pieces;
}

function add(line: Run[], run: Run): void {
  const last = line.at(-1);
  if (last?.style === run.style) line[line.length - 1] = { ...run, text: last.text + run.text };
  else line.push(run);
}
