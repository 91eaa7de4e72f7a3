/**
 * How much a claim deserves a line: events, numbers, speakers and demands raise it; rhetoric, background and sentences
 * that hang on another one lower it. Tuned on labelled claims; compare the values, do not interpret them.
 */
import { background, rhetoric } from "../language/cues.ts";
import { phases } from "../language/verbs.ts";
import type { Claim } from "./claim.ts";

/** Below this a claim is kept in the ledger and answered from, but makes no line. */
export const worthMin = 1;

const decisive = new Set(
  "propose demand refuse guarantee agree cede annex deny sign release withdraw resign verdict certify fund loan suspend block sanction warn brief".split(" "),
);

export function worthOf(claim: Omit<Claim, "worth">, sentence: string): number {
  if (/\?["”’)]*$/.test(sentence.trim())) return 0;
  let worth = 0;
  if (claim.event) worth += 0.7;
  if (claim.attribution) worth += claim.attribution.kind === "person" ? 0.8 : 0.5;
  if (claim.quantities.length > 0) worth += 0.6;
  if (claim.predicates.some((predicate) => decisive.has(predicate))) worth += 0.5;
  if (claim.predicates.some((predicate) => phases.has(predicate))) worth += 0.2;
  if (claim.when) worth += 0.2;
  if (/[“"]/.test(sentence)) worth += 0.2;
  worth += 0.2 * Math.min(3, claim.participants.length);
  if (rhetoric.test(sentence)) worth -= 1.1;
  if (background.test(sentence)) worth -= 0.6;
  if (isOld(claim)) worth -= 0.5;
  if (/^(?:Th(?:is|ese|ose|at)|Their|His|Her|Its|It|Such)\s/.test(sentence) && !claim.attribution) worth -= 0.5;
  if (claim.participants.length === 0 && claim.quantities.length === 0) worth -= 0.6;
  return Math.max(0, Math.round(worth * 100) / 100);
}

const oldDays = 45;

function isOld(claim: Omit<Claim, "worth">): boolean {
  return claim.when !== undefined && claim.published - Date.parse(claim.when.to) > oldDays * 86_400_000;
}
