/** The proper names of two statements, word by word, as written: what is left when neither story nor geography knows them. */
import { foldName } from "../claim/names.ts";
import { belongsTo, geography } from "../language/geography.ts";
import { isCommonWord } from "../language/words.ts";
import { keptWord } from "../text/kept.ts";
import type { Token } from "../text/tokens.ts";

const notNames =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|president|minister|prime|foreign|secretary|general|chief|judge|mr|mrs|ms|dr|county|lake|port|north|south|east|west|new|san|saint|st|i|envoy|spokes\w+|mayor|governor|king|queen|captain|professor)$/;

const countries = new Map(
  geography.flatMap(({ id, names, people, capitals }) =>
    [...names, ...people, ...capitals].map((name) => [name.toLowerCase(), id] as const),
  ),
);

/** Folded names in order, each once. A word that opens a sentence counts only if nobody uses it as a common word. */
export function properWords(run: readonly Token[], text: string): readonly string[] {
  const found = new Set<string>();
  for (const [at, token] of run.entries()) {
    if (!/^\p{Lu}/u.test(token.text) || notNames.test(token.lower) || token.text.length < 2) continue;
    const between = at === 0 ? "." : text.slice(run[at - 1]!.end, token.start);
    const opens = at === 0 || /[.!?:“"]/.test(between);
    if (opens && isCommonWord(token.lower)) continue;
    found.add(nameOf(token.lower));
  }
  return [...found];
}

/** Names whose folding is kept. */
const keptNames = 2000;
const nameOf = keptWord(keptNames, (lower: string): string => countries.get(lower) ?? foldName(lower));

/** Names of one statement that the other does not hold, also not as a people, a capital or a longer form. */
export const namesMissing = (from: readonly string[], other: readonly string[]): readonly string[] =>
  from.filter((one) => !other.some((two) => sameName(one, two)));

function sameName(a: string, b: string): boolean {
  if (a === b || belongsTo(a, b) || belongsTo(b, a)) return true;
  const shared = Math.min(a.length, b.length);
  return shared >= prefixMin && (a.startsWith(b.slice(0, shared - 1)) || b.startsWith(a.slice(0, shared - 1)));
}

/** Kessaria, Kessarian: this much of the shorter name must stand in the longer one. */
const prefixMin = 5;
