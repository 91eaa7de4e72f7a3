/** One thing that a sentence reports, with who says it. */
import { predicateOf } from "../language/grammar/main.ts";

export type Content = {
  /** Who says it, as written; null when the outlet speaks for itself. */
  readonly source: string | null;
  /** Offsets of what is said, relative to the sentence. */
  readonly start: number;
  readonly end: number;
  /** Where the speaker is named, when that comes first. */
  readonly lead?: number;
  /** What is said began before its speaker was named: "The deal, the minister said, would be signed". */
  readonly subject?: string;
  /** A second verb of what was said before: "The plan was ready, she said, and would be sent to Oslo". */
  readonly joined?: boolean;
  /** What is said goes on behind the speaker: "…, the union said, unless the offer was raised". */
  readonly tail?: { readonly start: number; readonly end: number };
};

/** A longer stretch before the verb is no subject. */
const subjectMax = 140;

/** Whether words can be whoever says something: a noun phrase, no clause. */
export function isSubject(subject: string): boolean {
  if (subject.length < 2 || subject.length > subjectMax) return false;
  if (/^(?:he|she|they|it|who)$/i.test(subject)) return true;
  // "Lawyers who negotiated it"
  const plain = subject.replace(/ who \S.*$/s, "");
  if (/[“"«„]/.test(subject) || /\s(?:he|she|they|it)$/.test(plain)) return false;
  const { finite, chain, from } = predicateOf(plain);
  return !finite || chain!.from === from;
}
