/** Stretches of a clause that do not hold its main verb: relative clauses, brackets, a "while …" in the middle. */
import { comma, finiteAt, finiteIn } from "./finite.ts";
import { chainAt } from "./group.ts";
import type { Word } from "./tag.ts";

const bracketed = (gap: string) => /[(–—]|\s-\s/.test(gap);

/** The end of a relative clause, a bracket or a "while …" in the middle; `at` itself where nothing is to be skipped. */
export function skip(words: readonly Word[], at: number, from: number): number {
  const word = words[at]!;
  if (/\(/.test(word.gap)) return closing(words, at, /\)/);
  if (word.tag === "relative" && at > from) return afterRelative(words, at);
  if (word.tag === "subordinator" && at > from && comma(word)) return afterComma(words, at);
  return at;
}

function closing(words: readonly Word[], at: number, mark: RegExp): number {
  for (let index = at + 1; index < words.length; index++) if (mark.test(words[index]!.gap)) return index;
  return words.length;
}

function afterComma(words: readonly Word[], at: number): number {
  const relative = words[at]!.tag === "relative";
  for (let index = at + 1; index < words.length; index++) {
    const ends = comma(words[index]) || bracketed(words[index]!.gap);
    if (ends && (finiteIn(words, at, index) || (relative && index > at + 2))) return index;
  }
  return words.length;
}

/** Behind its comma, or without one behind its first verb. */
function afterRelative(words: readonly Word[], at: number): number {
  if (comma(words[at]) || comma(words[at - 1])) return afterComma(words, at);
  for (let index = at + 1; index < words.length; index++) {
    if (!finiteAt(words, index)) continue;
    const chain = chainAt(words, index);
    return chain ? Math.max(chain.to + 1, index + 1) : index + 1;
  }
  return words.length;
}
