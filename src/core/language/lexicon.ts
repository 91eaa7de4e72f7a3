/**
 * How common words stand to one another: of one meaning (or made from it: annul, annulment), opposed, or one broader than
 * the other. From WordNet 3.1, made by tests/bench/train/lexicon.ts; it knows stems, not senses, so it is a hint.
 */
import lexicon from "./lexicon.json" with { type: "json" };

type Index = {
  /** Every stem of the table, numbered: pairs of numbers are compared without joining words. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The stems of each meaning, as one line. */
  readonly lines: readonly string[];
  /** By number of a stem: the meanings it can have. */
  readonly meanings: readonly (readonly number[] | undefined)[];
  readonly opposed: ReadonlySet<number>;
  readonly broader: ReadonlySet<number>;
};

let index: Index | null = null;

/** Read when the first two words are compared: a command that compares none does not wait for it. */
function indexed(): Index {
  index ??= indexOf();
  return index;
}

/** At most so many stems; two numbers below it make one, small enough to be kept without a box. */
const stemsMax = 2 ** 15;

function indexOf(): Index {
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  };
  const meanings: number[][] = [];
  const lines = lexicon.alike.split("|");
  for (const [at, line] of lines.entries()) {
    for (const stem of line.split(" ")) {
      const number = numberOf(stem);
      meanings[number] = [...(meanings[number] ?? []), at];
    }
  }
  const pairsOf = (lines: string): ReadonlySet<number> =>
    new Set(
      lines.split("|").map((line) => {
        const [a, b] = line.split(" ") as [string, string];
        return pair(numberOf(a), numberOf(b));
      }),
    );
  const pairs = { opposed: pairsOf(lexicon.opposed), broader: pairsOf(lexicon.broader) };
  if (numbers.size > stemsMax) throw new Error(`The lexicon holds ${numbers.size} stems; raise stemsMax.`);
  return { numbers, lines, meanings, ...pairs };
}

const pair = (a: number, b: number): number => a * stemsMax + b;

/** Whether the table holds a stem at all: an ordinary word, hardly a name. */
export const isOrdinary = (stem: string): boolean => indexed().numbers.has(stem);

/** Two stems that can mean the same. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const { numbers, meanings } = indexed();
  const [one, two] = [numbers.get(a), numbers.get(b)];
  if (one === undefined || two === undefined) return false;
  const other = meanings[two];
  return other !== undefined && (meanings[one]?.some((meaning) => other.includes(meaning)) ?? false);
}

/** Every stem that can mean the same, the stem itself among them. */
export function alikeTo(stem: string): ReadonlySet<string> {
  const { numbers, lines, meanings } = indexed();
  const own = meanings[numbers.get(stem) ?? -1] ?? [];
  return new Set([stem, ...own.flatMap((at) => lines[at]!.split(" "))]);
}

/** One of two stems names the kind of thing that the other is: tanker, ship. */
export const broader = (a: string, b: string): boolean => holds(indexed().broader, a, b);

/** Two stems of which only one can hold: accept, reject. */
export const opposed = (a: string, b: string): boolean => holds(indexed().opposed, a, b);

function holds(pairs: ReadonlySet<number>, a: string, b: string): boolean {
  const { numbers } = indexed();
  const one = numbers.get(a);
  const two = one === undefined ? undefined : numbers.get(b);
  return one !== undefined && two !== undefined && (pairs.has(pair(one, two)) || pairs.has(pair(two, one)));
}
