/** How a yes/no question is answered by a report: never more firmly than the report itself. */

import { verbForm } from "../language/verb-forms.ts";
import { sameFamily } from "../language/verbs.ts";
import { stemOf } from "../language/words.ts";
import { isContrary } from "./contraries.ts";
import { coverOf, isSame } from "./cover.ts";
import { leavesOpen, requested } from "./matter.ts";
import type { Part } from "./part.ts";
import { isProspect, type Passage } from "./passage.ts";
import { isMutual, isOwnClaim, saidOfSubject, together } from "./subject.ts";
import { nearTopic } from "./timing.ts";

const unlikely = /\bunlikely|doubt(?:s|ful|ed)?\b/i;

export type Verdict = { readonly holds: "yes" | "no" | "open"; readonly label: string };

/** Below this share of the question a report gets no yes or no. */
const sureCover = 0.6;

export function verdictOf(part: Part, passage: Passage): Verdict {
  return unsettled(passage) ?? settled(part, passage);
}

const open = (label: string): Verdict => ({ holds: "open", label });

/** What the source itself leaves open, whatever was asked. */
function unsettled(passage: Passage): Verdict | null {
  const { withdrawn, modality, text } = passage;
  if (withdrawn) return open("Reported, and since withdrawn");
  if (leavesOpen(passage)) return open("Not confirmed");
  if (modality === "may") return open(unlikely.test(text) ? "Unlikely, but not settled" : "Possible, not confirmed");
  return modality === "conditional" ? open("Only on a condition, not confirmed") : null;
}

function settled(part: Part, passage: Passage): Verdict {
  const { modality, negated } = passage;
  if (part.vague) return open("As far as reported");
  if (!saidOfSubject(part, passage)) return { holds: "no", label: "Reported of somebody else" };
  if (isGone(part, passage)) return { holds: "no", label: "No longer, as reported" };
  if (modality === "cancelled")
    return putOff.test(passage.text) ? open("Put off, as reported") : { holds: "no", label: "No, called off" };
  if (coverOf(part, passage) < sureCover) return open("As far as reported");
  if (modality === "denied" || negated || isDeniedThere(part, passage))
    return { holds: "no", label: "No, as reported" };
  if (saysContrary(part, passage)) return open("As far as reported");
  return part.predicate === "end" ? ended(part, passage) : (ahead(part, passage) ?? done(part, passage));
}

/** What is put off is still to come. */
const putOff = /\b(?:put off|put back|pushed back|postponed|delayed|moved|rescheduled|adjourned|slip(?:s|ped)?)\b/i;

/** It has the contrary of a word that was asked, and not the word: "was it higher?", and it was four points less. */
const saysContrary = ({ terms }: Part, { stems }: Passage): boolean =>
  terms.some(({ stem }) => !stems.has(stem) && [...stems].some((other) => isContrary(stem, other)));

