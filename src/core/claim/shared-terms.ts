/**
 * The terms of claims as pairs that all claims share: a story is told in a few thousand words, each of which stands in
 * hundreds of claims, and pairs of their own were a third of what a ledger holds in memory.
 */
import { kept } from "../text/kept.ts";
import type { Claim } from "./claim.ts";

type Weighed = Claim["terms"][number];

const keptTerms = 8000;
/** Nearly every term has one weight. */
const pairsOf = kept(keptTerms, (_term: string): Weighed[] => []);

export function sharedTerm([term, weight]: Weighed): Weighed {
  const known = pairsOf(term);
  const found = known.find((pair) => pair[1] === weight);
  if (found) return found;
  const pair: Weighed = [term, weight];
  known.push(pair);
  return pair;
}
