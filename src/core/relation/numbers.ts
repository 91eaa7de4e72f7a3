/** Whether two claims count the same thing, and whether they agree: 90 % is never €90bn, the dead are never the missing. */
import type { Claim, Quantity } from "../claim/claim.ts";
import { thresholds } from "./thresholds.ts";
import { foundOnce } from "./traits.ts";

export type Numbers =
  | { readonly kind: "none" }
  | { readonly kind: "equal" }
  | { readonly kind: "changed"; readonly before: Quantity; readonly after: Quantity }
  /** The later claim counts something that the earlier one does not. */
  | { readonly kind: "unmatched"; readonly after: Quantity };

export function compareNumbers(before: readonly Quantity[], after: readonly Quantity[]): Numbers {
  let equal = false;
  for (const later of after) {
    if (
      before.some((earlier) => (comparable(earlier, later) || alikeSpans(earlier, later)) && sameValue(earlier, later))
    ) {
      equal = true;
      continue;
    }
    const rivals = before.filter(
      (earlier) =>
        comparable(earlier, later) && !after.some((other) => sameValue(earlier, other) && comparable(earlier, other)),
    );
    const rival = rivals.find((earlier) => counts(earlier) && counts(later));
    if (rival) return { kind: "changed", before: rival, after: later };
    return { kind: "unmatched", after: later };
  }
  return equal ? { kind: "equal" } : { kind: "none" };
}

/** A number that counts nothing named can be repeated, but not contradicted. */
const counts = (one: Quantity) => one.unit !== "" || one.heads.length > 0;

function comparable(a: Quantity, b: Quantity): boolean {
  const units = a.unit === b.unit || a.same?.unit === b.unit || b.same?.unit === a.unit;
  if (units && isSpan(a)) return a.heads.filter((head) => b.heads.includes(head)).length >= spanHeadsMin;
  if (units) return a.heads.length === 0 || b.heads.length === 0 || a.heads.some((head) => b.heads.includes(head));
  if (isMeasure(a) || isMeasure(b) || (isToll(a.unit) && isToll(b.unit))) return false;
  if (a.unit === "" || b.unit === "") return true;
  const words = (one: Quantity) => [one.unit, ...one.heads];
  return words(a).some((word) => words(b).includes(word));
}

/** The dead are never the missing. */
export const isToll = (unit: string) => tollUnits.has(unit);
const tollUnits = new Set(["kill", "injure", "missing", "evacuate", "rescue", "arrest", "release"]);

const spanHeadsMin = 2;

/** Two stretches of time are rivals only when the same thing lasted that long. */
export const isSpan = (one: Quantity) => one.unit === "hour" || one.unit === "month" || one.unit === "year";

/** The same length of time, whatever lasted that long: the words around it decide. */
const alikeSpans = (a: Quantity, b: Quantity) => isSpan(a) && a.unit === b.unit;

/** Money, shares and spans of time compare only with their like; counts of things compare by what is counted. */
const isMeasure = (one: Quantity) => one.unit === "%" || one.unit === "hour" || /^[A-Z]{3,5}$/.test(one.unit);

function sameValue(a: Quantity, b: Quantity): boolean {
  const near = (x: number, y: number, tolerance: number) =>
    Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
  const value = b.unit === a.unit ? b.value : b.same?.unit === a.unit ? b.same.value : b.value;
  const held = b.unit !== a.unit && a.same?.unit === b.unit ? a.same.value : a.value;
  return near(
    held,
    value,
    a.unit !== b.unit || (a.approx && b.approx) ? thresholds.valueTolerance : a.approx || b.approx ? 0.01 : 1e-9,
  );
}

/** The count of a thing that can only rise has risen: arithmetic, which nothing outweighs. */
export const countRose = (numbers: Numbers): boolean =>
  numbers.kind === "changed" && monotone.has(numbers.before.unit) && numbers.after.value > numbers.before.value;

const monotone = new Set(["kill", "injure", "evacuate", "rescue", "arrest", "damage"]);

/**
 * Two names of one thing with another number in them: a 20-point plan and a 28-point framework for the same peace. Which
 * of them is right nobody can tell from words in common, but they are never one, and never two things that have
 * nothing to do with each other.
 */
export function rivalNames(before: Claim, after: Claim): boolean {
  const [was, is] = [namingNumbers(before), namingNumbers(after)];
  return is.some((later) =>
    was.some(
      (earlier) =>
        earlier.unit === later.unit &&
        earlier.heads.some((head) => later.heads.includes(head)) &&
        !before.quantities.some((one) => one.unit === later.unit && one.value === later.value) &&
        !after.quantities.some((one) => one.unit === earlier.unit && one.value === earlier.value),
    ),
  );
}

/** The number in "20-point plan" names the plan; the one in "20 points of the plan" counts. */
const namingNumbers = foundOnce(({ quantities, quote }): readonly Quantity[] =>
  quantities.filter(
    (one) =>
      one.unit !== "" &&
      one.heads.length > 0 &&
      !isMeasure(one) &&
      !isSpan(one) &&
      !isToll(one.unit) &&
      isHyphened(quote, one.value),
  ),
);

/** Whether a hyphen and a word hang on the number. */
function isHyphened(quote: string, value: number): boolean {
  const figure = `${value}-`;
  for (let at = quote.indexOf(figure); at >= 0; at = quote.indexOf(figure, at + 1))
    if (!/[\d.,]/.test(quote.charAt(at - 1)) && /^\p{L}/u.test(quote.slice(at + figure.length))) return true;
  return false;
}
