/**
 * Which of many stories an article could belong to at all. Only stories whose names or words occur in the article cost
 * anything, and they cost a few additions; whoever passes is judged with reasons.
 */
import { groupBitsMax, type Lexicon, type Ruled, type Term } from "../story/lexicon.ts";
import type { MatchRules, Story } from "../story/story.ts";
import type { Hits, Scanned } from "./found.ts";
import { once } from "./once.ts";
import { type Outline, partAt } from "./outline.ts";
import {
  type Bits,
  bitsOf,
  forget,
  holdsOne,
  type KindBits,
  kindBitsOf,
  nothingTouched,
  presentBits,
  type Touched,
  touchAll,
} from "./touched.ts";

/** Stories for which a required combination may be complete, or which are named and may have the points without one. */
export function possibleStories(
  lexicon: Lexicon,
  scanned: Scanned,
  { outline, isLive }: { readonly outline: () => Outline; readonly isLive: () => boolean },
): readonly Story[] {
  const { rules, stories } = lexicon;
  const bits = bitsOf(rules);
  const whole = touchedBy([...scanned.title, ...scanned.body], bits);
  const atHead = once(() => touchedBy(headOf(scanned, outline()), bits));
  const known: Known = { rules, bits, kinds: kindBitsOf(scanned.vocabulary.kinds), whole, atHead, isLive };
  const asked: Asked = { open: [], headOnly: [], perhaps: new Uint8Array(rules.length) };
  const found: number[] = [];
  for (const number of whole.numbers) {
    const verdict = verdictOn(number, known);
    if (verdict !== "no") (verdict === "yes" ? found : asked[verdict]).push(number);
  }
  if (asked.open.length + asked.headOnly.length > 0) found.push(...inSentences(known, scanned, outline(), asked));
  const numbers = new Set(found.map((number) => rules[number]!.story));
  return [...numbers].sort((a, b) => a - b).map((number) => stories[number]!);
}

type Known = {
  readonly rules: readonly Ruled[];
  readonly bits: readonly Bits[];
  readonly kinds: KindBits;
  readonly whole: Touched;
  readonly atHead: () => Touched;
  readonly isLive: () => boolean;
};

/** `open` and `headOnly`: a combination must stand in one sentence, and may, in any or at the head alone. */
type Verdict = "yes" | "open" | "headOnly" | "no";

function verdictOn(number: number, { rules, bits, kinds, whole, atHead, isLive }: Known): Verdict {
  const own = rules[number]!.rules;
  // Nobody of its own is named: only title and first paragraph count, of which each entry of a live text has its own.
  const headOnly = own.derived === true && whole.named[number] === 0 && !isLive();
  const seen = headOnly ? atHead() : whole;
  if (headOnly && seen.shown[number] === 0) return "no";
  const verdict = possibility(own, bits[number]!, { seen, number, kinds });
  return verdict === "in one sentence" ? (headOnly ? "headOnly" : "open") : verdict;
}

const headOf = ({ title, body }: Scanned, { leadEnd }: Outline): Hits => [
  ...title,
  ...body.filter(({ start }) => start < leadEnd),
];

function touchedBy(hits: Hits, bits: readonly Bits[]): Touched {
  const seen = nothingTouched(bits.length);
  touchAll(seen, termsIn(hits), bits, null);
  return seen;
}

/** Each name once, however often it occurs. */
const termsIn = (hits: Hits): ReadonlySet<Term> => new Set(hits.map(({ value }) => value));

type Possibility = "yes" | "in one sentence" | "no";

type Place = { readonly seen: Touched; readonly number: number; readonly kinds: KindBits };

function possibility({ groups, threshold }: MatchRules, bits: Bits, { seen, number, kinds }: Place): Possibility {
  if (groups.length > groupBitsMax) return "yes";
  const present = presentBits(seen, number, bits, kinds);
  if (holdsOne(present, bits.anywhere)) return "yes";
  if (seen.named[number] !== 0 && pointsAtMost(present, bits) >= threshold) return "yes";
  return holdsOne(present, bits.inOneSentence) ? "in one sentence" : "no";
}

/** As if every group that is there at all earned its whole weight. */
function pointsAtMost(present: number, { weighed }: Bits): number {
  let points = 0;
  for (const { bit, weight } of weighed) if ((present & bit) !== 0) points += weight;
  return points;
}

/** Numbers of rules with a combination that must stand in one sentence: in any, or at the head alone. */
type Asked = { readonly open: number[]; readonly headOnly: number[]; readonly perhaps: Uint8Array };

/** Of the rules that are asked about, those with a combination that may stand in one sentence. */
function inSentences(
  { rules, bits, kinds }: Known,
  { title, body }: Scanned,
  { sentences, leadEnd }: Outline,
  { open, headOnly, perhaps }: Asked,
): readonly number[] {
  const found: number[] = [];
  const seen = nothingTouched(rules.length);
  const ask = (hits: Hits) => {
    touchAll(seen, termsIn(hits), bits, perhaps);
    for (const number of seen.numbers) {
      if (!holdsOne(presentBits(seen, number, bits[number]!, kinds), bits[number]!.inOneSentence)) continue;
      found.push(number);
      perhaps[number] = 0;
    }
    forget(seen);
  };
  const inside = Map.groupBy(body, ({ start }) => partAt(sentences, start));
  const each = [...inside].flatMap(([at, own]) => (at === null ? [] : [own]));
  const isHead = ([first]: Hits) => first !== undefined && first.start < leadEnd;
  for (const number of [...open, ...headOnly]) perhaps[number] = 1;
  // Title and first sentence may complete a combination together.
  for (const hits of [[...title, ...(inside.get(0) ?? [])], ...each.filter(isHead)]) ask(hits);
  for (const number of headOnly) perhaps[number] = 0;
  for (const hits of each.filter((hits) => !isHead(hits))) ask(hits);
  return found;
}
