/** The few facts that a claim could belong to, from the ledger's indexes: the cost does not grow with the ledger. */
import type { Claim } from "../claim/claim.ts";
import { thresholds } from "../relation/thresholds.ts";
import { type Fact, type FactRef, keysOf, type Ledger } from "./ledger.ts";

/** Of a word that many facts use only the newest are looked at. */
const postingsMax = 150;
const keyWeight: Readonly<Record<string, number>> = { "@": 1, "#": 1.5, "!": 3 };

export function candidatesFor(claim: Claim, ledger: Ledger): readonly Fact[] {
  const scores = new Map<FactRef, number>();
  const add = (key: string, weight: number) => {
    for (const ref of ledger.postings.get(key)?.slice(-postingsMax) ?? [])
      scores.set(ref, (scores.get(ref) ?? 0) + weight);
  };
  for (const [term, weight] of claim.terms) add(term, weight);
  for (const key of keysOf(claim)) add(key, keyWeight[key[0]!] ?? 1);
  return [...scores]
    .sort((a, b) => b[1] - a[1] || number(a[0]) - number(b[0]))
    .slice(0, thresholds.candidates)
    .flatMap(([ref]) => ledger.facts.get(ref) ?? []);
}

const number = (ref: FactRef) => Number(ref.slice(1));
