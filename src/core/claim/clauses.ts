/**
 * Splits what is said into clauses that can stand alone, each with its span: where a new subject and its verb begin,
 * and where one subject has two verbs of different firmness ("arrived on Monday and may leave on Friday"). A relative
 * clause or a participle needs its head and stays with it.
 */
import { chainAt } from "../language/grammar/group.ts";
import { predicateOf } from "../language/grammar/main.ts";
import { insideQuotes } from "../text/quotes.ts";
import type { Span } from "./claim.ts";
import { modalityIn } from "./firmness.ts";

/** A clause; `subject` is what its verb takes over from the clause before. */
export type Clause = Span & { readonly subject: string | null };

const breakAt = /;\s+|,\s+(?:while|but|yet|whereas|though|although|as)\s+|,\s+and\s+(?=\S)|\.\s+(?=\p{Lu})/gu;
const wordsMin = 4;

const concession = /^(?:While|Although|Though|Whereas|Even though)\s+/;

/** Spans of the clauses of `text`, in order, covering all of it but the connectives between them. */
export function clausesOf(text: string): readonly Clause[] {
  return sentencesIn(text).flatMap((span) => predicatesIn(text, span));
}

function sentencesIn(text: string): readonly Span[] {
  const opening = concession.exec(text)?.[0].length ?? 0;
  const turn = opening > 0 ? mainClauseAt(text, opening) : null;
  if (turn === null) return splitAt(text, 0);
  return [{ start: opening, end: turn.from }, ...splitAt(text, turn.to)];
}

/** In "While A, B": where A ends and B begins. */
function mainClauseAt(text: string, opening: number): { readonly from: number; readonly to: number } | null {
  for (const match of text.slice(opening).matchAll(/,\s+/g)) {
    const from = opening + match.index;
    const to = from + match[0].length;
    if (standsAlone(text.slice(opening, from)) && standsAlone(text.slice(to))) return { from, to };
  }
  return null;
}

function splitAt(text: string, from: number): readonly Span[] {
  const clauses: Span[] = [];
  let start = from;
  for (const match of text.matchAll(breakAt)) {
    if (match.index < from) continue;
    const end = match.index + match[0].length;
    if (
      insideQuotes(text, match.index) ||
      !standsAlone(text.slice(start, match.index)) ||
      !standsAlone(text.slice(end))
    )
      continue;
    clauses.push({ start, end: match.index });
    start = end;
  }
  return [...clauses, { start, end: text.length }];
}

/** A subject and a finite verb of its own: "their allies, culminating in …" has none. */
function standsAlone(clause: string): boolean {
  if (clause.split(/\s+/).length < wordsMin) return false;
  if (/^(?:also|which|who|then|later|not|only|even)\b/i.test(clause)) return false;
  const { chain, finite, from, words } = predicateOf(clause);
  // A verb far behind the first comma belongs to something else: "their allies, …, said".
  return (
    finite && chain !== null && chain.from > from && chain.from - from <= subjectWordsMax && words.length >= wordsMin
  );
}

const subjectWordsMax = 24;

/** One clause, or two where its verbs differ in firmness: told together, the firmer would lend its weight to the other. */
function predicatesIn(text: string, span: Span): readonly Clause[] {
  const clause = text.slice(span.start, span.end);
  const whole = { ...span, subject: null };
  const predicate = predicateOf(clause);
  const { words, chain, from, finite } = predicate;
  if (!chain || !finite || chain.from <= from) return [whole];
  const closing = words[chain.from]!.gap.startsWith(",") ? "," : "";
  const subject = `${clause.slice(words[from]!.start, words[chain.from - 1]!.end)}${closing}`;
  for (let at = chain.to + 1; at + 1 < words.length; at++) {
    const word = words[at]!;
    if (word.tag === "relative" || word.tag === "subordinator") break;
    if (word.tag !== "coordinator" || word.lower === "or" || insideQuotes(text, span.start + word.start)) continue;
    const second = secondVerb(clause, words, at);
    if (second === null) continue;
    const first = clause.slice(0, words[at - 1]!.end);
    const later = `${subject} ${clause.slice(second)}`;
    if (modalityIn(predicateOf(first), first) === modalityIn(predicateOf(later), later)) continue;
    const cut = span.start + words[at - 1]!.end;
    return [
      { start: span.start, end: cut, subject: null },
      { start: span.start + second, end: span.end, subject },
    ];
  }
  return [whole];
}

/** Where the second verb of one subject begins, behind "and" or "but". */
function secondVerb(clause: string, words: ReturnType<typeof predicateOf>["words"], at: number): number | null {
  let next = at + 1;
  while (words[next]?.tag === "adverb") next += 1;
  const chain = chainAt(words, next);
  const first = words[next];
  if (!chain || !first || chain.doubtful || /^(?:be|been|being)$/.test(first.lower)) return null;
  if (first.tag === "verb" && !first.form!.past && !first.form!.third) return null;
  return clause.slice(words[at + 1]!.start).split(/\s+/).length >= 3 ? words[at + 1]!.start : null;
}
