/** When two passages speak of the same matter, when one of them replaces the other, and when they contradict. */
import { sameFamily } from "../language/verbs.ts";
import { relate } from "../relation/relate.ts";
import { type Passage, share } from "./passage.ts";

/** Words in common that make two passages of any facts one matter, and of one fact. */
const matterMin = 0.6;
const matterInFactMin = 0.35;
const eventInFactMin = 0.2;

/** 0…1: the smaller of the shares of words that each has of the other. */
export const inCommon = (a: Passage, b: Passage): number => Math.min(share(a.terms, b.terms), share(b.terms, a.terms));

export function sameMatter(a: Passage, b: Passage): boolean {
  const common = inCommon(a, b);
  if (common >= matterMin) return true;
  return a.fact === b.fact && (common >= matterInFactMin || (common >= eventInFactMin && sameEvent(a, b)));
}

/** Values of one event of the same parties. */
function sameEvent({ event: a }: Passage, { event: b }: Passage): boolean {
  if (!a || !b) return false;
  const shared = a.parties.filter((party) => b.parties.includes(party)).length;
  return sameFamily(a.family, b.family) && shared > 0 && shared * 2 >= Math.max(a.parties.length, b.parties.length);
}

export const oneSource = (a: Passage, b: Passage): boolean => a.evidence[0]?.origin === b.evidence[0]?.origin;

export const isAhead = ({ modality }: Pick<Passage, "modality">): boolean =>
  modality === "may" || modality === "planned" || modality === "conditional";

/** A plan, and later what came of it. */
export const cameOf = (later: Passage, earlier: Passage): boolean =>
  later.at > earlier.at && isAhead(earlier) && !isAhead(later) && later.modality !== "stated";

/** No dispute: a source that corrects itself, a plan and then whatever is known later, a request and its refusal. */
export function isSettled(a: Passage, b: Passage): boolean {
  const [earlier, later] = a.at <= b.at ? [a, b] : [b, a];
  if (oneSource(a, b)) return true;
  return later.at > earlier.at && (isAhead(earlier) || (requested.test(earlier.text) && later.mainTerms.has("refuse")));
}
/** Somebody asks for it, or offers it. */
export const requested =
  /\b(?:ask(?:s|ed)?|request\w*|propos\w+|offer\w*|demand\w*|invit\w+|appeal\w*|petition\w*|bid)\b/i;

/** Words in common without which nobody should be told that two reports contradict each other. */
const disputeMin = 0.5;

/** Two reports that cannot both hold and that time has not settled, in so many words or by what the ledger joined. */
export function inDispute(a: Passage, b: Passage): boolean {
  if (!contradict(a, b) || isSettled(a, b)) return false;
  if (!isAgainst(a, b) && inCommon(a, b) < disputeMin) return false;
  return (a.at <= b.at ? judged(a, b) : judged(b, a)) !== false;
}

const isAgainst = (a: Passage, b: Passage): boolean =>
  a.fact === b.fact && (a.standing === "against" || b.standing === "against");

/** The same of two answers to one question, which speak of one thing; `denies` is a no to the very thing that was asked. */
export function answersDiffer(a: Passage, b: Passage, denies = false): boolean {
  if (!contradict(a, b) || isSettled(a, b)) return false;
  const [earlier, later] = a.at <= b.at ? [a, b] : [b, a];
  if (!(judged(earlier, later) ?? inCommon(a, b) >= disputeMin)) return false;
  return denies || sameMatter(a, b) || judged(later, earlier) !== false;
}

/** Whether the ledger would take one for a dispute of the other; null where only their facts are known. */
const judged = ({ claim: before }: Passage, { claim: after }: Passage): boolean | null =>
  before && after ? relate(before, after).relation === "disputed" : null;

/** One says no where the other says yes, or they give different numbers of one unit. */
export function contradict(a: Passage, b: Passage): boolean {
  if (leavesOpen(a) || leavesOpen(b)) return false;
  return isDenied(a) !== isDenied(b) || otherNumber(a, b);
}

/** What is not said, not known or not commented on is neither yes nor no. */
const unsaid =
  /\b(?:not|n't|never|no|decline[sd]? to|refuse[sd]? to)\s+(?:\w+\s)?(?:say|said|comment|answer|know[ns]?|clear|disclose|decided|decision|certain|confirmed?|confirm|rule out|assessment)\b/i;
export const leavesOpen = ({ text }: Passage): boolean => unsaid.test(text.replace(/’/g, "'"));

const isDenied = ({ negated, modality, mainTerms }: Passage) =>
  negated || modality === "denied" || mainTerms.has("deny");
/** To refuse is a no to what was asked for, and no denial of it. */
export const saysNo = (passage: Passage) => isDenied(passage) || passage.mainTerms.has("refuse");

export const otherNumber = (a: Passage, b: Passage) =>
  a.quantities.some((one) =>
    b.quantities.some(
      (other) =>
        other.unit === one.unit &&
        one.unit !== "" &&
        !b.quantities.some((same) => same.value === one.value) &&
        !a.quantities.some((same) => same.value === other.value),
    ),
  );

const retelling =
  /\bhad (?:(?:also|already|earlier|previously|then) )?(?:said|told|reported|spoken|warned|claimed|suggested|announced|promised|put|asked|accused|left|come|been|ordered|demanded)\b|\bas (?:previously|already) reported\b|\bthat (?:spring|summer|autumn|winter|year)\b/i;

/** It looks back: what it tells was news before. */
export const looksBack = ({ text }: Passage): boolean => retelling.test(text);