/** What is still to come. */
function ahead(part: Part, passage: Passage): Verdict | null {
  const { modality, event } = passage;
  if (part.prospect && /\b(?:not|no|never|nobody|without)\b|n['’]t\b/i.test(passage.text))
    return open("As far as reported");
  if (modality === "planned") return open(part.prospect ? "Planned, as reported" : "Planned, not reported as done");
  if (part.future || part.predicate === null)
    return open(isProspect(passage) ? "Not settled, as reported" : "As far as reported");
  const rung = event && sameFamily(part.predicate, event.family) ? event.rung : null;
  return rung !== null && notYet.has(rung) ? open("Not reported as done") : null;
}

function done(part: Part, passage: Passage): Verdict {
  if (!isMain(part, passage) || !isDone(part, passage) || !inSoManyWords(part, passage))
    return open("As far as reported");
  if (isDuty(part, passage)) return open("Not reported as done");
  if (isRequest(part, passage)) return open("Asked for, not reported as done");
  if (part.universal) return open("As far as reported");
  if (isMutual(part) && !together(part, passage)) return open("As far as reported");
  if (isOwnClaim(part, passage)) return open("Claimed, not confirmed");
  if (passage.modality === "done") return { holds: "yes", label: "Yes, as reported" };
  return passage.modality === "ongoing" ? { holds: "yes", label: "Under way, as reported" } : open("As reported");
}

/** Asked whether a thing was done: the report tells it by a verb too, and does not only name it: "its first decision". */
function isDone({ predicate, terms, lower }: Part, { run, text }: Passage): boolean {
  const asked = terms.find(({ term }) => term === predicate);
  if (!asked || verbForm(lower.slice(asked.start, asked.end)) === null) return true;
  const told = run.map((one) => ({ ...one, word: text.slice(one.start, one.end).toLowerCase() }));
  const fitting = told.filter(({ term, word }) => term === predicate || asked.same.has(stemOf(baseOf(word))));
  return fitting.length === 0 || fitting.some(({ word }) => word.includes(" ") || verbForm(word) !== null);
}
const baseOf = (word: string) => verbForm(word)?.base ?? word;

/** A word that only can mean the same is no yes. */
const inSoManyWords = ({ predicate, terms }: Part, passage: Passage): boolean =>
  predicate === null ||
  passage.mainTerms.has(predicate) ||
  terms.some((term) => term.term === predicate && isSame(term, passage));

/** "She said that she did not concede": the clause says yes, what is said in it no. */
export function isDeniedThere({ predicate }: Part, { run, text }: Passage): boolean {
  const verb = run.find(({ term }) => term === predicate);
  return (
    verb !== undefined &&
    /(?:\b(?:not|never|no longer|without)|n['’]t)\s+(?:\w+\s+){0,2}$/i.test(text.slice(0, verb.start))
  );
}

/** "Parliament has to approve the decree": that it must says nothing of whether it did. */
function isDuty({ predicate }: Part, { run, text }: Passage): boolean {
  const verb = run.find(({ term }) => term === predicate);
  return (
    verb !== undefined &&
    /\b(?:has|have|had|needs?) (?:still )?to\s*$|\b(?:must|should|ought to|is to|are to|was to|were to)\s*$/i.test(
      text.slice(0, verb.start),
    )
  );
}

/** Somebody asks, offers or demands that it be done. */
function isRequest({ predicate }: Part, { run, text }: Passage): boolean {
  const verb = run.find(({ term }) => term === predicate);
  return verb !== undefined && requested.test(text.slice(0, verb.start));
}

/** "Is there still a warning?", and it was lifted. */
const stillAsked = /\b(?:there|still)\b/;
const gone =
  /\b(?:lifted|cancelled|canceled|called off|withdrawn|removed|scrapped|dropped|revoked|abolished|no longer)\b/i;
const isGone = ({ lower }: Part, { text, negated }: Passage): boolean =>
  stillAsked.test(lower) && !negated && gone.test(text) && !gone.test(lower);

/** Rungs on which a thing is still to come. */
const notYet: ReadonlySet<string> = new Set(["may", "expected", "planned", "confirmed", "travelling"]);
/** Of a passage's verbs so many say what it mainly tells. */
const mainVerbs = 2;

/** A passage that mainly tells another thing, and only mentions what was asked, does not say yes to it. */
function isMain({ predicate }: Part, { predicates, event }: Passage): boolean {
  if (predicate === null || predicates.length === 0 || event?.family === predicate) return true;
  return predicates.slice(0, mainVerbs).includes(predicate) || !predicates.includes(predicate);
}

const goesOnAsked = /\b(?:still|under ?way|going on|continuing|running)\b/;

/** Asked whether it is over: only a report that it ended says yes. */
function ended(part: Part, passage: Passage): Verdict {
  const { predicates, event, modality } = passage;
  const over = event?.rung === "ended" || predicates.includes("end") || passage.terms.has("end");
  if (over && (modality === "done" || modality === "stated") && nearTopic(part, passage, new Set(["end"])))
    return goesOnAsked.test(part.lower)
      ? { holds: "no", label: "No, as reported" }
      : { holds: "yes", label: "Yes, as reported" };
  return open(goesOnAsked.test(part.lower) ? "As far as reported" : "No end is reported, only this");
}
