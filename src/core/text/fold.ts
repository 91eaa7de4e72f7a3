/**
 * How a text looks when spelling does not matter: lower case, no accents, straight apostrophes, single spaces.
 * It keeps the way back to the original, because evidence is always quoted as it was written.
 */

export type Folded = {
  /** One code point each. */
  readonly units: Int32Array;
  /** Where unit i began in the original; one entry more than there are units, the last being the original's length. */
  readonly offsets: Int32Array;
  readonly length: number;
};

const space = 32;
/** Accents, Hebrew points, Arabic vowel signs and the Arabic stretch: they never change which name is meant. */
const silent = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/u;
/** Scripts whose accents may go. In Cyrillic they make letters of their own: й is not и. */
const unaccented = /[\p{Script=Latin}\p{Script=Greek}]/u;
const single: Readonly<Record<string, string>> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ё: "е",
  ς: "σ",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ى: "ي",
};

const memo = new Map<string, readonly number[]>();

/** Folds any text; a run of white space without a line break becomes one space, a line break stays one. */
export function fold(text: string): Folded {
  // A letter may fold to two units, never to more.
  const units = new Int32Array(text.length * 2);
  const offsets = new Int32Array(text.length * 2 + 1);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    if (code < 128) length = push(units, offsets, length, plain[code]!, at);
    else for (const unit of foldedOf(String.fromCodePoint(code))) length = push(units, offsets, length, unit, at);
    at += width;
  }
  offsets[length] = text.length;
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length + 1), length };
}

function push(units: Int32Array, offsets: Int32Array, length: number, unit: number, at: number): number {
  if (unit === space && length > 0 && units[length - 1] === space) return length;
  units[length] = unit;
  offsets[length] = at;
  return length + 1;
}

const plain = Int32Array.from({ length: 128 }, (_, code) => {
  if (code === 96) return 39;
  if (code === 9 || code === 11 || code === 12) return space;
  return code >= 65 && code <= 90 ? code + 32 : code;
});

function foldedOf(char: string): readonly number[] {
  const known = memo.get(char);
  if (known) return known;
  const folded = [...spelled(char)].map((one) => one.codePointAt(0)!);
  memo.set(char, folded);
  return folded;
}

function spelled(char: string): string {
  if (silent.test(char)) return "";
  if (/\s/u.test(char)) return " ";
  if (/[’‘ʼ´′]/u.test(char)) return "'";
  if (/[\u2010-\u2015\u2212]/u.test(char)) return "-";
  const bare = unaccented.test(char) ? char.normalize("NFD").replace(/[\u0300-\u036f]/gu, "") : char;
  return [...bare.toLowerCase()]
    .map((one) => (silent.test(one) ? "" : (single[one] ?? one)))
    .join("")
    .slice(0, 2);
}
