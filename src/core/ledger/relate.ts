/**
 * The relation of a new claim to an earlier one, decided in a fixed order: attribute, track, statement, text. The
 * first rule that fires wins, and a veto leads to updated, disputed or different, never to silence.
 */

import type { Claim, Rung } from "../claim/claim.ts";
import { isFirmer } from "../claim/firmness.ts";
import { cancelledCue, changeCue, slippedCue } from "../language/cues.ts";
import { rungHeight } from "../language/verbs.ts";
import { dayOf } from "../text/day.ts";
import { type Comparison, compare, daysApart, type Told } from "./compare.ts";
import type { FactKind, Relation } from "./ledger.ts";
import { substitutes } from "./substitution.ts";
import { thresholds } from "./thresholds.ts";

export type Verdict = {
  readonly relation: Relation;
  readonly kind: FactKind;
  readonly because: readonly string[];
  /** For choosing among several facts: how strongly the two belong together. */
  readonly strength: number;
};

type Rule = (before: Claim, after: Claim, parts: Comparison) => Verdict | null;

/** How `after` stands to `before`; `told` widens what counts as already said. */
export function relate(before: Claim, after: Claim, told?: Told): Verdict {
  const parts = compare(before, after, told);
  for (const rule of [attribute, track, statement, wording]) {
    const verdict = rule(before, after, parts);
    if (verdict) return verdict;
  }
  return verdictOf(
    "different",
    "text",
    parts,
    `little in common (link ${round(parts.link)}, told ${round(parts.coverage)})`,
  );
}

const round = (value: number) => value.toFixed(2);

function verdictOf(relation: Relation, kind: FactKind, parts: Comparison, ...because: readonly string[]): Verdict {
  const keyed = kind === "text" ? 0 : 0.3;
  return {
    relation,
    kind,
    because,
    strength: relation === "different" ? 0 : parts.link + keyed + parts.coverage * 0.5,
  };
}

/** Rules 1–3: the same thing counted. */
const attribute: Rule = (before, after, parts) => {
  const { numbers } = parts;
  if (numbers.kind === "equal") return equalAmount(before, after, parts);
  if (numbers.kind !== "changed" || !sameCount(before, after, parts, numbers)) return null;
  const values = `${show(numbers.before)} then ${show(numbers.after)}`;
  const why = whyUpdated(after, parts, numbers);
  return why
    ? verdictOf("updated", "attribute", parts, `${why}: ${values}`)
    : verdictOf("disputed", "attribute", parts, `two values for one thing: ${values}`);
};

type Changed = Extract<Comparison["numbers"], { kind: "changed" }>;

/** A later value of the same count is an update when the count can only rise, its source is the same, or it says so. */
function whyUpdated(after: Claim, { speakers }: Comparison, { before: was, after: is }: Changed): string | null {
  if (rose(was.unit, was.value, is.value)) return "the count rose";
  if (speakers === "same" && after.attribution?.reported) return "the same source with a new value";
  return changeCue.test(after.quote) && speakers !== "different" ? "told as a change" : null;
}

/** Two numbers count one thing when what is counted is shared, or nearly everything else is. Two wishes never do. */
function sameCount(before: Claim, after: Claim, parts: Comparison, numbers: Changed): boolean {
  if (parts.speakers === "different" && wish(before) && wish(after)) return false;
  if (parts.onlyBefore.length > 0 && parts.onlyAfter.length > 0) return false;
  const shared = numbers.before.heads.filter((head) => numbers.after.heads.includes(head)).length;
  const linkMin = parts.speakers === "same" ? thresholds.keyedCoverage : thresholds.link;
  if (shared >= sharedHeadsMin || parts.coverage >= thresholds.coverage) return true;
  return (
    (shared > 0 && parts.link >= linkMin) ||
    (parts.link >= thresholds.link && parts.coverage >= thresholds.keyedCoverage)
  );
}

/** Counted things that share this many words are one thing whatever else the sentences say. */
const sharedHeadsMin = 2;

/** The same amount of the same thing is a repeat even in other words. */
function equalAmount(before: Claim, after: Claim, parts: Comparison): Verdict | null {
  const told = Math.max(parts.coverage, parts.backCoverage);
  if (told < thresholds.keyedCoverage || before.negated !== after.negated || parts.speakers === "different")
    return null;
  if (parts.onlyBefore.length > 0 && parts.onlyAfter.length > 0) return null;
  if (isPlanned(before) && isFirmer(after.modality, before.modality)) return null;
  return substitutes(before.quote, after.quote)
    ? null
    : verdictOf("same", "attribute", parts, "the same amount of the same thing");
}

