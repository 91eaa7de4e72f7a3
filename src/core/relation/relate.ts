/**
 * The relation of a new claim to an earlier one: what can be counted and compared of the two is weighed by trees that were
 * learned from labelled examples (forest.ts); what nothing outweighs comes after them, and leads to updated, disputed or
 * different, never to silence (vetoes.ts). The same features are weighed twice over: two statements of which nothing else
 * is known are likely to be about one thing, a claim and one of twenty facts of its story are not.
 */
import type { Claim } from "../claim/claim.ts";
import { compare } from "./compare.ts";
import { type Features, featuresOf } from "./features.ts";
import { type Forest, forests, vote } from "./forest.ts";
import { kinshipOf } from "./kinship.ts";
import { countRose, rivalNames } from "./numbers.ts";
import { profileOf } from "./profile.ts";
import { alone, type Found, foundOf } from "./surroundings.ts";
import { type Chances, kindOf, type Relation, type Verdict } from "./verdict.ts";
import { fellBack, isEcho, vetoOf } from "./vetoes.ts";

/** How `after` stands to `before`, two statements of which nothing else is known. */
export const relate = (before: Claim, after: Claim): Verdict =>
  relateBy(forests.alone, before, after, alone(before, after));

/** How a claim stands to one of the claims that its story knows. */
export const relateAmong = (before: Claim, after: Claim, found: Found, table: Forest = forests.among): Verdict =>
  sameWords(before, after) ?? relateBy(table, before, after, found);

/** A sentence that is told again in its own words, but for who is named as its source. */
function sameWords(before: Claim, after: Claim): Verdict | null {
  if (!isEcho(before, after)) return null;
  const parts = compare(before, after);
  const veto = vetoOf(before, after, parts);
  if (parts.speakers === "different" || parts.exchanged || (veto && veto.instead[0] !== "different")) return null;
  return { relation: "same", kind: kindOf(before, after, parts), because: ["the same words"], chances: surelySame };
}

/** The same with any trees: for measuring how they were learned. */
export function relateBy(table: Forest, before: Claim, after: Claim, found: Found): Verdict {
  const parts = compare(before, after);
  const voted = vote(weighed(before, after, found, parts), table);
  const kind = kindOf(before, after, parts);
  const { same, updated, disputed, different } = voted.chances;
  if (countRose(parts.numbers) && different < surelyOther)
    return {
      relation: "updated",
      kind,
      because: ["the count rose"],
      chances: { same: 0, updated: same + updated + disputed, disputed: 0, different },
      recounted: true,
    };
  if (rivalNames(before, after)) return otherNumber(voted.chances, kind);
  const veto = vetoOf(before, after, parts);
  const recounted = parts.numbers.kind === "changed";
  const late = veto?.firmnessOnly === true && fellBack(before, after);
  const chances = veto ? without(voted.chances, veto.instead[0]!) : voted.chances;
  if (veto && voted.relation === "same") {
    const relation = veto.instead.reduce((best, one) => (voted.chances[one] > voted.chances[best] ? one : best));
    return { relation, kind, because: [veto.because], chances, late, recounted };
  }
  return {
    relation: voted.relation,
    kind,
    chances,
    late,
    recounted,
    get because() {
      return voted.because;
    },
  };
}

/** What was neither repeated nor another thing is one of the two, and in doubt both sides are told. */
function otherNumber({ updated, disputed }: Chances, kind: Verdict["kind"]): Verdict {
  const turned = updated > disputed * changeOutweighs ? 1 : 0;
  const chances = { same: 0, updated: turned, disputed: 1 - turned, different: 0 };
  const relation = turned === 1 ? "updated" : "disputed";
  return { relation, kind, because: ["another number in the name of one thing"], chances, recounted: true };
}

/** So much likelier must a change be than a contradiction. */
const changeOutweighs = 3;

const surelySame: Chances = { same: 1, updated: 0, disputed: 0, different: 0 };

/** What the trees took for a repeat is the likeliest of what it can be. */
const without = (chances: Chances, instead: Relation): Chances => ({
  ...chances,
  same: 0,
  [instead]: chances[instead] + chances.same,
});

/** Another count is another thing only when much speaks for it. */
const surelyOther = 0.5;

/** What the trees look at. */
export const weighed = (
  before: Claim,
  after: Claim,
  found: Found,
  parts = compare(before, after),
): readonly Features[] => [
  ...featuresOf(before, after, parts),
  ...profileOf(before, after, parts),
  ...kinshipOf(before, after, found.around),
  foundOf(before, after, found),
];

/** The same in one table: for learning. */
export const weighedAsOne = (before: Claim, after: Claim, found: Found): Features =>
  Object.assign({}, ...weighed(before, after, found));
