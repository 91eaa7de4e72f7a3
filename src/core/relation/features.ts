/**
 * What can be said of two claims in numbers, 0…1 each: the typed differences that decide how they stand to one another.
 * Each has a name that a person understands; what they weigh together is learned (forest.json).
 */
import type { Claim } from "../claim/claim.ts";
import { rungHeight } from "../language/verbs.ts";
import { type Alignment, alignWords } from "./alignment.ts";
import { compareAmounts } from "./amounts.ts";
import type { Comparison } from "./compare.ts";
import { namesMissing } from "./proper.ts";
import { heightOf, stanceOf } from "./stance.ts";
import { substitutes } from "./substitution.ts";
import { traitsOf } from "./traits.ts";
import { isPlanned, wish } from "./verdict.ts";

/** Values by name; 0 for a name that is not there. */
export type Features = Readonly<Record<string, number>>;

export function featuresOf(before: Claim, after: Claim, parts: Comparison): readonly Features[] {
  const words = alignWords(traitsOf(before).words, traitsOf(after).words);
  return [
    wordFeatures(before, after, words),
    castFeatures(before, after, parts),
    numberFeatures(before, after, parts, words),
    stageFeatures(before, after, words),
    senseFeatures(before, after, parts, words),
    stepFeatures(before, after, parts),
    speakerFeatures(before, after, parts),
  ];
}

const flag = (holds: boolean) => (holds ? 1 : 0);
/** 1 above `from`, 0 below: a step that a straight line cannot take. */
const above = (value: number, from: number) => flag(value >= from);

function wordFeatures(before: Claim, after: Claim, words: Alignment): Features {
  const [least, most] = [Math.min(words.coverage, words.backCoverage), Math.max(words.coverage, words.backCoverage)];
  return {
    "later words told": words.coverage,
    "earlier words kept": words.backCoverage,
    "least overlap": least,
    "most overlap": most,
    "overlap over .4": above(least, 0.4),
    "overlap over .6": above(least, 0.6),
    "overlap over .8": above(least, 0.8),
    "one within the other": above(most, 0.75),
    "no words shared": flag(most < 0.15),
    "new word": words.restAfter,
    "lost word": words.restBefore,
    "a word on each side": words.restAfter * words.restBefore,
    "substituted word": flag(substitutes(traitsOf(before).run, traitsOf(after).run)),
    longer: Math.max(-1, Math.min(1, (after.terms.length - before.terms.length) / 6)),
  };
}

function castFeatures(before: Claim, after: Claim, parts: Comparison): Features {
  const [one, two] = [traitsOf(before).names, traitsOf(after).names];
  const [lost, added] = [namesMissing(one, two), namesMissing(two, one)];
  const shared = two.length - added.length;
  const predicates = before.predicates.some((predicate) => after.predicates.includes(predicate));
  return {
    "names shared": Math.min(1, shared / 2),
    "some name shared": flag(shared > 0),
    "other names": flag(lost.length > 0 && added.length > 0),
    "other names, none shared": flag(lost.length > 0 && added.length > 0 && shared === 0),
    "new name": flag(added.length > 0 && lost.length === 0),
    "lost name": flag(lost.length > 0 && added.length === 0),
    "no names": flag(one.length === 0 && two.length === 0),
    "all names shared": flag(shared > 0 && lost.length === 0 && added.length === 0),
    "other people": flag(parts.onlyBefore.length > 0 && parts.onlyAfter.length > 0),
    link: parts.link,
    "same verb": flag(predicates),
    "other verbs": flag(!predicates && before.predicates.length > 0 && after.predicates.length > 0),
    "other place": flag(parts.placesExclude),
    "same place": flag(after.places.some((place) => before.places.includes(place))),
    "new place": flag(parts.newPlaces.length > 0 && !parts.placesExclude),
    "other time": flag(parts.whenExcludes),
    "same time": flag(before.when !== undefined && after.when !== undefined && !parts.whenExcludes),
    "new time": flag(before.when === undefined && after.when !== undefined),
    "sides exchanged": flag(parts.exchanged),
  };
}

