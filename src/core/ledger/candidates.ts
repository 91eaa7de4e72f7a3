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
  return best(scores).map(([number]) => ledger.numbered[number]!);
}

type Scored = readonly [fact: number, score: number];

/** The highest scores, the older fact first among equals; of thousands only these few are ever put in order. */
function best(scores: Iterable<Scored>): readonly Scored[] {
  const kept: Scored[] = [];
  for (const one of scores) {
    let at = kept.length;
    while (at > 0 && before(one, kept[at - 1]!)) at -= 1;
    if (at === thresholds.candidates) continue;
    kept.splice(at, 0, one);
    if (kept.length > thresholds.candidates) kept.pop();
  }
  return kept;
}

const before = (a: Scored, b: Scored) => a[1] > b[1] || (a[1] === b[1] && a[0] < b[0]);
