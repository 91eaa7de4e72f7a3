/**
 * What is still to come at one instant, and what should have come by now. An expected event is closed by whatever tells
 * that it took place, was called off or was put off, in whichever fact that stands; where nobody tells, it is overdue.
 */
import type { Day, Instant } from "../article/article.ts";
import type { EventSlot, Rung } from "../claim/claim.ts";
import { isNegated } from "../claim/polarity.ts";
import { sameFamily } from "../language/verbs.ts";
import { addDays, dayMs, dayOf } from "../text/day.ts";
import type { FactState } from "./state.ts";

export type Expectation = { readonly state: FactState; readonly overdue: boolean };

/** Longer ago than this nobody waits any more. */
export const overdueDaysMax = 7;

/** Open and dated, not yet resolved, one of each event: what is overdue first, then the soonest, the weightier first. */
export function expectations(states: readonly FactState[], today: Day): readonly Expectation[] {
  const resolved = states.filter(isResolution);
  const open = states.filter((state) => isOpen(state) && !resolved.some((other) => closes(other, state)));
  const found = open.flatMap((state): readonly Expectation[] => {
    if (state.now.when!.to >= today) return [{ state, overdue: false }];
    return isOverdue(state, today, resolved) ? [{ state, overdue: true }] : [];
  });
  return withoutTwins([...found].sort(byUrgency));
}

/** Nobody waits longer for what has no date. */
const undatedDaysMax = 3;

/** What is to come without a date, while it is fresh and nothing tells that it took place; the newest first. */
export function undatedExpectations(states: readonly FactState[], at: Instant): readonly FactState[] {
  const resolved = states.filter(isResolution);
  return states
    .filter(
      (state) =>
        isToCome(state) && at - state.last <= undatedDaysMax * dayMs && !resolved.some((one) => ends(one, state)),
    )
    .sort((a, b) => b.changed - a.changed || b.salience - a.salience);
}

const isToCome = ({ now, tellable, withdrawn }: FactState): boolean =>
  tellable &&
  !withdrawn &&
  now.when === undefined &&
  now.modality === "planned" &&
  now.event !== undefined &&
  !now.event.aside &&
  dated.has(now.event.rung) &&
  !isNegated(now.text);

/** Whether `other` may be what was to come: told since, of that kind, with one of its parties. */
const ends = (other: FactState, state: FactState): boolean =>
  other.ref !== state.ref &&
  other.now.at >= state.now.at &&
  sameFamily(state.now.event!.family, other.now.event!.family) &&
  mayBe(state, other);

const isOpen = ({ now, tellable, withdrawn }: FactState): boolean =>
  tellable && !withdrawn && now.when !== undefined && (now.modality === "planned" || now.modality === "may");

function byUrgency(a: Expectation, b: Expectation): number {
  return (
    Number(b.overdue) - Number(a.overdue) ||
    a.state.now.when!.from.localeCompare(b.state.now.when!.from) ||
    b.state.salience - a.state.salience ||
    Number(a.state.ref.slice(1)) - Number(b.state.ref.slice(1))
  );
}

const closing = new Set<Rung>(["underway", "ended", "cancelled", "slipped", "denied"]);

const isResolution = ({ now, withdrawn }: FactState): boolean =>
  !withdrawn && now.event !== undefined && closing.has(now.event.rung) && now.modality !== "planned";

/** Whether `other` surely tells what became of `state`: the same kind of event, the same parties, the same days. */
function closes(other: FactState, state: FactState): boolean {
  const [was, is] = [state.now.event, other.now.event!];
  if (!was || other.ref === state.ref || other.now.at < state.first || !sameFamily(was.family, is.family)) return false;
  const matter = was.parties.length > 0 ? sameParties(was, is) : is.parties.length === 0 && muchAlike(state, other);
  return matter && shareAPlace(state, other) && sameDays(state, other);
}

const alikeMin = 0.5;

/** Where nobody is named, the words must tell that it is one event. */
function muchAlike({ stems: a }: FactState, { stems: b }: FactState): boolean {
  const shared = a.filter((stem) => b.includes(stem)).length;
  return shared >= alikeMin * Math.min(a.length, b.length);
}

const sameParties = ({ parties: was }: EventSlot, { parties: is }: EventSlot): boolean =>
  was.length > 0 &&
  (was.every((party) => is.includes(party)) || (is.length > 1 && is.every((one) => was.includes(one))));

const shareAPlace = (a: FactState, b: FactState): boolean =>
  a.places.length === 0 || b.places.length === 0 || a.places.some((place) => b.places.includes(place));

/** What has no date of its own is of the day on which it was reported. */
function sameDays({ now: { when: expected } }: FactState, { now: told }: FactState): boolean {
  if (told.event!.rung === "cancelled" || told.event!.rung === "slipped" || told.event!.rung === "denied") return true;
  const [from, to] = told.when ? [told.when.from, told.when.to] : [dayOf(told.at), dayOf(told.at)];
  return from <= addDays(expected!.to, told.when ? 0 : 1) && to >= expected!.from;
}

/** An event with a date behind us, of which nothing that may be it was told since. */
function isOverdue(state: FactState, today: Day, resolved: readonly FactState[]): boolean {
  const { event, modality, when, text } = state.now;
  if (!event || modality !== "planned" || !dated.has(event.rung) || isNegated(text)) return false;
  if (when!.precision === "year" || addDays(when!.to, overdueDaysMax) < today) return false;
  return !resolved.some(
    (other) => other.now.at >= state.first && sameFamily(event.family, other.now.event!.family) && mayBe(state, other),
  );
}

const dated = new Set<Rung>(["expected", "planned", "confirmed", "travelling"]);

const mayBe = (state: FactState, other: FactState): boolean => {
  const [was, is] = [state.now.event!.parties, other.now.event!.parties];
  return was.length === 0 || is.length === 0 || was.some((party) => is.includes(party));
};

/** Two tellings of one event are one expectation. */
function withoutTwins(found: readonly Expectation[]): readonly Expectation[] {
  return found.filter(
    (one, at) => !found.slice(0, at).some((other) => other.overdue === one.overdue && areTwins(other.state, one.state)),
  );
}

function areTwins(a: FactState, b: FactState): boolean {
  if (a.now.when!.from !== b.now.when!.from || a.now.when!.to !== b.now.when!.to || !shareAPlace(a, b)) return false;
  const [one, two] = [a.now.event, b.now.event];
  const parties = [one, two].map((event) => event?.parties.join("+") ?? "");
  if (one && two && sameFamily(one.family, two.family) && parties[0] !== "") return parties[0] === parties[1];
  return parties[0] === parties[1] && nearlySame(a, b);
}

/** Share of the shorter's words that stand in the longer. */
const twinMin = 0.75;

function nearlySame({ stems: a }: FactState, { stems: b }: FactState): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.filter((stem) => many.includes(stem)).length >= twinMin * few.length;
}
