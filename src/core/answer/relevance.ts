/**
 * How well a passage answers a question: whom and what it names of what was asked, and how much of the rest it covers.
 * A passage that misses a name, the number or the predicate that was asked for does not answer at all.
 */
import type { Quantity } from "../claim/claim.ts";
import { foldName } from "../claim/names.ts";
import { sameFamily } from "../language/verbs.ts";
import { stemOf, type Term } from "../language/words.ts";
import type { Passage } from "./passage.ts";
import type { Asked, Part } from "./question.ts";

export const relevanceThresholds = {
  /** Share of the asked words, by weight, that an answer covers. */
  cover: 0.5,
  /** A name only counts as named from here on. */
  name: 0.5,
  /** A related concept of the same family counts this much. */
  family: 0.6,
  /** For a country or body, another actor of its side. */
  side: 0.7,
  /** A related fact, shown when nothing answers, covers at least this share. */
  related: 0.6,
} as const;

export type Relevance = {
  readonly passage: Passage;
  /** Whether it answers, rather than only being related. */
  readonly answers: boolean;
  /** 0…1: share of what was asked. */
  readonly cover: number;
  readonly score: number;
  /** Share of the asked names. */
  readonly names: number;
  /** 0…1: share of the words besides the predicate that the passage uses as they were asked. */
  readonly exact: number;
};

/** What is true of the whole story need not be repeated by each passage: who or where everything is about. */
export type Implied = ReadonlySet<string>;

export function relevanceOf(
  part: Part,
  passage: Passage,
  implied: Implied,
  sideOf: (actor: string) => string,
): Relevance {
  const strengths = part.asked.map((asked) => (implied.has(asked.id) ? 1 : strengthOf(asked, passage, sideOf)));
  const names = strengths.length === 0 ? 1 : strengths.reduce((sum, one) => sum + one, 0) / strengths.length;
  const named = strengths.every((one) => one >= relevanceThresholds.name);
  const cover = coverOf(part, passage);
  const predicate = part.predicate === null || passage.mainTerms.has(part.predicate);
  const subject = part.subject.every((term) => passage.terms.has(term));
  const answers = named && subject && sidesFit(part, passage) && fits(part, passage, cover, predicate);
  const score =
    names +
    2 * cover +
    exactWeight * exactOf(part, passage) +
    (predicate ? 0.4 : 0) +
    (part.kind === "about" ? aboutWeight : subjectWeight) * subjectOf(part, passage, sideOf);
  return { passage, answers, cover, names, exact: exactArguments(part, passage), score };
}

/** The asker's own words count a little more than synonyms. */
const exactWeight = 0.2;
/** Who acts or speaks matters most when somebody is asked about. */
const aboutWeight = 0.9;
const subjectWeight = 0.2;
/** Named before the verb, but not first. */
const notFirst = 0.7;

