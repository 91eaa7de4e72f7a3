/** What a question is about besides the names in it: its content words, without those that only ask. */
import type { Name } from "../claim/names.ts";
import { alikeTo } from "../language/lexicon.ts";
import { verbForm } from "../language/verb-forms.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";
import { reportedAs } from "./everyday.ts";
import type { AskedTerm } from "./part.ts";
import { changedFrame, frame, openVerbs, type QuestionKind, shapeTerms } from "./question-words.ts";

export function contentOf(
  run: readonly Token[],
  names: readonly Name[],
  text: string,
  { kind, prospect }: { readonly kind: QuestionKind; readonly prospect: boolean },
): readonly Term[] {
  const free = run.filter((token) => !names.some((name) => token.start < name.end && name.start < token.end));
  const found = termsOf(free).filter(
    (term) =>
      !isFrame(text, term, kind) &&
      !shapeTerms.has(term.term) &&
      !(kind === "changed" && calendarWord.test(text.slice(term.start, term.end))) &&
      !(prospect && prospectWord.test(text.slice(term.start, term.end))) &&
      term.end - term.start > 1,
  );
  return [...new Map(found.toReversed().map((term) => [term.term, term])).values()].toReversed();
}

/** Since when is asked, not about what. */
const calendarWord =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|midnight|noon|morning|evening|night|afternoon|weekend|hours?|days?|weeks?|months?)$/i;
const prospectWord =
  /^(?:plan|plans|planned|planning|scheduled|expected|due|likely|possible|probable|preparation|preparations|prepared|cards|works|agenda|pipeline|talk)$/i;

/** Kinds that ask what somebody does: there a verb of no content of its own is answered by any. */
const open: ReadonlySet<QuestionKind> = new Set(["about", "changed", "what", "source"]);

const framesNumber = (surface: string, text: string): boolean =>
  numbersWith.test(surface) || (developing.test(text) && developed.test(surface));
const numbersWith = /^(?:come|came|attend|attended)$/;
/** "How has the toll changed?" */
const developing = /^how (?:has|have|did)\b/i;
const developed = /^(?:chang(?:e|ed|ing)|develop(?:ed|ing)?|evolved?|moved)$/;

function isFrame(text: string, { start, end }: Term, kind: QuestionKind): boolean {
  const surface = text.slice(start, end).toLowerCase();
  if (surface === "report" && /^ to\b/.test(text.slice(end))) return false;
  if (kind === "number" && framesNumber(surface, text)) return true;
  if (kind !== "number" && /^(?:people|persons?)$/.test(surface)) return true;
  if (kind === "why" && /^(?:grounds?|reasons?)$/.test(surface)) return true;
  if (kind === "where" && /^(?:city|town|country|region|venue)$/.test(surface)) return true;
  if (kind === "changed" && changedFrame.has(surface)) return true;
  return frame.has(surface) || (open.has(kind) && openVerbs.has(surface)) || surface === "up to";
}

/** Each with its stem and what can mean the same; what is asked for by itself stands for nothing else. */
export function withAlike(terms: readonly Term[], lower: string): readonly AskedTerm[] {
  const wordOf = (term: Term) => lower.slice(term.start, term.end);
  const stems = new Set(terms.map((term) => stemOf(baseOf(wordOf(term)))));
  return terms.map((term) => {
    const stem = stemOf(baseOf(wordOf(term)));
    const apart = (all: ReadonlySet<string>) => new Set([...all].filter((one) => one === stem || !stems.has(one)));
    const concept = coming.test(wordOf(term)) ? "attend" : term.term;
    return { ...term, term: concept, stem, same: apart(reportedAs(stem)), alike: apart(alikeTo(stem)) };
  });
}

/** "Broke" is a form of "break", which no ending tells. */
const baseOf = (word: string) => verbForm(word, true)?.base ?? word;

/** To come is to be there. */
const coming = /^(?:come|came|coming)$/;
