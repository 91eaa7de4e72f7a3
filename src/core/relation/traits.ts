/**
 * What comparing needs of a claim and the claim itself does not hold: its content words in order. A claim is held against
 * many, so it is kept for those that were compared last.
 */
import type { Claim } from "../claim/claim.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import { type Token, tokens } from "../text/tokens.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import { properWords } from "./proper.ts";

export type Word = { readonly term: string; readonly stem: string; readonly weight: number };

export type Traits = {
  /** The claim's own terms with their weights, and the weight of all. */
  readonly told: ReadonlyMap<string, number>;
  readonly weight: number;
  /** Every word as written, for what depends on order. */
  readonly run: readonly Token[];
  /** Content words that the claim is made of, each once; names, numbers and hedges are judged elsewhere. */
  readonly words: readonly Word[];
  readonly names: readonly string[];
  /** The names without who says it. */
  readonly matter: readonly string[];
  readonly amounts: readonly Amount[];
};

/** Kept for so many claims at least, and for twice as many at most: some kilobytes each. */
const keptClaims = 2000;
let recent = new Map<Claim, Traits>();
let older = new Map<Claim, Traits>();

export function traitsOf(claim: Claim): Traits {
  const known = recent.get(claim);
  if (known) return known;
  if (recent.size >= keptClaims) [older, recent] = [recent, new Map()];
  const traits = older.get(claim) ?? make(claim);
  recent.set(claim, traits);
  return traits;
}

function make(claim: Claim): Traits {
  const run = tokens(claim.quote).slice(0, wordsMax);
  const own: ReadonlyMap<string, number> = new Map(claim.terms);
  const words = new Map<string, Word>();
  for (const term of termsOf(run)) {
    const weight = own.get(term.term);
    if (weight !== undefined && !words.has(term.term))
      words.set(term.term, { term: term.term, stem: stem(term, run), weight });
  }
  for (const [term, weight] of claim.terms) if (!words.has(term)) words.set(term, { term, stem: term, weight });
  return {
    told: own,
    weight: claim.terms.reduce((sum, [, weight]) => sum + weight, 0),
    run,
    words: [...words.values()],
    names: properWords(run, claim.quote),
    matter: matterOf(claim, run),
    amounts: amountsOf(claim),
  };
}

function matterOf(claim: Claim, run: readonly Token[]): readonly string[] {
  const source = claim.attribution?.reported ? claim.attribution.text : "";
  const sayers = source === "" ? [] : properWords(tokens(`“ ${source}`), `“ ${source}`);
  return properWords(run, claim.quote).filter((name) => !sayers.includes(name));
}

const stem = (term: Term, run: readonly Token[]) =>
  stemOf(run.find((token) => token.start === term.start)?.lower ?? term.term);

/** A claim of more words than this is no one statement. */
const wordsMax = 120;
