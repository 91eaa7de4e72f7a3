/** Two sets of content words laid side by side: how much of each the other holds, also in other words, and what is opposed. */
import { areAlike, areBroader, sameStem } from "../language/lexicon.ts";
import { opposite } from "../language/opposites.ts";
import { bestOf, hitsOf } from "./hits.ts";
import type { Word } from "./traits.ts";

export type Alignment = {
  /** Share of the later words that the earlier ones hold, by weight, 0…1. */
  readonly coverage: number;
  readonly backCoverage: number;
  /** Weight of the heaviest word that the other side lacks. */
  readonly restAfter: number;
  readonly restBefore: number;
  /** Pairs of words of which only one can hold. */
  readonly opposites: number;
};

const worth = { same: 1, alike: 0.9, broader: 0.6, opposite: 0.8 } as const;

/** One pair is asked about several times in a row, by the features, the vetoes and what decides on identity. */
let last: { readonly before: readonly Word[]; readonly after: readonly Word[]; readonly alignment: Alignment } | null =
  null;

export function alignWords(before: readonly Word[], after: readonly Word[]): Alignment {
  if (last?.before !== before || last.after !== after) last = { before, after, alignment: align(before, after) };
  return last.alignment;
}

function align(before: readonly Word[], after: readonly Word[]): Alignment {
  const { ahead, back } = hitsOf(after, before, fitOf);
  const [later, earlier] = [bestOf(ahead, after.length), bestOf(back, before.length)];
  const [forth, kept] = [held(after, later), held(before, earlier)];
  const isStrange = (fit: number) => fit < worth.alike;
  const opposed = new Set(
    ahead
      .filter(({ at, by, likeness }) => likeness === worth.opposite && isStrange(later[at]!) && isStrange(earlier[by]!))
      .map(({ at }) => at),
  );
  return {
    coverage: forth.share,
    backCoverage: kept.share,
    restAfter: forth.rest,
    restBefore: kept.rest,
    opposites: opposed.size,
  };
}

function held(words: readonly Word[], fits: readonly number[]): { readonly share: number; readonly rest: number } {
  let [total, found, rest] = [0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    const [{ weight }, fit] = [words[at]!, fits[at]!];
    total += weight;
    found += weight * fit;
    if (fit < worth.broader) rest = Math.max(rest, weight);
  }
  return { share: total === 0 ? 0 : found / total, rest };
}

/** How well one word stands for the other. */
function fitOf(one: Word, two: Word): number {
  if (one.term === two.term || sameStem(one, two)) return worth.same;
  if (areAlike(one, two)) return worth.alike;
  if (opposite(one, two)) return worth.opposite;
  return areBroader(one, two) ? worth.broader : 0;
}
