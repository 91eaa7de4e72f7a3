/**
 * Splits what is said into clauses that can stand alone, each with its span. Only breaks with a subject and a finite
 * verb of their own behind them count: a relative clause or a participle needs its head and stays with it.
 */
import { insideQuotes } from "./attribution.ts";
import type { Span } from "./claim.ts";

const breakAt =
  /;\s+|,\s+(?:while|but|yet|whereas|though|although)\s+|,\s+and\s+(?=(?:that\s+)?(?:the|a|an|he|she|it|they|his|her|its|their|\p{Lu}|no|both|some)\s?)|\.\s+(?=\p{Lu})/gu;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|could|may|might|should|must|can|did|does|do|\w{3,}ed|met|held|sat|took|left|came|went|gave|told|won|lost|began|sent|brought|led|fell|rose|struck|broke|spoke|wrote|made|paid|built|found|chose|flew|hit|set|shot|sought|bought|caught|kept|felt|heard|ran|saw|stood|withdrew|became|said|says|remains?|insists?|wants?|needs?|plans?|expects?|demands?|continues?|holds?|meets?|supports?|opposes?|argues?|agrees?)\b/;
const wordsMin = 5;

const concession = /^(?:While|Although|Though|Whereas|Even though)\s+/;

/** Spans of the clauses of `text`, in order, covering all of it but the connectives between them. */
export function clausesOf(text: string): readonly Span[] {
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

/** A subject and a finite verb before the first comma: "their allies, culminating in …" has none. */
function standsAlone(clause: string): boolean {
  const lead = clause.split(/,\s/)[0]!.split(/\s+/).slice(0, 14).join(" ");
  const words = clause.split(/\s+/).length;
  return words >= wordsMin && finite.test(lead) && !/^(?:also|which|who|that|then|later|not|only|even)\b/i.test(clause);
}
