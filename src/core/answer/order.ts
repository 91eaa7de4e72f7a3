/** Which of the passages that answer comes first: the better answer, the newer, the better attested. */

import { worthMin } from "../claim/worth.ts";
import { dayMs } from "../text/day.ts";
import { looksBack } from "./matter.ts";
import type { Part } from "./part.ts";
import { isProspect, type Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";

/** The newest state comes first; where a number, a position or a reason is asked for, what it is of matters more. */
const recencyWeight = 1.2;
const recencyWeightOfContent = 0.5;
const content: ReadonlySet<Part["kind"]> = new Set(["number", "what", "why"]);
const recencyHalfLifeDays = 2;

/** In a picture of somebody, what is the case comes before what might be. */
const steadiness: Readonly<Record<Passage["modality"], number>> = {
  done: 0.2,
  ongoing: 0.2,
  planned: 0.1,
  stated: 0,
  denied: 0.1,
  cancelled: 0.2,
  may: -0.1,
  conditional: -0.4,
};

/** That a thing did not happen is as settled as that it did. */
export const steadinessOf = ({ modality, negated }: Passage): number =>
  modality === "stated" && negated ? steadiness.done : steadiness[modality];

/** Best first. What is newer, better attested and worth a line goes before its equals. */
export function inOrder(part: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const newest = Math.max(...answers.map(({ passage }) => passage.at));
  const weight = content.has(part.kind) ? recencyWeightOfContent : recencyWeight;
  const recency = ({ at }: Passage) => weight * 2 ** (-(newest - at) / (recencyHalfLifeDays * dayMs));
  return answers
    .map((one) => ({
      ...one,
      score: one.score + recency(one.passage) + standingOf(one.passage) + suits(part, one.passage),
    }))
    .sort(
      (a, b) => b.score - a.score || b.passage.at - a.passage.at || (a.passage.fact.ref < b.passage.fact.ref ? -1 : 1),
    );
}

/** A report in another language comes after its equals. */
const foreignWeight = 0.5;

/** What a passage is worth to any question. */
function standingOf(passage: Passage): number {
  return (
    (passage.worth >= worthMin ? 0.15 : 0) +
    Math.min(0.3, passage.fact.salience / 40) -
    (passage.standing === "before" ? 0.2 : 0) -
    (passage.withdrawn ? 1 : 0) -
    (looksBack(passage) ? 0.3 : 0) -
    (passage.evidence[0]?.lang === "en" ? 0 : foreignWeight)
  );
}

/** What it is worth to this one. */
function suits(part: Part, passage: Passage): number {
  const last = part.last && (passage.stems.has("last") || passage.stems.has("latest"));
  return (
    (part.future && isProspect(passage) ? 0.4 : 0) +
    (last ? 0.5 : 0) +
    (part.kind === "about" ? steadinessOf(passage) + weightOf(passage) : 0)
  );
}

/** In a picture, a line that stands by itself and is worth telling. */
export function weightOf({ worth, text }: Passage): number {
  const leaning = /^(?:it|he|she|they|this|that|these|those|his|her|their|its)\b|^[“"]/i.test(text);
  return (worth >= worthMin ? 0.3 : 0) + Math.min(0.7, worth / 4) - (leaning ? 0.6 : 0);
}
