/**
 * Whether two claims that a rule would join are surely about one thing. In a stream nearly every candidate is another
 * thing, so what changes or contradicts a told fact must show more than common words: the same cast, a subject that the
 * earlier claim knows, and the event as its matter. In doubt the claim is a fact of its own.
 */
import type { Claim, Participant } from "../claim/claim.ts";
import { speechActs } from "../language/cues.ts";
import { happenings, phases } from "../language/verbs.ts";
import { alignWords } from "./alignment.ts";
import { compareAmounts } from "./amounts.ts";
import { partiesFit } from "./compare.ts";
import { isToll } from "./numbers.ts";
import { namesMissing } from "./proper.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";
import type { Verdict } from "./verdict.ts";

/** May `claim` give the fact of `version` another value? */
export function continues(version: Claim, claim: Claim, verdict: Verdict): boolean {
  const overlap = overlapOf(version, claim);
  if (verdict.relation === "disputed" && !contradicts(version, claim, verdict, overlap)) return false;
  if (!knownSubject(version, claim)) return false;
  if (verdict.kind === "attribute") return countsTheSame(version, claim, overlap);
  if (verdict.kind === "track") return sameEvent(version, claim, overlap);
  return overlap.least >= thresholds.coverage && !rivalNames(version, claim);
}

/** Strong enough to stand as a source of the value, not only to be silent about. */
export function supports(version: Claim, claim: Claim): boolean {
  const { least, most } = overlapOf(version, claim);
  const [one, two] = [traitsOf(version), traitsOf(claim)];
  if (rivalNames(version, claim) || compareAmounts(one.amounts, two.amounts).rival?.near) return false;
  return least >= supportLeast && most >= thresholds.coverage;
}

/** Nearly the same words, both ways: no passing mention, however little either is worth. */
export const nearlyEqual = (version: Claim, claim: Claim): boolean => overlapOf(version, claim).least >= equalLeast;
const equalLeast = 0.6;

const supportLeast = 0.3;
/** Who contradicts a sentence about somebody must speak of somebody: "the two did not meet" says of whom only in its article. */
function contradicts(version: Claim, claim: Claim, { kind }: Verdict, { least }: Overlap): boolean {
  if (version.participants.length > 0 && claim.participants.length === 0 && kind !== "attribute") return false;
  const keyed = kind === "attribute" || kind === "track";
  return least >= (keyed ? thresholds.keyedCoverage : thresholds.disputeCoverage);
}

type Overlap = { readonly least: number; readonly most: number };

function overlapOf(version: Claim, claim: Claim): Overlap {
  const { coverage, backCoverage } = alignWords(traitsOf(version).words, traitsOf(claim).words);
  return { least: Math.min(coverage, backCoverage), most: Math.max(coverage, backCoverage) };
}

/** Whom the later claim is about must be known to the earlier one, unless it names nobody. */
function knownSubject(version: Claim, claim: Claim): boolean {
  const subject = claim.participants.find((one) => one.role === "subject" && one.id !== speakerOf(claim));
  if (!subject || version.participants.length === 0) return true;
  return version.participants.some((one) => one.id === subject.id || one.party === subject.party);
}

const speakerOf = (claim: Claim) => (claim.attribution?.reported ? claim.attribution.actor : undefined);

function rivalNames(version: Claim, claim: Claim): boolean {
  const [one, two] = [traitsOf(version).names, traitsOf(claim).names];
  return namesMissing(one, two).length > 0 && namesMissing(two, one).length > 0;
}

/** A toll is one count wherever it stands; anything else must be counted in much the same words. */
function countsTheSame(version: Claim, claim: Claim, { least, most }: Overlap): boolean {
  const rival = compareAmounts(traitsOf(version).amounts, traitsOf(claim).amounts).rival;
  if (rival && !rival.near) return false;
  const toll = rival !== null && isToll(rival.before.unit) && rival.before.unit === rival.after.unit;
  return toll ? most >= thresholds.keyedCoverage : least >= countLeast && sharedMatter(version, claim) > 0;
}

const countLeast = 0.3;

/** A journey of one person; one set of parties and a person, a place and time or a matter in common; or nearly the same words. */
function sameEvent(version: Claim, claim: Claim, overlap: Overlap): boolean {
  const [was, is] = [version.event, claim.event];
  if (!was || !is || was.aside || is.aside || !partiesFit(was.parties, is.parties)) return false;
  const people = sharedPeople(version.participants, claim.participants);
  if (was.family === "travel" || is.family === "travel") return people > 0 && sameWay(version, claim, overlap.least);
  const matter = sharedMatter(version, claim);
  if (was.parties.length === 0 || is.parties.length === 0)
    return matter > 0 && overlap.least >= thresholds.keyedCoverage && overlap.most >= thresholds.disputeCoverage;
  if (was.parties.length !== is.parties.length)
    return people > 0 && matter > 0 && overlap.least >= thresholds.disputeCoverage;
  const known = was.parties.length > 1 && (people > 0 || thereAndThen(version, claim));
  return known || matter > 1 || (matter > 0 && overlap.least >= thresholds.keyedCoverage);
}

const thereAndThen = (version: Claim, claim: Claim): boolean =>
  version.places.some((place) => claim.places.includes(place)) && meets(version.when, claim.when);

const meets = (one: Claim["when"], two: Claim["when"]) =>
  one !== undefined && two !== undefined && one.from <= two.to && two.from <= one.to;

/** To or from the same place; where one names none, in some of the same words. */
function sameWay(version: Claim, claim: Claim, least: number): boolean {
  const places = version.places.length > 0 && claim.places.length > 0;
  if (version.event?.rung === "cancelled") return false;
  return places ? version.places.some((place) => claim.places.includes(place)) : least >= thresholds.keyedCoverage;
}

/** Content words in common besides those that only name the kind of event. */
function sharedMatter(version: Claim, claim: Claim): number {
  const told = new Set(version.terms.map(([term]) => term));
  return claim.terms.filter(
    ([term]) => told.has(term) && !happenings.has(term) && !phases.has(term) && !speechActs.has(term) && term !== "say",
  ).length;
}

const sharedPeople = (one: readonly Participant[], two: readonly Participant[]) =>
  two.filter((b) => b.named && b.kind !== "government" && one.some((a) => a.id === b.id)).length;
