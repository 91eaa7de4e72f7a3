/** Whether a clause says yes or no: the negations of its main part, counted in pairs. */
import { falseNegators, negators } from "../language/cues.ts";
import { mainText, type Predicate, predicateOf } from "../language/grammar/main.ts";

/** True when the clause says that its predicate does not hold; two negations cancel, a negated condition does not count. */
export function isNegated(clause: string, predicate: Predicate = predicateOf(clause)): boolean {
  const main = mainText(predicate).replace(falseNegators, " ");
  return countNegations(main) % 2 === 1;
}

/** "did not and will not", "no … nor …" deny once: a negation joined to one before it is not counted. */
function countNegations(text: string): number {
  let count = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const match of text.matchAll(negators)) {
    const between = text.slice(Math.max(0, lastEnd), match.index);
    if (lastEnd < 0 || !/\b(?:and|or|nor)\b/.test(between)) count += 1;
    lastEnd = match.index + match[0].length;
  }
  return count;
}
