/**
 * Whether a claim tells of another occasion of a thing that was told: who "met again" on a later day met twice. Small words
 * tell it, which nothing else that is compared looks at.
 */
import type { Claim, Rung } from "../claim/claim.ts";
import { reporting } from "../language/cues.ts";
import { sameFamily } from "../language/verbs.ts";
import { dayOf } from "../text/day.ts";
import { isPlan } from "./ladder.ts";
import { foundOnce } from "./traits.ts";

const againTold = /\b(?:again|once more|anew|(?:a|for the) (?:second|third|fourth|fifth) time)\b/i;
/** The words of an event and the one that says that it is another: no clause begins between them. */
const clauseStart = /[,;:“”"]|\b(?:who|which|that|and|but|after|before|while|when)\b/i;

const againOf = foundOnce(({ quote, event }) => {
  if (!event) return false;
  const found = againTold.exec(quote);
  if (!found) return false;
  const before = quote.slice(0, found.index).trim().split(/\s+/).slice(-wordsNear).join(" ");
  return !clauseStart.test(before) && !saidAgain.test(before);
});
/** So many words before it tell what was done again. */
const wordsNear = 2;
const saidAgain = new RegExp(`\\b(?:${reporting})$`, "i");

/** The claim has such a word where the other has none. */
export const saysAgain = (told: Claim, claim: Claim): boolean => againOf(claim) && !againOf(told);

export function isAnotherTime(told: Claim, claim: Claim): boolean {
  const [was, is] = [told.event, claim.event];
  if (!was || !is || is.aside || !sameFamily(was.family, is.family)) return false;
  if (isPlan(was.rung) || !happened.has(is.rung)) return false;
  return saysAgain(told, claim) && told.negated === claim.negated && areOtherDays(told, claim);
}

const happened: ReadonlySet<Rung> = new Set(["underway", "ended"]);

/** What has no day of its own is of the day on which it was reported. */
function areOtherDays(told: Claim, claim: Claim): boolean {
  const [was, is] = [daysOf(told), daysOf(claim)];
  return is.from > was.to || was.from > is.to;
}

const daysOf = ({ when, published }: Claim) => when ?? { from: dayOf(published), to: dayOf(published) };
