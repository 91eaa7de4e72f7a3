/** Which sets of rules a run of names touches, and which of their groups, as numbers and bits: a few additions a name. */
import { groupBitsMax, type Ruled, type Term } from "../story/lexicon.ts";
import type { MatchRules } from "../story/story.ts";

export type Touched = {
  /** The sets of rules of which anything occurs. */
  readonly numbers: number[];
  /** Of each: its groups that occur, as bits. */
  readonly shown: Int32Array;
  /** Of each: whether one of its actors or places occurs. */
  readonly named: Uint8Array;
  /** Of each and each of its groups of which more than one is asked for: how many names or words of it occur. */
  readonly counts: Uint8Array;
};

const countMax = 255;

export const nothingTouched = (sets: number): Touched => ({
  numbers: [],
  shown: new Int32Array(sets),
  named: new Uint8Array(sets),
  counts: new Uint8Array(sets * groupBitsMax),
});

const highestBit = 31;

/**
 * Enters each name once; `wanted` leaves out what nobody asks about. This is the one loop that runs over all
 * the rules that share a name, so it is written for speed.
 */
export function touchAll(
  seen: Touched,
  terms: ReadonlySet<Term>,
  bits: readonly Bits[],
  wanted: Uint8Array | null,
): void {
  const { numbers, shown, named, counts } = seen;
  for (const { rules, groups, names } of terms) {
    for (let at = 0; at < rules.length; at++) {
      const number = rules[at]!;
      if (wanted?.[number] === 0) continue;
      const own = groups[at]!;
      if (shown[number] === 0) numbers.push(number);
      shown[number]! |= own;
      if (names) named[number] = 1;
      count(counts, number * groupBitsMax, own & bits[number]!.counted);
    }
  }
}

function count(counts: Uint8Array, first: number, groups: number): void {
  for (let rest = groups; rest !== 0; rest &= rest - 1) {
    const at = first + highestBit - Math.clz32(rest & -rest);
    if (counts[at]! < countMax) counts[at]! += 1;
  }
}

/** Makes it empty again, at the cost of what was touched. */
export function forget({ numbers, shown, named, counts }: Touched): void {
  for (const number of numbers) {
    shown[number] = 0;
    named[number] = 0;
    counts.fill(0, number * groupBitsMax, (number + 1) * groupBitsMax);
  }
  numbers.length = 0;
}

export type Bits = {
  /** Groups that earn points, as bits, and how many at most. */
  readonly weighed: readonly { readonly bit: number; readonly weight: number }[];
  /** Groups of which it matters how many names occur. */
  readonly counted: number;
  /** Groups that one name alone does not make present. */
  readonly several: readonly { readonly at: number; readonly least: number }[];
  /** Groups that words of the language may show, as bits, and the kinds of matter that do. */
  readonly general: readonly { readonly bit: number; readonly kinds: KindBits }[];
  readonly anywhere: readonly number[];
  readonly inOneSentence: readonly number[];
};

/** A set of kinds of matter, thirty to a number. */
export type KindBits = readonly number[];

const kindsEach = 30;

export function kindBitsOf(kinds: Iterable<number>): KindBits {
  const bits: number[] = [];
  for (const kind of kinds) {
    const at = Math.floor(kind / kindsEach);
    while (bits.length <= at) bits.push(0);
    bits[at]! |= 1 << (kind % kindsEach);
  }
  return bits;
}

function share(a: KindBits, b: KindBits): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) if ((a[at]! & b[at]!) !== 0) return true;
  return false;
}

/** Rules never change while they are loaded, so their bits are worked out once. */
const known = new WeakMap<readonly Ruled[], readonly Bits[]>();

export function bitsOf(ruled: readonly Ruled[]): readonly Bits[] {
  const before = known.get(ruled);
  if (before) return before;
  const bits = ruled.map(({ rules }) => bitsOfRules(rules));
  known.set(ruled, bits);
  return bits;
}

function bitsOfRules({ groups, require, together = [] }: MatchRules): Bits {
  const bit = (id: string) => 1 << groups.findIndex((group) => group.id === id);
  const masks = (lists: readonly (readonly string[])[]) =>
    lists.map((all) => all.reduce((sum, id) => sum | bit(id), 0));
  const several = groups.flatMap(({ least = 1 }, at) => (least > 1 && at < groupBitsMax ? [{ at, least }] : []));
  return {
    weighed: groups.flatMap(({ weight }, at) => (weight > 0 ? [{ bit: 1 << at, weight }] : [])),
    counted: several.reduce((sum, { at }) => sum | (1 << at), 0),
    several,
    general: groups.flatMap(({ kinds = [] }, at) =>
      kinds.length > 0 ? [{ bit: 1 << at, kinds: kindBitsOf(kinds) }] : [],
    ),
    // Rules that require nothing are complete with whatever occurs.
    anywhere: require.length === 0 ? [0] : masks(require),
    inOneSentence: masks(together),
  };
}

/**
 * The groups of a set of rules that may be present: those of which enough occurs, counting each name as a party of its own,
 * and those that the language's words in the article, of these kinds, may show.
 */
export function presentBits(
  { shown, counts }: Touched,
  number: number,
  { several, general }: Bits,
  kinds: KindBits,
): number {
  let present = shown[number]!;
  for (const { at, least } of several) if (counts[number * groupBitsMax + at]! < least) present &= ~(1 << at);
  for (const { bit, kinds: own } of general) if (share(own, kinds)) present |= bit;
  return present;
}

export function holdsOne(present: number, masks: readonly number[]): boolean {
  for (const all of masks) if ((present & all) === all) return true;
  return false;
}
