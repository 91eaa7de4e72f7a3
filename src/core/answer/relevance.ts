/**
 * How well a passage answers a question: whom and what it names of what was asked, and how much of the rest it covers.
 * Whether it answers at all is decided in fits.ts.
 */
import { foldName } from "../claim/names.ts";
import { coverOf, exactArguments, exactOf } from "./cover.ts";
import { fits, isBetween, predicateHeld, shapeOf } from "./fits.ts";
import type { Asked, Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { isRival, subjectOf } from "./subject.ts";
import { relevanceThresholds } from "./thresholds.ts";

export type Relevance = {
  readonly passage: Passage;
  /** Whether it answers, rather than only being related. */
  readonly answers: boolean;
  /** 0…1: share of what was asked. */
  readonly cover: number;
  readonly score: number;
  /** Share of the asked names. */
  readonly names: number;
  /** It may happen between those who were asked about. */
  readonly between: boolean;
  /** 0…1: share of the words besides the predicate that the passage uses as they were asked. */
  readonly exact: number;
  /** How clearly it is about a meeting of the shape that was asked for; see shapeOf. */
  readonly shape: number;
};

/** What is true of the whole story need not be repeated by each passage: who or where everything is about. */
export type Implied = ReadonlySet<string>;

export function relevanceOf(
  part: Part,
  passage: Passage,
  implied: Implied,
  sideOf: (actor: string) => string,
): Relevance {
  const near = part.kind !== "about" && part.kind !== "changed";
  const rival = isRival(part, passage) ? subjectOf(part)?.id : undefined;
  const strengths = part.asked.map((asked) =>
    implied.has(asked.id) || asked.id === rival
      ? 1
      : Math.max(strengthOf(asked, passage, sideOf), near ? contextOf(asked, passage, part) : 0),
  );
  const names = strengths.length === 0 ? 1 : strengths.reduce((sum, one) => sum + one, 0) / strengths.length;
  const between = isBetween(part, passage, sideOf);
  const named = between && strengths.every((one) => one >= relevanceThresholds.name);
  const cover = coverOf(part, passage);
  const subject = part.subject.every((term) => passage.terms.has(term));
  const shape = shapeOf(part, passage);
  const score =
    names +
    2 * cover +
    (near ? exactWeight : exactAboutWeight) * exactOf(part, passage) +
    (predicateHeld(part, passage) ? 0.4 : 0) +
    (part.sides === null ? 0 : shapeWeight * shape) +
    (part.kind === "about" ? aboutWeight : subjectWeight) * leadsOf(part, passage, sideOf);
  return {
    passage,
    answers: named && subject && shape > 0 && fits(part, passage, cover),
    cover,
    names,
    between,
    exact: exactArguments(part, passage),
    shape,
    score,
  };
}

/** The asker's own words count a little more than synonyms. */
const exactWeight = 0.35;
const exactAboutWeight = 0.2;
const shapeWeight = 0.1;
/** Who acts or speaks matters most when somebody is asked about. */
const aboutWeight = 0.9;
const subjectWeight = 0.2;
/** Named before the verb, but not first. */
const notFirst = 0.7;

/** 1 when somebody asked about leads the sentence, less when they only stand before its verb or their side does. */
function leadsOf(part: Part, passage: Passage, sideOf: (actor: string) => string): number {
  const is = (asked: Asked, actor: string) =>
    actor === asked.id
      ? 1
      : asked.kind === "country" && sideOf(actor) === sideOf(asked.id)
        ? relevanceThresholds.side
        : 0;
  const all = part.asked.flatMap((asked) => [
    passage.leader === null ? 0 : is(asked, passage.leader),
    ...[...passage.subjects].map((actor) => notFirst * is(asked, actor)),
  ]);
  return Math.max(0, ...all);
}

/** A country's capital that is asked for as a place: to act for the country is not to be there. */
const isCapital = ({ kind, id, word, text }: Asked): boolean =>
  kind === "place" && !text.includes(" ") && foldName(word) !== foldName(id);

export function strengthOf(asked: Asked, passage: Passage, sideOf: (actor: string) => string): number {
  if (passage.places.has(asked.id)) return 1;
  if (isCapital(asked)) return passage.words.has(asked.word) ? 1 : 0;
  const actor = passage.actors.get(asked.id) ?? 0;
  if (actor > 0 || asked.person) return actor;
  if (asked.kind === "name" || asked.kind === "place")
    return passage.words.has(foldName(asked.word)) || passage.words.has(asked.word) ? 1 : 0;
  return asked.kind === "country" && passage.parties.has(sideOf(asked.id)) ? relevanceThresholds.side : 0;
}

/**
 * "The team" is the one that the sentence before named. A person must be named by a passage that names another; a reason
 * may leave out whose it is.
 */
function contextOf(asked: Asked, { context, named }: Passage, part: Part): number {
  const held = isCapital(asked) ? context.words.has(asked.word) : context.names.has(asked.id);
  const mayBe =
    !asked.person || part.kind === "why" || (part.kind === "what" && named.every(({ kind }) => kind !== "person"));
  return held && mayBe ? relevanceThresholds.context : 0;
}
