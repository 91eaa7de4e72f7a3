/** Small words that tie what they stand before: "of", "in", "on", "at" and "and" must tie it in the source as well. */
import type { Mark } from "./marks.ts";

const tying = /^(?:of|in|on|at|as|and)$/;

/** The first bond of a line that its source does not have; null when there is none. */
export function looseBond(line: readonly Mark[], places: readonly number[], source: readonly Mark[]): string | null {
  for (const [at, mark] of line.entries()) {
    const place = places[at]!;
    const there = source[place]!;
    const ties = mark.lead.filter((word) => tying.test(word));
    const wrong = ties.find((word) => !isThere(word, there, source[place - 1]));
    if (wrong) return `"${wrong} ${mark.lower}" is not so in the source`;
    const before = at === 0 ? null : places[at - 1]!;
    if (at > 0 && before! + 1 === place && lostBond(mark, there))
      return `"${there.lead.join(" ")} ${there.lower}" lost its tie`;
    // A tie that goes makes one noun phrase of two: "met officials of the bloc", "met the bloc".
    if (
      before !== null &&
      there.lead.includes("of") &&
      before + 1 !== place &&
      !mark.lead.includes("of") &&
      !isCounted(source, place)
    )
      return `"of ${there.lower}" lost its tie`;
  }
  return null;
}

/** "9 tonnes of vaccines" are vaccines. */
const isCounted = (source: readonly Mark[], place: number) => source[place - 2]?.tag === "number";

const isThere = (word: string, there: Mark, before: Mark | undefined) =>
  there.lead.includes(word) ||
  (word === "and" && (there.parted || before?.tag === "coordinator")) ||
  (word === "of" && there.owned);

const lostBond = (mark: Mark, there: Mark) =>
  there.lead.some((word) => word === "of" || word === "in" || word === "on" || word === "at") &&
  !mark.lead.some((word) => tying.test(word)) &&
  mark.tag !== "name";
