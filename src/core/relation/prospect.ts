/**
 * A cheap look at two claims before they are compared in full: most that an index brings together have nothing to do with
 * one another. It is exact: where it says no, the rules find no relation and nothing is proposed.
 */
import type { Claim } from "../claim/claim.ts";
import { sameFamily } from "../language/verbs.ts";
import { covered, type Told } from "./compare.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";

/** Whether `after` could repeat `before`, or what was told under its fact: no repeat is without some of the words. */
export function mayRepeat(before: Claim, after: Claim, told?: Told): boolean {
  const some = thresholds.keyedCoverage;
  return (
    covered(after.terms, traitsOf(before).told) >= some ||
    covered(before.terms, traitsOf(after).told) >= some ||
    (told !== undefined && covered(after.terms, told) >= some)
  );
}

/** Whether they could be related at all: without shared words only an amount or a kind of event joins two claims. */
export function mayRelate(before: Claim, after: Claim, told?: Told): boolean {
  const counted = before.quantities.length > 0 && after.quantities.length > 0;
  const happens = before.event !== undefined && after.event !== undefined;
  return counted || (happens && sameFamily(before.event.family, after.event.family)) || mayRepeat(before, after, told);
}
