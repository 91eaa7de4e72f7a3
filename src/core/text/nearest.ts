/** "Did you mean …": the known word nearest to a mistyped one. */

/** Words this far apart, in single-letter edits, are not a slip of the finger. */
const distanceMax = 3;
const wordLengthMax = 40;

/** The nearest of the known words, or null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = word.slice(0, wordLengthMax).toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(asked, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.min(distanceMax, Math.ceil(asked.length / 2)) ? best.candidate : null;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
