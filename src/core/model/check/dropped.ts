/**
 * What a line leaves out of its source. Leaving out is harmless where a whole phrase goes, or an ornament before a noun;
 * it is not where a word goes that governs what stays ("agreed to discuss ending the war": "agreed to end the war"),
 * that doubts or denies it, or that says of how many it holds.
 */
import type { Mark } from "./marks.ts";

/** None of these may go, wherever it stands. */
const decisive = new Set(
  `unless if whether provided except only or either neither nor than until till lest barring hardly barely rarely
  seldom unlikely likely possibly perhaps maybe probably reportedly allegedly supposedly apparently seemingly`.split(
    /\s+/,
  ),
);
/** Nor these, unless a whole clause goes that a comma begins. */
const governing = new Set(
  "not no never none nobody nothing without may might could would should must can will fail refus deni".split(" "),
);
/** Ornaments that are none: they say that a thing is not quite, not yet or not really. */
const privative = new Set(
  `draft proposed possible potential alleged suspected attempted failed failing former ex partial limited temporary interim
  preliminary provisional tentative conditional unofficial fake false mock so-called supposed would-be planned expected
  unconfirmed rejected cancelled suspended abandoned stalled rival deputy acting vice assistant co half few most some many several
  all every each both first last second third next only no any minority majority non anti pro nearly almost about over under`.split(
    /\s+/,
  ),
);
/** Who says "all of them" says it of exactly those that are named. */
const total = new Set(
  "not all every each no none any never always most only few half first last nobody neither nor".split(" "),
);
const harmlessAdverb =
  /^(?:also|already|again|then|now|still|too|later|earlier|(?!near|almost|part|tentative|provisional|conditional|temporar|hard|bare|rare|alleged|reported|supposed|apparent|seeming|possib|probab|like|on|most|large|main|scarce)\p{L}+ly)$/u;
const opensPhrase = new Set(["preposition", "subordinator", "coordinator", "relative", "to"]);
const timeWord = /^(?:last|next|this|late|early|today|yesterday|tomorrow|tonight|overnight)$/;
/** A phrase that begins so hangs on the noun before it, whichever that is. */
const attaches = /^(?:with|to|for|about|over|between|by|from|against|into|towards?)$/;

/** Why what was left out changes what is said; null when it does not. `kept` are places in the source. */
export function droppedWrongly(source: readonly Mark[], kept: ReadonlySet<number>): string | null {
  for (const [from, to] of stretches(source.length, kept)) {
    const gone = source.slice(from, to);
    const next = source[to];
    const told = gone.map((mark) => mark.lower).join(" ");
    const isClause = isWholeClause(gone, next);
    const word = gone.find(
      (mark) => decisive.has(mark.lower) || (!isClause && (governing.has(mark.key) || governing.has(mark.lower))),
    );
    if (word) return `"${word.lower}" is left out`;
    if (isBound(source, from)) return `"${told}" is left out of what is said of all or denied`;
    const gap = { gone, next, before: source[from - 1], opens: from === 0 };
    if (!isOrnament(gap) && !isAdverbs(gap) && !isPhrase(gap) && !isMeasure(gap))
      return `"${told}" is left out, on which the rest hangs`;
  }
  return null;
}

/** From a comma, a subordinator or "and" with a verb to the end or the next comma. */
function isWholeClause(gone: readonly Mark[], next: Mark | undefined): boolean {
  const first = gone[0]!;
  if (gone.length < 3 || !(next === undefined || next.parted)) return false;
  if (first.parted || first.tag === "subordinator" || first.lower === "so") return true;
  return (first.lead.includes("and") && first.tag === "verb") || first.lower === "but";
}

type Gap = {
  readonly gone: readonly Mark[];
  readonly next: Mark | undefined;
  readonly before: Mark | undefined;
  readonly opens: boolean;
};

function stretches(length: number, kept: ReadonlySet<number>): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < length; at++) {
    if (kept.has(at)) continue;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

/** Whether "all", "no" or "not" before it reaches this far: up to the next verb, a denial to the end of its clause. */
function isBound(source: readonly Mark[], from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    const mark = source[at]!;
    if (source[at + 1]!.parted) return false;
    if (total.has(mark.key)) return true;
    if (mark.tag === "verb" && !source.slice(0, at).some((one) => one.key === "not")) return false;
  }
  return false;
}

/** Words right before a noun: "a long bilateral meeting". */
function isOrnament({ gone, next, before }: Gap): boolean {
  if (!next || next.parted || next.owned || next.lead.length > 0 || !/^(?:noun|name|number)$/.test(next.tag))
    return false;
  if (/^\d/.test(gone[0]!.key)) return gone.length === 1 && (before === undefined || !counts.test(before.lower));
  if (/^\d/.test(next.key)) return false;
  return gone.every(
    (mark, at) =>
      !privative.has(mark.lower) &&
      !mark.owned &&
      /^(?:noun|name|adverb|verb|determiner)$/.test(mark.tag) &&
      !(mark.tag === "verb" && at === 0 && mark.lead.length === 0 && !/(?:ed|ing|en)$/.test(mark.lower)) &&
      (at === 0 || (mark.lead.length === 0 && !mark.parted)),
  );
}

/** Words that need the number behind them. */
const counts =
  /^(?:least|most|about|around|some|nearly|almost|roughly|approximately|over|under|than|only|between|magnitude|to|from|by)$/;

const isAdverbs = ({ gone }: Gap) => gone.every((mark) => harmlessAdverb.test(mark.lower));

const measure = /^(?:tonne|ton|barrel|litre|hectar|acr|kilogram|kilo|gallon|bushel)$/;

/** "9 tonnes of vaccines", "voted 812 to 340 to end it": how much of it, or how many against how many. */
const isMeasure = ({ gone, next }: Gap) =>
  (gone.length === 2 &&
    gone[0]!.tag === "number" &&
    measure.test(gone[1]!.key) &&
    next?.lead.includes("of") === true) ||
  (next?.lower === "to" && gone.every((mark) => mark.tag === "number" || mark.lower === "to") && gone.length === 3);

/** A whole phrase: it begins as one, and what follows begins anew. */
function isPhrase({ gone, next, opens }: Gap): boolean {
  const first = gone[0]!;
  if (opens) return next?.parted === true;
  const starts =
    first.parted ||
    timeWord.test(first.lower) ||
    opensPhrase.has(first.tag) ||
    first.lower === "so" ||
    first.lead.some((word) => /^(?:in|on|at|of|and|as|which|who|that)$/.test(word));
  if (!starts || first.owned) return false;
  if (!next || next.parted || timeWord.test(next.lower)) return true;
  if (attaches.test(next.lower)) return isPlaceOrTime(gone);
  return next.lead.some((word) => /^(?:in|on|at|and|as)$/.test(word)) || opensPhrase.has(next.tag) || isVerb(next);
}

const isVerb = ({ tag }: Mark) => tag === "verb" || tag === "modal" || tag === "not";

/** "in Oslo", "on Friday": nothing hangs on a name or a date. */
const isPlaceOrTime = (gone: readonly Mark[]) => {
  const last = gone.at(-1)!;
  return gone.length <= 3 && (last.tag === "name" || last.tag === "number" || harmlessAdverb.test(last.lower));
};
