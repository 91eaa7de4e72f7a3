/**
 * Concepts of which only one can hold of one thing at one time: to win and to lose, to agree and to refuse. Opposed words
 * that no concept covers come from the lexicon.
 */
import { areOpposed, type Lexeme } from "./lexicon.ts";

const pairs = `raise fall|raise cut|win lose|agree refuse|agree block|agree fail|release arrest|convict acquit|confirm deny|shut begin
  thank criticise|control lose|deal fail|progress fail|continue end|continue suspend|begin cancel|return leave|demand refuse
  guarantee refuse|missing rescue|kill rescue|full half|constructive fail|ready refuse|sign refuse|reach fail`;

const listed = new Map<string, Set<string>>();
for (const pair of pairs.split(/[|\n]/)) {
  const [a, b] = pair.trim().split(" ") as [string, string];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    listed.set(one, (listed.get(one) ?? new Set()).add(other));
}

export type Folded = Lexeme & { readonly term: string };

export const opposite = (a: Folded, b: Folded): boolean =>
  listed.get(a.term)?.has(b.term) || (a.term !== b.term && areOpposed(a, b));