/** 1 when somebody asked about leads the sentence, less when they only stand before its verb or their side does. */
function subjectOf(part: Part, passage: Passage, sideOf: (actor: string) => string): number {
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

export function strengthOf(asked: Asked, passage: Passage, sideOf: (actor: string) => string): number {
  if (passage.places.has(asked.id)) return 1;
  const actor = passage.actors.get(asked.id) ?? 0;
  if (actor > 0 || asked.person) return actor;
  if (asked.kind === "name" || asked.kind === "place")
    return passage.words.has(foldName(asked.word)) || passage.words.has(asked.word) ? 1 : 0;
  return asked.kind === "country" && passage.parties.has(sideOf(asked.id)) ? relevanceThresholds.side : 0;
}

/** Share of the asked words that a passage covers, by weight; 1 when none was asked. */
export function coverOf(part: Part, passage: Passage): number {
  const total = part.terms.reduce((sum, term) => sum + term.weight, 0);
  if (total === 0) return 1;
  const held = part.terms.reduce((sum, term) => sum + term.weight * heldBy(term, part, passage), 0);
  return held / total;
}

const stemIn = (term: Term, part: Part) => stemOf(part.lower.slice(term.start, term.end));

function heldBy({ term, ...rest }: Term, part: Part, passage: Passage): number {
  if (passage.terms.has(term) || passage.stems.has(stemIn({ term, ...rest }, part))) return 1;
  for (const other of passage.terms) if (sameFamily(term, other)) return relevanceThresholds.family;
  return 0;
}

const exactOf = (part: Part, passage: Passage) =>
  part.stems.size === 0 ? 0 : [...part.stems].filter((stem) => passage.stems.has(stem)).length / part.stems.size;

function exactArguments(part: Part, passage: Passage): number {
  const others = part.terms.filter((term) => term.term !== part.predicate);
  const compared = others.length === 0 ? part.terms : others;
  const shared = compared.filter((term) => passage.stems.has(stemIn(term, part))).length;
  return compared.length === 0 ? 0 : shared / compared.length;
}

const sidesFit = (part: Part, passage: Passage) => part.sides === null || passage.sides.size >= part.sides;

function fits(part: Part, passage: Passage, cover: number, predicate: boolean): boolean {
  switch (part.kind) {
    case "about":
    case "changed":
      return part.terms.length === 0
        ? part.asked.length > 0 || part.kind === "changed"
        : cover >= relevanceThresholds.cover;
    case "number":
      return cover >= relevanceThresholds.cover && countedIn(part, passage).length > 0;
    case "yesno":
      return (
        predicate &&
        cover >= relevanceThresholds.cover &&
        argumentsHeld(part, passage) &&
        ownWords(part, passage) &&
        !isPast(part, passage)
      );
    case "where":
      return passage.places.size > 0 && predicate && cover >= relevanceThresholds.cover && argumentsHeld(part, passage);
    case "when":
    case "who":
      return predicate && cover >= relevanceThresholds.cover && argumentsHeld(part, passage);
    case "what":
      return (part.terms.length > 0 || part.asked.length > 0) && predicate && cover >= relevanceThresholds.cover;
  }
}

/** Besides the predicate, at least half of what it is said of. */
function argumentsHeld(part: Part, passage: Passage): boolean {
  const others = part.terms.filter((term) => term.term !== part.predicate);
  const total = others.reduce((sum, term) => sum + term.weight, 0);
  const held = others.reduce((sum, term) => sum + (heldBy(term, part, passage) === 1 ? term.weight : 0), 0);
  return total === 0 || held >= total / 2;
}

/** Synonyms in every place make a neighbour, not an answer: at least one word is the asker's own. */
const ownWords = (part: Part, passage: Passage) => part.terms.length < 2 || exactOf(part, passage) > 0;

export const tollConcepts: ReadonlySet<string> = new Set([
  "kill",
  "injure",
  "missing",
  "evacuate",
  "rescue",
  "arrest",
  "release",
]);
const people: ReadonlySet<string> = new Set(["peopl", "person", "man", "woman", "victim", "kill"]);
const moneyUnit = /^[A-Z]{3,5}$/;
const timeUnits: ReadonlySet<string> = new Set(["hour", "dai", "week", "month", "year", "minut", "decad"]);

/** The numbers of a passage that count what was asked for. */
export const countedIn = (part: Part, passage: Passage): readonly Quantity[] =>
  passage.quantities.filter((quantity) => counts(part, quantity));

function counts(part: Part, quantity: Quantity): boolean {
  const isMoney = moneyUnit.test(quantity.unit);
  if (
    /\b(?:how much (?:money|cash|funding|aid|does|did|do|is|was|were|will|would|has|have)|costs?|price|worth|budget)\b/.test(
      part.lower,
    )
  )
    return isMoney;
  if (/\bhow long\b/.test(part.lower)) return timeUnits.has(quantity.unit);
  if (/\bpercent|per cent|percentage|share\b/.test(part.lower)) return quantity.unit === "%";
  const toll = part.terms.find((term) => tollConcepts.has(term.term));
  const named = (term: string) => quantity.unit === term || quantity.heads.includes(term);
  if (
    toll &&
    (part.counted.length === 0 ||
      part.counted.some((term) => people.has(term) || named(term) || tollConcepts.has(term)))
  )
    return named(toll.term) || part.counted.some((term) => !people.has(term) && named(term));
  if (part.counted.length > 0) return part.counted.some(named);
  return !timeUnits.has(quantity.unit);
}

/** A fact of long ago does not answer what is the case now. */
const pastDays = 45;
const dayMs = 86_400_000;
const presentAsked = /^(?:is|are|has|have|will|isn't|aren't|hasn't|haven't|won't|does|do)\b/;

function isPast(part: Part, { version, evidence }: Passage): boolean {
  const published = evidence[0]?.published ?? version.at;
  return (
    version.when !== undefined &&
    presentAsked.test(part.lower) &&
    published - Date.parse(version.when.to) > pastDays * dayMs
  );
}