const monotone = new Set(["kill", "injure", "evacuate", "rescue", "arrest", "damage"]);
const rose = (unit: string, before: number, after: number) => monotone.has(unit) && after > before;
const show = (quantity: { value: number; unit: string }) =>
  `${quantity.value}${quantity.unit ? ` ${quantity.unit}` : ""}`;

/** Rules 4–8: the same event, further along, called off, contradicted or retold. */
const track: Rule = (before, after, parts) => {
  const [was, is] = [before.event?.rung, after.event?.rung];
  if (parts.event !== "same" || !was || !is || !sameTrack(before, after, parts)) return null;
  if (was !== is) return ladderVerdict(before, after, was, is, parts);
  if (parts.placesExclude || parts.whenExcludes) {
    if (!isPlan(is) || !isPlan(was)) return verdictOf("different", "track", parts, "another time or place");
    const what = parts.placesExclude ? "place" : "date";
    return changeCue.test(after.quote) || parts.speakers === "same"
      ? verdictOf("updated", "track", parts, `the same plan with another ${what}`)
      : verdictOf("disputed", "track", parts, `one plan, two ${what}s`);
  }
  return null;
};

const isPlan = (rung: Rung) => rung === "may" || rung === "expected" || rung === "planned" || rung === "confirmed";

/** One event family and fitting parties are not enough: place and time must fit, and something said of it be shared. */
function sameTrack(before: Claim, after: Claim, parts: Comparison): boolean {
  if (parts.exchanged || elsewhen(before, after, parts)) return false;
  const moving = before.event?.family === "travel" || after.event?.family === "travel";
  if (parts.placesExclude && !moving && !isPlan(after.event?.rung ?? "ended")) return false;
  return sharedEnough(before, after, parts, moving);
}

function sharedEnough(before: Claim, after: Claim, parts: Comparison, moving: boolean): boolean {
  const words = Math.max(parts.coverage, parts.backCoverage);
  const families = before.event?.family === after.event?.family;
  const people = sharedPeople(before, after);
  const somewhere = before.places.length > 0 && after.places.length > 0 && !parts.placesExclude;
  const sameDay = before.when !== undefined && after.when !== undefined && !parts.whenExcludes;
  if (isPlan(before.event?.rung ?? "ended") && sameDay && parts.onlyAfter.length === 0 && (people > 0 || families))
    return true;
  if (people > 0 && moving && !parts.placesExclude) return true;
  if (people > 0) return words >= (families ? 0.2 : 0.3);
  if (sharedParties(before, after) >= 2) return words >= 0.3;
  return words >= (families && somewhere ? thresholds.placedCoverage : thresholds.coverage);
}

const sharedPeople = (before: Claim, after: Claim) =>
  after.participants.filter(
    (one) => one.named && one.kind !== "government" && before.participants.some((two) => two.id === one.id),
  ).length;

const sharedParties = (before: Claim, after: Claim) =>
  (after.event?.parties ?? []).filter((party) => before.event?.parties.includes(party)).length;

/** A day's slip is the same event; a plan cannot have happened before its time. */
function elsewhen(before: Claim, after: Claim, { whenExcludes }: Comparison): boolean {
  if (
    isPlan(before.event?.rung ?? "ended") &&
    after.when &&
    after.when.to < dayOf(before.published - slipDaysMax * 86_400_000)
  )
    return true;
  if (!whenExcludes || !before.when || !after.when) return false;
  const moved =
    after.event?.rung === "slipped" || after.event?.rung === "cancelled" || isPlan(after.event?.rung ?? "ended");
  return !moved && daysApart(before.when, after.when) > slipDaysMax;
}

const slipDaysMax = 2;

function ladderVerdict(before: Claim, after: Claim, was: Rung, is: Rung, parts: Comparison): Verdict | null {
  const step = `${was} → ${is}`;
  const over = (rung: Rung) => rung === "underway" || rung === "ended";
  if (is === "denied" || was === "denied") {
    if (!deniesTheSame(before, after, parts)) return null;
    if (over(was) || over(is) || parts.speakers === "different")
      return verdictOf("disputed", "track", parts, `told and denied: ${step}`);
    return verdictOf("updated", "track", parts, step);
  }
  if (is === "cancelled" || is === "slipped" || was === "cancelled" || was === "slipped")
    return verdictOf("updated", "track", parts, step);
  if (rungHeight(is) > rungHeight(was)) return verdictOf("updated", "track", parts, step);
  return null;
}

