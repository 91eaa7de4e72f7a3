/**
 * Who does what a question asks about: whether a passage says it of the one who was asked about, of somebody else, or of
 * two with each other, and whether they only claim it for themselves.
 */

import type { Asked, Part } from "./part.ts";
import type { Passage } from "./passage.ts";

/** Predicates that need two: who did it to whom makes no difference. */
const mutual: ReadonlySet<string> = new Set(["talks", "agree", "swap", "merge", "deal"]);
/** What only one of several can do: that another did it is a no. */
const contested: ReadonlySet<string> = new Set(["win", "lead"]);

export const clauseBreak =
  /;|\b(?:while|whereas|but|when|after|before|because|since|although|that)\b|,\s(?:and|who|which|as)\b/;

/** Asked whether somebody did a thing: he does it in the passage too, and nobody else in another clause. */
export function saidOfSubject(part: Part, passage: Passage): boolean {
  const subject = subjectOf(part);
  if (!subject || part.predicate === null || mutual.has(part.predicate)) return true;
  return doneBy(part, passage, (id) => id === subject.id) || !doneByAnother(part, passage, subject);
}

/** It says of somebody else what only one can do. */
export function isRival(part: Part, passage: Passage): boolean {
  const subject = isContest(part) ? subjectOf(part) : undefined;
  return subject !== undefined && doneByAnother(part, passage, subject) && !passage.negated;
}

export const isContest = ({ kind, predicate }: Part): boolean =>
  kind === "yesno" && predicate !== null && contested.has(predicate);

/** Whom the question is about: named before its verb, and not only as the owner of what is. */
export function subjectOf({ asked, terms, predicate, lower }: Part): Asked | undefined {
  const verb = terms.find(({ term }) => term === predicate)?.start ?? 0;
  return asked.find((one) => {
    const at = lower.indexOf(one.word);
    return one.person && at >= 0 && at < verb && !/^['’]s?\b/.test(lower.slice(at + one.word.length));
  });
}

const doneByAnother = (part: Part, passage: Passage, subject: Asked): boolean =>
  doneBy(part, passage, (id, kind) => id !== subject.id && kind === "person");

function doneBy(
  { predicate }: Part,
  { named, run, text }: Passage,
  is: (id: string, kind: string) => boolean,
): boolean {
  const verbs = run.filter(({ term }) => term === predicate);
  const names = named.filter(({ id, kind }) => is(id, kind));
  return verbs.some((verb) => names.some((name) => isTied(text, name, verb)));
}

type Place = { readonly start: number; readonly end: number };

function isTied(text: string, name: Place, verb: Place): boolean {
  if (name.start < verb.start) return !clauseBreak.test(text.slice(name.end, verb.start));
  return /\bby\b/.test(text.slice(verb.end, name.start));
}

export const isMutual = ({ predicate, asked }: Part): boolean =>
  predicate !== null && mutual.has(predicate) && asked.length > 1;

/** Two do it with each other: one on each side of the verb, or both before it and nobody else behind. */
export function together({ predicate, asked }: Part, { named, run, text }: Passage): boolean {
  const verb = run.find(({ term }) => term === predicate);
  const own = named.filter(({ id, party }) => asked.some((one) => one.id === id || one.id === party));
  if (!verb || own.length < 2) return true;
  const isBefore = (name: Place) => name.start < verb.start;
  const behind = own.filter((name) => !isBefore(name));
  if (behind.length > 0 && own.some(isBefore))
    return behind.some((name) => !clauseBreak.test(text.slice(verb.end, name.start)));
  return own.every(isBefore) && !named.some((name) => !isBefore(name) && name.kind !== "place" && !own.includes(name));
}

/** A win that is reported by whoever won: "according to a tally of her own campaign". */
export const isOwnClaim = (part: Part, { claim }: Passage): boolean =>
  isContest(part) && /\b(?:his|her|its|their|own)\b/i.test(claim?.attribution?.text ?? "");
