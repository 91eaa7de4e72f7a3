/**
 * Whether a claim tells of an event that was told, and nothing besides: the same parties, kind of event and days, no
 * further than it had come, and no name, place, number or word of weight that nobody told. Sentences that look back put
 * together what stood in several lines, so no single one of them holds all its words.
 */
import type { Claim } from "../claim/claim.ts";
import { happenings, rungHeight } from "../language/verbs.ts";
import { dayMs } from "../text/day.ts";
import { alignWords } from "./alignment.ts";
import { isAnotherTime } from "./occasion.ts";
import type { Surroundings } from "./surroundings.ts";
import { traitsOf } from "./traits.ts";

/** Share of its words that all known claims hold together. */
const toldLeast = 0.65;
/** What has no day of its own was told of within so many days. */
const daysMost = 2;

/** The claim among the known ones that told of it; null when it tells something else besides. */
export function retoldOf(claim: Claim, known: readonly Claim[], around: Surroundings): Claim | null {
  if (around.countsAnew || around.namesMissing > 0 || around.numbersMissing > 0) return null;
  const told = known.find((one) => isOneEvent(one, claim));
  return told && isAllTold(claim, known) ? told : null;
}

function isOneEvent(told: Claim, claim: Claim): boolean {
  const [was, is] = [told.event, claim.event];
  if (!was || !is || is.aside || is.parties.length === 0 || was.family !== is.family) return false;
  if (was.parties.join() !== is.parties.join() || told.negated !== claim.negated) return false;
  // What is thought of an event is not the event.
  if (told.modality === "stated" || claim.modality === "stated" || isAnotherTime(told, claim)) return false;
  return hasComeAsFar(told, claim) && isOfItsDays(told, claim);
}

function hasComeAsFar({ event: was }: Claim, { event: is }: Claim): boolean {
  const [told, now] = [rungHeight(was!.rung), rungHeight(is!.rung)];
  return told < 0 || now < 0 ? was!.rung === is!.rung : now <= told;
}

function isOfItsDays(told: Claim, claim: Claim): boolean {
  const [was, is] = [told.when, claim.when];
  if (was && is) return is.from <= was.to && was.from <= is.to;
  return Math.abs(claim.published - told.published) <= daysMost * dayMs;
}

function isAllTold(claim: Claim, known: readonly Claim[]): boolean {
  const among = <T>(all: readonly T[], of: (one: Claim) => readonly T[]) =>
    all.every((one) => known.some((other) => of(other).includes(one)));
  const ids = (one: Claim) => one.participants.map(({ id }) => id);
  if (!among(claim.places, (one) => one.places) || !among(ids(claim), ids)) return false;
  const words = known.flatMap((one) => traitsOf(one).words);
  const own = traitsOf(claim).words.filter(({ term, stem }) => !happenings.has(term) && !order.has(stem));
  return own.length === 0 || alignWords(words, own).coverage >= toldLeast;
}

/** Words that put deeds in order, or say that somebody spoke, and tell of none. */
const order = new Set(
  "afterward after later then subsequ meanwhil earlier alreadi also again spoke speak spoken".split(" "),
);
