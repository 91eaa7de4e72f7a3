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

/** Spans of the clauses of `text`, in order, covering all of it but the connectives between them. */
export function clausesOf(text: string): readonly Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(breakAt)) {
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

function standsAlone(clause: string): boolean {
  const lead = clause.split(/\s+/).slice(0, 14).join(" ");
  return (
    clause.split(/\s+/).length >= wordsMin &&
    finite.test(lead) &&
    !/^(?:also|which|who|that|then|later|not|only|even)\b/i.test(clause)
  );
}
