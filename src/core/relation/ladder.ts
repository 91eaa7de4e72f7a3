/** The parties and the rungs of events, as far as two claims of one event are compared by them. */
import type { Claim, Rung } from "../claim/claim.ts";

/** Not yet happened. */
export const isPlan = (rung: Rung) =>
  rung === "may" || rung === "expected" || rung === "planned" || rung === "confirmed";

/** Equal sets, where both name somebody. */
export function sameParties(before: Claim, after: Claim): boolean {
  const [a, b] = [before.event?.parties ?? [], after.event?.parties ?? []];
  return a.length === 0 || b.length === 0 || (a.length === b.length && a.every((party) => b.includes(party)));
}
