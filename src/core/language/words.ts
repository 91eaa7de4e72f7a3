/**
 * What a word weighs and what it folds to: stems (Porter 1980, through the `stemmer` package), concepts, and an
 * inverse frequency from the rank of the word among the commonest of English.
 * The ranks are the order of the words in a public-domain table of word vectors (GloVe 6B); the vectors are not used.
 */
import { stemmer } from "stemmer";
import { keptWord } from "../text/kept.ts";
import type { Token } from "../text/tokens.ts";
import { type ConceptTable, conceptTable } from "./concepts.ts";
import rankedWords from "./ranks.json" with { type: "json" };

const ranks = new Map(rankedWords.split(" ").map((word, rank) => [word, rank]));
const concepts = conceptTable();
/** Concept by stem, so that every inflection of a listed word folds too. */
const conceptOfStem = new Map<string, string>();
for (const [word, concept] of concepts.words) {
  const stem = stemmer(word);
  // Porter takes "useful", "use" and "us" to one stem of two letters, and "officers" to that of "office".
  if (stem.length > 2 && word !== "officers" && !conceptOfStem.has(stem)) conceptOfStem.set(stem, concept);
}

const stopwords = new Set(
  `a an the of to and in for on that is was with as it by at from his her its an be has are have but were not this who
  they had which will their or after also we would about up when there all out she other than over into some if no can
  he i you your our us them these those what where how why then so such only any more most very just been being do does
  did done could should may might must shall while during before between both each few own same too under until against
  because through further once here again down off above below nor n't s t d ll ve re m am him himself herself itself
  themselves whom whose upon among amid via per toward towards within without including according meanwhile however
  moreover instead separately later earlier ago now today tomorrow yesterday already yet still even ever never much many
  new one two mr mrs ms dr say said says`.split(/\s+/),
);

/** Words whose folding is kept: a story is told in a few thousand. */
const keptWords = 4000;

/** Porter stem of a lower-case word; words of other scripts are returned as they are. */
export const stemOf = keptWord(keptWords, (lower: string): string =>
  /^[a-z'-]+$/.test(lower) ? stemmer(lower) : lower,
);

/** True for the words of English that everyone uses: what a capital at the start of a sentence does not make a name. */
export function isCommonWord(lower: string): boolean {
  return (
    stopwords.has(lower) || (ranks.get(lower) ?? Number.POSITIVE_INFINITY) < commonRankMax || concepts.words.has(lower)
  );
}
/** True for the 20,000 commonest words, names among them. */
export const isListed = (lower: string): boolean => ranks.has(lower) || ranks.has(lower.replace(/s$/, ""));
const commonRankMax = 6000;

export const isStopword = (lower: string): boolean => stopwords.has(lower);

/** 0.05 (the commonest) … 1 (unknown): `ln(rank + 2) / ln(400000)`. */
export function weightOf(lower: string): number {
  const rank = ranks.get(lower);
  if (rank === undefined) return 1;
  return Math.min(1, Math.max(0.05, Math.log(rank + 2) / Math.log(400_000)));
}

/** A content word of a text after folding: a concept where the language knows one, else a stem. */
export type Term = { readonly term: string; readonly weight: number; readonly start: number; readonly end: number };

/** The content words of a token run, phrases first, stopwords left out; in order, repeats kept. */
export function termsOf(run: readonly Token[], table: ConceptTable = concepts): readonly Term[] {
  const found: Term[] = [];
  let at = 0;
  while (at < run.length) {
    const token = run[at]!;
    const phrase = phraseAt(run, at, table);
    if (phrase) {
      const last = run[at + phrase.length - 1]!;
      found.push({ term: phrase.concept, weight: conceptWeight, start: token.start, end: last.end });
      at += phrase.length;
      continue;
    }
    found.push(...termsOfToken(token, table));
    at += 1;
  }
  return found;
}

/** Concepts cover many words, so their own name's rank says little about them. */
const conceptWeight = 0.5;

function phraseAt(run: readonly Token[], at: number, table: ConceptTable): { concept: string; length: number } | null {
  for (const phrase of table.phrases.get(run[at]!.lower) ?? []) {
    if (phrase.words.every((word, offset) => run[at + offset]?.lower === word)) {
      return { concept: phrase.concept, length: phrase.words.length };
    }
  }
  return null;
}

function termsOfToken(token: Token, table: ConceptTable): readonly Term[] {
  const { lower, start, end } = token;
  if (stopwords.has(lower) || /^\d/.test(lower)) return [];
  const known = table.words.get(lower) ?? table.words.get(lower.replace(/s$/, "")) ?? conceptOfStem.get(stemOf(lower));
  if (known) return [{ term: known, weight: Math.max(0.3, Math.min(conceptWeight, weightOf(lower))), start, end }];
  if (lower.includes("-")) {
    return lower.split("-").flatMap((part) => (part ? termsOfToken({ ...token, lower: part }, table) : []));
  }
  return [{ term: stemOf(lower), weight: weightOf(lower), start, end }];
}
