/**
 * Values that no source stands by any more: who took them back, when, and what stands instead. It follows from the
 * entries alone, so it is the same whenever it is asked.
 */
import type { Instant, OutletId } from "../article/article.ts";
import type { Fact, FactRef } from "./ledger.ts";
import type { Version } from "./state.ts";
import { standingVersion, stateOf } from "./states.ts";

export type Retraction = {
  readonly ref: FactRef;
  /** When the last of its sources took it back. */
  readonly at: Instant;
  /** The outlets that took it back. */
  readonly by: readonly OutletId[];
  /** The value that stands in its place; null when nobody says anything of the kind any more. */
  readonly now: Version | null;
};

/** Whether a value is taken back, and what stands now. A value that its source changed twice leads to the last one. */
export function retractionOf(fact: Fact, version: number): Retraction | null {
  let found: Retraction | null = null;
  const passed = new Set<number>();
  for (let value: number | null = version; value !== null && !passed.has(value); ) {
    passed.add(value);
    const supporters = fact.entries.filter((entry) => entry.version === value && !entry.mention);
    const ends = supporters.map((entry) => fact.withdrawn.get(entry.seq));
    if (supporters.length === 0 || ends.includes(undefined)) return found;
    const at = Math.max(...ends.filter((end) => end !== undefined));
    value = standingVersion(fact, at);
    const by = [...new Set(supporters.map((entry) => entry.claim.outlet))];
    found = { ref: fact.ref, at, by, now: value === null ? null : (stateOf(fact, at)?.now ?? null) };
  }
  return found;
}

/** The values of a fact that these sources supported. */
export function versionsOf(
  fact: Fact,
  sources: readonly { readonly articleId: string; readonly quote: string }[],
): readonly number[] {
  const found = sources.map(({ articleId, quote }) =>
    fact.entries.find(({ claim }) => claim.articleId === articleId && claim.quote === quote),
  );
  return [...new Set(found.flatMap((entry) => entry?.version ?? []))];
}
