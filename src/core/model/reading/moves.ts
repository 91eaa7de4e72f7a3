/**
 * How far a judge may move a decision of the engine: to what the engine itself holds possible, never past a veto. A name,
 * a number or a place that was not told is never silenced, whatever a judge says of it.
 */
import type { Claim, When } from "../../claim/claim.ts";
import type { Choice } from "../../ledger/choose.ts";
import type { ClaimEntry, Fact, Ledger } from "../../ledger/ledger.ts";
import { alignWords } from "../../relation/alignment.ts";
import { compareAmounts } from "../../relation/amounts.ts";
import { type Comparison, compare } from "../../relation/compare.ts";
import { mayChange } from "../../relation/identity.ts";
import { namesMissing } from "../../relation/proper.ts";
import { relate } from "../../relation/relate.ts";
import { thresholds } from "../../relation/thresholds.ts";
import { traitsOf } from "../../relation/traits.ts";
import type { Relation } from "../../relation/verdict.ts";
import { vetoOf } from "../../relation/vetoes.ts";
import type { Reading } from "./reading.ts";

/** Where the engine is in doubt: how much two claims share. Below it they are two things, above it it is sure. */
export const doubtful = { from: 0.35, to: 0.65 } as const;
/** What the engine gives less than this chance, no judge makes true. */
const chanceMin = 0.2;
const partMin = 0.4;

/** The engine's choice, or the one that a judge moved it to. */
export function ruled(
  choice: Choice | null,
  claim: Claim,
  reading: Reading | undefined,
  ledger: Ledger,
): Choice | null {
  const ruling = reading?.rulings.get(claim.quote);
  if (!ruling) return choice;
  if (ruling.relation === "different") return choice && mayPart(choice, claim) ? null : choice;
  const fact = ruling.fact === null ? undefined : ledger.facts.get(ruling.fact);
  const version = fact && newestOf(fact);
  if (!fact || !version || (choice && choice.fact !== fact)) return choice;
  if (!movesTo(version.claim, claim).includes(ruling.relation)) return choice;
  const because = ["a model judged so, and no veto forbids it"];
  return { fact, version, verdict: { ...relate(version.claim, claim), relation: ruling.relation, because } };
}

export const newestOf = (fact: Fact): ClaimEntry | undefined =>
  fact.entries.findLast((entry) => entry.version === entry.seq && !fact.withdrawn.has(entry.seq));

/** Two claims with so much in common are one thing for the engine; below that, and where it has doubts, a judge may part them. */
function mayPart({ version }: Choice, claim: Claim): boolean {
  const parts = compare(version.claim, claim);
  if (parts.link >= thresholds.link) return false;
  return relate(version.claim, claim).chances.different >= partMin;
}

/** What a judge may say of two claims besides that they differ; nothing where the engine is sure. */
export function movesTo(before: Claim, after: Claim): readonly Relation[] {
  const parts = compare(before, after);
  if (parts.link < doubtful.from || parts.exchanged) return [];
  const { chances } = relate(before, after);
  const may = (relation: Relation) =>
    chances[relation] >= chanceMin &&
    (relation === "same"
      ? addsNothing(before, after, parts)
      : mayChange(before, after, relation) && (relation !== "disputed" || before.articleId !== after.articleId));
  return (["same", "updated", "disputed"] as const).filter(may);
}

function addsNothing(before: Claim, after: Claim, parts: Comparison): boolean {
  const [one, two] = [traitsOf(before), traitsOf(after)];
  return (
    vetoOf(before, after, parts) === null &&
    before.negated === after.negated &&
    before.modality === after.modality &&
    namesMissing(two.names, one.names).length === 0 &&
    isWithin(after.when, before.when) &&
    after.places.every((place) => before.places.includes(place)) &&
    compareAmounts(one.amounts, two.amounts).kept === 1 &&
    alignWords(one.words, two.words).coverage >= thresholds.coverage
  );
}

/** No time, or one that was told no less exactly. */
const isWithin = (after: When | undefined, before: When | undefined): boolean =>
  after === undefined || (before !== undefined && after.from <= before.from && before.to <= after.to);
