/** Two sets of content words laid side by side: how much of each the other holds, also in other words, and what is opposed. */
import { areAlike, areBroader } from "../language/lexicon.ts";
import { opposite } from "../language/opposites.ts";
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
  const ahead = held(after, before);
  const back = held(before, after);
  const strange = (one: Word, others: readonly Word[]) => !others.some((two) => fits(one, two));
  const opposites = after.filter(
    (one) => strange(one, before) && before.some((two) => opposite(one, two) && strange(two, after)),
  ).length;
  return {
    coverage: ahead.share,
    backCoverage: back.share,
    restAfter: ahead.rest,
    restBefore: back.rest,
    opposites,
  };
}

function held(words: readonly Word[], by: readonly Word[]): { readonly share: number; readonly rest: number } {
  let [total, found, rest] = [0, 0, 0];
  for (const word of words) {
    const fit = bestFit(word, by);
    total += word.weight;
    found += word.weight * fit;
    if (fit < worth.broader) rest = Math.max(rest, word.weight);
  }
  return { share: total === 0 ? 0 : found / total, rest };
}

const fits = (one: Word, two: Word) => one.term === two.term || areAlike(one, two);

function bestFit(word: Word, others: readonly Word[]): number {
  if (others.some((other) => other.term === word.term || other.stem === word.stem)) return worth.same;
  if (others.some((other) => areAlike(other, word))) return worth.alike;
  if (others.some((other) => opposite(other, word))) return worth.opposite;
  return others.some((other) => areBroader(other, word)) ? worth.broader : 0;
}
