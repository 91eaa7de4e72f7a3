/**
 * How firmly a clause says what it says, and whether it says yes or no. The most cautious cue wins: a line may always
 * be weaker than its source and never stronger.
 */
import {
  cancelledCue,
  conditionalCue,
  conditionStart,
  falseNegators,
  mayCue,
  negators,
  ongoingCue,
  plannedCue,
  slippedCue,
  subordinateStart,
} from "../language/cues.ts";
import type { Modality } from "./claim.ts";

/** Cautious to firm; a line must not stand further right than its evidence. */
const firmness: Readonly<Record<Modality, number>> = {
  conditional: 0,
  may: 0,
  planned: 1,
  stated: 2,
  ongoing: 2,
  denied: 2,
  cancelled: 2,
  done: 3,
};

export const isFirmer = (a: Modality, b: Modality): boolean => firmness[a] > firmness[b];

const lowered = (text: string) => text.toLowerCase().replace(/’/g, "'");
const pastVerb =
  /\b(?:\w{2,}ed|met|held|sat|took|taken|left|came|went|gave|given|told|won|lost|began|begun|sent|brought|led|fell|rose|struck|broke|spoke|wrote|made|paid|built|found|chose|drew|flew|hit|put|cut|set|shot|shut|sought|bought|caught|kept|felt|heard|read|ran|saw|seen|stood|withdrew|agreed|became|overcame|lent|dealt|done|gone|won)\b/;

/** Modality of a clause: its text without the attribution. */
export function modalityOf(clause: string): Modality {
  const text = lowered(clause);
  const main = mainPart(text);
  const may = mayCue.test(main) && !isMonthMay(clause, main);
  const conditional = conditionalCue.test(text);
  if (may) return conditional ? "conditional" : "may";
  return (
    calledOff(main, clause) ??
    (conditional && (plannedCue.test(main) || !pastVerb.test(main)) ? "conditional" : settled(main, clause))
  );
}

function calledOff(main: string, clause: string): Modality | null {
  if (cancelledCue.test(main) && !isNegated(clause)) return "cancelled";
  return slippedCue.test(main) ? "done" : null;
}

const plainDenial = /\b(?:den(?:y|ies|ied|ying)|rul(?:es|ed|ing) out|no one|nobody|not being|never)\b/;

function settled(main: string, clause: string): Modality {
  if (plainDenial.test(main) && isNegated(clause)) return "denied";
  if (plannedCue.test(main)) return "planned";
  if (ongoingCue.test(main)) return "ongoing";
  return pastVerb.test(main) ? "done" : "stated";
}

/** True when the clause says that its predicate does not hold; two negations cancel, a negated condition does not count. */
export function isNegated(clause: string): boolean {
  const main = mainPart(lowered(clause)).replace(falseNegators, " ");
  return countNegations(main) % 2 === 1;
}

/** "did not and will not", "no … nor …" deny once: a negation joined to one before it is not counted. */
function countNegations(text: string): number {
  let count = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const match of text.matchAll(negators)) {
    const between = text.slice(Math.max(0, lastEnd), match.index);
    if (lastEnd < 0 || !/\b(?:and|or|nor)\b/.test(between)) count += 1;
    lastEnd = match.index + match[0].length;
  }
  return count;
}

/** A subordinate clause this near the start belongs to the subject: "The plan, which …". */
export const mainPartMin = 30;

/** The clause without its condition: "…if Kyiv didn't agree" leaves what would follow. */
function mainPart(whole: string): string {
  const subordinate = subordinateStart.exec(whole);
  const text = subordinate && subordinate.index > mainPartMin ? whole.slice(0, subordinate.index) : whole;
  const condition = conditionStart.exec(text);
  if (!condition) return text;
  if (condition.index > 0) return text.slice(0, condition.index);
  const comma = text.indexOf(",");
  return comma > 0 ? text.slice(comma + 1) : text;
}

/** "May" with a capital inside a sentence, or before a number, is the month. */
function isMonthMay(clause: string, main: string): boolean {
  const others = main.replace(/\bmay\b/g, " ");
  return (
    !mayCue.test(others) &&
    /\bMay \d|\d May\b|\b(?:in|of|by|until|since|this|next|last) May\b/.test(clause) &&
    !/\bmay\b/.test(clause)
  );
}
