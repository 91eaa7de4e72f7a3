/** The content words of a text in their order, and how much of one text's words another holds, also in other words. */
import { conceptTable } from "../language/concepts.ts";
import { areAlike, areBroader, type Lexeme, lexemeOf, sameStem } from "../language/lexicon.ts";
import { isStopword, stemOf, weightOf } from "../language/words.ts";
import { keptWord } from "../text/kept.ts";
import { lowerOf, type Written } from "../text/tokens.ts";
import { bestOf, type Hit, hitsOf } from "./hits.ts";

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

/** What holds more words is no statement: each of them is held against each of the other text. */
const wordsMax = 200;

export const contentWords = (run: readonly Written[]): readonly ContentWord[] =>
  run.flatMap(({ text }, at) => (at === 0 ? opening(text) : inside(text))).slice(0, wordsMax);

/** Spellings whose words are kept: one object for each, whatever claim it stands in. */
const keptSpellings = 4000;
/** A capital says nothing of the word that opens a text. */
const opening = keptWord(keptSpellings, (text: string) => wordsIn(text, false));
const inside = keptWord(keptSpellings, (text: string) => wordsIn(text, /^\p{Lu}/u.test(text)));

/** Both parts of a word with a hyphen; none of a small word. */
function wordsIn(text: string, capital: boolean): readonly ContentWord[] {
  const lower = lowerOf(text).replace(/['’]s$/, "");
  if (isStopword(lower) && !/^\d/.test(lower)) return [];
  return lower.split("-").flatMap((part) => (part === "" ? [] : [wordOf(part, capital)]));
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
  if (sameStem(a, b)) return likeness.stem;
  if (a.concept !== null && a.concept === b.concept) return likeness.concept;
  if (areAlike(a, b)) return likeness.meaning;
  return areBroader(a, b) ? likeness.broader : 0;
}

/** Some of the words of a text: which, and what they weigh together. */
export type Part = { readonly has: Member; readonly weight: number };
type Member = (word: ContentWord, at: number, words: readonly ContentWord[]) => boolean;

export const partOf = (words: readonly ContentWord[], has: Member = () => true): Part => ({
  has,
  weight: words.reduce((sum, word, at) => (has(word, at, words) ? sum + word.weight : sum), 0),
});

/** A text beside another one. */
export type Side = {
  readonly words: readonly ContentWord[];
  readonly by: readonly ContentWord[];
  readonly hits: readonly Hit[];
};

/** Both texts beside each other, the earlier first. */
export function sidesOf(one: readonly ContentWord[], two: readonly ContentWord[]): readonly [Side, Side] {
  const { ahead, back } = hitsOf(one, two, likenessOf);
  return [
    { words: one, by: two, hits: ahead },
    { words: two, by: one, hits: back },
  ];
}

/** Likeness from which only the word itself counts. */
export const literal = likeness.stem;

/** Share of a part that a part of the other text holds, by weight; 1 where there is nothing to hold. */
export function heldShare({ words, by, hits }: Side, part: Part, other: Part, least = 0): number {
  let [held, best] = [0, 0];
  for (let nth = 0; nth < hits.length; nth++) {
    const { at, by: place, likeness: like } = hits[nth]!;
    if (like > best && like >= least && part.has(words[at]!, at, words) && other.has(by[place]!, place, by))
      best = like;
    if (hits[nth + 1]?.at === at) continue;
    held += words[at]!.weight * best;
    best = 0;
  }
  return part.weight === 0 ? 1 : held / part.weight;
}

/** Words below this likeness to any other count as left out. */
const strangeBelow = 0.5;

/** What of a text the other one leaves out: how many words, and the weight of the heaviest. */
export function leftOut({ words, hits }: Side): { readonly count: number; readonly heaviest: number } {
  const best = bestOf(hits, words.length);
  const strange = words.filter((_, at) => best[at]! < strangeBelow);
  return { count: strange.length, heaviest: Math.max(0, ...strange.map((word) => word.weight)) };
}
