/** Which numbers of a passage count what a question asks for. */
import type { Quantity } from "../claim/claim.ts";
import { verbForm } from "../language/verb-forms.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";

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

/** "How much rain?": what is no count of things, no money and no share. */
const isMeasure = ({ unit, heads }: Quantity): boolean =>
  measures.has(unit) || heads.some((head) => measures.has(head));
const measures: ReadonlySet<string> = new Set(
  "millimetr centimetr metr kilometr litr tonn ton kilogram barrel acr hectar megawatt gigawatt mile inch feet gallon".split(
    " ",
  ),
);

/** The numbers of a passage that count what was asked for. */
export const countedIn = (part: Part, passage: Passage): readonly Quantity[] =>
  passage.quantities.filter((quantity) => counts(part, quantity)).map((quantity) => asAsked(part, quantity));

/** "The number of dead has risen to seven" counts the dead, as "seven people were killed" does. */
function asAsked(part: Part, quantity: Quantity): Quantity {
  if (tollConcepts.has(quantity.unit) || (quantity.unit !== "" && !people.has(quantity.unit))) return quantity;
  return { ...quantity, unit: unitsAsked(part).find((term) => quantity.heads.includes(term)) ?? quantity.unit };
}

/** What a number that answers counts, in so many words: the killed before people. */
export const unitsAsked = ({ terms, counted }: Part): readonly string[] => [
  ...terms.map(({ term }) => term).filter((term) => tollConcepts.has(term)),
  ...counted,
];

/** "Demonstrators" are counted as protesters. */
function inOtherWords({ terms }: Part, term: string, { unit, heads }: Quantity): boolean {
  const same = terms.find((one) => one.term === term)?.same;
  return same !== undefined && (same.has(unit) || heads.some((head) => same.has(head)));
}

const ageAsked = /\bhow old\b/;

/** What the question measures by its words alone: money, time, a share, a size; null when it counts things. */
function measured({ lower, counted }: Part, quantity: Quantity): boolean | null {
  const isMoney = moneyUnit.test(quantity.unit);
  if (ageAsked.test(lower)) return false;
  if (movedAsked.test(lower)) return isMoney || quantity.unit === "%" || isMeasure(quantity);
  if (moneyAsked.test(lower)) return isMoney;
  if (/\bhow long\b/.test(lower) || counted.some((term) => timeUnits.has(term))) return timeUnits.has(quantity.unit);
  if (/\bpercent|per cent|percentage|share\b/.test(lower)) return quantity.unit === "%";
  // "Three people said": whoever tells it is not what is measured.
  return sizeAsked.test(lower) && people.has(quantity.unit) ? false : null;
}
const movedAsked = /\bhow much (?:did|have|has) .*\b(?:fall|drop|rise|gain|grow|shrink|increase|decrease|lose)\w*\b/;
const moneyAsked =
  /\b(?:how much (?:money|cash|funding|aid|debt|damage|compensation|bail|profit|tax|does|did|do|is|was|were|will|would|has|have)|costs?|price|worth|budget)\b/;
const sizeAsked = /\bhow (?:large|big|high|far|wide|deep|tall|heavy|fast|strong)\b/;

function counts(part: Part, quantity: Quantity): boolean {
  const byWords = measured(part, quantity);
  if (byWords !== null) return byWords;
  const toll = part.terms.find((term) => tollConcepts.has(term.term));
  // "The team of 40 brought dogs" counts no dogs.
  const heads = verbForm(quantity.unit, true)?.past ? [] : quantity.heads;
  const named = (term: string) =>
    quantity.unit === term || heads.includes(term) || inOtherWords(part, term, { ...quantity, heads });
  if (
    toll &&
    (part.counted.length === 0 ||
      part.counted.some((term) => people.has(term) || named(term) || tollConcepts.has(term)))
  )
    return named(toll.term) || part.counted.some((term) => !people.has(term) && named(term));
  if (part.counted.length > 0)
    return part.counted.some(named) || (/\bhow much\b/.test(part.lower) && isMeasure(quantity));
  return !timeUnits.has(quantity.unit);
}
