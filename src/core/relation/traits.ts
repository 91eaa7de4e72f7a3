/**
 * What comparing needs of a claim and the claim itself does not hold: its content words in order. A claim is held against
 * many, so it is kept for those that were compared last.
 */
import type { Claim } from "../claim/claim.ts";
import { lexemeOf } from "../language/lexicon.ts";
import type { Folded } from "../language/opposites.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import { kept, keptWord } from "../text/kept.ts";
import { lowerOf, type Token, tokens, type Written } from "../text/tokens.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import { properWords } from "./proper.ts";

export type Word = Folded & { readonly weight: number };

export type Traits = {
  /** The claim's own terms with their weights, and the weight of all. */
  readonly told: ReadonlyMap<string, number>;
  readonly weight: number;
  /** Every word as written, for what depends on order; one object for each spelling, whatever claim it stands in. */
  readonly run: readonly Written[];
  /** Content words that the claim is made of, each once; names, numbers and hedges are judged elsewhere. */
  readonly words: readonly Word[];
  readonly names: readonly string[];
  /** The names without who says it. */
  readonly matter: readonly string[];
  readonly amounts: readonly Amount[];
  /** What other files found in the claim, each in a place of its own. */
  readonly found: unknown[];
};

/** A claim is some two kilobytes. */
const keptClaims = 1500;
/** Spellings that are shared between claims. */
const keptSpellings = 4000;

export const traitsOf = kept(keptClaims, make);

let places = 0;

/** What is found in a claim once, whatever it is held against, and kept as long as its traits are. */
export function foundOnce<T>(find: (claim: Claim, traits: Traits) => T): (claim: Claim) => T {
  const place = places++;
  return (claim) => {
    const traits = traitsOf(claim);
    const known = traits.found[place] as T | undefined;
    if (known !== undefined) return known;
    const value = find(claim, traits);
    traits.found[place] = value;
    return value;
  };
}

function make(claim: Claim): Traits {
  const told: ReadonlyMap<string, number> = new Map(claim.terms);
  const run = tokens(claim.quote).slice(0, wordsMax);
  const names = properWords(run, claim.quote);
  return {
    told,
    weight: claim.terms.reduce((sum, [, weight]) => sum + weight, 0),
    run: run.map(({ text }) => writtenOf(text)),
    words: wordsOf(claim, told, run),
    names,
    matter: matterOf(claim, names),
    amounts: amountsOf(claim).slice(),
    found: Array.from({ length: places }, () => undefined),
  };
}

const writtenOf = keptWord(keptSpellings, (text: string): Written => ({ text, lower: lowerOf(text) }));

function wordsOf(claim: Claim, own: ReadonlyMap<string, number>, run: readonly Token[]): readonly Word[] {
  const words = new Map<string, Word>();
  for (const term of termsOf(run)) {
    const weight = own.get(term.term);
    if (weight !== undefined && !words.has(term.term)) words.set(term.term, wordOf(term.term, stem(term, run), weight));
  }
  for (const [term, weight] of claim.terms) if (!words.has(term)) words.set(term, wordOf(term, term, weight));
  return [...words.values()];
}

/** One object for each word, whatever claim it stands in. */
const wordsOfTerm = keptWord(keptSpellings, (_term: string): Word[] => []);

function wordOf(term: string, stem: string, weight: number): Word {
  const known = wordsOfTerm(term);
  const found = known.find((one) => one.stem === stem && one.weight === weight);
  if (found) return found;
  const word = { term, ...lexemeOf(stem), weight };
  known.push(word);
  return word;
}

function matterOf(claim: Claim, names: readonly string[]): readonly string[] {
  const source = claim.attribution?.reported ? claim.attribution.text : "";
  if (source === "") return names;
  const sayers = properWords(tokens(`“ ${source}`), `“ ${source}`);
  return names.filter((name) => !sayers.includes(name));
}

const stem = (term: Term, run: readonly Token[]) =>
  stemOf(run.find((token) => token.start === term.start)?.lower ?? term.term);

/** A claim of more words than this is no one statement. */
const wordsMax = 120;
