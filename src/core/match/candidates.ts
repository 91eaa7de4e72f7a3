/**
 * Which of many stories an article could belong to at all. It adds up bits only, so that a thousand stories that have
 * nothing to do with an article cost next to nothing; whoever passes is judged with reasons.
 */
import { groupBitsMax, type Lexicon, type Term } from "../story/lexicon.ts";
import type { MatchRules, Story } from "../story/story.ts";
import type { Scanned } from "./found.ts";

/** Stories for which a required combination may be complete, or whose points may reach the threshold without one. */
export function possibleStories(stories: readonly Story[], lexicon: Lexicon, scanned: Scanned): readonly Story[] {
  const shown = new Int32Array(lexicon.numbers.size);
  // A name that occurs twenty times is counted once.
  const terms = new Set<Term>();
  for (const { value } of scanned.title) terms.add(value);
  for (const { value } of scanned.body) terms.add(value);
  for (const { stories: numbers, groups } of terms) {
    for (let at = 0; at < numbers.length; at++) shown[numbers[at]!]! |= groups[at]!;
  }
  return stories.filter(({ id, match }) => isPossible(match, shown[lexicon.numbers.get(id) ?? -1] ?? 0));
}

function isPossible(rules: MatchRules, shown: number): boolean {
  if (shown === 0) return false;
  if (rules.groups.length > groupBitsMax) return true;
  const { weights, combinations } = bitsOf(rules);
  if (combinations.some((all) => (shown & all) === all)) return true;
  return weights.reduce((sum, weight, at) => ((shown & (1 << at)) === 0 ? sum : sum + weight), 0) >= rules.threshold;
}

type Bits = { readonly weights: readonly number[]; readonly combinations: readonly number[] };

/** A story's rules never change while it is loaded, so their bits are worked out once. */
const known = new WeakMap<MatchRules, Bits>();

function bitsOf(rules: MatchRules): Bits {
  const before = known.get(rules);
  if (before) return before;
  const bit = (id: string) => 1 << rules.groups.findIndex((group) => group.id === id);
  const bits: Bits = {
    weights: rules.groups.map(({ weight }) => weight),
    combinations: rules.require.map((all) => all.reduce((sum, id) => sum | bit(id), 0)),
  };
  known.set(rules, bits);
  return bits;
}
