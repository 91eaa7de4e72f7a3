/** What a window touched and its digest does not tell, each with the reason in plain words. */
import type { Fact, FactRef, Ledger } from "../ledger/ledger.ts";
import type { FactState } from "../ledger/state.ts";
import { stateOf } from "../ledger/states.ts";
import { changesIn, touched } from "./changes.ts";
import type { Digest, Evidence } from "./digest.ts";

export type Untold = {
  readonly ref: FactRef;
  readonly text: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
};

/** The weightiest first. */
export function untold(ledger: Ledger, digest: Digest): readonly Untold[] {
  const told = new Set(digest.changes.map(({ ref }) => ref));
  const found = new Set(changesIn(ledger, digest.window).map(({ ref }) => ref));
  return touched(ledger, digest.window)
    .filter(({ ref }) => !told.has(ref))
    .flatMap((fact) => {
      const state = stateOf(fact, digest.window.until);
      return state ? [{ state, why: whyNot(fact, state, digest, found.has(fact.ref)) }] : [];
    })
    .sort((a, b) => b.state.salience - a.state.salience)
    .map(({ state, why }) => ({ ref: state.ref, text: state.now.text, why, evidence: state.now.evidence }));
}

function whyNot(fact: Fact, state: FactState, { window }: Digest, wasFound: boolean): string {
  if (wasFound) return "says no more than another line, or its line failed its own check";
  const since = window.since ?? Number.NEGATIVE_INFINITY;
  const inside = fact.entries.filter((entry) => entry.seen > since && entry.seen <= window.until);
  if (inside.length > 0 && inside.every((entry) => entry.baseline)) return "was there at the first reading of its feed";
  const before = stateOf(fact, since, window.until);
  if (before?.tellable && !before.withdrawn) return "known already, and nothing about it changed";
  if (!state.tellable)
    return inside[0]?.claim.lang === "en"
      ? "background, not worth a line of its own"
      : "in a language that Parley does not retell";
  return state.withdrawn ? "taken back before it was told" : "nothing new in it";
}
