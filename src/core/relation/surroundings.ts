/**
 * What a claim meets besides the one it is held against: the other claims that it could repeat. How much of it they hold
 * together tells a retelling from news, and how many of them use a word tells how little that word says here. Of two
 * statements that stand alone the earlier one is all there is.
 */

import type { Claim } from "../claim/claim.ts";
import { dayMs } from "../text/day.ts";
import type { Features } from "./features.ts";
import { isSpan } from "./numbers.ts";
import { namesMissing } from "./proper.ts";
import { traitsOf } from "./traits.ts";

/** A known thing: its words, and claims that say it. */
export type Known = { readonly told: Pick<ReadonlySet<string>, "has">; readonly claims: readonly Claim[] };

export type Surroundings = {
  /** Share of the claim's words that the nearest, and that all known things hold together. */
  readonly nearShare: number;
  readonly wholeShare: number;
  readonly namesMissing: number;
  readonly numbersMissing: number;
  /** It counts something, other than time, to a number that nobody told: whatever else it repeats, that is news. */
  readonly countsAnew: boolean;
  readonly count: number;
  /** How much a word tells apart: the fewer known things hold it, the more. */
  readonly rarity: (term: string) => number;
};

/** Of the known things, nearest first, so many can be gathered into one retelling; names are looked for among a few more. */
const nearCount = 6;
const namedCount = 8;
const rarityMin = 0.05;

export function surroundingsOf(claim: Claim, known: readonly Known[]): Surroundings {
  const near = known.slice(0, nearCount);
  const claims = known.slice(0, namedCount).flatMap((one) => one.claims);
  const names = [...new Set(claims.flatMap((one) => traitsOf(one).names))];
  const untold = claim.quantities.filter(
    (one) => !claims.some((other) => other.quantities.some((two) => two.value === one.value)),
  );
  return {
    nearShare: share(claim, (term) => near.some(({ told }) => told.has(term))),
    wholeShare: share(claim, (term) => known.some(({ told }) => told.has(term))),
    namesMissing: namesMissing(traitsOf(claim).names, names).length,
    numbersMissing: untold.length,
    countsAnew: untold.some((one) => !one.approx && !isSpan(one)),
    count: known.length,
    rarity: rarityAmong(known),
  };
}

/** Asked for the words of the claims that are compared only, and often for the same. */
function rarityAmong(known: readonly Known[]): Surroundings["rarity"] {
  const found = new Map<string, number>();
  return (term) => {
    const before = found.get(term);
    if (before !== undefined) return before;
    const holders = known.reduce((count, { told }) => count + (told.has(term) ? 1 : 0), 0);
    const rarity = Math.max(rarityMin, Math.log((known.length + 1) / (holders + 0.5)));
    found.set(term, rarity);
    return rarity;
  };
}

function share(claim: Claim, held: (term: string) => boolean): number {
  let [all, told] = [0, 0];
  for (const [term, weight] of claim.terms) {
    all += weight;
    if (held(term)) told += weight;
  }
  return all === 0 ? 1 : told / all;
}

/** Where a claim was found: which place among the known things its fact has, the nearest 0. */
export type Found = { readonly around: Surroundings; readonly rank: number };

export const alone = (before: Claim, after: Claim): Found => ({
  around: surroundingsOf(after, [{ told: traitsOf(before).told, claims: [before] }]),
  rank: 0,
});

const daysMax = 10;

export function foundOf(before: Claim, after: Claim, { around, rank }: Found): Features {
  return {
    "share told by the nearest": around.nearShare,
    "share told by all": around.wholeShare,
    "names that nobody told": around.namesMissing,
    "numbers that nobody told": around.numbersMissing,
    "known things": around.count,
    "place among them": rank,
    "one article": before.articleId === after.articleId ? 1 : 0,
    "one outlet": before.outlet === after.outlet ? 1 : 0,
    "days between": Math.min(daysMax, Math.abs(after.published - before.published) / dayMs),
    "worth, earlier": before.worth,
    "worth, later": after.worth,
  };
}
