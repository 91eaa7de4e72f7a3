/** Which stories a run of names touches, and which of their groups, as numbers and bits: a few additions a name. */
import { groupBitsMax, type Term } from "../story/lexicon.ts";
import type { MatchRules, Story } from "../story/story.ts";

export type Touched = {
  /** The stories of which anything occurs. */
  readonly numbers: number[];
  /** Of each story: its groups that occur, as bits. */
  readonly shown: Int32Array;
  /** Of each story: whether one of its actors or places occurs. */
  readonly named: Uint8Array;
  /** Of each story and group: how many different names or words of it occur. */
  readonly counts: Uint8Array;
};

const countMax = 255;

export const nothingTouched = (stories: number): Touched => ({
  numbers: [],
  shown: new Int32Array(stories),
  named: new Uint8Array(stories),
  counts: new Uint8Array(stories * groupBitsMax),
});

const highestBit = 31;

/**
 * Enters each name once; `wanted` leaves out the stories that nobody asks about. This is the one loop that runs over
 * every story that shares a name, so it is written for speed.
 */
export function touchAll(
  seen: Touched,
  terms: ReadonlySet<Term>,
  bits: readonly Bits[],
  wanted: Uint8Array | null,
): void {
  const { numbers, shown, named } = seen;
  for (const { stories, groups, names } of terms) {
    for (let at = 0; at < stories.length; at++) {
      const number = stories[at]!;
      if (wanted !== null && wanted[number] === 0) continue;
      if (shown[number] === 0) numbers.push(number);
      shown[number]! |= groups[at]!;
      if (names) named[number] = 1;
      count(seen.counts, number * groupBitsMax, groups[at]! & bits[number]!.counted);
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
  /** Groups that earn points, and how many at most. */
  readonly weighed: readonly { readonly at: number; readonly weight: number }[];
  /** Groups of which it matters how many names occur. */
  readonly counted: number;
  /** Groups that one name alone does not make present. */
  readonly several: readonly { readonly at: number; readonly least: number }[];
  readonly anywhere: readonly number[];
  readonly inOneSentence: readonly number[];
};

/** Stories never change while they are loaded, so their bits are worked out once. */
const known = new WeakMap<readonly Story[], readonly Bits[]>();

export function bitsOf(stories: readonly Story[]): readonly Bits[] {
  const before = known.get(stories);
  if (before) return before;
  const bits = stories.map(({ match }) => bitsOfRules(match));
  known.set(stories, bits);
  return bits;
}

function bitsOfRules({ groups, require, together = [] }: MatchRules): Bits {
  const bit = (id: string) => 1 << groups.findIndex((group) => group.id === id);
  const masks = (lists: readonly (readonly string[])[]) =>
    lists.map((all) => all.reduce((sum, id) => sum | bit(id), 0));
  const matters = groups.map(({ weight, least = 1 }) => weight > 0 || least > 1);
  return {
    weighed: groups.flatMap(({ weight }, at) => (weight > 0 ? [{ at, weight }] : [])),
    counted: matters.reduce((sum, one, at) => (one && at < groupBitsMax ? sum | (1 << at) : sum), 0),
    several: groups.flatMap(({ least = 1 }, at) => (least > 1 ? [{ at, least }] : [])),
    // A story that requires nothing is complete with whatever occurs.
    anywhere: require.length === 0 ? [0] : masks(require),
    inOneSentence: masks(together),
  };
}

/** The groups of a story that may be present: those of which enough occurs, counting each name as a party of its own. */
export function presentBits({ shown, counts }: Touched, number: number, { several }: Bits): number {
  let present = shown[number]!;
  for (const { at, least } of several) if (counts[number * groupBitsMax + at]! < least) present &= ~(1 << at);
  return present;
}

export function holdsOne(present: number, masks: readonly number[]): boolean {
  for (const all of masks) if ((present & all) === all) return true;
  return false;
}
