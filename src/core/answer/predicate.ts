/** Which concept of a question has to be reported for it to be answered: its verb, or what it says of its subject. */
import type { Name } from "../claim/names.ts";
import { verbForm } from "../language/verb-forms.ts";
import { happenings, phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import type { Token } from "../text/tokens.ts";
import type { QuestionKind } from "./question-words.ts";

const doAsked =
  /^(?:(?:so|but|and|then) )?(?:did|does|do|will|would|can|could|may|might|should|shall)\s+(?:not\s+)?(?:the\s+|an?\s+)?/;
const beAsked = /^(?:(?:so|but|and|then) )?(?:is|are|was|were|has|have|had)\b/;
const participle = /(?:ed|en|wn|ing|ung|ught|aid|eld|ost|old|ade|uilt)$/;
/** What a clause of time, reason or place adds is not what is asked. */
const asideStart = /\s(?:before|after|because|while|since|until|during|despite|if|unless)\s/;

/** A question's words: its text in small letters, its tokens, its content words and its names. */
export type Wording = {
  readonly lower: string;
  readonly run: readonly Token[];
  readonly terms: readonly Term[];
  readonly names: readonly Name[];
};

export function predicateOf(kind: QuestionKind, wording: Wording): string | null {
  const { lower, terms } = wording;
  const aside = asideStart.exec(lower)?.index ?? lower.length;
  const main = terms.filter((term) => term.start < aside);
  const isParticiple = (term: Term) => {
    const word = lower.slice(term.start, term.end);
    const form = verbForm(word, true);
    return form ? form.participle || form.gerund : participle.test(word);
  };
  const isVerb = (term: Term) => happenings.has(term.term) || phases.has(term.term) || isParticiple(term);
  const done = deeds.has(kind) ? doneBy(wording) : undefined;
  if (done === null) return null;
  return done ?? predicateTerm(kind, lower, main, { isParticiple, isVerb })?.term ?? null;
}

const deeds: ReadonlySet<QuestionKind> = new Set(["yesno", "why", "when"]);

const opened = /^(?:why|when)\s+/;

/** A word behind one of these is no verb: "in the lower town". */
const determiner = /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|in|of|at|on|for|from|by|with)$/;

/**
 * In "did the minister sign the deal" the first plain verb behind the subject is what was done; null when it is one that
 * says nothing by itself ("go home"), undefined when none is found.
 */
function doneBy({ lower, run, terms, names }: Wording): string | null | undefined {
  const asked = doAsked.exec(lower.replace(opened, ""));
  if (!asked) return undefined;
  const from = lower.length - lower.replace(opened, "").length + asked[0].length;
  const subject = names.find((name) => name.start <= from + 4 && name.end > from);
  const behind = run.filter((token) => token.start >= (subject?.end ?? from));
  const verb = behind.find(
    (token, at) =>
      (subject || at > 0) &&
      verbForm(token.lower, true)?.plain &&
      !determiner.test(behind[at - 1]?.lower ?? "") &&
      !(intends.test(token.lower) && behind[at + 1]?.lower === "to") &&
      !names.some((name) => within(token, name)),
  );
  const done = verb && terms.find((term) => term.start <= verb.start && term.end >= verb.end);
  if (done) return done.term;
  if (verb && saysNothing.test(verb.lower)) return null;
  // A verb that no list holds, right behind the name of whoever did it.
  if (!subject || /^(?:['’]|\s+and\b)/.test(lower.slice(subject.end))) return undefined;
  return terms.find((term) => term.start >= subject.end)?.term;
}
/** In "when do they expect to finish?" finishing is asked about. */
const intends = /^(?:expect|plan|hope|want|intend|aim|mean)$/;
const saysNothing = /^(?:go|get|take|do)$/;

const within = (token: Token, name: Name) => token.start < name.end && name.start < token.end;

type Tests = { readonly isParticiple: (term: Term) => boolean; readonly isVerb: (term: Term) => boolean };

/** In "who runs the campaign" the verb behind the question word asks for an office, and the rest says which. */
const isOffice = (lower: string, { start, end }: Term): boolean =>
  /^(?:and |so |but )?who(?: (?:is|are|was|were|has|have|had|now|currently))*\s+$/.test(lower.slice(0, start)) &&
  /^(?:run|lead|head|own|operat|manag|chair|control)\w*$/.test(lower.slice(start, end));

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
      return main.find((term) => isOffice(lower, term)) ?? main.find(isVerb) ?? main.at(-1);
    case "what":
      return main.findLast(isVerb) ?? main.at(-1);
    case "why":
      return main.find(isVerb);
    default:
      return undefined;
  }
}
