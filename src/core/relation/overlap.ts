/** The content words of a text in their order, and how much of one text's words another holds, also in other words. */
import { conceptTable } from "../language/concepts.ts";
import { alike, broader } from "../language/lexicon.ts";
import { isStopword, stemOf, weightOf } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";

export type ContentWord = {
  readonly word: string;
  readonly stem: string;
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
    stem,
    concept: conceptOfWord.get(word) ?? conceptOfStem.get(stem) ?? null,
    weight: figure ? 1 : Math.max(weightMin, weightOf(word)),
    capital,
    figure,
  };
}

/** How far one word says what another says, 0…1. */
export function likenessOf(a: ContentWord, b: ContentWord): number {
  if (a.stem === b.stem) return likeness.stem;
  if (a.concept !== null && a.concept === b.concept) return likeness.concept;
  if (alike(a.stem, b.stem)) return likeness.meaning;
  return broader(a.stem, b.stem) ? likeness.broader : 0;
}

const bestLikeness = (word: ContentWord, by: readonly ContentWord[], of: typeof likenessOf): number =>
  by.reduce((best, other) => (best === 1 ? best : Math.max(best, of(other, word))), 0);

const literally = (a: ContentWord, b: ContentWord) => (a.stem === b.stem ? 1 : 0);

/** Share of `words` that `by` holds, by weight; 1 where there is nothing to hold. */
export function heldShare(
  words: readonly ContentWord[],
  by: readonly ContentWord[],
  how: "alike" | "literally" = "alike",
): number {
  const of = how === "alike" ? likenessOf : literally;
  const all = words.reduce((sum, word) => sum + word.weight, 0);
  const held = words.reduce((sum, word) => sum + word.weight * bestLikeness(word, by, of), 0);
  return all === 0 ? 1 : held / all;
}

/** Words below this likeness to any other count as left out. */
const strangeBelow = 0.5;

/** What of `words` the other text leaves out: how many, and the weight of the heaviest. */
export function leftOut(
  words: readonly ContentWord[],
  by: readonly ContentWord[],
): { readonly count: number; readonly heaviest: number } {
  const strange = words.filter((word) => bestLikeness(word, by, likenessOf) < strangeBelow);
  return { count: strange.length, heaviest: Math.max(0, ...strange.map((word) => word.weight)) };
}
