/**
 * Two statements side by side in plain counts: how their words, names, days, figures and cues line up. Unlike the typed
 * features these take no decision of their own; trees find the steps in them (forest.ts).
 */
import type { Claim } from "../claim/claim.ts";
import { counted } from "../language/counted.ts";
import { areOpposed } from "../language/lexicon.ts";
import { rungHeight } from "../language/verbs.ts";
import type { Comparison } from "./compare.ts";
import type { Features } from "./features.ts";
import { hitsOf } from "./hits.ts";
import {
  type ContentWord,
  contentWords,
  heldShare,
  leftOut,
  literal,
  type Part,
  partOf,
  type Side,
  sidesOf,
} from "./overlap.ts";
import { foundOnce } from "./traits.ts";

export function profileOf(before: Claim, after: Claim, parts: Comparison): readonly Features[] {
  const [one, two] = [sightOf(before), sightOf(after)];
  const sides = sidesOf(one.wording.words, two.wording.words);
  return [
    overlapProfile(one.wording, two.wording, sides),
    placeProfile(one.wording, two.wording, sides),
    nameProfile(inCommon(one.names, two.names)),
    dayProfile(inCommon(one.days, two.days)),
    figureProfile(inCommon(one.figures, two.figures)),
    one.cues.earlier,
    two.cues.later,
    moreCues(one.cues.counts, two.cues.counts),
    slotProfile(before, after, parts),
  ];
}

/** What is counted of one claim, whatever it is held against. */
type Sight = {
  readonly wording: Wording;
  readonly names: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly cues: Cues;
};

/** Its words, and the parts of it that are compared by themselves. */
type Wording = {
  readonly words: readonly ContentWord[];
  readonly all: Part;
  /** No names and no figures. */
  readonly common: Part;
  /** Its first words, still fewer of them, and its last. */
  readonly opening: Part;
  readonly head: Part;
  readonly ending: Part;
};

/** How many words a statement opens and ends with, for comparing its subject and its outcome. */
const edgeWords = 4;

const isCommon = ({ capital, figure }: ContentWord) => !capital && !figure;
const isFirst = (_: ContentWord, at: number) => at < edgeWords;
const isHead = (_: ContentWord, at: number) => at < edgeWords - 1;
const isLast = (_: ContentWord, at: number, { length }: readonly ContentWord[]) => at >= length - edgeWords;

const wordingOf = (words: readonly ContentWord[]): Wording => ({
  words,
  all: partOf(words),
  common: partOf(words, isCommon),
  opening: partOf(words, isFirst),
  head: partOf(words, isHead),
  ending: partOf(words, isLast),
});

const sightOf = foundOnce((claim, traits): Sight => {
  const plain = claim.quote.toLowerCase().replaceAll("’", "'");
  return {
    wording: wordingOf(contentWords(traits.run)),
    names: namesIn(claim.quote),
    days: daysIn(plain),
    figures: figuresIn(plain),
    cues: cuesIn(plain),
  };
});

const flag = (holds: boolean) => (holds ? 1 : 0);

function overlapProfile(one: Wording, two: Wording, [was, is]: readonly [Side, Side]): Features {
  const [told, kept] = [heldShare(is, two.all, one.all), heldShare(was, one.all, two.all)];
  const toldLiterally = heldShare(is, two.all, one.all, literal);
  const keptLiterally = heldShare(was, one.all, two.all, literal);
  const [added, lost] = [leftOut(is), leftOut(was)];
  const [length, later] = [one.words.length, two.words.length];
  return {
    "share told": told,
    "share kept": kept,
    "lesser share": Math.min(told, kept),
    "greater share": Math.max(told, kept),
    "mean share": (told + kept) / 2,
    "share told literally": toldLiterally,
    "share kept literally": keptLiterally,
    "lesser share literally": Math.min(toldLiterally, keptLiterally),
    "greater share literally": Math.max(toldLiterally, keptLiterally),
    "common words told": heldShare(is, two.common, one.common),
    "common words kept": heldShare(was, one.common, two.common),
    "words added": added.count,
    "heaviest word added": added.heaviest,
    "words lost": lost.count,
    "heaviest word lost": lost.heaviest,
    "earlier length": length,
    "later length": later,
    "length ratio": length / Math.max(1, length + later),
    "opposed words": hitsOf(one.words, two.words, oppositionOf).ahead.length,
  };
}

const oppositionOf = (a: ContentWord, b: ContentWord) => flag(areOpposed(a, b));

