/**
 * What a line leaves out of its source. Leaving out is harmless where a whole phrase goes, or an ornament before a noun;
 * it is not where a word goes that governs what stays ("agreed to discuss ending the war": "agreed to end the war"),
 * that doubts or denies it, or that says of how many it holds.
 */
import { awaits, conditionIn, narrows } from "./conditions.ts";
import type { Mark } from "./marks.ts";

/** None of these may go, unless a whole clause goes that a comma begins. */
const governing = new Set(
  "not no never none nobody nothing without may might could would should must can will fail refus deni".split(" "),
);
/** Ornaments that are none: they say that a thing is not quite, not yet or not really. */
const privative = new Set(
  `draft proposed possible potential alleged suspected attempted failed failing former ex partial limited temporary interim
  late early mid preliminary provisional tentative conditional unofficial fake false mock so-called supposed would-be planned expected
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
    const governs = (mark: Mark) => !isClause && (governing.has(mark.key) || governing.has(mark.lower));
    const word = conditionIn(gone, next) ?? awaits(gone, source) ?? gone.find(governs);
    if (word) return `"${word.lower}" is left out`;
    if (narrows(gone)) return `"${told}" is left out, which says who or what is meant`;
    if (crosses(gone, next) || splits(source, from, to, kept))
      return `"${told}" is left out, half of what it belongs to`;
    if (isBound(source, from)) return `"${told}" is left out of what is said of all or denied`;
    const gap = { gone, next, before: source[from - 1], opens: from === 0 };
    if (!isOrnament(gap) && !isAdverbs(gap) && !isPhrase(gap) && !isMeasure(gap))
      return `"${told}" is left out, on which the rest hangs`;
  }
  return null;
}

/** A stretch over a comma that ends before the next: the end of one phrase and the beginning of another. */
function crosses(gone: readonly Mark[], next: Mark | undefined): boolean {
  if (!next || next.parted) return false;
  const counted = gone[0]!.parted && (privative.has(gone[0]!.lower) || /^\d/.test(gone[0]!.key));
  return counted || gone.some((mark, at) => at > 0 && mark.parted);
}

/** "90 million crowns" without its million; "between 3 and 5" without one of the two. */
function splits(source: readonly Mark[], from: number, to: number, kept: ReadonlySet<number>): boolean {
  if (scale.test(source[from]!.lower) && /^\d/.test(source[from - 1]?.key ?? "")) return true;
  const opens = source.findIndex((mark) => mark.lower === "between");
  const ends = source.findIndex((mark, at) => at > opens && mark.lead.includes("and"));
  if (opens < 0 || ends < 0 || to <= opens || from > ends) return false;
  return source.slice(opens, ends + 1).some((_, at) => kept.has(opens + at));
}

const scale = /^(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k|dozen|percent)$/;

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
  if (/^\d/.test(gone[0]!.key))
    return gone.length === 1 && !measured.test(next.lower) && (before === undefined || !counts.test(before.lower));
  if (/^\d/.test(next.key)) return false;
  return gone.every(
    (mark, at) =>
      !privative.has(mark.lower) &&
      !mark.owned &&
      /^(?:noun|name|adverb|verb|determiner)$/.test(mark.tag) &&
      !(mark.tag === "verb" && !mark.lead.some((word) => /^(?:an?|the|its|their|his|her)$/.test(word))) &&
      (at === 0 || (mark.lead.length === 0 && !mark.parted)),
  );
}

/** A number belongs to these. */
const measured =
  /^(?:percent|percentage|hundred|thousand|million|billion|trillion|january|february|march|april|may|june|july|august|september|october|november|december|euros?|dollars?|pounds?|crowns?|yen|yuan|roubles?|rubles?|hryvnias?|rupees?|francs?)$/;

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
function isPhrase(gap: Gap): boolean {
  const { gone, next, opens } = gap;
  const first = gone[0]!;
  if (opens) return next?.parted === true;
  if (first.owned || isHalf(gap) || !begins(first)) return false;
  if (!next || next.parted || timeWord.test(next.lower)) return true;
  if (attaches.test(next.lower)) return isPlaceOrTime(gone);
  return next.lead.some((word) => /^(?:in|on|at|and|as)$/.test(word)) || opensPhrase.has(next.tag) || isVerb(next);
}

const begins = (first: Mark): boolean =>
  first.parted ||
  first.lower === "so" ||
  timeWord.test(first.lower) ||
  opensPhrase.has(first.tag) ||
  first.lead.some((word) => /^(?:in|on|at|of|and|as|which|who|that)$/.test(word));

/** What looks like a phrase and takes away half of a deed, of a date, of who says it or of what is meant. */
function isHalf({ gone, next, before }: Gap): boolean {
  const first = gone[0]!;
  if (/^(?:about|around|over|under|nearly|almost)$/.test(first.lower) && /^\d/.test(gone[1]?.key ?? "")) return true;
  if (isParticle(before, first)) return true;
  // "for the first time since 1998"
  if (next?.lower === "since" && gone.some(({ lower }) => lower === "first")) return true;
  // ", a survey found": also in a verb that no list of speaking has.
  if (!next && first.parted && isShortSaying(gone)) return true;
  // "before the vote on 9 June": the date is the vote's.
  if (next && temporal.test(first.lower) && isTime(next)) return true;
  // "Exports of wheat fell" says nothing of exports.
  if (before && isBare(before) && (first.lead.includes("of") || first.lower === "from")) return true;
  // "killed seven and left homes without power", "after they offered a pay rise".
  const deeds = gone.some((mark) => isVerb(mark) && !/ing$/.test(mark.lower));
  return deeds && next !== undefined && !next.parted && next.tag !== "subordinator";
}

const isShortSaying = (gone: readonly Mark[]) =>
  gone.length <= sayingMax &&
  gone.at(-1)!.tag === "verb" &&
  gone.slice(0, -1).every(({ tag }) => tag === "noun" || tag === "name");

const sayingMax = 6;
const temporal = /^(?:before|after|since|until|till|during|ahead|following)$/;
const isTime = ({ lower, key }: Mark) =>
  /^\d/.test(key) || timeWord.test(lower) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower);
/** A noun without an article or an owner: all of its kind, or some. */
const isBare = ({ tag, lead, owned, lower }: Mark) =>
  (tag === "noun" || tag === "verb") &&
  !owned &&
  /s$/.test(lower) &&
  !lead.some((word) => /^(?:an?|the|its|their|his|her)$/.test(word));

/** "called off" without its "off" is another deed. */
const isParticle = (before: Mark | undefined, first: Mark) =>
  before?.tag === "verb" &&
  first.lead.length === 0 &&
  !first.parted &&
  /^(?:off|out|up|down|back|away|aside|apart|together|through|forward)$/.test(first.lower);

const isVerb = ({ tag }: Mark) => tag === "verb" || tag === "modal" || tag === "not";

/** "in Oslo", "on Friday": nothing hangs on a name or a date. */
const isPlaceOrTime = (gone: readonly Mark[]) => {
  const last = gone.at(-1)!;
  return (
    gone.length <= 3 && (last.tag === "name" || /^(?:19|20)\d\d$/.test(last.key) || harmlessAdverb.test(last.lower))
  );
};
