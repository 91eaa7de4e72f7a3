/**
 * Whether two claims that a rule would join are surely about one thing. In a stream nearly every candidate is another
 * thing, so what changes or contradicts a told fact must show more than common words: the same cast, a subject that the
 * earlier claim knows, and the event as its matter. In doubt the claim is a fact of its own.
 */
import type { Claim, EventSlot, Participant } from "../claim/claim.ts";
import { speechActs } from "../language/cues.ts";
import { happenings, phases, sameFamily } from "../language/verbs.ts";
import { alignWords } from "./alignment.ts";
import { compareAmounts } from "./amounts.ts";
import { partiesFit } from "./compare.ts";
import { isPlan } from "./ladder.ts";
import { isToll } from "./numbers.ts";
import { namesMissing } from "./proper.ts";
import { thresholds } from "./thresholds.ts";
import { traitsOf } from "./traits.ts";
import type { Verdict } from "./verdict.ts";

type Step = Pick<Verdict, "relation" | "kind">;

/** Could it, whatever the relation turns out to be? */
export const mayContinue = (version: Claim, claim: Claim, kind: Verdict["kind"]): boolean =>
  continues(version, claim, { relation: "updated", kind }) || continues(version, claim, { relation: "disputed", kind });

/** May `claim` give the fact of `version` another value? */
export function continues(version: Claim, claim: Claim, verdict: Step): boolean {
  if (verdict.kind === "attribute" && namedInFull(version, claim)) return true;
  if (!knownSubject(version, claim)) return false;
  const overlap = overlapOf(version, claim);
  if (!goesOn(version, claim, verdict, overlap)) return false;
  return verdict.relation !== "disputed" || contradicts(version, claim, verdict, overlap);
}

function goesOn(version: Claim, claim: Claim, verdict: Step, overlap: Overlap): boolean {
  if (verdict.kind === "attribute") return countsTheSame(version, claim, overlap);
  if (verdict.kind === "track") return sameEvent(version, claim, overlap);
  if (rivalNames(version, claim) || otherDeed(version, claim, overlap)) return false;
  return verdict.relation === "disputed"
    ? inSubstance(version, claim, overlap, thresholds.coverage)
    : overlap.least >= thresholds.coverage && sharedMatter(version, claim) > 1;
}

/** An event that is planned is not carried out by a deed of another kind. */
function otherDeed({ event: was }: Claim, { event: is }: Claim, { least }: Overlap): boolean {
  return was !== undefined && (is === undefined || !sameFamily(was.family, is.family)) && least < equalLeast;
}

/** Much of both, or nearly all of one and some of the other. */
const inSubstance = (version: Claim, claim: Claim, { least, most }: Overlap, atLeast: number): boolean =>
  least >= atLeast || (most >= mostOfOne && least >= thresholds.keyedCoverage && sharedMatter(version, claim) > 1);

const mostOfOne = 0.75;

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
function contradicts(version: Claim, claim: Claim, { kind }: Step, overlap: Overlap): boolean {
  if (version.participants.length > 0 && claim.participants.length === 0 && overlap.most < mostOfOne) return false;
  if (kind === "track" && version.event && claim.event && denied(version.event, claim.event)) return true;
  const keyed = kind === "attribute" || kind === "track";
  return keyed
    ? overlap.least >= thresholds.keyedCoverage
    : sharedMatter(version, claim) > 1 && inSubstance(version, claim, overlap, thresholds.disputeCoverage);
}

type Overlap = { readonly least: number; readonly most: number };

/** Worked out only when somebody looks: names and amounts often settle it before. */
function overlapOf(version: Claim, claim: Claim): Overlap {
  const words = () => alignWords(traitsOf(version).words, traitsOf(claim).words);
  return {
    get least() {
      return Math.min(words().coverage, words().backCoverage);
    },
    get most() {
      return Math.max(words().coverage, words().backCoverage);
    },
  };
}

/** Whom the later claim is about must be known to the earlier one, unless it names nobody. */
function knownSubject(version: Claim, claim: Claim): boolean {
  const subject = claim.participants.find((one) => one.role === "subject" && one.id !== speakerOf(claim));
  if (!subject || version.participants.length === 0) return true;
  if (version.participants.some((one) => one.id === subject.id || one.party === subject.party)) return true;
  return namesMissing([subject.id], traitsOf(version).names).length === 0;
}