function placeProfile(one: Wording, two: Wording, [was, is]: readonly [Side, Side]): Features {
  return {
    "openings shared": heldShare(is, two.opening, one.opening),
    "later opening told": heldShare(is, two.head, one.all),
    "earlier opening kept": heldShare(was, one.head, two.all),
    "later ending told": heldShare(is, two.ending, one.all),
    "earlier ending kept": heldShare(was, one.ending, two.all),
  };
}

const days =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight)\b/g;

/** Most claims have none. */
const nothing: ReadonlySet<string> = new Set();
const setOf = (found: readonly string[]): ReadonlySet<string> => (found.length === 0 ? nothing : new Set(found));

const daysIn = (text: string) => setOf(text.match(days) ?? []);
const figuresIn = (text: string) =>
  setOf((text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replaceAll(",", "")));
const namesIn = (quote: string) =>
  setOf(
    (quote.match(/(?<=[\p{L}\d,;'"“”’)]\s["“]?)\p{Lu}[\p{L}'’-]+/gu) ?? []).map((name) =>
      name.toLowerCase().replace(/['’]s$/, ""),
    ),
  );

type Common = {
  readonly both: number;
  readonly lost: number;
  readonly added: number;
  readonly exchanged: number;
  readonly share: number;
};

function inCommon(one: ReadonlySet<string>, two: ReadonlySet<string>): Common {
  let both = 0;
  for (const each of one) if (two.has(each)) both += 1;
  const [lost, added] = [one.size - both, two.size - both];
  const all = one.size + two.size - both;
  return { both, lost, added, exchanged: flag(lost > 0 && added > 0), share: all === 0 ? 1 : both / all };
}

const nameProfile = (names: Common): Features => ({
  "names in both": names.both,
  "names lost": names.lost,
  "names added": names.added,
  "names exchanged": names.exchanged,
  "names in common": names.share,
});

const dayProfile = (days: Common): Features => ({
  "days in both": days.both,
  "days lost": days.lost,
  "days added": days.added,
  "days exchanged": days.exchanged,
  "days in common": days.share,
});

const figureProfile = (figures: Common): Features => ({
  "figures in both": figures.both,
  "figures lost": figures.lost,
  "figures added": figures.added,
  "figures exchanged": figures.exchanged,
  "figures in common": figures.share,
});

/** How many words of each kind a claim has, and the same as what is weighed when it is the earlier or the later one. */
type Cues = { readonly counts: readonly number[]; readonly earlier: Features; readonly later: Features };

const kinds = Object.entries(counted).map(([name, { source }]) => ({ name, cue: new RegExp(source, "g") }));
const namesOf = (which: string) => kinds.map(({ name }) => `words of ${name}, ${which}`);
const [earlierNames, laterNames, moreNames] = [namesOf("earlier"), namesOf("later"), namesOf("more")];

function cuesIn(plain: string): Cues {
  const counts = kinds.map(({ cue }) => plain.match(cue)?.length ?? 0);
  return { counts, earlier: named(earlierNames, counts), later: named(laterNames, counts) };
}

const moreCues = (was: readonly number[], is: readonly number[]): Features =>
  named(
    moreNames,
    is.map((count, at) => count - was[at]!),
  );

function named(names: readonly string[], values: readonly number[]): Features {
  const found: Record<string, number> = {};
  for (let at = 0; at < names.length; at++) found[names[at]!] = values[at]!;
  return found;
}

/** In the order of firmness, as far as one number can tell. */
const firmness = ["may", "conditional", "planned", "ongoing", "done", "denied", "cancelled", "stated"] as const;

function slotProfile(before: Claim, after: Claim, parts: Comparison): Features {
  const height = ({ event }: Claim) => (event ? rungHeight(event.rung) : -2);
  const { numbers } = parts;
  return {
    "earlier firmness": firmness.indexOf(before.modality),
    "later firmness": firmness.indexOf(after.modality),
    "same firmness": flag(before.modality === after.modality),
    "earlier rung": height(before),
    "later rung": height(after),
    "rungs climbed": before.event && after.event ? height(after) - height(before) : 0,
    "earlier negated": flag(before.negated),
    "later negated": flag(after.negated),
    "share told, folded": parts.coverage,
    "share kept, folded": parts.backCoverage,
    "actors shared": parts.shared.length,
    "actors lost": parts.onlyBefore.length,
    "actors added": parts.onlyAfter.length,
    "places added": parts.newPlaces.length,
    "numbers equal": flag(numbers.kind === "equal"),
    "number changed": flag(numbers.kind === "changed"),
    "number unmatched": flag(numbers.kind === "unmatched"),
    "number's direction": numbers.kind === "changed" ? Math.sign(numbers.after.value - numbers.before.value) : 0,
    "earlier attributed": flag(before.attribution !== undefined),
    "later attributed": flag(after.attribution !== undefined),
  };
}
