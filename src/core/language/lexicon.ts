/**
 * How common words stand to one another: of one meaning (or made from it: annul, annulment), opposed, or one broader than
 * the other. From WordNet 3.1, made by tests/bench/train/lexicon.ts; it knows stems, not senses, so it is a hint.
 */
import lexicon from "./lexicon.json" with { type: "json" };

type Index = {
  readonly meanings: ReadonlyMap<string, readonly number[]>;
  readonly opposed: ReadonlySet<string>;
  readonly broader: ReadonlySet<string>;
};

let index: Index | null = null;

/** Read when the first two words are compared: a command that compares none does not wait for it. */
function indexed(): Index {
  index ??= {
    meanings: meaningsOf(lexicon.alike),
    opposed: pairsOf(lexicon.opposed),
    broader: pairsOf(lexicon.broader),
  };
  return index;
}

function meaningsOf(lines: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, line] of lines.split("|").entries()) {
    for (const stem of line.split(" ")) {
      const list = found.get(stem);
      if (list) list.push(at);
      else found.set(stem, [at]);
    }
  }
  return found;
}

const pairsOf = (lines: string): ReadonlySet<string> => new Set(lines.split("|"));

/** Two stems that can mean the same. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const { meanings } = indexed();
  const other = meanings.get(b);
  return other !== undefined && (meanings.get(a)?.some((one) => other.includes(one)) ?? false);
}

/** One of two stems names the kind of thing that the other is: tanker, ship. */
export const broader = (a: string, b: string): boolean =>
  indexed().broader.has(`${a} ${b}`) || indexed().broader.has(`${b} ${a}`);

/** Two stems of which only one can hold: accept, reject. */
export const opposed = (a: string, b: string): boolean => indexed().opposed.has(a < b ? `${a} ${b}` : `${b} ${a}`);
