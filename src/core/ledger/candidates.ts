/** The few facts that a claim could belong to, from the ledger's indexes: the cost does not grow with the ledger. */
import type { Claim } from "../claim/claim.ts";
import { thresholds } from "../relation/thresholds.ts";
import { type Fact, keysOf, type Ledger } from "./ledger.ts";

/** Of a word that many facts use only the newest are looked at. */
const postingsMax = 150;
const keyWeight: Readonly<Record<string, number>> = { "@": 1, "#": 1.5, "!": 3 };

export function candidatesFor(claim: Claim, ledger: Ledger): readonly Fact[] {
  const scores = new Map<number, number>();
  const add = (key: string, weight: number) => {
    const numbers = ledger.postings.get(key) ?? [];
    for (let at = Math.max(0, numbers.length - postingsMax); at < numbers.length; at++)
      scores.set(numbers[at]!, (scores.get(numbers[at]!) ?? 0) + weight);
  };
  for (const [term, weight] of claim.terms) add(term, weight);
  for (const key of keysOf(claim)) add(key, keyWeight[key[0]!] ?? 1);
  return best(scores).map((number) => ledger.numbered[number]!);
}

/** The highest scores, the older fact first among equals; of thousands only these few are ever put in order. */
function best(scores: ReadonlyMap<number, number>): readonly number[] {
  const kept: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  scores.forEach((score, fact) => {
    if (kept.length === thresholds.candidates && score < least) return;
    const isBefore = (other: number) => score > scores.get(other)! || (score === scores.get(other)! && fact < other);
    let at = kept.length;
    while (at > 0 && isBefore(kept[at - 1]!)) at -= 1;
    kept.splice(at, 0, fact);
    if (kept.length > thresholds.candidates) kept.pop();
    least = scores.get(kept.at(-1)!)!;
  });
  return kept;
}