const speakerOf = (claim: Claim) => (claim.attribution?.reported ? claim.attribution.actor : undefined);

function rivalNames(version: Claim, claim: Claim): boolean {
  const [one, two] = [traitsOf(version).matter, traitsOf(claim).matter];
  return namesMissing(one, two).length > 0 && namesMissing(two, one).length > 0;
}

/** A toll is one count wherever it stands; anything else must be counted in much the same words, besides what is counted. */
function countsTheSame(version: Claim, claim: Claim, overlap: Overlap): boolean {
  const rival = compareAmounts(traitsOf(version).amounts, traitsOf(claim).amounts).rival;
  if (rival === null) return inSubstance(version, claim, overlap, thresholds.coverage);
  if (!rival.near) return false;
  const { before, after } = rival;
  if (isToll(before.unit) && before.unit === after.unit) return overlap.most >= thresholds.keyedCoverage;
  const counted = [before.unit, ...before.heads];
  return overlap.least >= countLeast && sharedMatter(version, claim, counted) > 0;
}

const countLeast = 0.3;

/** "A 20-point peace plan", "the 28-point peace framework": a unit and two words of what has it name one attribute. */
function namedInFull(version: Claim, claim: Claim): boolean {
  const rival = compareAmounts(traitsOf(version).amounts, traitsOf(claim).amounts).rival;
  if (!rival || rival.before.unit !== rival.after.unit || !/^[a-z]{3,}$/.test(rival.before.unit)) return false;
  if (isToll(rival.before.unit) || lengthOfTime.test(rival.before.unit)) return false;
  return rival.before.heads.filter((head) => rival.after.heads.includes(head)).length >= 2;
}

const lengthOfTime = /^(?:second|minut|hour|day|week|month|year)/;

/** A journey of one person; one set of parties and a person, a place and time or a matter in common; or nearly the same words. */
function sameEvent(version: Claim, claim: Claim, overlap: Overlap): boolean {
  const [was, is] = [version.event, claim.event];
  if (!was || !is || was.aside || is.aside || !partiesFit(was.parties, is.parties)) return false;
  const people = sharedPeople(version.participants, claim.participants);
  if (was.family === "travel" || is.family === "travel") return people > 0 && sameWay(version, claim, overlap.least);
  const matter = sharedMatter(version, claim);
  const known = Math.min(was.parties.length, is.parties.length);
  if (known === 0)
    return matter > 0 && overlap.least >= thresholds.keyedCoverage && overlap.most >= thresholds.disputeCoverage;
  if (was.parties.length !== is.parties.length)
    return people > 0 && matter > 0 && overlap.least >= thresholds.disputeCoverage;
  if (known > 1 && gather(was, is) && (people > 0 || thereAndThen(version, claim) || denied(was, is))) return true;
  return matter > 0 && overlap.least >= (matter > 1 ? countLeast : thresholds.coverage);
}

const gather = (was: EventSlot, is: EventSlot) => gatherings.has(was.family) && gatherings.has(is.family);

/** Of a plan among so many parties a denial with the same parties speaks. */
const denied = (was: EventSlot, is: EventSlot) => is.rung === "denied" && isPlan(was.rung) && is.parties.length > 2;

/** What who takes part makes one event; other deeds need their object too: two sides can agree on two things. */
const gatherings = new Set(["talks", "visit", "attend"]);

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

/** That something is said, or that it takes place, is no matter of its own. */
const empty = new Set(["say", "occur"]);

/** Content words in common besides those that only name the kind of event. */
function sharedMatter(version: Claim, claim: Claim, besides: readonly string[] = []): number {
  const told = new Set(version.terms.map(([term]) => term).filter((term) => !besides.includes(term)));
  return claim.terms.filter(
    ([term]) =>
      told.has(term) && !happenings.has(term) && !phases.has(term) && !speechActs.has(term) && !empty.has(term),
  ).length;
}

const sharedPeople = (one: readonly Participant[], two: readonly Participant[]) =>
  two.filter((b) => b.named && b.kind !== "government" && one.some((a) => a.id === b.id)).length;
