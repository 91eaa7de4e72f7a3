/**
 * The main predicate of a clause: the first finite verb that stands in no relative clause, no opening "if …," or
 * "while …," and no bracket. Whatever it does not find it says so; it never guesses a verb into a noun phrase.
 */
import { type Token, tokens } from "../../text/tokens.ts";
import { comma, finiteAt, finiteIn } from "./finite.ts";
import { type Chain, chainAt } from "./group.ts";
import { skip } from "./skip.ts";
import { tagged, type Word } from "./tag.ts";

export type Predicate = {
  readonly words: readonly Word[];
  /** The chain of the main verb; null in a fragment without one. */
  readonly chain: Chain | null;
  /** Words of the main clause: its first and last place in the run, what is subordinate at either end left out. */
  readonly from: number;
  readonly to: number;
  /** Places in the run where a condition begins ("if", "unless"), in front or behind. */
  readonly conditions: readonly number[];
  /** Stretches of the main clause that are not of it: relative clauses and brackets, as places in the run. */
  readonly skipped: readonly (readonly [from: number, to: number])[];
  /** False for "heading to …", "to meet …", "killed in …": a headline or a rest of a sentence. */
  readonly finite: boolean;
};

/** Verbs that nobody does to somebody: their past is never "the plan prepared by …". */
const intransitive = new Set(
  `die arrive collapse resign agree fail travel vote return happen appear result remain continue emerge escape land occur refuse decide insist hope try
  want flee vow pledge threaten say announce warn deny claim argue believe think add note state demand report confirm promise come go rise fall begin
  meet start end`.split(/\s+/),
);

export function predicateOf(text: string, run: readonly Token[] = tokens(text)): Predicate {
  const words = tagged(text, run);
  const from = opening(words);
  const skipped: [number, number][] = [];
  const found = mainChain(words, from, skipped);
  const chain = found ?? fragment(words, from);
  const to = chain ? clauseEnd(words, chain.to) : words.length - 1;
  return { words, chain, from, to, conditions: conditionsIn(words, chain), skipped, finite: found !== null };
}

/** Where the main clause begins, after "If …,", "As …," or "In March,". */
function opening(words: readonly Word[]): number {
  let at = 0;
  while (words[at]?.tag === "coordinator" || (words[at]?.tag === "adverb" && comma(words[at + 1]))) at += 1;
  const first = words[at];
  if (first?.tag === "preposition") return afterPhrase(words, at);
  if (first?.tag !== "subordinator" && !inverted(words, at)) return at;
  for (let index = at + 2; index < words.length; index++) {
    const closes = first?.tag !== "subordinator" || finiteIn(words, at + 1, index);
    if (comma(words[index]) && closes && finiteIn(words, index, words.length)) return index;
  }
  return first?.tag === "subordinator" && first.lower !== "so" ? at + 1 : at;
}

/** Behind the comma of "On the other side, …", where a subject follows before the first verb. */
function afterPhrase(words: readonly Word[], at: number): number {
  for (let index = at + 1; index < words.length - 1; index++) {
    if (finiteAt(words, index)) return at;
    if (comma(words[index]) && words[index]!.tag !== "relative" && words[index]!.tag !== "coordinator") return index;
  }
  return at;
}

/** "Should the court agree, …" */
const inverted = (words: readonly Word[], at: number) =>
  /^(?:should|had|were)$/.test(words[at]?.lower ?? "") && words[at + 1]?.tag !== "verb";

/** The first verb that is surely the main one, or the best of those that only may be. */
function mainChain(words: readonly Word[], from: number, skips: [number, number][]): Chain | null {
  let held: Chain | null = null;
  for (const next of candidates(words, from, skips)) {
    const turn = turnAt(words, held, next);
    if (turn.sure) return turn.chain;
    held = turn.chain;
  }
  return held && !nominal(words, held) ? held : null;
}

/** What is held after one more candidate, and whether the search may stop there. */
function turnAt(
  words: readonly Word[],
  held: Chain | null,
  next: Chain | "later" | null,
): { readonly chain: Chain | null; readonly sure: boolean } {
  if (next === "later" && held !== null && waits(words, held)) return { chain: held, sure: false };
  const found = next === "later" ? null : next;
  if (held !== null && settles(words, held, found)) return { chain: held, sure: true };
  if (found === null) return { chain: null, sure: false };
  const sure = !isWeak(words, found) || (held !== null && found.participle);
  return { chain: sure ? found : (held ?? found), sure };
}

/** "A statement issued after the talks spoke of …": what may be a participle waits for a better verb. */
const waits = (words: readonly Word[], held: Chain) => held.participle && isWeak(words, held);

/** Whether what is held stands against the next candidate, or against a new clause. */
const settles = (words: readonly Word[], held: Chain, next: Chain | null): boolean =>
  next === null ? !nominal(words, held) || words[held.from]!.form?.third === true : !yields(words, held, next);

const temporal = /^(?:after|before|since|until|till)$/;

/** Finite verbs in order, outside of what is to be skipped; null where a new clause begins. */
function* candidates(
  words: readonly Word[],
  from: number,
  skips: [number, number][],
): Generator<Chain | "later" | null> {
  for (let at = from; at < words.length; at++) {
    const skipped = skip(words, at, from);
    if (skipped > at) {
      skips.push([at, skipped]);
      at = skipped - 1;
      continue;
    }
    if (boundary(words, at))
      yield words[at]!.tag === "subordinator" && temporal.test(words[at]!.lower) ? "later" : null;
    if (!finiteAt(words, at) || participial(words, at) || isDate(words, at)) continue;
    const chain = headless(words, at, from, chainAt(words, at));
    if (!chain) continue;
    yield chain;
    at = chain.to;
  }
}

