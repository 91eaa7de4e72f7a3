/** How much a fact deserves attention: what kind of news it is, and how many sources stand behind it. */
import type { Claim } from "../claim/claim.ts";
import type { Version } from "./state.ts";

const decided = new Set(["underway", "ended", "cancelled", "slipped", "denied"]);

export function salienceOf(claim: Claim, version: Version, disputed: boolean): number {
  const rung = claim.event?.rung;
  const news =
    (rung && decided.has(rung) ? 3 : rung ? 2 : 0.5) +
    (claim.quantities.length > 0 ? 1 : 0) +
    (claim.attribution?.kind === "person" ? 1 : 0) +
    (disputed ? 2 : 0);
  return Math.round((news + claim.worth) * (1 + Math.log2(Math.max(1, version.independentOrigins)) / 2) * 100) / 100;
}
