/**
 * The last check before a line is posted: every number, name and place in it stands in its evidence, its sense is the
 * evidence's, and it is no firmer. It runs on our own lines as on anyone's.
 */
import type { Modality } from "../claim/claim.ts";
import { isFirmer, modalityOf } from "../claim/firmness.ts";
import { foldName } from "../claim/names.ts";
import { isNegated } from "../claim/polarity.ts";
import { isCommonWord, termsOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";

export type Check = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Least share of a line's content words that must stand in its evidence. */
const coverageMin = 0.5;

/** Checks a line against its evidence; `known` holds names that the article, not the quote, ties to it. */
export function verify(line: string, quote: string, known: readonly string[]): Check {
  const number = numbersOf(line).find((value) => !numbersOf(quote).includes(value));
  if (number !== undefined) return { ok: false, why: `the number ${number} is not in the evidence` };
  const name = namesOf(line).find((one) => !holds(quote, one) && !known.some((other) => holds(other, one)));
  if (name !== undefined) return { ok: false, why: `the name ${name} is not in the evidence` };
  if (isNegated(line) !== isNegated(quote)) return { ok: false, why: "the sense is turned round" };
  if (isFirmer(modalityOf(line), modalityOf(quote))) return { ok: false, why: "it is firmer than the evidence" };
  return coverage(line, [quote, ...known].join(" ")) >= coverageMin
    ? { ok: true }
    : { ok: false, why: "most of its words are not in the evidence" };
}

/** Whether a line that was cut short still says yes or no as the whole does, and has lost no hedge. */
export function keepsSense(cut: string, whole: string): boolean {
  if (isNegated(cut) !== isNegated(whole)) return false;
  const [told, meant] = [modalityOf(cut), modalityOf(whole)];
  return !isHedged(meant) || !isFirmer(told, meant);
}

const isHedged = (modality: Modality) => modality === "may" || modality === "conditional" || modality === "planned";

const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d[\d.,]*/g) ?? []).map((value) => value.replace(/[.,]+$/, ""));

function namesOf(line: string): readonly string[] {
  return tokens(line).flatMap((token, at) =>
    /^\p{Lu}/u.test(token.text) && (at > 0 || !isCommonWord(token.lower)) && !isCommonWord(token.lower)
      ? [token.text]
      : [],
  );
}

function holds(text: string, name: string): boolean {
  const wanted = foldName(name.toLowerCase().replace(/['’]s$/, ""));
  return tokens(text).some((token) => foldName(token.lower) === wanted || foldName(token.lower).startsWith(wanted));
}

function coverage(line: string, quote: string): number {
  const told = new Set(termsOf(tokens(quote)).map((term) => term.term));
  const terms = termsOf(tokens(line));
  return terms.length === 0 ? 1 : terms.filter((term) => told.has(term.term)).length / terms.length;
}
