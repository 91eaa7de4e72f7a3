/** Two rungs of one event: what stepping from one to the other means. */
import type { Claim, Rung } from "../claim/claim.ts";
import { rungHeight } from "../language/verbs.ts";
import type { Comparison } from "./compare.ts";
import { thresholds } from "./thresholds.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Not yet happened. */
export const isPlan = (rung: Rung) =>
  rung === "may" || rung === "expected" || rung === "planned" || rung === "confirmed";

export const sharedPeople = (before: Claim, after: Claim) =>
  after.participants.filter(
    (one) => one.named && one.kind !== "government" && before.participants.some((two) => two.id === one.id),
  ).length;

export const sharedParties = (before: Claim, after: Claim) =>
  (after.event?.parties ?? []).filter((party) => before.event?.parties.includes(party)).length;

/** The step from `was` to `is`, or null when it changes nothing. */
export function ladderVerdict(before: Claim, after: Claim, was: Rung, is: Rung, parts: Comparison): Verdict | null {
  const step = `${was} → ${is}`;
  const over = (rung: Rung) => rung === "underway" || rung === "ended";
  if (is === "denied" || was === "denied") {
    if (!deniesTheSame(before, after, parts)) return null;
    if (over(was) || over(is) || parts.speakers !== "same")
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
  const parties = sharedParties(before, after);
  if (parties > 2 && isPlan(before.event?.rung ?? "ended")) return true;
  const known = sharedPeople(before, after) > 0 || parties >= 2;
  return known
    ? Math.max(...words) >= thresholds.coverage && Math.min(...words) >= thresholds.keyedCoverage
    : Math.min(...words) >= thresholds.disputeCoverage;
}

/** Equal sets, where both name somebody. */
export function sameParties(before: Claim, after: Claim): boolean {
  const [a, b] = [before.event?.parties ?? [], after.event?.parties ?? []];
  return a.length === 0 || b.length === 0 || (a.length === b.length && a.every((party) => b.includes(party)));
}
