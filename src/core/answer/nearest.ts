/**
 * For a question whose words no report holds as they were asked: the reports nearest to it. One that says enough of it,
 * of the same people and in the shape that was asked for, answers; else the nearest are only shown as related. What
 * counts how much was learned from questions with known answers (tests/bench/train/nearest.ts).
 */
import { type Near, nearnessOf } from "./near-features.ts";
import { levels } from "./near-words.ts";
import weights from "./nearest.json" with { type: "json" };
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";

export type Nearest = {
  /** Best first; empty when none says enough. */
  readonly answering: readonly Scored[];
  readonly related: readonly Passage[];
};
export type Scored = { readonly passage: Passage; readonly score: number };

/** Of an answer: how far names, verb, words and shape must be there, and how much of the question may be missing. */
const least = { named: 0.5, slot: 0.5, focus: 0.5, cover: 0.5, rest: 0.6, around: 0.5 } as const;
const missingMax = 0.5;
/** Of what is shown as related: names as above, and some of the words. */
const relatedCoverMin = 0.3;
const relatedMax = 2;
/** How far below the best another may score to be told or shown beside it. */
const gapMax = 0.8;
/** How far below a nearest that lacks the shape that was asked for one that has it may score. */
const leadMax = 1.5;

const learned = new Map<string, number>(Object.entries(weights));

export const scoreOf = ({ features }: Near): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (learned.get(name) ?? 0), 0);

export function nearestTo(part: Part, passages: readonly Passage[], sideOf: (actor: string) => string): Nearest {
  const near = nearnessOf(part, passages, sideOf)
    .filter((one) => !one.passage.withdrawn && one.named >= least.named && isAbout(part, one))
    .map((one) => ({ near: one, passage: one.passage, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || b.passage.at - a.passage.at);
  const [best] = near;
  if (!best) return { answering: [], related: [] };
  const close = near.filter(({ score }) => score >= best.score - gapMax);
  const saying = near.filter((one) => says(part, one.near));
  const lead = best.near.slot < least.slot ? leadMax : 0;
  const first = saying[0] && saying[0].score >= best.score - lead ? saying[0].score : Number.POSITIVE_INFINITY;
  const answering = saying.filter(({ score }) => score >= first - gapMax);
  return { answering, related: distinct(close.map(({ passage }) => passage)).slice(0, relatedMax) };
}

/** Nothing of the rest is needed where the verb itself is there. */
const focusAlone = 0.8;

/** The reports of what a question asks about, best first, whether or not they have the shape that it asks for. */
export function reportsOf(
  part: Part,
  passages: readonly Passage[],
  sideOf: (actor: string) => string,
): readonly Passage[] {
  const near = nearnessOf(part, passages, sideOf)
    .filter(
      ({ passage, named, cover, focus }) =>
        !passage.withdrawn && named >= least.named && cover >= least.cover && focus >= least.focus,
    )
    .map((one) => ({ passage: one.passage, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || b.passage.at - a.passage.at);
  return near.filter(({ score }) => score >= near[0]!.score - reportsGapMax).map(({ passage }) => passage);
}
const reportsGapMax = 1.5;

/** It names whom the question names, or speaks of enough of what it is about. */
const isAbout = (part: Part, { cover, focus, missing, rest, slot }: Near): boolean =>
  (part.asked.length > 0 || focus >= focusAlone || (!isVerbAlone(part) && restHeld(part, rest))) &&
  (cover >= relatedCoverMin || (part.asked.length > 0 && part.terms.length < 2)) &&
  (part.kind !== "number" ||
    (missing <= missingMax && (slot > 0 || (part.counted.length > 0 && focus >= least.focus))));

/** "Who pays?": where nothing else is asked, what is only near to the verb is about something else. */
const isVerbAlone = ({ kind, terms }: Part) => kind === "who" && terms.length < 2;

/** Of what a number or a day is need only stand around it. */
const restHeld = ({ kind }: Part, { most, around }: Near["rest"]): boolean =>
  kind === "number" || kind === "when" ? around >= least.around : most >= least.rest;

function says(part: Part, near: Near): boolean {
  const { slot, focus, cover, missing, rest, named, passage } = near;
  if (slot < least.slot || focus < least.focus || cover < least.cover || missing > missingMax) return false;
  if (part.asked.length === 0 && !restHeld(part, rest)) return false;
  if (passage.modality === "conditional" || (part.kind === "who" && named < wholeName)) return false;
  if (part.kind === "yesno")
    return (
      named >= wholeName &&
      rest.all >= wholeRest &&
      (focus !== levels.related || part.asked.length === 0) &&
      isDoer(part, passage)
    );
  return part.kind !== "when" || (!passage.negated && focus >= levels.near);
}

/** Somebody who is asked about acts in it, and is not only named or only says it. */
function isDoer({ asked, lower }: Part, { leader, subjects, sources, named, text }: Passage): boolean {
  const people = asked.filter(({ person }) => person);
  if (people.length === 0) return true;
  const acting = people.filter(({ id }) => leader === id || subjects.has(id) || named[0]?.id === id);
  return acting.some(({ id }) => !sources.has(id) || pronoun.test(text) || opinion.test(lower));
}
const pronoun = /\b(?:he|she|they|I|we)\b/;
/** What one does by saying it. */
const opinion =
  /\b(?:blam|accus|critici|condemn|apologi|welcom|prais|back|support|oppos|reject|threaten|warn|admit|conced|deny|denie|promis|pledg|demand|agree|accept|confirm|rule[sd]? out|call)\w*\b/;

/** A yes/no question is about those whom it names, and not about their neighbours; so is "who runs it?". */
const wholeName = 0.7;
/** And about the very thing that it names: words that are only near to it do not do. */
const wholeRest = 0.7;

const distinct = (passages: readonly Passage[]): readonly Passage[] =>
  [...new Map(passages.toReversed().map((one) => [one.text, one])).values()].toReversed();
