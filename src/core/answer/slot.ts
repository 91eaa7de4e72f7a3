/** Whether a passage has what the question word asks for: a number of the thing, a time, a place, somebody, a reason. */
import { countedIn } from "./counted.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { gives } from "./reasons.ts";
import { isTimed } from "./timing.ts";

/** What is there, but only in common words: "by soldiers", "outside the hall". */
const common = 0.6;
/** Kinds that ask for nothing in particular. */
const none = 0.5;

/** 0: it lacks what was asked for; 1: it has it in so many words. */
export function slotOf(part: Part, passage: Passage): number {
  const { places, text } = passage;
  switch (part.kind) {
    case "number":
      return isCounted(part, passage) ? 1 : common * flag(countsPeople(part, passage));
    case "when":
      return flag(isTimed(passage));
    case "where":
      return places.size > 0 ? 1 : common * flag(locative.test(text));
    case "who":
      return namesAnother(part, passage) ? 1 : common * flag(group.test(text));
    case "why":
      return flag(gives(passage));
    default:
      return none;
  }
}

const flag = (held: boolean): 0 | 1 => (held ? 1 : 0);

/** "Workers" are counted as people, "inhabitants" as residents. */
const countsPeople = ({ lower }: Part, { quantities }: Passage): boolean =>
  personsAsked.test(lower) &&
  quantities.some(({ unit, heads }) => persons.has(unit) || heads.some((head) => persons.has(head)));
const personsAsked =
  /\bhow many (?:\w+ )?(?:people|\w+(?:er|or|ist|ant|ent)s|staff|fishermen|women|men|locals|victims|crew|troops|citizens)\b/;
const persons: ReadonlySet<string> = new Set(
  "peopl person resid inhabit villag worker employe protest demonstr troop passeng citizen man woman member voter islander famili".split(
    " ",
  ),
);

const isCounted = (part: Part, passage: Passage): boolean =>
  countedIn(part, passage).length > 0 || (ageAsked.test(part.lower) && aged.test(passage.text));

const ageAsked = /\bhow old\b/;
/** An age, or a year in which it began: "built in 1961", "is eighty years old", "Thorburn, 58,". */
const aged =
  /\b(?:years? old|year-old|aged \d+|(?:built|born|founded|opened|completed|since) (?:in |back )?(?:1\d|20)\d\d)\b|,\s[1-9]\d,/;

const namesAnother = (part: Part, { named }: Passage): boolean =>
  named.some((name) => !part.asked.some(({ id }) => id === name.id));

const locative =
  /\b(?:in|at|near|outside|inside|behind|above|below|along|around|across|beside)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:morning|evening|afternoon|night|end|meantime)|\d|total|all\b|addition|order|favour|vain)\p{L}{3,}/u;

/** People and bodies that reports name by what they are. */
const group =
  /\b(?:police|soldiers?|troops|army|navy|government|ministry|minister|president|mayor|governor|agency|authority|commission|committee|council|court|judges?|prosecutors?|lawyers?|parliament|lawmakers|party|union|company|operator|board|bank|fund|investors?|insurers?|association|officials?|spokes(?:man|woman|person)|diplomats?|residents?|workers?|volunteers|engineers|experts|analysts|doctors?|rescuers|teams?|protesters|supporters|observers|clerks?|drivers?|witness(?:es)?|people|sources?|embassy|church|hospital|school)\b/i;
