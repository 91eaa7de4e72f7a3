/**
 * A claim as it is kept: a ledger holds tens of thousands. Its terms are pairs that all claims share, since a story is told
 * in a few thousand words, each of which stands in hundreds of claims; and its lists are as long as what they hold, since
 * a list that grew keeps room for more.
 */
import { keptWord } from "../text/kept.ts";
import type { Claim } from "./claim.ts";

export const compact = (claim: Claim): Claim => ({
  ...claim,
  borrowed: exact(claim.borrowed),
  participants: exact(claim.participants),
  places: exact(claim.places),
  issues: exact(claim.issues),
  predicates: exact(claim.predicates),
  quantities: exact(claim.quantities),
  terms: exact(claim.terms.map(shared)),
});

const nothing: readonly never[] = [];
const exact = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? nothing : list.slice());

type Weighed = Claim["terms"][number];

const keptTerms = 8000;
/** Nearly every term has one weight. */
const pairsOf = keptWord(keptTerms, (_term: string): Weighed[] => []);

function shared([term, weight]: Weighed): Weighed {
  const known = pairsOf(term);
  const found = known.find((pair) => pair[1] === weight);
  if (found) return found;
  const pair: Weighed = [term, weight];
  known.push(pair);
  return pair;
}
