/** Small words that tie what they stand before: "of", "in", "on", "at" and "and" must tie it in the source as well. */
import type { Mark } from "./marks.ts";

const tying = /^(?:of|in|on|at|as|and)$/;

/** The first bond of a line that its source does not have, or has and the line lost; null when there is none. */
export function looseBond(line: readonly Mark[], places: readonly number[], source: readonly Mark[]): string | null {
  const kept = new Set(places);
  for (const [at, mark] of line.entries()) {
    const place = places[at]!;
    const lead = leadOf(source, place, kept);
    const there = { ...source[place]!, lead };
    const ties = mark.lead.filter((word) => tying.test(word));
    const wrong = ties.find((word) => !isThere(word, there, kept.has(place - 1) ? source[place - 1] : undefined));
    if (wrong) return `"${wrong} ${mark.lower}" is not so in the source`;
    const lost = lead.find((word) => /^(?:of|in|on|at)$/.test(word));
    if (lost && ties.length === 0 && !isDay.test(mark.lower) && !isCounted(source, place))
      return `"${lost} ${mark.lower}" lost its tie`;
  }
  return null;
}

const isDay = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|last|this|\d.*)$/;

/** What ties a word, also over ornaments before it that were left out: "in its key rate", "in its rate". */
function leadOf(source: readonly Mark[], place: number, kept: ReadonlySet<number>): readonly string[] {
  const lead = [...source[place]!.lead];
  if (!/^(?:noun|name)$/.test(source[place]!.tag)) return lead;
  for (
    let at = place - 1;
    at >= 0 && !kept.has(at) && lead.length === 0 && !source[at + 1]!.parted && !/^\d/.test(source[at]!.key);
    at--
  )
    lead.unshift(...source[at]!.lead);
  return lead;
}

/** "9 tonnes of vaccines" are vaccines. */
const isCounted = (source: readonly Mark[], place: number) => source[place - 2]?.tag === "number";

const isThere = (word: string, there: Mark, before: Mark | undefined) =>
  there.lead.includes(word) ||
  (word === "and" && before !== undefined && (there.parted || before.tag === "coordinator")) ||
  (word === "of" && there.owned);
