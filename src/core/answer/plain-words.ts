/**
 * A question as people type it, written as for print: "whats" and "ppl" in full, countries and names with their capitals,
 * a misspelt name as the reports spell it. It changes spelling only: nothing is added and nothing is left out.
 */

import { foldName } from "../claim/names.ts";
import { geography } from "../language/geography.ts";
import { isOrdinary } from "../language/lexicon.ts";
import { isCommonWord, isListed, stemOf } from "../language/words.ts";
import type { Story } from "../story/story.ts";
import { slipsBetween } from "../text/nearest.ts";
import { inOneWord } from "./everyday.ts";

/** What the reports themselves name and say: a word of theirs is not misspelt. */
export type Reported = {
  /** Names that no list holds, folded. */
  readonly names: ReadonlySet<string>;
  readonly isWord: (lower: string) => boolean;
  /** Every word of them, in small letters. */
  readonly words: () => Iterable<string>;
};
export const nothingReported: Reported = { names: new Set(), isWord: () => false, words: () => [] };

const inFull: readonly (readonly [RegExp, string])[] = [
  [/[’‘`´]/g, "'"],
  [/\b(what|who|where|when|how|why|that|there)'?s\b/gi, "$1 is"],
  [/\b(he|she|it)'s\b/gi, "$1 is"],
  [/\b(they|we|you|what|who|where|how)'re\b/gi, "$1 are"],
  [/\b(?:can't|cannot)\b/gi, "can not"],
  [/\bwon't\b/gi, "will not"],
  [/\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n'?t\b/gi, "$1 not"],
  [
    /^(?:is it (?:true|correct|right|the case)|did you hear) that (.{1,80}?) (is|are|was|were|has|have|had|will|would|can|could) /i,
    "$2 $1 ",
  ],
  [/^whose (\w+(?: \w+)?) (?:is|are|was|were) (?:it|this|that|they|these|those)(?=\W*$)/i, "who owns the $1"],
  [/\bppl\b/gi, "people"],
  [/\bgov'?t\b/gi, "government"],
  [/\b(?:pls|plz)\b/gi, "please"],
  [/\babt\b/gi, "about"],
  [/,?\s+or\s+not\b/gi, ""],
  [/\breach(?:e[sd]|ing)?\s+(?=(?:an? |the |any )?(?:deal|agreement|accord|compromise|settlement)\b)/gi, "have "],
  [
    /\b(push|put|call|set|turn|hold|throw|pull|bring|cut|shut)(ed|ing|s)?\s+((?:the\s+)?\w+)\s+(back|off|out|down)\b/gi,
    "$1$2 $4 $3",
  ],
  [/\b(on|open|in|over|true|alive|planned)\s+or\s+(?:off|closed|shut|out|false|dead|cancell?ed)\b/gi, "$1"],
];

/** A question in printed spelling; what is all in capitals is read as if nobody had shouted. */
export function printed(written: string, story: Story, reported: Reported): string {
  const shouted = !/\p{Ll}/u.test(written) && /\p{Lu}.*\s.*\p{Lu}/u.test(written);
  const plain = inFull.reduce(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    shouted ? written.toLowerCase() : written,
  );
  return spelled(inOneWord(plain).replace(geographic, capitals), story, reported);
}

/** Everyday words that are countries or peoples only with a capital. */
const everyday: ReadonlySet<string> = new Set(
  "us un polish poles turkey chad jordan west western mali lima muscat fiji".split(" "),
);
const capitals = (words: string) => (/^(?:eu|uk|uae|nato)$/i.test(words) ? words.toUpperCase() : titled(words));
const titled = (words: string) => words.replace(/(?<![\p{L}'])\p{Ll}(?!f\b)/gu, (letter) => letter.toUpperCase());

const geographic = new RegExp(
  `(?<![\\p{L}'])(?:${geography
    .flatMap(({ names, people, capitals }) => [...names, ...people, ...capitals])
    .map((name) => name.toLowerCase())
    .filter((name) => /^[a-z ]+$/.test(name) && !everyday.has(name))
    .sort((a, b) => b.length - a.length)
    .join("|")})(?![\\p{L}])`,
  "gu",
);

/** Names get their capital, and the nearest spelling when the one they have is nobody's. */
function spelled(text: string, story: Story, reported: Reported): string {
  const names = namesOf(story);
  const careful = /\p{Lu}/u.test(text.slice(1));
  return text.replace(/(?<![\p{L}'])\p{L}{4,}(?![\p{L}])/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    const folded = foldName(lower);
    if (names.has(folded) && !(careful && isCommonWord(lower))) return word === lower ? names.get(folded)! : word;
    if (isCommonWord(lower)) return word;
    if (reported.names.has(folded)) return titled(word);
    return ownerIn(folded, text.slice(at + word.length), names) ?? misspelt(word, names, reported);
  });
}

function misspelt(word: string, names: ReadonlyMap<string, string>, reported: Reported): string {
  const lower = word.toLowerCase();
  if (reported.isWord(lower)) return word;
  // Slips that many make are on the list of words, but in no dictionary.
  const isListedWord = isListed(lower);
  if (isListedWord && isOrdinary(stemOf(lower))) return word;
  const name = isListedWord ? null : meantBy(foldName(lower), names, reported);
  return name ?? (plainWord.test(word) ? nearestOf(word, reported.words()) : null) ?? word;
}

/** In small letters and long enough that one slip still leaves it the same word: "presedent". */
const plainWord = /^[a-z]{5,}$/;

/** "Vargas campaign" is Varga's. */
function ownerIn(folded: string, next: string, names: ReadonlyMap<string, string>): string | null {
  const owner = folded.endsWith("s") && /^ +\p{L}/u.test(next) ? names.get(folded.slice(0, -1)) : undefined;
  return owner === undefined ? null : `${owner}'s`;
}

/** The name of the story, or else of the reports, that is nearest to a misspelt one. */
function meantBy(folded: string, names: ReadonlyMap<string, string>, reported: Reported): string | null {
  const own = nearestOf(folded, names.keys());
  if (own !== null) return names.get(own)!;
  const other = nearestOf(folded, reported.names);
  return other === null ? null : titled(other);
}

/** One slip in a short word, two in a long one, and never the first letter. */
const longWord = 6;

function nearestOf(folded: string, names: Iterable<string>): string | null {
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const name of names) {
    if (name[0] !== folded[0] || Math.abs(name.length - folded.length) > 2 || name.length < 4) continue;
    const slips = slipsBetween(folded, name);
    if (slips <= (folded.length > longWord ? 2 : 1) && (best === null || slips < best.slips)) best = { name, slips };
  }
  return best?.name ?? null;
}

const kept = new WeakMap<Story, ReadonlyMap<string, string>>();

/** Every word of a proper name of the story in Latin letters: folded → as the story writes it. */
function namesOf(story: Story): ReadonlyMap<string, string> {
  const known = kept.get(story);
  if (known) return known;
  const names = new Map(
    [...story.actors, ...story.places]
      .flatMap(({ name, aliases }) => [...aliases, name])
      .flatMap((name) => name.replace(/\*/g, "").split(/[\s-]+/))
      .filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word) && /^\p{Script=Latin}+$/u.test(word))
      .map((word) => [foldName(word.toLowerCase()), word] as const),
  );
  kept.set(story, names);
  return names;
}
