/**
 * What a model said of one article, as far as it is used: other words for claims, and how claims stand to facts. It is
 * applied while the article is entered, and what came of it is stored in the entries: nothing is ever asked again to
 * rebuild a ledger. A claim keeps its quote and everything that was read from it, so that a model moves nothing else.
 */
import { isAnchored, standsAlone } from "../../claim/alone.ts";
import type { Claim } from "../../claim/claim.ts";
import { worthMin } from "../../claim/worth.ts";
import type { FactRef } from "../../ledger/ledger.ts";
import type { Relation } from "../../relation/verdict.ts";
import { unfaithful } from "../check/faithful.ts";
import { misshapen } from "../check/shape.ts";
import { isOrder } from "../orders.ts";

export type Wording = { readonly text: string | null; readonly news: boolean };
export type Ruling = { readonly relation: Relation; readonly fact: FactRef | null };

/** Each by the verbatim quote of its claim. */
export type Reading = {
  readonly wordings: ReadonlyMap<string, Wording>;
  readonly rulings: ReadonlyMap<string, Ruling>;
};

/** Below the cut, but not by much: only such a claim may be called news by a model. */
export const promotableMin = 0.6;

export const isPromotable = (claim: Claim): boolean =>
  claim.worth >= promotableMin &&
  claim.worth < worthMin &&
  isAnchored(claim) &&
  (claim.event !== undefined || claim.quantities.length > 0) &&
  !claim.negated &&
  standsAlone(claim.text) &&
  misshapen(claim.text, claim.text) === null &&
  !isOrder(claim.text);

/** A claim in the words that a model found for it, where they say what it says; itself where they do not. */
export function reread(claim: Claim, reading: Reading | undefined): Claim {
  const wording = reading?.wordings.get(claim.quote);
  if (!wording) return claim;
  const worded =
    wording.text !== null &&
    wording.text !== claim.text &&
    standsAlone(wording.text) &&
    unfaithful(wording.text, claim) === null
      ? { ...claim, text: wording.text, wordedBy: "model" as const }
      : claim;
  return wording.news && isPromotable(worded) ? { ...worded, worth: worthMin, wordedBy: "model" as const } : worded;
}
