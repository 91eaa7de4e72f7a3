/**
 * What questions are held against: everything that was told by one instant, read once. Until another report comes, every
 * question looks at the same passages; they are kept as long as the list of what was told is.
 */
import { stemOf } from "../language/words.ts";
import type { FactState } from "../ledger/state.ts";
import type { Lexicon } from "../story/lexicon.ts";
import { tokens } from "../text/tokens.ts";
import { finderOf, type Unit } from "./findable.ts";
import type { Part } from "./part.ts";
import type { Known, Passage } from "./passage.ts";
import { asideOf, passagesOf } from "./passages.ts";
import type { Reported } from "./plain-words.ts";
import type { Told } from "./told.ts";

/** Facts and asides that one question is held against: those that share the most words and names with it. */
export const unitsReadMax = 400;

export type Heard = {
  /** How the reports spell names, and their words. */
  readonly reported: Reported;
  /** What may answer these questions. */
  passages(asked: readonly Part[]): readonly Passage[];
};

type Kept = { readonly facts: readonly FactState[]; readonly lexicon: Lexicon; readonly heard: Heard };
const kept = new WeakMap<readonly Told[], Kept>();

export function heardFrom(facts: readonly FactState[], told: readonly Told[], known: Known): Heard {
  const before = kept.get(told);
  if (before?.facts === facts && before.lexicon === known.lexicon) return before.heard;
  const heard = open(facts, told, known);
  kept.set(told, { facts, lexicon: known.lexicon, heard });
  return heard;
}

function open(facts: readonly FactState[], told: readonly Told[], known: Known): Heard {
  const byFact = Map.groupBy(told, (one) => one.fact);
  const units = [
    ...facts.map((fact): Unit => ({ fact, told: byFact.get(fact.ref) ?? [], at: fact.changed })),
    ...(byFact.get(null) ?? []).map((one): Unit => ({ fact: null, told: [one], at: one.seen })),
  ];
  const find = finderOf(units);
  const read = new Map<Unit, readonly Passage[]>();
  const passagesIn = (unit: Unit): readonly Passage[] => {
    const passages = read.get(unit) ?? passagesOfUnit(unit, known);
    read.set(unit, passages);
    return passages;
  };
  return {
    reported: reportedBy(told),
    passages: (asked) => find(asked, unitsReadMax).flatMap(passagesIn),
  };
}

const passagesOfUnit = ({ fact, told }: Unit, known: Known): readonly Passage[] =>
  fact ? passagesOf(fact, told, known) : told.map((one) => asideOf(one, known));

/** Names and words of the reports, for what a question misspells; the words are gathered only when one is in doubt. */
function reportedBy(told: readonly Told[]): Reported {
  const named = told.flatMap(({ claim }) => claim.participants.filter(({ kind }) => kind === "name"));
  let words: ReadonlySet<string> | null = null;
  let written: ReadonlySet<string> | null = null;
  return {
    names: new Set(named.map(({ id }) => id)),
    isWord: (lower) => {
      words ??= new Set(told.flatMap(({ claim }) => claim.terms.map(([term]) => term)));
      return words.has(stemOf(lower));
    },
    words: () => {
      written ??= new Set(told.flatMap(({ claim }) => tokens(claim.text).map((token) => token.lower)));
      return written;
    },
  };
}
