/**
 * The facts as they stand after the newest entry, kept until another entry comes: nearly everything that people ask is
 * about now, and between two polls now does not change. A ledger that was built anew is another ledger.
 */
import type { Instant } from "../core/article/article.ts";
import type { Ledger } from "../core/ledger/ledger.ts";
import type { FactState } from "../core/ledger/state.ts";
import { factStates } from "../core/ledger/states.ts";

type Kept = { readonly entries: number; readonly from: Instant; readonly states: readonly FactState[] };

export function openStates(): (ledger: Ledger, at: Instant) => readonly FactState[] {
  const kept = new WeakMap<Ledger, Kept>();
  return (ledger, at) => {
    const known = kept.get(ledger);
    if (known?.entries === ledger.entries.length && at >= known.from) return known.states;
    const from = ledger.entries.reduce((newest, entry) => Math.max(newest, entry.seen), Number.NEGATIVE_INFINITY);
    const states = factStates(ledger, at);
    if (at >= from) kept.set(ledger, { entries: ledger.entries.length, from, states });
    return states;
  };
}
