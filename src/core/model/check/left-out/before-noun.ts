/** What may go in front of a noun: a number that is no measure of it, a title before a name; and adverbs that move nothing. */
import type { Mark } from "../marks.ts";

/** A stretch that was left out, between what stays. */
export type Gap = {
  readonly gone: readonly Mark[];
  readonly next: Mark | undefined;
  readonly before: Mark | undefined;
};

/** Titles that are none: they say that a thing is not quite, not yet or not really. */
export const privative = new Set(
  `draft proposed possible potential alleged suspected attempted failed failing former ex partial limited temporary interim
  late early mid preliminary provisional tentative conditional unofficial fake false mock so-called supposed would-be planned expected
  unconfirmed rejected cancelled suspended abandoned stalled rival deputy acting vice assistant co half few most some many several
  all every each both first last second third next only no any minority majority non anti pro nearly almost about over under`.split(
    /\s+/,
  ),
);
const harmlessAdverb =
  /^(?:also|already|again|then|now|still|too|later|earlier|(?!near|almost|part|tentative|provisional|conditional|temporar|hard|bare|rare|alleged|reported|supposed|apparent|seeming|possib|probab|like|on|most|large|main|scarce)\p{L}+ly)$/u;
/** A number before a noun, or what somebody is before the name: "the two delegations", "opposition leader Mira Tadic". */
export function isCountOrTitle({ gone, next, before }: Gap): boolean {
  if (!next || next.parted || next.owned || next.lead.length > 0 || !/^(?:noun|name|number)$/.test(next.tag))
    return false;
  if (/^\d/.test(gone[0]!.key))
    return (
      gone.length === 1 &&
      !measured.test(next.lower) &&
      (before === undefined || isPinned(gone[0]!) || before.tag === "verb" || /ing$/.test(before.lower))
    );
  const isTitle = gone.every(
    (mark, at) =>
      !privative.has(mark.lower) &&
      !mark.owned &&
      /^(?:noun|name)$/.test(mark.tag) &&
      (at === 0 || (mark.lead.length === 0 && !mark.parted)),
  );
  return isTitle && next.tag === "name" && (gone.at(-1)!.tag === "noun" || title.test(gone.at(-1)!.lower));
}

const title =
  /^(?:president|minister|chancellor|king|queen|prince|princess|general|colonel|captain|judge|senator|governor|mayor|bishop|pope|professor|doctor|mr|mrs|ms|dr|sir)$/;

const isPinned = ({ lead }: Mark) => lead.some((word) => /^(?:the|its|their|his|her)$/.test(word));

/** A number belongs to these. */
const measured =
  /^(?:percent|percentage|hundred|thousand|million|billion|trillion|january|february|march|april|may|june|july|august|september|october|november|december|euros?|dollars?|pounds?|crowns?|yen|yuan|roubles?|rubles?|hryvnias?|rupees?|francs?)$/;

export const isAdverbs = ({ gone }: Gap) => gone.every((mark) => harmlessAdverb.test(mark.lower));

const measure = /^(?:tonne|ton|barrel|litre|hectar|acr|kilogram|kilo|gallon|bushel)$/;

/** "9 tonnes of vaccines", "voted 812 to 340 to end it": how much of it, or how many against how many. */
export const isMeasure = ({ gone, next }: Gap) =>
  (gone.length === 2 &&
    gone[0]!.tag === "number" &&
    measure.test(gone[1]!.key) &&
    next?.lead.includes("of") === true) ||
  (gone.length === 3 &&
    gone[1]!.lower === "to" &&
    [gone[0]!, gone[2]!].every(({ key }) => /^\d/.test(key)) &&
    (next === undefined || next.parted || next.lower === "to" || next.lead.length > 0));

/** "Their eight-week walkout": how long it is, of one that is known. */
export const isLength = ({ gone, next }: Gap) =>
  gone.length === 2 &&
  /^\d/.test(gone[0]!.key) &&
  isPinned(gone[0]!) &&
  /^(?:minute|hour|day|week|month|year)$/.test(gone[1]!.lower) &&
  next?.tag === "noun" &&
  next.lead.length === 0;
