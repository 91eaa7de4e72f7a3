/**
 * The plain rules that the engine is held against: word overlap and a naive sentence split. They share no code with the
 * engine on purpose.
 */

const dull = new Set(
  "a an and are as at be been but by for from had has have he her his in into is it its of on or said says she that the their they this to was were which who will with".split(
    " ",
  ),
);

export function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !dull.has(word)));
}

/** Shared words over the smaller set of words, 0…1. */
export function overlap(a: string, b: string): number {
  const [left, right] = [contentWords(a), contentWords(b)];
  const smaller = Math.min(left.size, right.size);
  return smaller === 0 ? 0 : [...left].filter((word) => right.has(word)).length / smaller;
}

/** From here on the plain rule takes two statements for the same. */
export const overlapMin = 0.5;
export const overlaps = (a: string, b: string): boolean => overlap(a, b) >= overlapMin;

/** A sentence ends wherever a full stop, question or exclamation mark stands before a space. */
export const naiveSentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
