/**
 * Who does it to whom: true when two statements share a verb that has a direction and its two sides have changed places.
 * Names or common nouns, active or passive; "A met B" and "B met A" are one thing.
 */
import { numberWords } from "../language/numerals.ts";
import { isStopword, stemOf, termsOf } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";

/** Concepts whose sides may change places, and words that are no verbs of doing. */
const mutual = new Set(
  "talks agree swap merge sign deal share reach match marri clash border split differ debat argu".split(" "),
);
/** Words before and behind a verb among which its sides are looked for. */
const sideReach = 6;

type Sides = { readonly doers: readonly string[]; readonly others: readonly string[] };

export function exchangedSides(before: readonly Token[], after: readonly Token[]): boolean {
  const [one, two] = [keysOf(before), keysOf(after)];
  for (const [at, verb] of one.entries()) {
    if (verb === null || at === 0 || mutual.has(verb) || isNoun(before, at)) continue;
    const other = two.findIndex((key, place) => key === verb && place > 0 && sameWord(before[at]!, after[place]!));
    if (other < 1 || isNoun(after, other)) continue;
    if (crossed(sidesOf(before, one, at), sidesOf(after, two, other))) return true;
  }
  return false;
}

/** A name, or a word behind an article: no verb. */
const isNoun = (run: readonly Token[], at: number) =>
  /^\p{Lu}/u.test(run[at]!.text) || /^(?:the|an?|his|her|its|their|of|this|that)$/.test(run[at - 1]?.lower ?? "");

/** Of one concept and one form of it: "killed" and "died" are told from opposite ends. */
const sameWord = (one: Token, two: Token) => one.lower[0] === two.lower[0];

/** Kept as long as the words are, because a claim is held against many. */
const kept = new WeakMap<readonly Token[], readonly (string | null)[]>();

function keysOf(run: readonly Token[]): readonly (string | null)[] {
  const known = kept.get(run) ?? run.map(keyOf);
  kept.set(run, known);
  return known;
}

function keyOf(token: Token): string | null {
  if (isStopword(token.lower) || /^\d/.test(token.lower) || numberWords.has(token.lower)) return null;
  if (/(?:^|-)\p{Lu}/u.test(token.text)) return stemOf(token.lower);
  return termsOf([token])[0]?.term ?? null;
}

function sidesOf(run: readonly Token[], keys: readonly (string | null)[], at: number): Sides {
  const ahead = keys.slice(Math.max(0, at - sideReach), at).filter((key) => key !== null);
  const by = run.slice(at + 1, at + 1 + sideReach).findIndex((token) => token.lower === "by");
  const passive = by >= 0 && run.slice(Math.max(0, at - 3), at).some((token) => beForm.test(token.lower));
  return passive
    ? { doers: phraseFrom(run, keys, at + 2 + by), others: ahead }
    : { doers: ahead, others: phraseFrom(run, keys, at + 1) };
}

/** The noun phrase that begins at `from`: up to the first number or small word that is no article. */
function phraseFrom(run: readonly Token[], keys: readonly (string | null)[], from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < run.length && found.length < phraseWordsMax; at++) {
    const key = keys[at];
    if (key) found.push(key);
    else if (found.length > 0 || !/^(?:the|an?|his|her|its|their)$/.test(run[at]!.lower)) break;
  }
  return found;
}

const phraseWordsMax = 3;
const beForm = /^(?:is|are|was|were|be|been|being|got)$/;

function crossed(one: Sides, two: Sides): boolean {
  const meet = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key));
  return (
    meet(one.doers, two.others) &&
    meet(one.others, two.doers) &&
    !meet(one.doers, two.doers) &&
    !meet(one.others, two.others)
  );
}
