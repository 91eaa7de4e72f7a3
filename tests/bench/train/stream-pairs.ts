/**
 * What the labels of a stream make of two of its claims, and the pairs that are worth learning from: each claim beside what
 * an index finds for it among the facts that its stream told before, right or wrong.
 */
import type { Claim } from "../../../src/core/claim/claim.ts";
import { candidatesFor } from "../../../src/core/ledger/candidates.ts";
import { knownOf } from "../../../src/core/ledger/choose.ts";
import { append, type ClaimEntry, emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import { mayRelate } from "../../../src/core/relation/prospect.ts";
import { weighedAsOne } from "../../../src/core/relation/relate.ts";
import { alone, type Found, surroundingsOf } from "../../../src/core/relation/surroundings.ts";
import type { Relation } from "../samples.ts";
import type { Example } from "./boosting.ts";
import type { Said, Saying, Stream } from "./streams.ts";

export type StreamPair = {
  readonly stream: string;
  readonly before: Claim;
  readonly after: Claim;
  readonly relation: Relation;
  /** Where the earlier one stood among what the later one could belong to. */
  readonly found: Found;
};

/** How `after` stands to `before`; null where the labels leave it open. */
export function relationOf(before: readonly Saying[], after: readonly Saying[], order: Order): Relation | null {
  const clash = after.flatMap((one) =>
    before
      .filter((two) => two.name === one.name && !holds(before, one) && !holds(after, two))
      .map((two) => ({ one, two })),
  );
  if (clash.length > 0) {
    if (clash.some(({ one, two }) => one.disputes !== two.disputes)) return "disputed";
    return clash.every(({ one, two }) => order(two) < order(one)) ? "updated" : null;
  }
  const told = after.filter((one) => holds(before, one)).length;
  if (told === after.length) return "same";
  return told === 0 ? "different" : null;
}

const holds = (all: readonly Saying[], one: Saying) =>
  all.some((two) => two.name === one.name && two.value === one.value);

export const keyOf = ({ name, value }: Saying): string => `${name}=${value}`;

/** In which place a value first occurs in its stream. */
export type Order = (one: Saying) => number;

export function orderOf(said: readonly Said[]): Order {
  const places = new Map<string, number>();
  for (const one of said.flatMap(({ says }) => says ?? []))
    if (!places.has(keyOf(one))) places.set(keyOf(one), places.size);
  return (one) => places.get(keyOf(one)) ?? -1;
}

/** Other things beside one claim, the likeliest to be taken for it first; more of them teach nothing. */
const othersMax = 8;
const otherWeight = 0.5;
/** Claims of one fact beside a later claim. */
const tellersMax = 3;

/** The pairs of one stream: its facts are those of its labels. */
export function streamPairs({ id, said }: Stream): readonly StreamPair[] {
  const ledger = emptyLedger();
  const order = orderOf(said);
  const saysOf = new Map<Claim, readonly Saying[]>();
  return said.flatMap(({ claim, says }): readonly StreamPair[] => {
    if (claim.lang !== "en" || !says) return [];
    const pairs = besides(claim, says, ledger, saysOf, order).map((one) => ({ stream: id, after: claim, ...one }));
    saysOf.set(claim, says);
    tell(ledger, claim, says);
    return pairs;
  });
}

type Beside = Pick<StreamPair, "before" | "relation" | "found">;

function besides(
  claim: Claim,
  says: readonly Saying[],
  ledger: Ledger,
  saysOf: ReadonlyMap<Claim, readonly Saying[]>,
  order: Order,
): readonly Beside[] {
  const facts = candidatesFor(claim, ledger);
  const around = surroundingsOf(claim, facts.map(knownOf));
  const seen = new Set([claim.quote]);
  let others = 0;
  return facts.flatMap(({ entries }, rank) =>
    entries
      .toReversed()
      .filter((entry) => mayRelate(entry.claim, claim) && !seen.has(entry.claim.quote))
      .slice(0, tellersMax)
      .flatMap(({ claim: before }): readonly Beside[] => {
        seen.add(before.quote);
        const relation = relationOf(saysOf.get(before)!, says, order);
        if (!relation || (relation === "different" && ++others > othersMax)) return [];
        return [{ before, relation, found: { around, rank } }];
      }),
  );
}

/** Enters a claim under the fact that its first saying names. */
function tell(ledger: Ledger, claim: Claim, says: readonly Saying[]): void {
  const [main] = says;
  const seq = ledger.entries.length + 1;
  const known = [...ledger.facts.values()].flatMap((fact) => fact.entries.filter((entry) => entry.fact === main!.name));
  const first = known.find((entry) => entry.because[0] === keyOf(main!));
  const entry: ClaimEntry = {
    kind: "claim",
    seq,
    seen: claim.published,
    fact: main!.name,
    factKind: "text",
    relation: "different",
    version: first?.version ?? seq,
    because: [keyOf(main!)],
    baseline: false,
    claim,
  };
  append(ledger, entry);
}

/** The pairs as examples of what is found among the facts of a story. */
export const amongExamples = (pairs: readonly StreamPair[]): readonly Example[] =>
  pairs.map(({ before, after, relation, found }) => ({
    features: weighedAsOne(before, after, found),
    label: relation,
    weight: relation === "different" ? otherWeight : 1,
  }));

/** One in so many of the pairs that are two things is learned from where nothing else is known. */
const aloneEach = 4;
/** What neighbours in one story teach about two statements alone: they are far more often two things. */
const aloneWeight = 0.1;

/** The same pairs as if nothing else were known. */
export const aloneExamples = (pairs: readonly StreamPair[]): readonly Example[] =>
  pairs
    .filter(({ relation }, at) => relation !== "different" || at % aloneEach === 0)
    .map(({ before, after, relation }) => ({
      features: weighedAsOne(before, after, alone(before, after)),
      label: relation,
      weight: relation === "different" ? aloneWeight * otherWeight * aloneEach : aloneWeight,
    }));
