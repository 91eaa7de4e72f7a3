/**
 * Whether a claim by itself says what another one says, so that it can stand as a source of it. To tell nothing new is
 * less: most of what repeats a part of a told line, or what surrounds it, bears out no more than that part.
 */
import type { Claim, Quantity } from "../claim/claim.ts";
import { belongsTo } from "../language/geography.ts";
import { phases, rungHeight } from "../language/verbs.ts";
import { alignWords } from "./alignment.ts";
import { isPlan } from "./ladder.ts";
import { compareNumbers, isSpan } from "./numbers.ts";
import { saysAgain } from "./occasion.ts";
import { saysLess } from "./reserve.ts";
import { heightOf } from "./stance.ts";
import { traitsOf } from "./traits.ts";

/** Share of the words of each that the other holds: where they say the same, and where one says a part of the other. */
const wordsShared = 0.5;
const within = 0.75;
const partLeast = 0.25;
/** An equal count says much already. */
const countedShared = 0.4;

export function bearsOut(told: Claim, claim: Claim): boolean {
  if (!isAsFirm(told, claim) || !isOfItsSubject(told, claim)) return false;
  if (saysAgain(told, claim) || saysLess(told, claim)) return false;
  const counted = told.quantities.filter((one) => !isSpan(one) && !isShape(one));
  const { coverage, backCoverage } = alignWords(traitsOf(told).words, traitsOf(claim).words);
  const [least, most] = [Math.min(coverage, backCoverage), Math.max(coverage, backCoverage)];
  if (counted.length > 0)
    return counted.some((one) => holds(claim, one)) && most >= countedShared && least >= partLeast;
  return sharesDeed(told, claim) && (least >= wordsShared || (coverage >= within && backCoverage >= partLeast));
}

/** "Three-way talks" say how they are held, and count nothing. */
const isShape = ({ value, unit }: Quantity) => value <= shapeMost && shapes.has(unit);
const shapes = new Set(["wai", "parti", "side"]);
const shapeMost = 6;

/** A deed that was done is not borne out by a plan, nor one that ended by one that goes on. */
function isAsFirm(told: Claim, claim: Claim): boolean {
  if (heightOf(claim) < heightOf(told)) return false;
  if (!told.event || !claim.event || isPlan(told.event.rung)) return true;
  return rungHeight(claim.event.rung) >= rungHeight(told.event.rung);
}

/** Whoever does it in one does it in the other, or belongs to them. */
function isOfItsSubject(told: Claim, claim: Claim): boolean {
  const subjects = told.participants.filter(
    ({ role, kind, named }) => role === "subject" && kind === "person" && named,
  );
  if (subjects.length === 0 || claim.participants.length === 0) return true;
  return subjects.some((one) =>
    claim.participants.some(({ id, party }) => id === one.id || belongsTo(one.id, id) || party === one.id),
  );
}

const holds = (claim: Claim, count: Quantity) => compareNumbers(claim.quantities, [count]).kind === "equal";

/** One deed at least is in both, and each turn that it takes: begun is not ended. */
const sharesDeed = ({ predicates }: Claim, claim: Claim) =>
  (predicates.length === 0 || predicates.some((one) => claim.predicates.includes(one))) &&
  predicates.every((one) => !phases.has(one) || claim.predicates.includes(one));
