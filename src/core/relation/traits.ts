/**
 * What comparing needs of a claim and the claim itself does not hold: its content words in order. A claim is held against
 * many, so it is kept for those that were compared last.
 */
import type { Claim } from "../claim/claim.ts";
import { lexemeOf } from "../language/lexicon.ts";
import type { Folded } from "../language/opposites.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import { type Token, tokens } from "../text/tokens.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import { once } from "./once.ts";
import { properWords } from "./proper.ts";

export type Word = Folded & { readonly weight: number };

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
const keptClaims = 4000;
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

/** What is found in a claim once, whatever it is held against, and kept as long as its traits are. */
export function foundOnce<T>(find: (claim: Claim, traits: Traits) => T): (claim: Claim) => T {
  const found = new WeakMap<Traits, { readonly value: T }>();
  return (claim) => {
    const traits = traitsOf(claim);
    const known = found.get(traits) ?? { value: find(claim, traits) };
    if (!found.has(traits)) found.set(traits, known);
    return known.value;
  };
}

/** Much of it is never asked for: most claims that are held side by side differ in the first things looked at. */
function make(claim: Claim): Traits {
  const told: ReadonlyMap<string, number> = new Map(claim.terms);
  const run = once(() => tokens(claim.quote).slice(0, wordsMax));
  const words = once(() => wordsOf(claim, told, run()));
  const names = once(() => properWords(run(), claim.quote));
  const matter = once(() => matterOf(claim, names()));
  const amounts = once(() => amountsOf(claim));
  return {
    told,
    weight: claim.terms.reduce((sum, [, weight]) => sum + weight, 0),
    get run() {
      return run();
    },
    get words() {
      return words();
    },
    get names() {
      return names();
    },
    get matter() {
      return matter();
    },
    get amounts() {
      return amounts();
    },
  };
}

function wordsOf(claim: Claim, own: ReadonlyMap<string, number>, run: readonly Token[]): readonly Word[] {
  const words = new Map<string, Word>();
  for (const term of termsOf(run)) {
    const weight = own.get(term.term);
    if (weight !== undefined && !words.has(term.term))
      words.set(term.term, { term: term.term, ...lexemeOf(stem(term, run)), weight });
  }
  for (const [term, weight] of claim.terms) if (!words.has(term)) words.set(term, { term, ...lexemeOf(term), weight });
  return [...words.values()];
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
