/**
 * Which fact a claim belongs to, and which of its values it repeats, changes or contradicts. Candidates come from the
 * indexes, chances from relate.ts; here is decided which relation counts, and that in doubt none does.
 */
import type { Claim } from "../claim/claim.ts";
import { worthMin } from "../claim/worth.ts";
import { changeCue } from "../language/cues.ts";
import { sameAcrossLanguages } from "../relation/across.ts";
import { bearsOut } from "../relation/bears-out.ts";
import { onlyBehind } from "../relation/behind.ts";
import { type Forest, forests } from "../relation/forest.ts";
import { isOfOthers, mayChange, nearlyEqual } from "../relation/identity.ts";
import { compareNumbers } from "../relation/numbers.ts";
import { mayRelate } from "../relation/prospect.ts";
import { relateAmong } from "../relation/relate.ts";
import { retoldOf } from "../relation/retold.ts";
import { type Known, type Surroundings, surroundingsOf } from "../relation/surroundings.ts";
import { thresholds } from "../relation/thresholds.ts";
import type { Chances, Relation, Verdict } from "../relation/verdict.ts";
import type { ClaimEntry, Fact } from "./ledger.ts";

/** Values of one fact that a claim is held against, newest first. */
const versionsMax = 6;
/** Of what was told under a fact the newest claims stand for the rest. */
const tellersMax = 6;

export type Choice = {
  readonly fact: Fact;
  readonly version: ClaimEntry;
  readonly verdict: Verdict;
  /** Nothing new, and no source of the value either. */
  readonly mention?: boolean;
};

type Option = Choice & { readonly newest: boolean };

/** The fact and the value of it that the claim fits best; null when it fits none. */
export function choose(claim: Claim, facts: readonly Fact[], table: Forest = forests.among): Choice | null {
  const elsewhere = claim.lang === "en" ? null : inEnglish(claim, facts);
  if (elsewhere) return elsewhere;
  const own = facts.filter((fact) => fact.entries[0]!.claim.lang === claim.lang);
  const around = surroundingsOf(claim, own.map(knownOf));
  const options = optionsFor(claim, own, around, table);
  const news = around.wholeShare < thresholds.toldLeast || around.countsAnew;
  return (news ? null : repeated(claim, options)) ?? changed(claim, options) ?? retold(claim, own, around);
}

/** What nothing else placed and yet tells of a told event alone; it is silent, and no source. */
function retold(claim: Claim, facts: readonly Fact[], around: Surroundings): Choice | null {
  const told = retoldOf(
    claim,
    // What was worth no line was never told.
    facts.flatMap((fact) => knownOf(fact).claims).filter(({ worth }) => worth >= worthMin),
    around,
  );
  if (!told) return null;
  const fact = facts.find(({ entries }) => entries.some((entry) => entry.claim === told))!;
  const own = fact.entries.findLast((entry) => entry.claim === told)!;
  const version = fact.values.find(({ seq }) => seq === own.version)!;
  const because = ["an event that was told, and nothing besides"];
  return { fact, version, verdict: { relation: "same", kind: fact.kind, because, chances: surelySame }, mention: true };
}

/** A sentence of another language supports the newest value of an English fact, or joins none. */
function inEnglish(claim: Claim, facts: readonly Fact[]): Choice | null {
  for (const fact of facts) {
    const version = versionsOf(fact)[0];
    if (!version || !sameAcrossLanguages(version.claim, claim)) continue;
    const because = ["the same parties, event and day, or amount, in another language"];
    return { fact, version, verdict: { relation: "same", kind: fact.kind, because, chances: surelySame } };
  }
  return null;
}

const surelySame: Chances = { same: 1, updated: 0, disputed: 0, different: 0 };

/** Every value of every candidate that the claim could have to do with. */
function optionsFor(claim: Claim, facts: readonly Fact[], around: Surroundings, table: Forest): readonly Option[] {
  return facts.flatMap((fact, rank) =>
    versionsOf(fact)
      .map((version, at) => ({ version, newest: at === 0 }))
      .filter(({ version }) => mayRelate(version.claim, claim) && !onlyBehind(version.claim, claim))
      .map(({ version, newest }): Option => {
        const verdict = relateAmong(version.claim, claim, { around, rank }, table);
        return { fact, version, verdict, newest };
      }),
  );
}

export const knownOf = (fact: Fact): Known => ({
  told: fact.told,
  claims: fact.entries.slice(-tellersMax).map((entry) => entry.claim),
});

/** A claim may repeat any value that a fact had. */
function repeated(claim: Claim, options: readonly Option[]): Choice | null {
  const best = likeliest(options, ({ verdict }) => repeatOf(verdict));
  if (!best || repeatOf(best.verdict) < thresholds.repeats) return null;
  const { fact, version, verdict } = best;
  const sure = verdict.chances.same >= thresholds.supports || nearlyEqual(version.claim, claim);
  const isSource = sure && !verdict.late && bearsOut(version.claim, claim);
  return {
    fact,
    version,
    verdict: { ...verdict, relation: "same" },
    ...(isSource ? {} : { mention: true }),
  };
}

/** What says a told thing less firmly changes nothing: it tells it late. */
const repeatOf = ({ chances, late }: Verdict) => chances.same + (late ? chances.updated : 0);

/** It changes only the newest, and an event only among the parties that opened it, however its later claims are put. */
function changed(claim: Claim, options: readonly Option[]): Choice | null {
  const open = options.filter(({ newest, verdict, fact, version }) => {
    const relation = changeIn(verdict, version.claim, claim);
    return (
      newest &&
      !verdict.late &&
      !isOfOthers(fact.entries[0]!.claim, claim, relation) &&
      mayChange(version.claim, claim, relation)
    );
  });
  const best = likeliest(open, ({ verdict }) => changeOf(verdict));
  if (!best || changeOf(best.verdict) < changesFrom(best.verdict)) return null;
  const { fact, version, verdict } = best;
  const known = verdict.recounted && versionsOf(fact).find((one) => counts(one.claim, claim));
  return known
    ? { fact, version: known, verdict: { ...verdict, relation: "same" }, mention: true }
    : { fact, version, verdict: { ...verdict, relation: changeIn(verdict, version.claim, claim) } };
}

/** A number that the fact had before is no other. */
const counts = (one: Claim, two: Claim) => compareNumbers(one.quantities, two.quantities).kind === "equal";

const changesFrom = ({ recounted }: Verdict) => (recounted ? thresholds.recounts : thresholds.changes);

const changeOf = ({ chances }: Verdict) => chances.updated + chances.disputed;

/**
 * Another number of one thing is disputed sooner than a changed one, unless it is told as a change. Who gives another
 * number later does not contradict himself.
 */
function changeIn({ chances, recounted }: Verdict, version: Claim, claim: Claim): Relation {
  const speaker = claim.attribution?.actor;
  if (recounted && speaker !== undefined && speaker === version.attribution?.actor) return "updated";
  const pull = recounted && !changeCue.test(claim.quote) ? recountPull : 1;
  return chances.disputed * pull > chances.updated ? "disputed" : "updated";
}

const recountPull = 2;

const likeliest = (options: readonly Option[], chance: (option: Option) => number): Option | null =>
  options.reduce<Option | null>((best, one) => (best && chance(best) >= chance(one) ? best : one), null);

/** The values a fact has had, newest first; a withdrawn one can still be repeated. */
export function versionsOf(fact: Fact): readonly ClaimEntry[] {
  return fact.values.slice(-versionsMax).reverse();
}