function numberFeatures(before: Claim, after: Claim, { speakers }: Comparison, words: Alignment): Features {
  const { kept, back, equal, figureOnly, rival, counts } = compareAmounts(
    traitsOf(before).amounts,
    traitsOf(after).amounts,
  );
  const rose = rival !== null && rival.after.value > rival.before.value;
  const toll = rival !== null && tolls.has(rival.after.unit);
  const cue = stanceOf(after).change;
  const close = Math.max(words.coverage, words.backCoverage);
  return {
    "equal number": flag(equal > 0),
    "all numbers equal": flag(equal > 0 && kept === 1 && back === 1),
    "same figure of another thing": flag(figureOnly),
    "other number": flag(rival !== null),
    "other number, much shared": rival ? close : 0,
    "other number of the same thing": flag(rival?.near ?? false),
    "other time of day": flag(rival?.after.kind === "clock"),
    "number rose": flag(rose),
    "toll rose": flag(toll && rose),
    "toll fell": flag(toll && !rose),
    "number rose, told as a change": flag(rose && cue),
    "other number, told as a change": flag(rival !== null && cue),
    "other number, same speaker": flag(rival !== null && speakers === "same"),
    "other number, other speaker": flag(rival !== null && speakers === "different"),
    "new number": flag(kept < 1 && counts[0] === 0),
    "new number beside others": flag(kept < 1 && counts[0] > 0 && rival === null),
    "lost number": flag(back < 1 && rival === null),
    "no number": flag(counts[0] === 0 && counts[1] === 0),
  };
}

const tolls = new Set(["kill", "injure", "evacuate", "rescue", "arrest", "damage", "missing", "release"]);

function senseFeatures(before: Claim, after: Claim, parts: Comparison, words: Alignment): Features {
  const opposed = words.opposites > 0;
  const flipped = (before.negated !== after.negated) !== opposed;
  const near = Math.max(words.coverage, words.backCoverage) >= 0.6;
  return {
    "opposite words": flag(opposed),
    "one denies": flag(before.negated !== after.negated),
    "later denies": flag(after.negated && !before.negated),
    "opposite sense": flag(flipped),
    "opposite sense of nearly the same": flag(flipped && near),
    "opposite sense, other speaker": flag(flipped && parts.speakers === "different"),
    "opposite sense, same speaker": flag(flipped && parts.speakers === "same"),
    "opposite sense of a plan": flag(flipped && isPlanned(before)),
    "double opposition": flag(before.negated !== after.negated && opposed),
  };
}

function stepFeatures(before: Claim, after: Claim, parts: Comparison): Features {
  const step = heightOf(after) - heightOf(before);
  const [was, is] = [before.event?.rung, after.event?.rung];
  const climbs = parts.event === "same" && was && is ? rungHeight(is) - rungHeight(was) : 0;
  const { off, change: cue } = stanceOf(after);
  const wasOff = stanceOf(before).off;
  return {
    firmer: flag(step > 0),
    "much firmer": flag(step === 2),
    "less firm": flag(step < 0),
    "plan came about": flag(heightOf(before) < 2 && heightOf(after) === 2),
    "both planned": flag(isPlanned(before) && isPlanned(after)),
    "planned otherwise": flag(isPlanned(before) && isPlanned(after) && (parts.whenExcludes || parts.placesExclude)),
    "another time, both past": flag(!isPlanned(before) && !isPlanned(after) && parts.whenExcludes),
    "called off or moved": flag(off && !wasOff),
    "same event": flag(parts.event === "same"),
    "other event": flag(parts.event === "other"),
    "event went on": flag(climbs > 0),
    "event fell back": flag(climbs < 0),
    "told as a change": flag(cue),
    condition: flag(before.modality === "conditional" || after.modality === "conditional"),
  };
}

function stageFeatures(before: Claim, after: Claim, words: Alignment): Features {
  const [was, is] = [stanceOf(before), stanceOf(after)];
  const opens = was.open && !was.settled;
  const close = Math.max(words.coverage, words.backCoverage) >= 0.4;
  return {
    "was open": flag(opens),
    "open, then settled": flag(opens && is.settled && !was.settled),
    "settled, then open": flag(was.settled && is.open && !is.settled),
    turned: flag(is.turned && !was.turned),
    "turned, much shared": flag(is.turned && !was.turned && close),
    "was turned": flag(was.turned && !is.turned),
    "absence on one side": flag(was.absent !== is.absent),
    "absence against denial": flag(was.absent !== is.absent && before.negated !== after.negated),
  };
}

function speakerFeatures(before: Claim, after: Claim, { speakers }: Comparison): Features {
  const wishes = [before, after].filter(wish).length;
  return {
    "same speaker": flag(speakers === "same"),
    "other speaker": flag(speakers === "different"),
    "one speaker": flag((before.attribution === undefined) !== (after.attribution === undefined)),
    "no speaker": flag(before.attribution === undefined && after.attribution === undefined),
    "both wish": flag(wishes === 2),
    "one wishes": flag(wishes === 1),
    "both wish, other speakers": flag(wishes === 2 && speakers === "different"),
  };
}
