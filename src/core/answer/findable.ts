/**
 * What was told, found by the words and names of a question without looking through all of it: each fact, and each aside,
 * stands under every word, name and place of its claims. A rare word finds more than one that is everywhere.
 */
import { stemOf, termsOf } from "../language/words.ts";
import type { FactState } from "../ledger/state.ts";
import { tokens } from "../text/tokens.ts";
import type { AskedTerm, Part } from "./part.ts";
import type { Told } from "./told.ts";

/** Something that questions can find. */
export type Unit = {
  /** Null for an aside. */
  readonly fact: FactState | null;
  readonly told: readonly Told[];
  /** When it was told or changed last. */
  readonly at: number;
};

/** The units that share the most with the questions, at most `max` of them; the newest where little or nothing is shared. */
export type Finder = (asked: readonly Part[], max: number) => readonly Unit[];

export function finderOf(units: readonly Unit[]): Finder {
  const postings = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of keysOf(unit)) {
      const posted = postings.get(key);
      if (posted) posted.push(unit);
      else postings.set(key, [unit]);
    }
  }
  const newest = units.toSorted((a, b) => b.at - a.at);
  return (asked, max) => {
    const shared = new Map<Unit, number>();
    for (const [key, weight] of askedKeys(asked)) {
      const posted = postings.get(key) ?? [];
      const rarity = Math.log(1 + units.length / Math.max(1, posted.length));
      for (const unit of posted) shared.set(unit, (shared.get(unit) ?? 0) + weight * rarity);
    }
    const near = [...shared].sort(([a, one], [b, other]) => other - one || b.at - a.at).map(([unit]) => unit);
    if (near.length >= max) return near.slice(0, max);
    const rest = newest.filter((unit) => unit.fact !== null && !shared.has(unit));
    return [...near, ...rest.slice(0, max - near.length)];
  };
}

function keysOf({ fact, told }: Unit): ReadonlySet<string> {
  const known = fact ? [...fact.stems, ...fact.actors, ...fact.names, ...fact.places] : [];
  const said = told.flatMap(({ claim, before }) => [
    ...claim.terms.map(([term]) => term),
    ...claim.issues,
    // "The team" is the one that the sentence before named.
    ...[claim, ...before].flatMap(({ participants, places }) => [
      ...participants.flatMap(({ id, party }) => [id, party]),
      ...places,
    ]),
  ]);
  return new Set([...known, ...said].map(bare));
}

const bare = (id: string) => id.replace(/^place:/, "");

/** A name counts as much as two words, a word that only can mean the same half as much as the word. */
const nameWeight = 2;
const alikeWeight = 0.5;

type Weighed = readonly [key: string, weight: number];

/** Each key with the greatest weight that a word gives it. */
function askedKeys(asked: readonly Part[]): ReadonlyMap<string, number> {
  const all = asked.flatMap((part) => [
    ...part.terms.flatMap(keysOfTerm),
    ...part.asked.flatMap(({ id, word }) => [id, word, stemOf(word)].map((key): Weighed => [key, nameWeight])),
    ...part.issues.map((issue): Weighed => [issue, alikeWeight]),
  ]);
  return new Map(all.toSorted((a, b) => a[1] - b[1]));
}

const keysOfTerm = ({ term, stem, same, alike }: AskedTerm): readonly Weighed[] => [
  ...[...alike].flatMap(withFolded).map((key): Weighed => [key, alikeWeight]),
  ...[term, stem, ...[...same].flatMap(withFolded)].map((key): Weighed => [key, 1]),
];

const withFolded = (stem: string) => [stem, ...termsOf(tokens(stem)).map(({ term }) => term)];
