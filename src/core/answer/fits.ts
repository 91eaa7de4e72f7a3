/**
 * Whether a passage answers a question at all. A passage that misses the number, the place or the predicate that was
 * asked for, or says it of somebody else, is a neighbour and no answer.
 */

import { phases, sameFamily } from "../language/verbs.ts";
import { dayMs } from "../text/day.ts";
import { countedIn } from "./counted.ts";
import { argumentsHeld, isAlike, isSame, ownTerm, ownWords, positionHeld } from "./cover.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { sidesAsked } from "./question-words.ts";
import { clauseBreak, isRival, saidOfSubject } from "./subject.ts";
import { nearTopic } from "./timing.ts";

/** Share of the asked words, by weight, that an answer covers. */
export const coverMin = 0.5;

export function fits(part: Part, passage: Passage, cover: number): boolean {
  if (cover < coverMin || !ownTerm(part, passage)) return false;
  const predicate = predicateHeld(part, passage);
  switch (part.kind) {
    case "about":
    case "changed":
      return part.terms.length > 0 || part.asked.length > 0 || part.kind === "changed";
    case "number":
      return countedIn(part, passage).length > 0;
    case "yesno":
      return (
        predicate &&
        argumentsHeld(part, passage) &&
        ownWords(part, passage) &&
        !isPast(part, passage) &&
        (saidOfSubject(part, passage) || isRival(part, passage)) &&
        isThere(part, passage)
      );
    case "where":
      return passage.places.size > 0 && predicate && argumentsHeld(part, passage) && !isPast(part, passage);
    case "who":
      return predicate && argumentsHeld(part, passage) && namesAnother(part, passage);
    case "when":
      return predicate && argumentsHeld(part, passage) && saidOfSubject(part, passage);
    case "why":
      return (
        (predicate || (part.predicate !== null && passage.context.terms.has(part.predicate))) &&
        isAsked(part) &&
        argumentsHeld(part, passage) &&
        saidOfSubject(part, passage)
      );
    case "what":
      return predicate && isAsked(part);
    case "source":
      return false;
  }
}

const isAsked = (part: Part) => part.terms.length > 0 || part.asked.length > 0;

/** The predicate is reported: not in a condition, and where it asks for an end, any stage of the event will do. */
export function predicateHeld(part: Part, passage: Passage): boolean {
  const { predicate } = part;
  if (part.kind === "yesno" && predicate === "end") return isStageOf(part, passage);
  if (predicate === null) return true;
  if (predicate === "say") return part.terms.some(({ term, stem }) => term === predicate && passage.stems.has(stem));
  if (passage.mainTerms.has(predicate)) return true;
  const main = { stems: passage.mainStems };
  if (
    part.terms.some(
      (term) => term.term === predicate && (isSame(term, main) || (mayBeAlike(part) && isAlike(term, main))),
    )
  )
    return true;
  if (predicate === "attend")
    return presence.some((term) => passage.mainTerms.has(term)) && part.asked.some(({ id }) => isIn(id, passage));
  return (part.kind === "what" || part.kind === "who") && positionHeld(predicate, passage);
}

/** A word that only can mean the same does not say that it was done, nor by whom. */
const mayBeAlike = ({ kind }: Part): boolean => kind !== "yesno" && kind !== "who";

/** It tells how far the very event has come that is asked about. */
function isStageOf(part: Part, passage: Passage): boolean {
  const topics = part.terms.filter(({ term }) => !phases.has(term));
  const tells =
    !part.vague && passage.event !== null && topics.some(({ term }) => sameFamily(term, passage.event!.family));
  return (
    tells ||
    (passage.predicates.slice(0, mainVerbs).some((term) => phases.has(term)) && nearTopic(part, passage, stages))
  );
}
/** Of a passage's verbs so many say what it mainly tells. */
const mainVerbs = 2;
const stages: ReadonlySet<string> = new Set(phases.keys());

/** Whoever does this is there. */
const presence = ["talks", "visit", "arrive", "travel"];

/** At the table, and not only speaking about it. */
const isIn = (actor: string, passage: Passage) => passage.actors.has(actor) && !passage.sources.has(actor);

/** 3: in so many words; 2: the parties in one breath; 1: enough parties in the sentence; 0: no meeting of that shape. */
export function shapeOf(part: Part, passage: Passage): 0 | 1 | 2 | 3 {
  if (part.sides === null) return 3;
  if (sidesAsked(passage.text.toLowerCase()) === part.sides) return 3;
  if (passage.together >= part.sides) return 2;
  return passage.sides.size >= part.sides ? 1 : 0;
}

/** Whoever is asked for is named: somebody besides those whom the question names. */
const namesAnother = (part: Part, passage: Passage): boolean =>
  passage.named.some((name) => !part.asked.some(({ id }) => id === name.id)) || passage.sources.size > 0;

/** "Is she in the capital?": a report that puts her there, and not one in which she only speaks of it. */
function isThere(part: Part, passage: Passage): boolean {
  const person = part.asked.find((one) => one.person);
  const place = part.asked.find((one) => one.kind === "place");
  if (part.terms.length > 0 || !person || !place) return true;
  if (part.future) return true;
  if (passage.sources.has(person.id) && !/\b(?:he|she|they)\b/.test(passage.text)) return false;
  const own = passage.named.filter(({ id }) => id === person.id);
  return own.length === 0 || own.some((name) => !clauseBreak.test(passage.text.slice(name.end)));
}

/** A meeting of those who were asked about, and not one of which they only speak. */
export function isBetween(part: Part, passage: Passage, sideOf: (actor: string) => string): boolean {
  const parties = part.asked.filter(({ kind }) => kind === "actor" || kind === "country");
  if (part.predicate !== "talks" || parties.length < 2 || part.kind === "what") return true;
  return parties.every(({ id }) =>
    passage.event
      ? passage.event.parties.includes(sideOf(id)) || passage.event.parties.includes(id)
      : passage.actors.get(id) === 1,
  );
}

/** A fact of long ago does not answer what is the case now. */
const pastDays = 45;
const presentAsked = /^(?:where )?(?:is|are|has|have|will|does|do)\b/;

export function isPast(part: Part, { when, evidence, at }: Passage): boolean {
  const published = evidence[0]?.published ?? at;
  return when !== null && presentAsked.test(part.lower) && published - Date.parse(when.to) > pastDays * dayMs;
}
