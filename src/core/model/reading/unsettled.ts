/**
 * What of an article is worth a model's time: claims that the engine read and could not settle. Whatever is surely a
 * repeat, filler, or settled is not sent, so that cost follows what is new.
 */
import type { Claim } from "../../claim/claim.ts";
import { worthMin } from "../../claim/worth.ts";
import { candidatesFor } from "../../ledger/candidates.ts";
import { choose } from "../../ledger/choose.ts";
import type { Fact, Ledger } from "../../ledger/ledger.ts";
import { compare } from "../../relation/compare.ts";
import { isOrder } from "../orders.ts";
import type { Doubt } from "../roles/judge.ts";
import { doubtful, movesTo, newestOf } from "./moves.ts";
import { isPromotable } from "./reading.ts";

/** Claims of one article that are sent at most, for each purpose. */
export const claimsSentMax = 12;
const factsShownMax = 3;
const textMax = 500;

export type Unsettled = {
  /** Too long for a line as they are, or a little below the cut. */
  readonly words: readonly Claim[];
  readonly doubts: readonly { readonly claim: Claim; readonly doubt: Doubt }[];
};

export function unsettledIn(claims: readonly Claim[], ledger: Ledger): Unsettled {
  const open = claims
    .filter((claim) => claim.lang === "en" && claim.worth > 0 && !isOrder(claim.quote))
    .map((claim) => ({ claim, facts: candidatesFor(claim, ledger) }))
    .filter(({ claim, facts }) => !isRepeat(claim, facts));
  const words = open.map(({ claim }) => claim).filter((claim) => needsWords(claim) || isPromotable(claim));
  const doubts = open.flatMap(({ claim, facts }) => {
    const near = claim.worth >= worthMin ? nearFacts(claim, facts) : [];
    return near.length === 0 ? [] : [{ claim, near }];
  });
  return {
    words: words.slice(0, claimsSentMax),
    doubts: doubts.slice(0, claimsSentMax).map(({ claim, near }, at) => ({
      claim,
      doubt: { id: `n${at + 1}`, claim: claim.text.slice(0, textMax), facts: near },
    })),
  };
}

/** The engine is sure that it was told. */
export function isRepeat(claim: Claim, facts: readonly Fact[]): boolean {
  const choice = choose(claim, facts);
  return choice?.verdict.relation === "same" && compare(choice.version.claim, claim).link >= doubtful.from;
}

const needsWords = (claim: Claim) => claim.worth >= worthMin && claim.text.includes("…");

/** Facts about which the engine is in doubt, the likeliest first. */
function nearFacts(claim: Claim, facts: readonly Fact[]): Doubt["facts"] {
  return facts
    .flatMap((fact) => {
      const version = newestOf(fact);
      if (version?.claim.lang !== "en") return [];
      const { link } = compare(version.claim, claim);
      const inDoubt = link >= doubtful.from && link <= doubtful.to && movesTo(version.claim, claim).length > 0;
      return inDoubt ? [{ fact, link, text: version.claim.text }] : [];
    })
    .sort((a, b) => b.link - a.link)
    .slice(0, factsShownMax)
    .map(({ fact, text }) => ({ id: fact.ref, text: text.slice(0, textMax) }));
}
