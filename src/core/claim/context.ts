/** What a reader of an article carries from one sentence to the next: who was last named, and who is speaking. */
import type { Name } from "./names.ts";
import { noReferences, type References } from "./references.ts";
import type { Speaker } from "./speaker.ts";

export type Context = {
  /** The newest person named as a subject, for "he" and "she". */
  readonly person: Name | null;
  /** How that person was written last, for wording: "the envoy". */
  readonly personText: string | null;
  /** Who spoke last, for quotes that run on. */
  readonly speaker: Speaker | null;
  /** Who spoke in the sentence before, in the same paragraph: a quotation by itself goes on in that voice. */
  readonly recent: Speaker | null;
  /** True inside a quotation that an earlier sentence opened. */
  readonly quoting: boolean;
  /** The newest plural or event subject, for "they" and "it": "The discussions". */
  readonly thing: string | null;
  /** What definite nouns mean: "the envoy", "the meeting". */
  readonly references: References;
};

export const freshContext: Context = {
  person: null,
  personText: null,
  speaker: null,
  recent: null,
  quoting: false,
  thing: null,
  references: noReferences,
};

const opens = /[“«„]/g;
const closes = /[”»]/g;

/** Whether a quotation is open after `sentence`, when it was `quoting` before. */
export function quotingAfter(sentence: string, quoting: boolean): boolean {
  const depth = (sentence.match(opens)?.length ?? 0) - (sentence.match(closes)?.length ?? 0);
  const straight = (sentence.match(/"/g)?.length ?? 0) % 2 === 1;
  return straight ? !quoting : depth > 0 || (quoting && depth >= 0);
}

/** The noun phrase that "they" or "it" will mean in the next sentence. */
export function thingOf(content: string): string | null {
  const match =
    /^[“"]?((?:The|These|Those|This|Both)\s(?:\p{L}+\s){0,3}?\p{L}+?)\s(?:are|were|is|was|have|has|had|will|would)\b/u.exec(
      content.trim(),
    );
  // "The United States" is no "it" of the next sentence.
  const named = match && /\s\p{Lu}/u.test(match[1]!);
  return (
    (named ? null : match?.[1]) ??
    (/^the\s/.test(content)
      ? capital(/^(the\s(?:\p{L}+\s){0,2}?\p{L}+?)\s(?:are|were|is|was|have|has|had|will|would)\b/u.exec(content)?.[1])
      : null)
  );
}

const capital = (words: string | undefined) => (words ? words.charAt(0).toUpperCase() + words.slice(1) : null);