/** A word that is mostly a noun, with no object and no infinitive behind it, is one: "security guarantees to …". */
function nominal(words: readonly Word[], chain: Chain): boolean {
  if (!chain.doubtful || chain.links.length > 1) return false;
  const after = words[chain.to + 1];
  if (words[chain.from - 1]?.tag === "pronoun" || words[chain.from - 1]?.tag === "adverb") return false;
  return (
    !after ||
    /^(?:coordinator|verb|be|have|modal|do)$/.test(after.tag) ||
    after.tag === "to" ||
    (after.tag === "preposition" && !/^(?:on|for|off|back|out|up|against)$/.test(after.lower)) ||
    /[,;:]/.test(after.gap)
  );
}

/** A clause seldom begins with its verb: "monitors said …". */
const headless = (words: readonly Word[], at: number, from: number, chain: Chain | null): Chain | null =>
  chain && at === from && words[at]!.tag === "verb" && !words[at]!.form!.past ? { ...chain, doubtful: true } : chain;

/** A chain that may turn out to be a noun or a participle when a better one follows. */
const isWeak = (words: readonly Word[], chain: Chain) =>
  chain.doubtful || (chain.participle && chain.links.length === 1 && reducible(words, chain));

function reducible(words: readonly Word[], chain: Chain): boolean {
  const word = words[chain.from]!;
  const after = words[chain.to + 1];
  if (intransitive.has(word.form!.base)) return false;
  return (
    after !== undefined &&
    (after.tag === "preposition" ||
      after.tag === "adverb" ||
      after.tag === "to" ||
      after.tag === "have" ||
      after.tag === "be" ||
      after.tag === "modal" ||
      after.tag === "verb")
  );
}

/** Whether `later` is a better main verb than `held`: "The plan prepared by A includes …". */
function yields(words: readonly Word[], held: Chain, later: Chain): boolean {
  if (held.doubtful) return nominal(words, held) || !later.participle;
  return !(later.participle && words[later.to + 1]?.lower === "by");
}

/** A new clause has begun, so what is held stands. */
function boundary(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (/[;:]/.test(word.gap)) return true;
  if (
    word.tag === "subordinator" ||
    (word.tag === "coordinator" && word.lower !== "or" && finiteAt(words, at + 1 < words.length ? at + 1 : at))
  )
    return true;
  return word.tag === "pronoun" && /^(?:he|she|they|we|i)$/.test(word.lower);
}

/** An -ed word right behind a comma or a noun phrase's "and" belongs to that phrase. */
function participial(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (word.tag !== "verb" || !word.form!.participle) return false;
  let first = at;
  while (words[first - 1]?.tag === "adverb" && !comma(words[first])) first -= 1;
  return comma(words[first]) && !closesRelative(words, first);
}

/** "A letter dated 11 March shows …" */
const isDate = (words: readonly Word[], at: number) =>
  words[at]!.lower === "dated" && at > 0 && words[at + 1]?.tag === "number";

const closesRelative = (words: readonly Word[], at: number) => {
  for (let index = at - 1; index >= 0; index--) {
    if (comma(words[index])) return words[index]!.tag !== "coordinator";
  }
  return false;
};

/** In a fragment the first participle, gerund or infinitive is what is told. */
function fragment(words: readonly Word[], from: number): Chain | null {
  for (let at = from; at < words.length; at++) {
    const word = words[at]!;
    if (word.tag === "relative") return null;
    if (word.tag === "to" && words[at + 1]?.form?.plain) {
      const chain = chainAt(words, at + 1, true);
      if (chain) return { ...chain, from: at, links: [{ ...chain.links[0]!, modal: "to" }, ...chain.links.slice(1)] };
    }
    if (word.tag === "verb" && (word.form!.participle || word.form!.gerund)) return chainAt(words, at, true);
  }
  return null;
}

/** The last word before something subordinate begins. */
function clauseEnd(words: readonly Word[], at: number): number {
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index]!;
    if (/[;]/.test(word.gap) || word.tag === "relative" || (word.tag === "subordinator" && word.lower !== "that"))
      return index - 1;
    if (comma(word) && /^an?$/.test(word.lower)) return index - 1;
    if (
      comma(word) &&
      (word.form?.gerund ||
        word.tag === "pronoun" ||
        (word.tag === "coordinator" && finiteIn(words, index, Math.min(words.length, index + 6))))
    )
      return index - 1;
  }
  return words.length - 1;
}

/** The words of the main clause alone, as written, in small letters with straight apostrophes. */
export function mainText({ words, from, to, skipped }: Predicate): string {
  const kept = words.filter(
    (_, at) => at >= from && at <= to && !skipped.some(([start, end]) => at >= start && at < end),
  );
  return kept
    .map((word) => `${/[,;:]/.test(word.gap) ? ", " : " "}${word.lower}`)
    .join("")
    .replace(/^,? /, "");
}

function conditionsIn(words: readonly Word[], chain: Chain | null): readonly number[] {
  const found: number[] = [];
  for (const [at, word] of words.entries()) {
    // What hangs on ", fearing that …" is a condition of the fear.
    if (chain && at > chain.to && comma(word) && word.form?.gerund) break;
    if (/^(?:if|unless|lest)$/.test(word.lower)) found.push(at);
    if (word.lower === "provided" && (comma(word) || words[at + 1]?.lower === "that")) found.push(at);
    if (word.lower === "should" && at === 0 && chain && chain.from > 0) found.push(at);
  }
  return found;
}
