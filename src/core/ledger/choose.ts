/**
 * Which fact a claim belongs to, and which of its values it repeats, changes or contradicts. Candidates come from the
 * indexes, relations from relate.ts; here is decided which relation counts, and that in doubt none does.
 */
import type { Claim, EventSlot } from "../claim/claim.ts";
import { rungHeight } from "../language/verbs.ts";
import { sameAcrossLanguages } from "../relation/across.ts";
import { partiesFit } from "../relation/compare.ts";
import { continues, nearlyEqual, supports } from "../relation/identity.ts";
import { sameParties } from "../relation/ladder.ts";
import { mayRepeat } from "../relation/prospect.ts";
import { relateInStream } from "../relation/relate.ts";
import { thresholds } from "../relation/thresholds.ts";
import type { Verdict } from "../relation/verdict.ts";
import { fellBack } from "../relation/vetoes.ts";
import type { ClaimEntry, Fact } from "./ledger.ts";

/** Values of one fact that a claim is held against, newest first. */
const versionsMax = 6;

export type Choice = {
  readonly fact: Fact;
  readonly version: ClaimEntry;
  readonly verdict: Verdict;
  /** Nothing new, and no source of the value either. */
  readonly mention?: boolean;
  /** A mention of several facts at once. */
  readonly gathers?: boolean;
};

/** The fact and the value of it that the claim fits best; null when it fits none. */
export function choose(claim: Claim, facts: readonly Fact[]): Choice | null {
  const elsewhere = claim.lang === "en" ? null : inEnglish(claim, facts);
  if (elsewhere) return elsewhere;
  const choices = facts
    .filter((one) => comparable(one.entries[0]!.claim, claim))
    .flatMap((fact) => choicesIn(fact, claim));
  return best(
    ambiguous(claim, choices)
      ? choices.filter(({ verdict }) => verdict.kind !== "track" || verdict.relation === "same")
      : choices,
  );
}

/** A sentence of another language supports the newest value of an English fact, or joins none. */
function inEnglish(claim: Claim, facts: readonly Fact[]): Choice | null {
  for (const fact of facts) {
    const version = versionsOf(fact)[0];
    if (!version || !sameAcrossLanguages(version.claim, claim)) continue;
    const because = ["the same parties, event and day, or amount, in another language"];
    return { fact, version, verdict: { relation: "same", kind: fact.kind, because, strength: 1 } };
  }
  return null;
}

/** A number that one fact already holds is no news to another. */
function best(choices: readonly Choice[]): Choice | null {
  const known = choices.filter(({ verdict }) => verdict.relation === "same" && verdict.kind === "attribute");
  return strongest(known.length > 0 ? known : choices);
}

const strongest = (choices: readonly Choice[]): Choice | null =>
  choices.reduce<Choice | null>(
    (one, choice) => (one && one.verdict.strength >= choice.verdict.strength - 1e-9 ? one : choice),
    null,
  );

/**
 * "The envoys will meet" could move several tracks along. Where the parties are those of one track alone, it is that
 * one; where they are only part of several, it is none.
 */
function ambiguous(claim: Claim, choices: readonly Choice[]): boolean {
  const moved = choices.filter(({ verdict }) => verdict.kind === "track" && verdict.relation !== "same");
  const openings = moved.map(({ fact }) => fact.entries[0]!.claim);
  if (openings.some((opening) => sameParties(opening, claim))) return false;
  return new Set(openings.map((opening) => opening.event?.parties.join("+"))).size > 1;
}

/** A claim may repeat any value a fact had, but it changes only the newest one, or goes beyond it. */
function choicesIn(fact: Fact, claim: Claim): readonly Choice[] {
  const [newest, ...older] = versionsOf(fact);
  if (!newest) return [];
  const now = withSilence({ fact, version: newest, verdict: relateInStream(newest.claim, claim, fact.told) }, claim);
  const beyond = goesBeyond(newest.claim, claim);
  const past = older
    .filter((version) => beyond || mayRepeat(version.claim, claim))
    .map((version) => withSilence({ fact, version, verdict: relateInStream(version.claim, claim) }, claim))
    .filter(({ verdict }) => verdict.relation === "same" || (verdict.relation === "updated" && beyond));
  return [now, ...past].filter(
    ({ version, verdict }) =>
      verdict.relation === "same" || (verdict.relation !== "different" && weighty(version.claim, claim, verdict)),
  );
}

