/** How a yes/no question is answered by a report: never more firmly than the report itself. */

import { coverOf } from "./cover.ts";
import { leavesOpen } from "./matter.ts";
import { isProspect, type Passage } from "./passage.ts";
import type { Part } from "./question.ts";

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
  if (modality === "cancelled") return { holds: "no", label: "No, called off" };
  if (coverOf(part, passage) < sureCover) return open("As far as reported");
  if (modality === "denied" || negated) return { holds: "no", label: "No, as reported" };
  if (part.predicate === "end") return ended(passage);
  if (modality === "planned") return open(part.prospect ? "Planned, as reported" : "Planned, not reported as done");
  if (part.future || part.predicate === null)
    return open(isProspect(passage) ? "Not settled, as reported" : "As far as reported");
  if (modality === "done") return { holds: "yes", label: "Yes, as reported" };
  return modality === "ongoing" ? { holds: "yes", label: "Under way, as reported" } : open("As reported");
}

/** Asked whether it is over: only a report that it ended says yes. */
function ended({ terms, modality }: Passage): Verdict {
  if (terms.has("end") && (modality === "done" || modality === "stated"))
    return { holds: "yes", label: "Yes, as reported" };
  return open("No end is reported, only this");
}
