/** The content words of a text in their order, and how much of one text's words another holds, also in other words. */
import { conceptTable } from "../language/concepts.ts";
import { areAlike, areBroader, type Lexeme, lexemeOf } from "../language/lexicon.ts";
import { isStopword, stemOf, weightOf } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";

export type ContentWord = Lexeme & {
  readonly word: string;
  /** The concept that the word folds to, or null. */
  readonly concept: string | null;
  readonly weight: number;
  /** Written with a capital inside its sentence: most likely a name. */
  readonly capital: boolean;
  readonly figure: boolean;
};

/** The commonest word still counts for something. */
const weightMin = 0.15;
/** How well another word says the same: inflected, folded to one concept, of one meaning, broader. */
const likeness = { stem: 1, concept: 0.95, meaning: 0.85, broader: 0.55 } as const;

const { words: conceptOfWord } = conceptTable();
const conceptOfStem = new Map<string, string>();
for (const [word, concept] of conceptOfWord) {
  const stem = stemOf(word);
  if (!conceptOfStem.has(stem)) conceptOfStem.set(stem, concept);
}

export function contentWords(run: readonly Token[]): readonly ContentWord[] {
  return run.flatMap((token, at) => {
    const lower = token.lower.replace(/['’]s$/, "");
    const capital = at > 0 && /^\p{Lu}/u.test(token.text);
    if (isStopword(lower) && !/^\d/.test(lower)) return [];
    return lower.split("-").flatMap((part) => (part === "" ? [] : [wordOf(part, capital)]));
  });
}

function wordOf(word: string, capital: boolean): ContentWord {
  const stem = stemOf(word);
  const figure = /^\d/.test(word);
  return {
    word,
    ...lexemeOf(stem),
    concept: conceptOfWord.get(word) ?? conceptOfStem.get(stem) ?? null,
    weight: figure ? 1 : Math.max(weightMin, weightOf(word)),
    capital,
    figure,
  };
}

/** How far one word says what another says, 0…1. */
function likenessOf(a: ContentWord, b: ContentWord): number {
  if (a.stem === b.stem) return likeness.stem;
  if (a.concept !== null && a.concept === b.concept) return likeness.concept;
  if (areAlike(a, b)) return likeness.meaning;
  return areBroader(a, b) ? likeness.broader : 0;
}

/** Words of a text by their places in it: all of them, or some. */
export type Places = readonly number[];
export const everyPlace = (words: readonly ContentWord[]): Places => words.map((_, at) => at);

/** Two texts laid side by side: each word of one against each of the other, because much is asked of the same two. */
export type Grid = {
  readonly words: readonly ContentWord[];
  readonly by: readonly ContentWord[];
  readonly likeness: (word: number, other: number) => number;
};

/** How much of `words` the text `by` holds, and the same the other way round. */
export function gridsOf(words: readonly ContentWord[], by: readonly ContentWord[]): readonly [Grid, Grid] {
  const cells = new Float64Array(words.length * by.length);
  for (const [at, word] of words.entries())
    for (const [place, other] of by.entries()) cells[at * by.length + place] = likenessOf(other, word);
  return [
    { words, by, likeness: (word, other) => cells[word * by.length + other]! },
    { words: by, by: words, likeness: (word, other) => cells[other * by.length + word]! },
  ];
}

/** Likeness of each of these words to the word that is most like it. */
export function bestIn({ likeness: of }: Grid, places: Places, others: Places): readonly number[] {
  return places.map((at) => {
    let best = 0;
    for (const other of others) {
      best = Math.max(best, of(at, other));
      if (best === likeness.stem) break;
    }
    return best;
  });
}

/** The same where nothing but the word itself counts. */
export const literally = (best: readonly number[]): readonly number[] =>
  best.map((one) => (one === likeness.stem ? 1 : 0));

/** Share of these words that is held, by weight; 1 where there is nothing to hold. */
export function heldShare({ words }: Grid, places: Places, best: readonly number[]): number {
  let [all, held] = [0, 0];
  for (const [at, place] of places.entries()) {
    const { weight } = words[place]!;
    all += weight;
    held += weight * best[at]!;
  }
  return all === 0 ? 1 : held / all;
}

/** Words below this likeness to any other count as left out. */
const strangeBelow = 0.5;

/** What of the words the other text leaves out: how many, and the weight of the heaviest. */
export function leftOut(
  words: readonly ContentWord[],
  best: readonly number[],
): { readonly count: number; readonly heaviest: number } {
  const strange = words.filter((_, at) => best[at]! < strangeBelow);
  return { count: strange.length, heaviest: Math.max(0, ...strange.map((word) => word.weight)) };
}
