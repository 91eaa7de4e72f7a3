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
import {
  bestIn,
  type ContentWord,
  contentWords,
  everyPlace,
  type Grid,
  gridsOf,
  heldShare,
  leftOut,
  literally,
  type Places,
} from "./overlap.ts";
import { type Traits, traitsOf } from "./traits.ts";

export function profileOf(before: Claim, after: Claim, parts: Comparison): readonly Features[] {
  const [one, two] = [sightOf(before), sightOf(after)];
  const grids = gridsOf(one.wording.words, two.wording.words);
  return [
    overlapProfile(one.wording, two.wording, grids),
    placeProfile(one.wording, two.wording, grids),
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

type Wording = {
  readonly words: readonly ContentWord[];
  readonly all: Places;
  /** No names and no figures. */
  readonly common: Places;
};

function wordingOf(words: readonly ContentWord[]): Wording {
  const all = everyPlace(words);
  return { words, all, common: all.filter((at) => !words[at]!.capital && !words[at]!.figure) };
}

/** Kept as long as its traits are: those of the claims that were compared last. */
const sights = new WeakMap<Traits, Sight>();

function sightOf(claim: Claim): Sight {
  const traits = traitsOf(claim);
  const known = sights.get(traits);
  if (known) return known;
  const plain = claim.quote.toLowerCase().replaceAll("’", "'");
  const sight: Sight = {
    wording: wordingOf(contentWords(traits.run)),
    names: namesIn(claim.quote),
    days: found(plain, days),
    figures: figuresIn(plain),
    cues: countable.map(([, cue]) => plain.match(cue)?.length ?? 0),
  };
  sights.set(traits, sight);
  return sight;
}

const flag = (holds: boolean) => (holds ? 1 : 0);

function overlapProfile(one: Wording, two: Wording, [lost, added]: readonly [Grid, Grid]): Features {
  const [toldBest, keptBest] = [bestIn(added, two.all, one.all), bestIn(lost, one.all, two.all)];
  const [told, kept] = [heldShare(added, two.all, toldBest), heldShare(lost, one.all, keptBest)];
  const toldLiterally = heldShare(added, two.all, literally(toldBest));
  const keptLiterally = heldShare(lost, one.all, literally(keptBest));
  const [extra, gone] = [leftOut(two.words, toldBest), leftOut(one.words, keptBest)];
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
    "common words told": shareOf(added, two.common, one.common),
    "common words kept": shareOf(lost, one.common, two.common),
    "words added": extra.count,
    "heaviest word added": extra.heaviest,
    "words lost": gone.count,
    "heaviest word lost": gone.heaviest,
    "earlier length": one.all.length,
    "later length": two.all.length,
    "length ratio": one.all.length / Math.max(1, one.all.length + two.all.length),
    "opposed words": one.words.reduce((sum, a) => sum + two.words.filter((b) => areOpposed(a, b)).length, 0),
  };
}

const shareOf = (grid: Grid, places: Places, others: Places) => heldShare(grid, places, bestIn(grid, places, others));

/** How many words a statement opens and ends with, for comparing its subject and its outcome. */
const edgeWords = 4;

function placeProfile(one: Wording, two: Wording, [lost, added]: readonly [Grid, Grid]): Features {
  return {
    "openings shared": shareOf(added, two.all.slice(0, edgeWords), one.all.slice(0, edgeWords)),
    "later opening told": shareOf(added, two.all.slice(0, edgeWords - 1), one.all),
    "earlier opening kept": shareOf(lost, one.all.slice(0, edgeWords - 1), two.all),
    "later ending told": shareOf(added, two.all.slice(-edgeWords), one.all),
    "earlier ending kept": shareOf(lost, one.all.slice(-edgeWords), two.all),
  };
}

const days =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight)\b/g;

const found = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([word]) => word));
const figuresIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => figure.replaceAll(",", "")));
const namesIn = (quote: string): ReadonlySet<string> =>
  new Set(
    [...quote.matchAll(/(?<=[\p{L}\d,;'"“”’)]\s["“]?)\p{Lu}[\p{L}'’-]+/gu)].map(([name]) =>
      name.toLowerCase().replace(/['’]s$/, ""),
    ),
  );

function setProfile(name: string, one: ReadonlySet<string>, two: ReadonlySet<string>): Features {
  const shared = one.intersection(two).size;
  const [lost, added] = [one.size - shared, two.size - shared];
  return {
    [`${name} in both`]: shared,
    [`${name} lost`]: lost,
    [`${name} added`]: added,
    [`${name} exchanged`]: flag(lost > 0 && added > 0),
    [`${name} in common`]: one.size + two.size === 0 ? 1 : shared / one.union(two).size,
  };
}

const countable = Object.entries(counted).map(([name, cue]) => [name, new RegExp(cue.source, "g")] as const);

function cueProfile(was: readonly number[], is: readonly number[]): Features {
  return Object.fromEntries(
    countable.flatMap(([name], at) => [
      [`words of ${name}, earlier`, was[at]!],
      [`words of ${name}, later`, is[at]!],
      [`words of ${name}, more`, is[at]! - was[at]!],
    ]),
  );
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
