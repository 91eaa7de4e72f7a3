/**
 * How two claims stand to each other, part by part: names, words, numbers, event, time, speaker. Facts only; what
 * follows from them is decided in relate.ts.
 */
import type { Claim, Participant, When } from "../claim/claim.ts";
import { belongsTo } from "../language/geography.ts";
import { sameFamily } from "../language/verbs.ts";
import { daysBetween } from "../text/day.ts";
import { compareNumbers, type Numbers } from "./numbers.ts";
import { exchangedSides } from "./order.ts";
import { thresholds } from "./thresholds.ts";
import { foundOnce, traitsOf } from "./traits.ts";

export type Comparison = {
  /** Share of the later claim's words that the earlier one told, by weight, 0…1. */
  readonly coverage: number;
  /** The same the other way round. */
  readonly backCoverage: number;
  /** Mean of names, predicates, places and words, 0…1. */
  readonly link: number;
  readonly speakers: "same" | "different" | "open";
  readonly shared: readonly string[];
  /** People and listed names that only one of the two names. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly newPlaces: readonly string[];
  readonly placesExclude: boolean;
  readonly whenExcludes: boolean;
  readonly event: "same" | "other" | "none";
  readonly numbers: Numbers;
  readonly exchanged: boolean;
};

/** Words told under a fact so far: term → weight. */
export type Told = ReadonlyMap<string, number>;

export function compare(before: Claim, after: Claim): Comparison {
  const coverage = covered(after.terms, traitsOf(before).told);
  const backCoverage = covered(before.terms, traitsOf(after).told);
  const names = compareNames(before.participants, after.participants);
  let sides: boolean | undefined;
  return {
    coverage,
    backCoverage,
    link: linkOf(before, after, coverage, backCoverage),
    speakers: compareSpeakers(before, after),
    ...names,
    newPlaces: after.places.filter((place) => !before.places.includes(place)),
    placesExclude: exclusive(before.places, after.places),
    whenExcludes: whenExcludes(before, after),
    event: compareEvents(before, after, names),
    numbers: compareNumbers(before.quantities, after.quantities),
    // Costs more than all the rest, and most pairs are told apart without it.
    get exchanged() {
      sides ??= exchanged(before, after) || exchangedSides(traitsOf(before).run, traitsOf(after).run);
      return sides;
    },
  };
}

/** Share of `terms` that was told, by weight. */
export function covered(terms: Claim["terms"], told: Told): number {
  let [total, found] = [0, 0];
  for (const pair of terms) {
    total += pair[1];
    if (told.has(pair[0])) found += pair[1];
  }
  return total === 0 ? 0 : found / total;
}

function linkOf(before: Claim, after: Claim, coverage: number, backCoverage: number): number {
  const text = ((coverage + backCoverage) / 2 + Math.max(coverage, backCoverage)) / 2;
  const [one, two] = [keysOf(before), keysOf(after)];
  const parts = [text, text];
  if (one.parties.length > 0 && two.parties.length > 0) parts.push(overlap(one.parties, two.parties));
  if (one.predicates.length > 0 && two.predicates.length > 0) parts.push(overlap(one.predicates, two.predicates));
  if (one.places.length > 0 && two.places.length > 0) parts.push(overlap(one.places, two.places));
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Who takes part, what is done and where, each once. */
const keysOf = foundOnce(({ participants, predicates, places }) => ({
  parties: [...new Set(participants.map((one) => one.party))],
  predicates: [...new Set(predicates)],
  places: [...new Set(places)],
}));

function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((one) => b.some((other) => belongsTo(one, other) || belongsTo(other, one))).length;
  return shared / Math.max(1, Math.min(a.length, b.length));
}

const isSpecific = (one: Participant) => one.kind === "person" || one.kind === "name" || one.kind === "body";

function compareNames(
  before: readonly Participant[],
  after: readonly Participant[],
): Pick<Comparison, "shared" | "onlyBefore" | "onlyAfter"> {
  const missing = (from: readonly Participant[], other: readonly Participant[]) =>
    from.filter(
      (one) =>
        !other.some(
          (two) => one.id === two.id || belongsTo(one.id, two.id) || belongsTo(two.id, one.id) || standsFor(one, two),
        ),
    );
  const onlyAfter = missing(after, before);
  return {
    shared: after.filter((one) => !onlyAfter.includes(one)).map((one) => one.id),
    onlyBefore: missing(before, after)
      .filter(isSpecific)
      .map((one) => one.id),
    onlyAfter: onlyAfter.filter(isSpecific).map((one) => one.id),
  };
}

/** A side's delegation stands for its people: "the Russian envoy" for the person who is one. */
const standsFor = (one: Participant, two: Participant) =>
  one.party === two.party && (!isSpecific(one) || !isSpecific(two) || !one.named || !two.named);

function compareSpeakers(before: Claim, after: Claim): Comparison["speakers"] {
  const [a, b] = [before.attribution, after.attribution];
  if (!a || !b) return "open";
  if (a.actor && b.actor && a.actor === b.actor) return "same";
  if (a.actor && b.actor && (a.kind === "person") === (b.kind === "person")) return "different";
  return a.text.toLowerCase() === b.text.toLowerCase() ? "same" : "open";
}

function exclusive(before: readonly string[], after: readonly string[]): boolean {
  return before.length > 0 && after.length > 0 && !before.some((place) => after.includes(place));
}

function whenExcludes(before: Claim, after: Claim): boolean {
  const [a, b] = [before.when, after.when];
  return a !== undefined && b !== undefined && (a.to < b.from || b.to < a.from);
}

function compareEvents(
  before: Claim,
  after: Claim,
  names: Pick<Comparison, "shared" | "onlyBefore" | "onlyAfter">,
): Comparison["event"] {
  const [a, b] = [before.event, after.event];
  if (!a || !b) return "none";
  if (!sameFamily(a.family, b.family)) return "other";
  if (names.onlyBefore.length > 0 && names.onlyAfter.length > 0 && !sharesPeople(before, after)) return "other";
  if (!partiesFit(a.parties, b.parties)) return "other";
  return tooFarApart(before, after) ? "other" : "same";
}

const sharesPeople = (before: Claim, after: Claim) =>
  before.participants.some(
    (one) => isSpecific(one) && one.named && after.participants.some((two) => two.id === one.id && isSpecific(two)),
  );

/** Talks of two sides are never talks of two others: one set of parties must hold the other. */
export function partiesFit(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const within = (few: readonly string[], many: readonly string[]) =>
    few.every((one) => many.some((other) => belongsTo(one, other) || belongsTo(other, one)));
  return within(a, b) || within(b, a);
}

/** Days between the nearest ends of two spans that do not meet. */
export const daysApart = (a: When, b: When): number => Math.max(daysBetween(a.to, b.from), daysBetween(b.to, a.from));

function tooFarApart(before: Claim, after: Claim): boolean {
  const [a, b] = [before.when, after.when];
  if (a === undefined || b === undefined || !whenExcludes(before, after)) return false;
  return daysApart(a, b) > thresholds.trackDays || a.precision === "year" || b.precision === "year";
}

/** Subject and object have changed places around a predicate that has a direction. */
function exchanged(before: Claim, after: Claim): boolean {
  if (before.event?.family === "talks" && after.event?.family === "talks") return false;
  const side = (claim: Claim, role: Participant["role"]) =>
    claim.participants.filter((one) => one.role === role).map((one) => one.party);
  const [s1, o1, s2, o2] = [
    side(before, "subject"),
    side(before, "object"),
    side(after, "subject"),
    side(after, "object"),
  ];
  if (s1.length === 0 || o1.length === 0 || s2.length === 0 || o2.length === 0) return false;
  const crosses = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
  return crosses(s1, o2) && crosses(o1, s2) && !crosses(s1, s2) && !crosses(o1, o2);
}
