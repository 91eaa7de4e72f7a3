/**
 * Which of many stories an article could belong to at all. Only stories whose names or words occur in the article cost
 * anything, and they cost a few additions; whoever passes is judged with reasons.
 */
import { groupBitsMax, type Lexicon, type Term } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import type { Hits, Scanned } from "./found.ts";
import { shareOf } from "./groups.ts";
import { type Outline, partAt } from "./outline.ts";
import { type Bits, bitsOf, forget, holdsOne, nothingTouched, presentBits, type Touched, touchAll } from "./touched.ts";

/** Stories for which a required combination may be complete, or which are named and may have the points without one. */
export function possibleStories({ stories }: Lexicon, scanned: Scanned, outline: () => Outline): readonly Story[] {
  const seen = nothingTouched(stories.length);
  const bits = bitsOf(stories);
  touchAll(seen, termsIn([...scanned.title, ...scanned.body]), bits, null);
  const found: number[] = [];
  const perhaps = new Uint8Array(stories.length);
  let open = 0;
  for (const number of seen.numbers) {
    const verdict = possibility(stories[number]!, bits[number]!, seen, number);
    if (verdict === "yes") found.push(number);
    else if (verdict === "in one sentence") open += perhaps[number] = 1;
  }
  if (open > 0) found.push(...bySentence(stories, scanned, outline(), perhaps));
  return found.sort((a, b) => a - b).map((number) => stories[number]!);
}

/** Each name once, however often it occurs. */
const termsIn = (hits: Hits): ReadonlySet<Term> => new Set(hits.map(({ value }) => value));

type Possibility = "yes" | "in one sentence" | "no";

function possibility({ match }: Story, bits: Bits, seen: Touched, number: number): Possibility {
  if (match.groups.length > groupBitsMax) return "yes";
  const present = presentBits(seen, number, bits);
  if (holdsOne(present, bits.anywhere)) return "yes";
  if (seen.named[number] !== 0 && pointsAtMost(seen, number, bits) >= match.threshold) return "yes";
  return holdsOne(present, bits.inOneSentence) ? "in one sentence" : "no";
}

function pointsAtMost({ counts }: Touched, number: number, { weighed }: Bits): number {
  let points = 0;
  for (const { at, weight } of weighed) points += weight * shareOf(counts[number * groupBitsMax + at]!);
  return points;
}

/** Of the stories that are asked about, those with a combination that must stand in one sentence and may do so. */
function bySentence(
  stories: readonly Story[],
  { title, body }: Scanned,
  { sentences }: Outline,
  asked: Uint8Array,
): readonly number[] {
  const found: number[] = [];
  const seen = nothingTouched(stories.length);
  const bits = bitsOf(stories);
  const inside = Map.groupBy(body, ({ start }) => partAt(sentences, start));
  for (const hits of [title, ...[...inside].flatMap(([at, own]) => (at === null ? [] : [own]))]) {
    touchAll(seen, termsIn(hits), bits, asked);
    for (const number of seen.numbers) {
      const own = bits[number]!;
      if (!holdsOne(presentBits(seen, number, own), own.inOneSentence)) continue;
      found.push(number);
      asked[number] = 0;
    }
    forget(seen);
  }
  return found;
}
