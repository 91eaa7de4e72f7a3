/**
 * How many cells of a terminal a text takes: 0 for marks, 2 for East Asian wide and emoji, 1 for the rest.
 * After Unicode's East Asian Width (https://www.unicode.org/reports/tr11/); it knows no particular terminal.
 */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters as people count them: a letter with its marks is one. */
export function graphemesOf(value: string): readonly string[] {
  return /^[\x20-\x7e]*$/.test(value) ? [...value] : [...graphemes.segment(value)].map(({ segment }) => segment);
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u;

/** Blocks whose characters are wide, first and last code point of each. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

/** Cells of one grapheme. */
export function cellsOf(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let cells = 0;
  for (const character of grapheme) {
    if (zeroWidth.test(character)) continue;
    const point = character.codePointAt(0)!;
    cells += wide.some(([first, last]) => first <= point && point <= last) ? 2 : 1;
  }
  return cells;
}

/** Cells of a whole text. */
export function widthOf(value: string): number {
  return graphemesOf(value).reduce((sum, grapheme) => sum + cellsOf(grapheme), 0);
}
