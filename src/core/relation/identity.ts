/**
 * Whether two claims can be about one thing at all, whatever their words: what changes or contradicts a told fact must be
 * about the same people and the same event. In doubt the claim is a fact of its own.
 */
import type { Claim, Participant } from "../claim/claim.ts";
import { alignWords } from "./alignment.ts";
import { partiesFit } from "./compare.ts";
import { namesMissing } from "./proper.ts";
import { traitsOf } from "./traits.ts";
import type { Relation } from "./verdict.ts";

/** May `claim` give the fact of `version` another value, or contradict it? */
export const mayChange = (version: Claim, claim: Claim, relation: Relation): boolean =>
  !isOfOthers(version, claim, relation) &&
  !(relation === "disputed" && (wants(version) || wants(claim))) &&
  knows(version, claim) &&
  knows(claim, version);

/** The parties of the event are others, or the later claim only mentions it, which takes it no step on. */
export const isOfOthers = ({ event: was }: Claim, { event: is }: Claim, relation: Relation): boolean =>
  was !== undefined &&
  is !== undefined &&
  ((is.aside === true && relation !== "disputed") || !partiesFit(was.parties, is.parties));

/** What somebody wants is contradicted neither by what another wants nor by what comes of it. */
const wants = ({ predicates }: Claim) => predicates.some((one) => wanting.has(one));
const wanting = new Set(["demand", "want", "refuse", "urge"]);

/** Whom one claim is about the other must know, unless it names nobody. */
function knows(claim: Claim, other: Claim): boolean {
  const subject = other.participants.find((one) => one.role === "subject" && one.id !== speakerOf(other));
  if (!subject || claim.participants.length === 0) return true;
  if (claim.participants.some((one) => one.id === subject.id || standsFor(one, subject))) return true;
  return namesMissing([subject.id], traitsOf(claim).names).length === 0;
}

/** A side stands for its people; two people of one side are two people. */
const standsFor = (one: Participant, two: Participant) =>
  one.party === two.party && !(one.kind === "person" && two.kind === "person" && one.named && two.named);

const speakerOf = (claim: Claim) => (claim.attribution?.reported ? claim.attribution.actor : undefined);

/** Share of the words of each that the other holds. */
const equalLeast = 0.6;

/** Nearly the same words, both ways: neither says something else besides. */
export function nearlyEqual(one: Claim, two: Claim): boolean {
  const { coverage, backCoverage } = alignWords(traitsOf(one).words, traitsOf(two).words);
  return Math.min(coverage, backCoverage) >= equalLeast;
}
