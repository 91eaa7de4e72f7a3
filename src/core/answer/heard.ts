/**
 * What questions are held against: everything that was told by one instant, read once. Until another report comes, every
 * question looks at the same passages; they are kept as long as the list of what was told is.
 */
import { stemOf } from "../language/words.ts";
import type { FactRef } from "../ledger/ledger.ts";
import type { FactState } from "../ledger/state.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Part } from "./part.ts";
import type { Known, Passage } from "./passage.ts";
import { asideOf, passagesOf } from "./passages.ts";
import type { Reported } from "./plain-words.ts";
import type { Told } from "./told.ts";

/** Facts that one question is held against in full; of more, those that share the most words and names with it. */
export const factsReadMax = 2000;

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
  const ofFact = new Map<FactRef, readonly Passage[]>();
  const ofAside = new Map<Told, Passage>();
  const passagesIn = (fact: FactState) =>
    from(ofFact, fact.ref, () => passagesOf(fact, byFact.get(fact.ref) ?? [], known));
  const nearest = facts.length <= factsReadMax ? () => facts : nearestOf(facts);
  return {
    reported: reportedBy(told),
    passages: (asked) => [
      ...nearest(asked).flatMap(passagesIn),
      ...asidesFor(byFact.get(null) ?? [], asked).map((one) => from(ofAside, one, () => asideOf(one, known))),
    ],
  };
}

function from<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

/** Names and words of the reports, for what a question misspells; the words are gathered only when one is in doubt. */
function reportedBy(told: readonly Told[]): Reported {
  const named = told.flatMap(({ claim }) => claim.participants.filter(({ kind }) => kind === "name"));
  let words: ReadonlySet<string> | null = null;
  return {
    names: new Set(named.map(({ id }) => id)),
    isWord: (lower) => {
      words ??= new Set(told.flatMap(({ claim }) => claim.terms.map(([term]) => term)));
      return words.has(stemOf(lower));
    },
  };
}

/** Of many facts those with the most in common with the questions, the newest first. */
function nearestOf(facts: readonly FactState[]): (asked: readonly Part[]) => readonly FactState[] {
  const postings = new Map<string, FactState[]>();
  for (const fact of facts)
    for (const key of new Set([...fact.stems, ...fact.actors, ...fact.names, ...fact.places].map(bare)))
      from(postings, key, () => []).push(fact);
  const newest = facts.toSorted((a, b) => b.changed - a.changed);
  return (asked) => {
    const shared = new Map<FactState, number>();
    for (const [key, weight] of keysOf(asked))
      for (const fact of postings.get(key) ?? []) shared.set(fact, (shared.get(fact) ?? 0) + weight);
    const near = [...shared].sort(([a, one], [b, other]) => other - one || b.changed - a.changed).map(([fact]) => fact);
    const rest = newest.filter((fact) => !shared.has(fact));
    return [...near, ...rest].slice(0, factsReadMax);
  };
}

const bare = (id: string) => id.replace(/^place:/, "");
/** A shared name counts as much as two words. */
const nameWeight = 2;
const keysOf = (asked: readonly Part[]): ReadonlyMap<string, number> =>
  new Map([
    ...asked.flatMap((part) => part.terms.map(({ term }) => [term, 1] as const)),
    ...asked.flatMap((part) => part.asked.map(({ id }) => [id, nameWeight] as const)),
  ]);

/** Of what joins no fact, whatever shares a word with the questions; of more than a few the newest. */
function asidesFor(asides: readonly Told[], asked: readonly Part[]): readonly Told[] {
  const terms = new Set(asked.flatMap((part) => part.terms.map((term) => term.term)));
  const names = asked.flatMap((part) => part.asked.map((one) => one.word));
  const shares = ({ claim }: Told) =>
    claim.terms.some(([term]) => terms.has(term)) || names.some((name) => claim.text.toLowerCase().includes(name));
  return asides.filter(shares).slice(-factsReadMax);
}
