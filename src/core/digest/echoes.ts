/**
 * A second net under the ledger: two lines of one digest in nearly the same words are told once, and so is a line that
 * says no more than lines of the hours before. It never takes a denial, a firmer statement or exchanged sides for an echo. What the ledger missed must still not be told twice.
 */
import type { Modality } from "../claim/claim.ts";
import { isFirmer } from "../claim/firmness.ts";
import { isNegated } from "../claim/polarity.ts";
import { termsOf } from "../language/words.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { factStates } from "../ledger/states.ts";
import { exchangedSides } from "../relation/order.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Change, Window } from "./digest.ts";

/** Share of a line's words that an earlier line must hold for it to be an echo. */
const echoMin = 0.8;

export function withoutEchoes(changes: readonly Change[], ledger: Ledger, { since }: Window): readonly Change[] {
  const told =
    since === null
      ? []
      : factStates(ledger, since)
          .filter((state) => state.tellable && !state.withdrawn)
          .map(({ now }) => lineOf(now));
  // What moved an earlier fact tells more than the same words as something new, wherever either stands.
  const moved = changes.filter(({ kind }) => kind !== "new" && kind !== "withdrawn").map(lineOf);
  const fresh: Line[] = [];
  return changes.filter((change) => {
    if (change.kind !== "new") return true;
    const line = lineOf(change);
    const wider = changes.filter((other) => covers(other, change)).map(lineOf);
    if ([...wider, ...moved, ...fresh, ...told].some((other) => isEcho(line, other))) return false;
    fresh.push(line);
    return true;
  });
}

/** Told from the whole sentence of which the other is a part. */
function covers(other: Change, change: Change): boolean {
  const [wide, part] = [other.evidence[0], change.evidence[0]];
  if (!wide || !part || other.ref === change.ref || wide.articleId !== part.articleId) return false;
  return wide.start <= part.start && wide.end >= part.end && wide.end - wide.start > part.end - part.start;
}

type Line = {
  readonly run: readonly Token[];
  /** Folded words, names and numbers. */
  readonly words: ReadonlySet<string>;
  readonly negated: boolean;
  readonly modality: Modality;
};

function lineOf({ text, modality }: { readonly text: string; readonly modality: Modality }): Line {
  const run = tokens(text);
  const words = new Set([
    ...termsOf(run).map((term) => term.term),
    ...run.filter((token) => /^\d/.test(token.text)).map((token) => token.lower),
  ]);
  return { run, words, negated: isNegated(text), modality };
}

function isEcho(line: Line, other: Line): boolean {
  const { words } = line;
  if (words.size < 3) return false;
  const shared = [...words].filter((word) => other.words.has(word)).length;
  const newNumber = [...words].some((word) => /^\d/.test(word) && !other.words.has(word));
  if (newNumber || shared / words.size < echoMin) return false;
  return (
    line.negated === other.negated && !isFirmer(line.modality, other.modality) && !exchangedSides(other.run, line.run)
  );
}