/** A denial contradicts only what it plainly speaks of: the same parties, and the same words about them. */
function deniesTheSame(before: Claim, after: Claim, parts: Comparison): boolean {
  const words = [parts.coverage, parts.backCoverage];
  if (!sameParties(before, after)) return false;
  const known = sharedPeople(before, after) > 0 || sharedParties(before, after) >= 2;
  return known
    ? Math.max(...words) >= thresholds.coverage && Math.min(...words) >= thresholds.keyedCoverage
    : Math.min(...words) >= thresholds.disputeCoverage;
}

/** Equal sets, where both name somebody. */
export function sameParties(before: Claim, after: Claim): boolean {
  const [a, b] = [before.event?.parties ?? [], after.event?.parties ?? []];
  return a.length === 0 || b.length === 0 || (a.length === b.length && a.every((party) => b.includes(party)));
}

/** Rules 9–12: what somebody says. */
const statement: Rule = (before, after, parts) => {
  if (!before.attribution || !after.attribution || parts.speakers === "open") return null;
  const flipped = before.negated !== after.negated;
  if (parts.speakers === "different") {
    if (
      flipped &&
      Math.max(parts.coverage, parts.backCoverage) >= thresholds.coverage &&
      !wish(before) &&
      !wish(after)
    ) {
      return verdictOf("disputed", "statement", parts, "one says it, another denies it");
    }
    return verdictOf("different", "statement", parts, "two speakers");
  }
  if (Math.max(parts.coverage, parts.backCoverage) < thresholds.statementCoverage || blocked(parts)) return null;
  if (flipped) return verdictOf("updated", "statement", parts, "the speaker turned round");
  if (isFirmer(after.modality, before.modality) && before.modality === "may")
    return verdictOf("updated", "statement", parts, `firmer: ${before.modality} → ${after.modality}`);
  return null;
};

const wishes = new Set(["demand", "want", "refuse", "propose", "urge"]);
const wish = (claim: Claim) => claim.predicates.some((predicate) => wishes.has(predicate));

const blocked = (parts: Comparison) =>
  parts.onlyAfter.length > 0 ||
  parts.numbers.kind === "unmatched" ||
  parts.numbers.kind === "changed" ||
  parts.exchanged;

/** Rules 13 and 14: what is left is compared by its words. */
const wording: Rule = (before, after, parts) => {
  if (parts.link < thresholds.link || parts.exchanged || parts.numbers.kind === "changed") return null;
  const told = Math.max(parts.toldCoverage, (parts.coverage + parts.backCoverage) / 2);
  if (told >= thresholds.keyedCoverage && isPlanned(before) && calledOff(after)) {
    return verdictOf("updated", "text", parts, "what was planned is called off or moved");
  }
  const sameStep = parts.event === "same" && before.event?.rung === after.event?.rung;
  if (after.terms.length < fewTerms && parts.backCoverage < thresholds.disputeCoverage) return null;
  if (told < (sameStep ? thresholds.trackCoverage : thresholds.coverage) || elsewhere(after, parts)) return null;
  return before.negated === after.negated ? agreeing(before, after, parts, told) : opposite(before, after, parts);
};

/** So few words are covered by anything. */
const fewTerms = 4;

/** Other people on both sides, or another place and time, make it another thing. */
function elsewhere(after: Claim, parts: Comparison): boolean {
  if (parts.onlyAfter.length > 0 && parts.onlyBefore.length > 0) return true;
  return parts.placesExclude && (parts.whenExcludes || after.modality === "done");
}

function opposite(before: Claim, after: Claim, parts: Comparison): Verdict | null {
  if (Math.min(parts.coverage, parts.backCoverage) < thresholds.disputeCoverage) return null;
  const settled = isPlanned(before) && after.negated && parts.speakers !== "different";
  return verdictOf(settled ? "updated" : "disputed", "text", parts, "the same with the opposite sense");
}

function agreeing(before: Claim, after: Claim, parts: Comparison, told: number): Verdict | null {
  if (elsewhen(before, after, parts)) return null;
  if (substitutes(before.quote, after.quote))
    return verdictOf("different", "text", parts, "the same words about something else");
  if (isFirmer(after.modality, before.modality) && isPlanned(before))
    return verdictOf("updated", "text", parts, `firmer: ${before.modality} → ${after.modality}`);
  return parts.numbers.kind === "unmatched"
    ? null
    : verdictOf("same", "text", parts, `already told (${round(told)} of its words)`);
}

const calledOff = (claim: Claim) =>
  cancelledCue.test(claim.quote.toLowerCase()) || slippedCue.test(claim.quote.toLowerCase());
const isPlanned = (claim: Claim) => claim.modality === "may" || claim.modality === "planned";
