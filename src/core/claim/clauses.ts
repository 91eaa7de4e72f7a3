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
import { quantitiesIn } from "./quantities.ts";

/** A clause; `subject` is what its verb takes over from the clause before, `appended` that it needs its sentence. */
export type Clause = Span & { readonly subject: string | null; readonly appended?: boolean };

const breakAt =
  /;\s+|,\s+(?:while|but|yet|whereas|though|although|as|because)\s+|,\s+and\s+(?=\S)|\s+and\s+(?=(?:(?:at least|some|about|another|a further)\s)?\d[\d.,]*\s(?:\p{Ll}+\s){0,3}?(?:are|were|is|was|have|has|had|remain|died)\b)|\.\s+(?=\p{Lu})/gu;
const wordsMin = 4;
/** With a count in it a clause is complete in fewer words: "64 are missing". */
const countingWordsMin = 3;
const counting =
  /^(?:(?:at least|some|about|another|a further)\s)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)/i;

const concession = /^(?:While|Although|Though|Whereas|Even though)\s+/;

/** Spans of the clauses of `text`, in order, covering all of it but the connectives between them. */
export function clausesOf(text: string): readonly Clause[] {
  return sentencesIn(text)
    .flatMap((span) => withoutAppendix(text, span))
    .flatMap((span) => (span.appended ? [{ ...span, subject: null }] : predicatesIn(text, span)));
}

/**
 * "…, a charge which the army denied", "…, with a verdict expected on Friday" and "…, where one woman is missing" tell
 * something of their own, and not without their sentence.
 */
const answered =
  /,\s+an? (?:charge|claim|allegation|accusation|report|suggestion|account|assertion)s? (?:which|that)?\s*(?=\S[^,;:]* (?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b[^,;:]*$)/;
const outlook =
  /,?\s+with (?=[^,;:]{3,80}? (?:expected|due|scheduled|planned|set|slated|likely|still to come)\b(?! by\b)[^,;:]*$)/;
const there = /,\s+where (?=\S[^,;:]*$)/;

type Part = Span & { readonly appended?: boolean };

function withoutAppendix(text: string, span: Span): readonly Part[] {
  const clause = text.slice(span.start, span.end);
  const place = there.exec(clause);
  const where = place && standsAlone(clause.slice(place.index + place[0].length)) ? place : null;
  const match = answered.exec(clause) ?? outlook.exec(clause) ?? where;
  if (!match || insideQuotes(text, span.start + match.index) || !standsAlone(clause.slice(0, match.index)))
    return [span];
  const at = span.start + match.index;
  return [
    { start: span.start, end: at },
    { start: at + match[0].length, end: span.end, appended: true },
  ];
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
  const least = counting.test(clause) ? countingWordsMin : wordsMin;
  if (clause.trim().split(/\s+/).length < least) return false;
  if (/^(?:also|which|who|then|later|not|only|even)\b/i.test(clause)) return false;
  const { chain, finite, from, words } = predicateOf(clause);
  // A verb far behind the first comma belongs to something else: "their allies, …, said".
  return finite && chain !== null && chain.from > from && chain.from - from <= subjectWordsMax && words.length >= least;
}

const subjectWordsMax = 24;

/**
 * One clause, or two where its verbs differ in firmness, since told together the firmer would lend its weight to
 * the other, and where both count something.
 */
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
    if (!differ(first, later, clause.slice(second))) continue;
    const cut = span.start + words[at - 1]!.end;
    return [
      { start: span.start, end: cut, subject: null },
      { start: span.start + second, end: span.end, subject },
    ];
  }
  return [whole];
}

/** Another firmness, or a count on both sides: two facts, not one. */
function differ(first: string, later: string, own: string): boolean {
  const [one, two] = [predicateOf(first), predicateOf(later)];
  if (modalityIn(one, first) !== modalityIn(two, later)) return true;
  return quantitiesIn(first).length > 0 && quantitiesIn(own).length > 0;
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
