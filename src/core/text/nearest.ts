/** "Did you mean …": the candidate closest to a word that nobody knows. Knows spelling, not meaning. */

/** A word is compared up to this length; longer ones are no typos. */
const wordLengthMax = 40;

/** Lower case, without accents: what two spellings are compared in. */
export function fold(value: string): string {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The nearest candidate within one slip for every three letters, else null. Earlier candidates win a tie. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = fold(word).slice(0, wordLengthMax);
  const slipsMax = Math.floor(wanted.length / 3);
  let best: { readonly candidate: string; readonly slips: number } | null = null;
  for (const candidate of candidates) {
    const slips = slipsBetween(wanted, fold(candidate).slice(0, wordLengthMax));
    if (slips <= slipsMax && (best === null || slips < best.slips)) best = { candidate, slips };
  }
  return best?.candidate ?? candidates.find((candidate) => extendsOther(wanted, fold(candidate))) ?? null;
}

/**
 * Letters added, dropped, changed, or swapped with their neighbour: the optimal string alignment distance.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      next.push(Math.min(changed, swapped, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** "warning" is near "warn", "alias" near "aliases": one begins the other and has no more than an ending less. */
function extendsOther(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= endedLengthMin && long.startsWith(short) && long.length - short.length <= endingMax;
}

const endedLengthMin = 4;
const endingMax = 3;
