/**
 * Whether a sentence of another language says what an English claim says. Texts are never compared across languages, only
 * what is typed: who takes part, which kind of event, when, where, and amounts. In doubt it does not.
 */
import type { Claim, Modality } from "../claim/claim.ts";
import { addDays, dayOf } from "../text/day.ts";
import { thresholds } from "./thresholds.ts";

/** What is typed in both is the same, and `foreign` names nobody, no place and no amount that `told` does not. */
export function sameAcrossLanguages(told: Claim, foreign: Claim): boolean {
  if (told.lang !== "en" || foreign.lang === "en" || told.negated !== foreign.negated) return false;
  if (!asFirm(told.modality, foreign.modality) || !sameCast(told, foreign) || !samePlaces(told, foreign)) return false;
  if (!foreign.quantities.every((one) => hasAmount(told, one))) return false;
  return foreign.quantities.length > 0 ? near(told, foreign) : sameEvent(told, foreign);
}

/** In other languages tense is not read, so "stated" is all that a report of a deed can be. */
const saysSo: Readonly<Partial<Record<Modality, ReadonlySet<Modality>>>> = {
  stated: new Set(["done", "ongoing", "stated"]),
  planned: new Set(["planned"]),
  may: new Set(["may"]),
};

const asFirm = (told: Modality, foreign: Modality): boolean => saysSo[foreign]?.has(told) ?? false;

/** All the same parties, two at least; a person in common, and nobody new. Who only reports it does not count. */
function sameCast(told: Claim, foreign: Claim): boolean {
  const [ours, theirs] = [castOf(told), castOf(foreign)];
  const parties = new Set(theirs.map(({ party }) => party));
  if (parties.size < partiesMin || new Set(ours.map(({ party }) => party)).size !== parties.size) return false;
  if (!theirs.every(({ party }) => ours.some((one) => one.party === party))) return false;
  const people = theirs.filter(({ kind }) => kind === "person");
  return people.length > 0 && people.every(({ id }) => ours.some((one) => one.id === id));
}

const partiesMin = 2;

const castOf = ({ participants, attribution }: Claim) =>
  participants.filter(
    ({ id, kind }) => kind !== "name" && kind !== "outlet" && !(attribution?.reported && attribution.actor === id),
  );

const samePlaces = (told: Claim, foreign: Claim): boolean =>
  foreign.places.every((place) => told.places.includes(place));

const hasAmount = (told: Claim, { value, unit }: Claim["quantities"][number]): boolean =>
  told.quantities.some((one) => one.unit === unit && Math.abs(one.value - value) <= thresholds.valueTolerance * value);

/** The same kind of event on the same day; what lies ahead must say in both on which day it is to be. */
function sameEvent(told: Claim, foreign: Claim): boolean {
  const { event } = told;
  // What somebody thinks of an event is more than that it took place.
  if (!event || event.aside || told.modality === "stated" || !foreign.predicates.includes(event.family)) return false;
  if (told.modality === "planned" || told.modality === "may")
    return told.when !== undefined && foreign.when !== undefined && overlap(told, foreign);
  return told.when !== undefined && foreign.when !== undefined ? overlap(told, foreign) : near(told, foreign);
}

const overlap = ({ when: a }: Claim, { when: b }: Claim): boolean => a!.from <= b!.to && b!.from <= a!.to;

/** Reported within a day of each other. */
function near(told: Claim, foreign: Claim): boolean {
  const [a, b] = [dayOf(told.published), dayOf(foreign.published)];
  return a <= addDays(b, 1) && b <= addDays(a, 1);
}
