/**
 * How a name written in a list may look in a text: which endings it may take, and whether its capitals matter.
 * General facts about scripts; it knows no name.
 */
import { stemOf } from "../language/words.ts";

export type Pattern<T> = {
  readonly text: string;
  readonly value: T;
  /** A name: its first letter may not be small in the text. "Costa" is a person, "costa" is a coast. */
  readonly proper?: boolean;
  /** A word that a person wrote down in one form and means in all: "negotiation" is also "negotiated". */
  readonly inflects?: boolean;
};

export type Shape = {
  /** What is looked for, without its mark and, in Cyrillic, without its ending. */
  readonly stem: string;
  /** An acronym stands exactly as it is written: US is not us. */
  readonly exact: string | null;
  /** How many letters may follow. */
  readonly endingMax: number;
  /** The text's first letter may not be small. */
  readonly proper: boolean;
  /** Arabic and Hebrew write "and", "in", "to" onto the word. */
  readonly prefixes: RegExp | null;
  /** What else must hold of the words as written. */
  readonly accepts: ((written: string) => boolean) | null;
};

/** A name in capitals of up to this many letters is an acronym. */
const acronymLettersMax = 4;
/** Letters that an inflected ending may add in a script other than Latin: Иванов → Ивановым. */
const endingLettersMax = 3;
/** Shorter names take no endings: a word of three letters begins too many others. */
const inflectedLettersMin = 4;
/** A letter of Hangul is a syllable, and particles follow even short names. */
const syllablesMin = 2;
/** So much of a Cyrillic name stays when its ending goes: Лисица → Лисиц-ой. */
const stemLettersMin = 5;
const cyrillicEnding = /(?:ий|ый|ая|яя|ое|ее|[аяыиьйуюеоіїє])$/u;

/** An inflected ending of an English word: "negotiat-ions". */
const inflectionLettersMax = 6;

export function shapeOf(pattern: Pattern<unknown>): Shape {
  const { text, proper } = pattern;
  if (pattern.inflects && /^[a-z][a-z' -]*[a-z]$/.test(text)) return inflectingShape(text);
  const open = text.endsWith("*");
  const written = (open ? text.slice(0, -1) : text).trim();
  const last = /[\p{L}\p{M}]*$/u.exec(written)?.[0] ?? "";
  const letters = [...written.replace(/[^\p{L}]/gu, "")].length;
  const acronym =
    !open &&
    letters > 1 &&
    letters <= acronymLettersMax &&
    !/\s/.test(written) &&
    /\p{Lu}/u.test(written) &&
    written === written.toUpperCase();
  return {
    stem: open || acronym ? written : withoutEnding(written, last),
    exact: acronym ? written : null,
    endingMax: open ? Number.POSITIVE_INFINITY : acronym ? 0 : endingsOf(written, last),
    proper: proper === true && /^\p{Lu}/u.test(written),
    prefixes: letters >= inflectedLettersMin ? prefixesOf(written) : null,
    accepts: null,
  };
}

/** The last word of an English phrase may take another ending, as long as its stem stays the same. */
function inflectingShape(text: string): Shape {
  const last = /[a-z]+$/.exec(text)![0];
  const wanted = englishStem(last);
  let common = 0;
  while (common < wanted.length && wanted[common] === last[common]) common++;
  // A silent e goes before an ending: strike, striking.
  if (common === last.length && last.endsWith("e")) common--;
  return {
    stem: text.slice(0, text.length - last.length + common),
    exact: null,
    endingMax: inflectionLettersMax,
    proper: false,
    prefixes: null,
    accepts: (written) => englishStem(/[a-z]+$/.exec(written.toLowerCase())?.[0] ?? "") === wanted,
  };
}

/** Texts hold the same few thousand words again and again. */
const stems = new Map<string, string>();
const stemsMax = 20_000;

function englishStem(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  const stem = stemOf(lower);
  if (stems.size < stemsMax) stems.set(lower, stem);
  return stem;
}

function endingsOf(written: string, last: string): number {
  if (/\p{Script=Latin}/u.test(last) || last === "") return 0;
  const letters = [...written.replace(/[^\p{L}]/gu, "")].length;
  const enough = /\p{Script=Hangul}/u.test(last) ? syllablesMin : inflectedLettersMin;
  return letters >= enough ? endingLettersMax : 0;
}

function withoutEnding(written: string, last: string): string {
  if (!/^\p{Script=Cyrillic}+$/u.test(last)) return written;
  const cut = last.replace(cyrillicEnding, "");
  return cut.length >= stemLettersMin ? written.slice(0, written.length - last.length + cut.length) : written;
}

function prefixesOf(written: string): RegExp | null {
  if (/^\p{Script=Arabic}/u.test(written)) return /^(?:[وف]?[بلكس]?|[وف]?[بك]?ال|[وف]?لل)$/u;
  if (/^\p{Script=Hebrew}/u.test(written)) return /^[ושהבלמכ]{1,3}$/u;
  return null;
}
