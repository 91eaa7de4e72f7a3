/** The few facts that a claim could belong to, from the ledger's indexes: the cost does not grow with the ledger. */
import type { Claim } from "../claim/claim.ts";
import { thresholds } from "../relation/thresholds.ts";
import { type Fact, keysOf, type Ledger } from "./ledger.ts";

/** Of a word that many facts use only the newest are looked at. */
const postingsMax = 150;
const keyWeight: Readonly<Record<string, number>> = { "@": 1, "#": 1.5, "!": 3 };

export function candidatesFor(claim: Claim, ledger: Ledger): readonly Fact[] {
  const scores = scoresFor(ledger.numbered.length);
  const touched: number[] = [];
  const add = (key: string, weight: number) => {
    const numbers = ledger.postings.get(key) ?? [];
    for (let at = Math.max(0, numbers.length - postingsMax); at < numbers.length; at++) {
      const number = numbers[at]!;
      if (scores[number] === 0) touched.push(number);
      scores[number]! += weight;
    }
  };
  for (const [term, weight] of claim.terms) add(term, weight);
  for (const key of keysOf(claim)) add(key, keyWeight[key[0]!] ?? 1);
  const found = best(scores, touched).map((number) => ledger.numbered[number]!);
  for (const number of touched) scores[number] = 0;
  return found;
}

/** One score a fact, all 0 between two claims; as long as the longest ledger. */
let scratch = new Float64Array(0);

function scoresFor(facts: number): Float64Array {
  if (scratch.length < facts) scratch = new Float64Array(facts * 2);
  return scratch;
}

/** The highest scores, the older fact first among equals; of thousands only these few are ever put in order. */
function best(scores: Float64Array, touched: readonly number[]): readonly number[] {
  const kept: number[] = [];
  const isBefore = (one: number, two: number) =>
    scores[one]! > scores[two]! || (scores[one] === scores[two] && one < two);
  for (const fact of touched) {
    let at = kept.length;
    while (at > 0 && isBefore(fact, kept[at - 1]!)) at -= 1;
    if (at === thresholds.candidates) continue;
    kept.splice(at, 0, fact);
    if (kept.length > thresholds.candidates) kept.pop();
  }
  return kept;
}