/** What tells a value again without being a source of it, also when it tells it with less certainty, is a mention. */
function withSilence(choice: Choice, claim: Claim): Choice {
  const { verdict, version } = choice;
  if (verdict.firmnessOnly && fellBack(version.claim, claim))
    return { ...choice, mention: true, verdict: { ...verdict, relation: "same" } };
  return verdict.relation === "same" && !supports(version.claim, claim) ? { ...choice, mention: true } : choice;
}

/** A passing mention is nothing that could be updated or disputed; a number is. */
function weighty(version: Claim, claim: Claim, verdict: Verdict): boolean {
  if (!continues(version, claim, verdict)) return false;
  if (verdict.kind === "attribute" || nearlyEqual(version, claim)) return true;
  return Math.min(version.worth, claim.worth) >= thresholds.updateWorth && sameCast(version, claim);
}

/**
 * An event goes on among the same parties. A claim that names fewer of them does not say whose event it means, unless
 * it follows one person on the way; one that names more must hold everybody who was named before.
 */
function sameCast(version: Claim, claim: Claim): boolean {
  if (!version.event || !claim.event || sameParties(version, claim)) return true;
  if (!partiesFit(version.event.parties, claim.event.parties)) return false;
  const moving = version.event.family === "travel" || claim.event.family === "travel";
  const fewer = claim.event.parties.length < version.event.parties.length;
  if (fewer && !moving) return false;
  const [few, many] = fewer ? [claim, version] : [version, claim];
  const people = few.participants.filter((one) => one.named && one.kind === "person");
  return people.length > 0 && people.every((one) => many.participants.some((two) => two.id === one.id));
}

const goesBeyond = (newest: Claim, claim: Claim) =>
  newest.event !== undefined &&
  claim.event !== undefined &&
  rungHeight(claim.event.rung) > rungHeight(newest.event.rung);

const comparable = (opening: Claim, claim: Claim) => opening.lang === claim.lang && !otherEvent(opening, claim);

/**
 * A sentence that gathers what several facts already say is a retelling of the first of them: all its words, names,
 * places and numbers were told, and it takes no event further.
 */
export function retold(claim: Claim, facts: readonly Fact[]): Choice | null {
  const near = facts.filter((fact) => fact.entries[0]!.claim.lang === claim.lang).slice(0, retoldFacts);
  const fact = near[0];
  const version = fact && versionsOf(fact)[0];
  if (!fact || !version || claim.terms.length < retoldTermsMin) return null;
  const told = (term: string) => near.some((one) => one.told.has(term));
  const all = claim.terms.reduce((sum, [, weight]) => sum + weight, 0);
  const known = claim.terms.reduce((sum, [term, weight]) => sum + (told(term) ? weight : 0), 0);
  if (known < thresholds.retoldCoverage * all) return null;
  if (!holdsAll(near, claim)) return null;
  return {
    fact,
    version,
    // Nearly the same words by somebody else are a source of it, whoever said it first.
    mention: !nearlyEqual(version.claim, claim) || claim.modality !== version.claim.modality,
    gathers: true,
    verdict: { relation: "same", kind: "text", because: ["several told facts hold all of it"], strength: 0 },
  };
}

/** Facts that a retelling may gather from. */
const retoldFacts = 6;
/** Fewer words are held by anything. */
const retoldTermsMin = 4;

function holdsAll(facts: readonly Fact[], claim: Claim): boolean {
  const held = (holds: (other: Claim) => boolean) =>
    facts.some((fact) => fact.entries.some((entry) => holds(entry.claim)));
  const { event, negated } = claim;
  return (
    claim.participants.every(({ id }) => held((other) => other.participants.some((one) => one.id === id))) &&
    claim.places.every((place) => held((other) => other.places.includes(place))) &&
    claim.quantities.every(({ value, unit }) =>
      held((other) => other.quantities.some((one) => one.value === value && one.unit === unit)),
    ) &&
    (event === undefined || held((other) => other.event !== undefined && asFar(other.event, event))) &&
    held((other) => other.negated === negated)
  );
}

const asFar = (was: EventSlot, is: EventSlot) =>
  rungHeight(was.rung) >= rungHeight(is.rung) && partiesFit(was.parties, is.parties);

/** A track keeps to the parties that opened it, however its later claims are put. */
const otherEvent = (opening: Claim, claim: Claim) =>
  opening.event !== undefined && claim.event !== undefined && !partiesFit(opening.event.parties, claim.event.parties);

/** The values a fact has had, newest first; a withdrawn one can still be repeated. */
function versionsOf(fact: Fact): readonly ClaimEntry[] {
  return fact.values.slice(-versionsMax).reverse();
}
