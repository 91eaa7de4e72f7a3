/**
 * Who does it to whom: true when two statements share a verb that has a direction and its two sides have changed places.
 * Names or common nouns, active or passive; "A met B" and "B met A" are one thing.
 */
import { numberWords } from "../language/numerals.ts";
import { isStopword, stemOf, termsOf } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";
import { once } from "./once.ts";

/** Concepts whose sides may change places, and words that are no verbs of doing. */
const mutual = new Set(
  "talks agree swap merge sign deal share reach match marri clash border split differ debat argu".split(" "),
);
/** Words before and behind a verb among which its sides are looked for. */
const sideReach = 6;

type Sides = { readonly doers: readonly string[]; readonly others: readonly string[] };

export function exchangedSides(before: readonly Token[], after: readonly Token[]): boolean {
  const others = verbsOf(after);
  return verbsOf(before).some((verb) => {
    if (mutual.has(verb.key) || verb.isNoun) return false;
    const other = others.find(({ key, letter }) => key === verb.key && letter === verb.letter);
    return other !== undefined && !other.isNoun && crossed(verb.sides(), other.sides());
  });
}

/** A word that could be the verb, with what it folds to. */
type Verb = {
  readonly key: string;
  /** Of one concept and one form of it: "killed" and "died" are told from opposite ends. */
  readonly letter: string;
  /** A name, or a word behind an article. */
  readonly isNoun: boolean;
  readonly sides: () => Sides;
};

/** Kept as long as the words are, because a claim is held against many. */
const kept = new WeakMap<readonly Token[], readonly Verb[]>();

function verbsOf(run: readonly Token[]): readonly Verb[] {
  const known = kept.get(run);
  if (known) return known;
  const keys = run.map(keyOf);
  const verbs = keys.flatMap((key, at): readonly Verb[] => {
    if (key === null || at === 0) return [];
    const isNoun = capital.test(run[at]!.text) || article.test(run[at - 1]!.lower);
    return [{ key, letter: run[at]!.lower.charAt(0), isNoun, sides: once(() => sidesOf(run, keys, at)) }];
  });
  kept.set(run, verbs);
  return verbs;
}

const capital = /^\p{Lu}/u;
const article = /^(?:the|an?|his|her|its|their|of|this|that)$/;

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
