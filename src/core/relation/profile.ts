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
    setProfile("names", one.names, two.names),
    setProfile("days", one.days, two.days),
    setProfile("figures", one.figures, two.figures),
    cueProfile(one.cues, two.cues),
    slotProfile(before, after, parts),
  ];
}

/** What is counted of one claim, whatever it is held against. */
type Sight = {
  readonly wording: Wording;
  readonly names: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly cues: readonly number[];
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
    cues: countable.map(({ cue }) => plain.match(cue)?.length ?? 0),
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

function setProfile(name: string, one: ReadonlySet<string>, two: ReadonlySet<string>): Features {
  let shared = 0;
  for (const each of one) if (two.has(each)) shared += 1;
  const [lost, added] = [one.size - shared, two.size - shared];
  return {
    [`${name} in both`]: shared,
    [`${name} lost`]: lost,
    [`${name} added`]: added,
    [`${name} exchanged`]: flag(lost > 0 && added > 0),
    [`${name} in common`]: one.size + two.size === 0 ? 1 : shared / (one.size + two.size - shared),
  };
}

const countable = Object.entries(counted).map(([name, { source }]) => ({
  cue: new RegExp(source, "g"),
  earlier: `words of ${name}, earlier`,
  later: `words of ${name}, later`,
  more: `words of ${name}, more`,
}));

function cueProfile(was: readonly number[], is: readonly number[]): Features {
  const found: Record<string, number> = {};
  for (const [at, { earlier, later, more }] of countable.entries()) {
    found[earlier] = was[at]!;
    found[later] = is[at]!;
    found[more] = is[at]! - was[at]!;
  }
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
