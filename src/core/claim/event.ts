/** Which event a clause tells of and how far it has come: the key of a track and a rung of the status ladder. */
import { happenings, movement, phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import type { EventSlot, Modality, Participant, Rung } from "./claim.ts";

const prepositionBefore =
  /\b(?:of|for|after|before|from|following|during|at|in|on|with|about|over|into|towards?|amid|through|since|despite|by)\s+(?:(?:the|a|an|his|her|its|their|this|that|these|those|further|direct|fresh|new|peace|recent|separate|official|joint|other|\p{Lu}[\p{L}.]*|\p{L}+-\p{L}+)\s+){0,4}$/u;

/** The event of a clause, or none when nothing in it happens. `terms` are those of `clause`, with offsets into it. */
export function eventOf(
  clause: string,
  terms: readonly Term[],
  participants: readonly Participant[],
  firm: Firm,
): EventSlot | null {
  const happening = terms.filter((term) => happenings.has(term.term));
  const free = happening.filter(
    (term) =>
      !adjectival(clause, term) && !prepositionBefore.test(clause.slice(Math.max(0, term.start - 60), term.start)),
  );
  const main = free[0] ?? happening[0];
  if (!main) return null;
  const parties = [...new Set(participants.map((one) => one.party))].sort();
  return { family: familyOf(main.term), parties, rung: rungOf(main.term, terms, clause, firm) };
}

/** "the freed sailors": a participle between an article and its noun tells of nothing that happens now. */
const adjectival = (clause: string, term: Term) =>
  /(?:ed|en)$/.test(clause.slice(term.start, term.end)) &&
  /\b(?:the|a|an|its|their|his|her)\s+$/i.test(clause.slice(0, term.start));

const familyOf = (term: string) => (movement.has(term) ? "travel" : term);

type Firm = { readonly modality: Modality; readonly negated: boolean };

function rungOf(main: string, terms: readonly Term[], clause: string, firm: Firm): Rung {
  const phase = terms.map((term) => phases.get(term.term)).find((rung) => rung !== undefined) ?? null;
  const hedged = firm.modality === "may" || firm.modality === "conditional";
  if (phase === "cancelled" || phase === "slipped") return hedged ? "may" : phase;
  if (firm.modality === "denied" || firm.modality === "cancelled") return firm.modality;
  if (hedged) return "may";
  if (firm.modality === "planned") return plannedRung(clause);
  if (firm.negated && firm.modality !== "stated") return "denied";
  if (phase === "planned") return /\bconfirm/i.test(clause) ? "confirmed" : "planned";
  return phase ?? movement.get(main) ?? "underway";
}

/** What somebody expects stands a rung below what is set. */
function plannedRung(clause: string): Rung {
  if (/\bconfirm/i.test(clause)) return "confirmed";
  return /\b(?:expect|hope|aim|intend|want)(?:s|ed|ing)?\b/i.test(clause) ? "expected" : "planned";
}
