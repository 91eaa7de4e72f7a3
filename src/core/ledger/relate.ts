/**
 * The relation of a new claim to an earlier one, decided in a fixed order: attribute, track, statement, text. The
 * first rule that fires wins, and a veto leads to updated, disputed or different, never to silence.
 */
import type { Claim } from "../claim/claim.ts";
import { attribute } from "./attribute.ts";
import { compare, type Told } from "./compare.ts";
import { statement } from "./statement.ts";
import { track } from "./track.ts";
import { round, type Verdict, verdictOf } from "./verdict.ts";
import { wording } from "./wording.ts";

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
