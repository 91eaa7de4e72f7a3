/** How a yes/no question is answered by a report: never more firmly than the report itself. */
import { isProspect, type Passage } from "./passage.ts";
import type { Part } from "./question.ts";
import { coverOf } from "./relevance.ts";

/** What is not said, not known or not commented on is neither yes nor no. */
const unsaid =
  /\b(?:not|n't|never|no|decline[sd]? to|refuse[sd]? to)\s+(?:\w+\s)?(?:say|comment|answer|know[ns]?|clear|disclose|decided|decision|certain|confirmed?|confirm|rule out)\b/i;
const unlikely = /\bunlikely|doubt(?:s|ful|ed)?\b/i;

export type Verdict = { readonly holds: "yes" | "no" | "open"; readonly label: string };

/** Below this share of the question a report gets no yes or no. */
const sureCover = 0.6;

export function verdictOf(part: Part, passage: Passage): Verdict {
  return unsettled(passage) ?? settled(part, passage);
}

const open = (label: string): Verdict => ({ holds: "open", label });

/** What the source itself leaves open, whatever was asked. */
function unsettled({ fact, modality, text }: Passage): Verdict | null {
  if (fact.withdrawn) return open("Reported, and since withdrawn");
  if (unsaid.test(text.replace(/’/g, "'"))) return open("Not confirmed");
  if (modality === "may") return open(unlikely.test(text) ? "Unlikely, but not settled" : "Possible, not confirmed");
  return modality === "conditional" ? open("Only on a condition, not confirmed") : null;
}

function settled(part: Part, passage: Passage): Verdict {
  const { modality, negated } = passage;
  if (modality === "cancelled") return { holds: "no", label: "No, called off" };
  if (coverOf(part, passage) < sureCover) return open("As far as reported");
  if (modality === "denied" || negated) return { holds: "no", label: "No, as reported" };
  if (modality === "planned") return open("Planned, not reported as done");
  if (part.future || part.predicate === null)
    return open(isProspect(passage) ? "Not settled, as reported" : "As far as reported");
  if (modality === "done") return { holds: "yes", label: "Yes, as reported" };
  return modality === "ongoing" ? { holds: "yes", label: "Under way, as reported" } : open("As reported");
}
