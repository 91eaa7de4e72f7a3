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
  const { modality, negated, text } = passage;
  if (passage.fact.withdrawn) return { holds: "open", label: "Reported, and since withdrawn" };
  if (unsaid.test(text.replace(/’/g, "'"))) return { holds: "open", label: "Not confirmed" };
  if (modality === "may")
    return { holds: "open", label: unlikely.test(text) ? "Unlikely, but not settled" : "Possible, not confirmed" };
  if (modality === "conditional") return { holds: "open", label: "Only on a condition, not confirmed" };
  if (modality === "cancelled") return { holds: "no", label: "No, called off" };
  if (coverOf(part, passage) < sureCover) return { holds: "open", label: "As far as reported" };
  if (modality === "denied" || negated) return { holds: "no", label: "No, as reported" };
  if (modality === "planned") return { holds: "open", label: "Planned, not reported as done" };
  if (part.future || part.predicate === null)
    return { holds: "open", label: isProspect(passage) ? "Not settled, as reported" : "As far as reported" };
  if (modality === "done") return { holds: "yes", label: "Yes, as reported" };
  return modality === "ongoing"
    ? { holds: "yes", label: "Under way, as reported" }
    : { holds: "open", label: "As reported" };
}
