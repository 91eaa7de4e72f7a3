/**
 * A cheap look at two claims before they are compared in full: most that an index brings together have nothing to do with
 * one another.
 */
import type { Claim } from "../claim/claim.ts";
import { sameFamily } from "../language/verbs.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";

/** Whether they could be related at all: an amount or a kind of event joins two claims that share fewer words. */
export function mayRelate(before: Claim, after: Claim): boolean {
  const counted = before.quantities.length > 0 && after.quantities.length > 0;
  const happens = before.event !== undefined && after.event !== undefined;
  const keyed = counted || (happens && sameFamily(before.event.family, after.event.family));
  return sharesWords(before, after, keyed ? thresholds.keyedWordsShared : thresholds.wordsShared);
}

/** Sums in another order differ in their last digits. */
const slack = 1e-9;

function sharesWords(before: Claim, after: Claim, least: number): boolean {
  const some = least - slack;
  const { told: own, weight } = traitsOf(after);
  let [all, kept, repeated] = [0, 0, 0];
  for (const pair of before.terms) {
    const heft = pair[1];
    all += heft;
    const again = own.get(pair[0]);
    if (again === undefined) continue;
    kept += heft;
    repeated += again;
  }
  return kept > 0 && (kept >= some * all || repeated >= some * weight);
}
