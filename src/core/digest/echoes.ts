/**
 * A second net under the ledger: two lines of one digest in nearly the same words are told once, and so is a line that
 * says no more than lines of the hours before. What the ledger missed must still not be told twice.
 */
import { termsOf } from "../language/words.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { factStates } from "../ledger/states.ts";
import { tokens } from "../text/tokens.ts";
import type { Change, Window } from "./digest.ts";

/** Share of a line's words that an earlier line must hold for it to be an echo. */
const echoMin = 0.8;

export function withoutEchoes(changes: readonly Change[], ledger: Ledger, { since }: Window): readonly Change[] {
  const told =
    since === null
      ? []
      : factStates(ledger, since)
          .filter((state) => state.tellable)
          .map((state) => wordsOf(state.now.text));
  // What moved an earlier fact tells more than the same words as something new, wherever either stands.
  const moved = changes.filter((change) => change.kind !== "new").map((change) => wordsOf(change.text));
  const fresh: ReadonlySet<string>[] = [];
  return changes.filter((change) => {
    if (change.kind !== "new") return true;
    const words = wordsOf(change.text);
    if ([...moved, ...fresh, ...told].some((other) => isEcho(words, other))) return false;
    fresh.push(words);
    return true;
  });
}

/** Folded words, names and numbers of a line. */
function wordsOf(line: string): ReadonlySet<string> {
  const run = tokens(line);
  return new Set([
    ...termsOf(run).map((term) => term.term),
    ...run.filter((token) => /^\d/.test(token.text)).map((token) => token.lower),
  ]);
}

function isEcho(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (words.size < 3) return false;
  const shared = [...words].filter((word) => other.has(word)).length;
  const newNumber = [...words].some((word) => /^\d/.test(word) && !other.has(word));
  return !newNumber && shared / words.size >= echoMin;
}
