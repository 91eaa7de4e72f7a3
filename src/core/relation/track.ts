/** Rules 4–8: the same event, further along, called off, contradicted or planned otherwise. */
import type { Claim, Rung } from "../claim/claim.ts";
import { changeCue } from "../language/cues.ts";
import { rungHeight } from "../language/verbs.ts";
import { dayOf } from "../text/day.ts";
import { type Comparison, daysApart } from "./compare.ts";
import { isPlan, ladderVerdict, sameParties, sharedParties, sharedPeople } from "./ladder.ts";
import { thresholds } from "./thresholds.ts";
import { type Rule, type Verdict, verdictOf } from "./verdict.ts";

export const track: Rule = (before, after, parts) => {
  const [was, is] = [before.event?.rung, after.event?.rung];
  if (parts.event !== "same" || !was || !is || !sameTrack(before, after, parts)) return null;
  if (told(before, after, was, is, parts)) return verdictOf("same", "track", parts, `no further than told: ${is}`);
  if (was !== is) return ladderVerdict(before, after, was, is, parts);
  return parts.placesExclude || parts.whenExcludes ? elsewhereOrThen(before, after, is, parts) : null;
};

/** The same rung at another place or time: a plan that was changed or is told in two ways, else two events. */
function elsewhereOrThen(before: Claim, after: Claim, rung: Rung, parts: Comparison): Verdict {
  const past = before.when !== undefined && before.when.to < dayOf(after.published);
  if (!isPlan(rung) || (past && parts.whenExcludes))
    return verdictOf("different", "track", parts, "another time or place");
  const what = parts.placesExclude ? "place" : "date";
  return changeCue.test(after.quote) || parts.speakers === "same"
    ? verdictOf("updated", "track", parts, `the same plan with another ${what}`)
    : verdictOf("disputed", "track", parts, `one plan, two ${what}s`);
}

/** The same parties no further along, and no name, place, time or number that was not told. */
function told(before: Claim, after: Claim, was: Rung, is: Rung, parts: Comparison): boolean {
  const further = rungHeight(is) > rungHeight(was) || rungHeight(is) < 0 || isPlan(is) !== isPlan(was);
  if (further || before.negated !== after.negated || parts.toldCoverage < thresholds.coverage) return false;
  if ((after.event?.parties.length ?? 0) < 2 || !sameParties(before, after)) return false;
  const adds = parts.onlyAfter.length > 0 || parts.newPlaces.length > 0 || parts.placesExclude || parts.whenExcludes;
  return !adds && parts.numbers.kind !== "unmatched" && parts.numbers.kind !== "changed";
}

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

/** A day's slip is the same event; a plan cannot have happened before its time. */
export function elsewhen(before: Claim, after: Claim, { whenExcludes }: Comparison): boolean {
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
