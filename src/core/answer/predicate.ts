/** Which concept of a question has to be reported for it to be answered: its verb, or what it says of its subject. */
import type { Name } from "../claim/names.ts";
import { happenings, phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import type { QuestionKind } from "./question-words.ts";

const doAsked =
  /^(?:(?:so|but|and|then) )?(?:did|does|do|will|would|can|could|may|might|should|shall|didn't|doesn't|don't|won't)\s+(?:the\s+)?/;

/** In "did Anna sign the deal" what stands behind the name is what she did. */
export function doneBy(
  kind: QuestionKind,
  lower: string,
  terms: readonly Term[],
  names: readonly Name[],
): string | null {
  const asked = kind === "yesno" ? doAsked.exec(lower) : null;
  const subject = asked && names.find((name) => name.start === asked[0].length);
  if (!subject || /^['’]/.test(lower.slice(subject.end)) || /^\s+and\b/.test(lower.slice(subject.end))) return null;
  return terms.find((term) => term.start >= subject.end)?.term ?? null;
}

const participle = /(?:ed|en|wn|ing|ung|ught|aid|eld|ost|old|ade|uilt)$/;
const beAsked =
  /^(?:(?:so|but|and|then) )?(?:is|are|was|were|has|have|had|isn't|aren't|wasn't|weren't|hasn't|haven't)\b/;
/** What a clause of time, reason or place adds is not what is asked. */
const asideStart = /\s(?:before|after|because|while|since|until|during|despite|if|unless)\s/;

export function predicateOf(kind: QuestionKind, lower: string, terms: readonly Term[]): string | null {
  const aside = asideStart.exec(lower)?.index ?? lower.length;
  const main = terms.filter((term) => term.start < aside);
  const isParticiple = (term: Term) => participle.test(lower.slice(term.start, term.end));
  const isVerb = (term: Term) => happenings.has(term.term) || phases.has(term.term) || isParticiple(term);
  return (predicateTerm(kind, lower, main, { isParticiple, isVerb }) ?? null)?.term ?? null;
}

type Tests = { readonly isParticiple: (term: Term) => boolean; readonly isVerb: (term: Term) => boolean };

function predicateTerm(
  kind: QuestionKind,
  lower: string,
  main: readonly Term[],
  { isParticiple, isVerb }: Tests,
): Term | undefined {
  switch (kind) {
    case "yesno":
      if (beAsked.test(lower)) return main.findLast(isParticiple) ?? main.at(-1);
      return /\bthere\b/.test(lower) ? undefined : (main.find(isVerb) ?? main[0]);
    case "when":
    case "where":
      return main.find((term) => phases.has(term.term)) ?? main.findLast(isVerb);
    case "who":
      return main.find(isVerb) ?? main.at(-1);
    case "what":
      return main.findLast(isVerb) ?? main.at(-1);
    case "why":
      return main.find(isVerb) ?? main.at(-1);
    default:
      return undefined;
  }
}
