/**
 * Two sentences in nearly the same words that differ in one content word say two things ("the defence budget", "the
 * health budget"); a paraphrase differs in many places at once. Found by aligning the words.
 */
import { conceptTable } from "../language/concepts.ts";
import { areAlike, areBroader, lexemeOf } from "../language/lexicon.ts";
import type { Folded } from "../language/opposites.ts";
import { stemOf, termsOf } from "../language/words.ts";
import type { Written } from "../text/tokens.ts";

/** Share of the longer text that must stand in both, in order, for a difference to count as a substitution. */
const alignedMin = 0.55;
/** Longer texts are articles, not statements; aligning them costs the product of their lengths. */
const wordsMax = 80;

const table = conceptTable();

/** True when the texts align and each has a content word in a place where the other has another one. */
export function substitutes(before: readonly Written[], after: readonly Written[]): boolean {
  const [a, b] = [headOf(before), headOf(after)];
  const least = alignedMin * Math.max(a.length, b.length);
  // Most pairs share too few words in any order; aligning them would only say so more slowly.
  if (Math.min(a.length, b.length) < least || shared(a, timesOf(after), least) < least) return false;
  const pairs = align(a, b);
  return pairs.length >= least && gaps(a, b, pairs).some(([left, right]) => differ(left, right));
}

/** Words that stand in both, each as often as in the one that has it less often: no alignment has more pairs. */
const headOf = (run: readonly Written[]) => (run.length > wordsMax ? run.slice(0, wordsMax) : run);

function shared(a: readonly Written[], b: Times, least: number): number {
  // Counted more than once, a word makes the sum too large, never too small.
  let found = 0;
  for (const { lower } of a) if (b.has(lower)) found += 1;
  if (found < least) return 0;
  found = 0;
  for (const [word, times] of timesIn(a)) found += Math.min(times, b.get(word) ?? 0);
  return found;
}

/** How often each word stands in a text. */
type Times = ReadonlyMap<string, number>;

function timesIn(run: readonly Written[]): Times {
  const times = new Map<string, number>();
  for (const { lower } of run) times.set(lower, (times.get(lower) ?? 0) + 1);
  return times;
}

/** One text is held against many in a row. */
let last: { readonly run: readonly Written[]; readonly times: Times } | null = null;

function timesOf(run: readonly Written[]): Times {
  if (last?.run !== run) last = { run, times: timesIn(headOf(run)) };
  return last.times;
}

/** Longest common subsequence of words, as index pairs. */
function align(a: readonly Written[], b: readonly Written[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i]!.lower === b[j]!.lower;
      best[i * width + j] = same
        ? best[(i + 1) * width + j + 1]! + 1
        : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  return walk(a, b, best, width);
}

function walk(
  a: readonly Written[],
  b: readonly Written[],
  best: Uint16Array,
  width: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.lower === b[j]!.lower) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

type Gap = readonly [left: readonly Written[], right: readonly Written[]];

function gaps(
  a: readonly Written[],
  b: readonly Written[],
  pairs: readonly (readonly [number, number])[],
): readonly Gap[] {
  const found: Gap[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    if (x > i && y > j) found.push([a.slice(i, x), b.slice(j, y)]);
    [i, j] = [x + 1, y + 1];
  }
  return found;
}

/** Words of firmness, tense and number are judged elsewhere; what remains must be the same concepts. */
function differ(left: readonly Written[], right: readonly Written[]): boolean {
  const content = (words: readonly Written[]) => {
    const run = words.map((word, at) => ({ ...word, start: at, end: at }));
    return termsOf(
      run.filter((token) => !judgedElsewhere(token.lower)),
      table,
    ).map(({ term, start }) => ({ term, ...lexemeOf(stemOf(run.find((token) => token.start === start)!.lower)) }));
  };
  const [one, two] = [content(left), content(right)];
  return one.some((word) => strange(word, two)) && two.some((word) => strange(word, one));
}

/** Neither the word nor one of its meaning. */
const strange = (word: Folded, others: readonly Folded[]) =>
  !others.some((other) => other.term === word.term || areAlike(other, word) || areBroader(other, word));

const judgedElsewhere = (lower: string) =>
  /^(?:expect\w*|schedul\w*|set|due|likely|unlikely|plan\w*|to|be|been|being|held|hold\w*|take\w*|took|place|deni\w*|reject\w*|accept\w*|refus\w*|agree\w*|\d.*)$/.test(
    lower,
  );
