/**
 * How common words stand to one another: of one meaning (or made from it: annul, annulment), opposed, or one broader than
 * the other. From WordNet 3.1, made by tests/bench/train/lexicon.ts; it knows stems, not senses, so it is a hint.
 */
import lexicon from "./lexicon.json" with { type: "json" };
import { type PairTable, pairTable } from "./pair-table.ts";

type Index = {
  /** Every stem of the table, numbered: pairs of numbers are looked up without joining words. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly kin: PairTable;
};

/** Ways to be kin, as bits: two stems can be so in several. */
const [likeBit, opposedBit, broaderBit] = [1, 2, 4] as const;

let index: Index | null = null;

/** Read when the first two words are compared: a command that compares none does not wait for it. */
function indexed(): Index {
  index ??= indexOf();
  return index;
}

const split = (lines: string): readonly (readonly string[])[] => lines.split("|").map((line) => line.split(" "));

function indexOf(): Index {
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  };
  const kin = pairTable();
  const enter = (stems: readonly string[], bit: number) => {
    const own = stems.map(numberOf);
    for (const a of own) for (const b of own) if (a < b) kin.add(a, b, bit);
  };
  for (const stems of split(lexicon.alike)) enter(stems, likeBit);
  for (const stems of split(lexicon.opposed)) enter(stems, opposedBit);
  for (const stems of split(lexicon.broader)) enter(stems, broaderBit);
  return { numbers, kin };
}

/** The lines of each stem, for a question now and then. */
let meanings: ReadonlyMap<string, readonly (readonly string[])[]> | null = null;

function meaningsOf(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const stems of split(lexicon.alike))
    for (const stem of stems) found.set(stem, [...(found.get(stem) ?? []), stems]);
  return found;
}

/** Whether the table holds a stem at all: an ordinary word, hardly a name. */
export const isOrdinary = (stem: string): boolean => indexed().numbers.has(stem);

/** A stem with its number in the table, to be compared often. */
export type Lexeme = { readonly stem: string; readonly number: number | undefined };

export const lexemeOf = (stem: string): Lexeme => ({ stem, number: indexed().numbers.get(stem) });

const kinship = ({ number: a }: Lexeme, { number: b }: Lexeme): number =>
  a === undefined || b === undefined ? 0 : indexed().kin.bits(a, b);

export const sameStem = (a: Lexeme, b: Lexeme): boolean =>
  a.number === b.number && (a.number !== undefined || a.stem === b.stem);

/** Two stems that can mean the same. */
export const areAlike = (a: Lexeme, b: Lexeme): boolean => sameStem(a, b) || (kinship(a, b) & likeBit) !== 0;
/** One of two stems names the kind of thing that the other is: tanker, ship. */
export const areBroader = (a: Lexeme, b: Lexeme): boolean => (kinship(a, b) & broaderBit) !== 0;
/** Two stems of which only one can hold: accept, reject. */
export const areOpposed = (a: Lexeme, b: Lexeme): boolean => (kinship(a, b) & opposedBit) !== 0;

export const alike = (a: string, b: string): boolean => a === b || areAlike(lexemeOf(a), lexemeOf(b));
export const broader = (a: string, b: string): boolean => areBroader(lexemeOf(a), lexemeOf(b));
export const opposed = (a: string, b: string): boolean => areOpposed(lexemeOf(a), lexemeOf(b));

/** Every stem that can mean the same, the stem itself among them. */
export function alikeTo(stem: string): ReadonlySet<string> {
  meanings ??= meaningsOf();
  return new Set([stem, ...(meanings.get(stem) ?? []).flat()]);
}
