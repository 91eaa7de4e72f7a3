/**
 * Who does it to whom: true when two statements share a verb that has a direction and its two sides have changed places.
 * Names or common nouns, active or passive; "A met B" and "B met A" are one thing.
 */
import { numberWords } from "../language/numerals.ts";
import { isStopword, stemOf, termsOf } from "../language/words.ts";
import { keptWord } from "../text/kept.ts";
import { tokens, type Written } from "../text/tokens.ts";

/** Concepts whose sides may change places, and words that are no verbs of doing. */
const mutual = new Set(
  "talks agree swap merge sign deal share reach match marri clash border split differ debat argu".split(" "),
);
/** Words before and behind a verb among which its sides are looked for. */
const sideReach = 6;

type Sides = { readonly doers: readonly string[]; readonly others: readonly string[] };

export function exchangedSides(before: readonly Written[], after: readonly Written[]): boolean {
  const [one, two] = [keysOf(before), keysOf(after)];
  for (let at = 1; at < one.length; at++) {
    const verb = one[at]!;
    if (verb === null || mutual.has(verb)) continue;
    const other = placeOf(verb, before[at]!.lower[0], after, two);
    if (other < 1 || isNoun(before, at) || isNoun(after, other)) continue;
    if (crossed(sidesOf(before, one, at), sidesOf(after, two, other))) return true;
  }
  return false;
}

/** Where a verb stands, of one concept and one form of it: "killed" and "died" are told from opposite ends. */
function placeOf(verb: string, letter: string | undefined, run: readonly Written[], keys: Keys): number {
  for (let at = 1; at < keys.length; at++) if (keys[at] === verb && run[at]!.lower[0] === letter) return at;
  return -1;
}

/** A name, or a word behind an article: no verb. */
const isNoun = (run: readonly Written[], at: number) =>
  /^\p{Lu}/u.test(run[at]!.text) || /^(?:the|an?|his|her|its|their|of|this|that)$/.test(run[at - 1]?.lower ?? "");

type Keys = readonly (string | null)[];

/** Kept as long as the words are, because a claim is held against many. */
const known = new WeakMap<readonly Written[], Keys>();

function keysOf(run: readonly Written[]): Keys {
  const keys = known.get(run) ?? run.map(({ text }) => keyOf(text));
  known.set(run, keys);
  return keys;
}

/** Spellings whose folding is kept. */
const keptSpellings = 4000;

/** What a word folds to; null for a number or a small word. */
const keyOf = keptWord(keptSpellings, (text: string): string | null => {
  const [token] = tokens(text);
  if (!token || isStopword(token.lower) || /^\d/.test(token.lower) || numberWords.has(token.lower)) return null;
  if (/(?:^|-)\p{Lu}/u.test(text)) return stemOf(token.lower);
  return termsOf([token])[0]?.term ?? null;
});

function sidesOf(run: readonly Written[], keys: Keys, at: number): Sides {
  const ahead = keys.slice(Math.max(0, at - sideReach), at).filter((key) => key !== null);
  const by = run.slice(at + 1, at + 1 + sideReach).findIndex((token) => token.lower === "by");
  const passive = by >= 0 && run.slice(Math.max(0, at - 3), at).some((token) => beForm.test(token.lower));
  return passive
    ? { doers: phraseFrom(run, keys, at + 2 + by), others: ahead }
    : { doers: ahead, others: phraseFrom(run, keys, at + 1) };
}

/** The noun phrase that begins at `from`: up to the first number or small word that is no article. */
function phraseFrom(run: readonly Written[], keys: Keys, from: number): readonly string[] {
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
