/**
 * A cheap look at two claims before they are compared in full: most that an index brings together have nothing to do with
 * one another. It is exact: where it says no, the rules find no relation and nothing is proposed.
 */
import type { Claim } from "../claim/claim.ts";
import { sameFamily } from "../language/verbs.ts";
import { covered, type Told } from "./compare.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";

/** Sums in another order differ in their last digits. */
const some = thresholds.keyedCoverage - 1e-9;

/** Whether `after` could repeat `before`, or what was told under its fact: no repeat is without some of the words. */
export function mayRepeat(before: Claim, after: Claim, told?: Told): boolean {
  const { told: own, weight } = traitsOf(after);
  let [all, kept, repeated] = [0, 0, 0];
  for (const [term, heft] of before.terms) {
    all += heft;
    const again = own.get(term);
    if (again === undefined) continue;
    kept += heft;
    repeated += again;
  }
  if (kept > 0 && (kept >= some * all || repeated >= some * weight)) return true;
  return told !== undefined && covered(after.terms, told) >= some;
}

/** Whether they could be related at all: without shared words only an amount or a kind of event joins two claims. */
export function mayRelate(before: Claim, after: Claim, told?: Told): boolean {
  const counted = before.quantities.length > 0 && after.quantities.length > 0;
  const happens = before.event !== undefined && after.event !== undefined;
  return counted || (happens && sameFamily(before.event.family, after.event.family)) || mayRepeat(before, after, told);
}
