/** What the ledger makes of a labelled stream: what it is silent about, tells again, joins and counts as a source. */
import type { Claim } from "../../../src/core/claim/claim.ts";
import { candidatesFor } from "../../../src/core/ledger/candidates.ts";
import { type Choice, choose } from "../../../src/core/ledger/choose.ts";
import { append, emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import type { Forest } from "../../../src/core/relation/forest.ts";
import { keyOf, type Order, orderOf, relationOf } from "./stream-pairs.ts";
import type { Saying, Stream } from "./streams.ts";

export type Score = {
  /** Claims that tell nothing new: kept silent, told again. */
  readonly silent: number;
  readonly again: number;
  /** Claims that tell something new: told, lost. */
  readonly told: number;
  readonly lost: number;
  /** Claims that gave a fact another value, and those of them that speak of another thing. */
  readonly joined: number;
  readonly misjoined: number;
  /** Claims that change or contradict something told and were told as news. */
  readonly unjoined: number;
  readonly sources: number;
  readonly falseSources: number;
};

export type Fault = {
  readonly kind: keyof Score;
  readonly before: string;
  readonly after: string;
  readonly chances: string;
};

/** A claim of less worth makes no line, whatever it says. */
const worthMin = 0.7;

const none = {
  silent: 0,
  again: 0,
  told: 0,
  lost: 0,
  joined: 0,
  misjoined: 0,
  unjoined: 0,
  sources: 0,
  falseSources: 0,
} satisfies Score;

export function scoreStream({ said }: Stream, table: Forest, note: (fault: Fault) => void = () => {}): Score {
  const ledger = emptyLedger();
  const order = orderOf(said);
  const told = new Set<string>();
  const saysOf = new Map<Claim, readonly Saying[] | null>();
  const kinds = said.flatMap(({ claim, says }): readonly (keyof Score)[] => {
    const choice = claim.lang === "en" && claim.worth > 0 ? decided(ledger, claim, table) : undefined;
    const earlier = choice ? (saysOf.get(choice.version.claim) ?? null) : null;
    const found =
      choice === undefined || !says || claim.worth < worthMin ? [] : kindsOf(choice, says, earlier, told, order);
    for (const kind of found) note(faultOf(kind, claim, choice ?? null));
    if (choice !== undefined) saysOf.set(claim, says);
    for (const one of says ?? []) told.add(keyOf(one));
    return found;
  });
  const score = { ...none };
  for (const kind of kinds) score[kind] += 1;
  return score;
}

function decided(ledger: Ledger, claim: Claim, table: Forest): Choice | null {
  const choice = choose(claim, candidatesFor(claim, ledger), table);
  enter(ledger, claim, choice);
  return choice;
}

const faultOf = (kind: keyof Score, claim: Claim, choice: Choice | null): Fault => ({
  kind,
  before: choice?.version.claim.quote ?? "",
  after: claim.quote,
  chances: JSON.stringify(choice?.verdict.chances ?? {}),
});

function kindsOf(
  choice: Choice | null,
  says: readonly Saying[],
  earlier: readonly Saying[] | null,
  told: ReadonlySet<string>,
  order: Order,
): readonly (keyof Score)[] {
  const relation = choice?.verdict.relation ?? "different";
  const known = says.every((one) => told.has(keyOf(one)));
  const label = earlier && relationOf(earlier, says, order);
  const when = (holds: boolean, kind: keyof Score) => (holds ? [kind] : []);
  if (relation === "same")
    return [
      known ? "silent" : "lost",
      ...when(!choice?.mention, "sources"),
      ...when(!choice?.mention && earlier !== null && label !== "same", "falseSources"),
    ];
  const news = known ? "again" : "told";
  return relation === "different"
    ? [news, ...when(changes(says, told), "unjoined")]
    : [news, "joined", ...when(label === "different", "misjoined")];
}

/** It gives something that was told a value of which nobody spoke. */
const changes = (says: readonly Saying[], told: ReadonlySet<string>): boolean =>
  says.some((one) => !told.has(keyOf(one)) && [...told].some((key) => key.startsWith(`${one.name}=`)));

function enter(ledger: Ledger, claim: Claim, choice: Choice | null): void {
  const seq = ledger.entries.length + 1;
  const relation = choice?.verdict.relation ?? "different";
  append(ledger, {
    kind: "claim",
    seq,
    seen: claim.published,
    fact: choice?.fact.ref ?? `c${ledger.facts.size + 1}`,
    factKind: choice?.fact.kind ?? "text",
    relation,
    version: choice && relation === "same" ? choice.version.version : seq,
    ...(choice?.mention ? { mention: true } : {}),
    because: [],
    baseline: false,
    claim,
  });
}

export const sum = (scores: readonly Score[]): Score =>
  scores.reduce((all, one) => {
    const keys = Object.keys(all) as readonly (keyof Score)[];
    return Object.fromEntries(keys.map((key) => [key, all[key] + one[key]])) as Score;
  });

export const show = (s: Score): string =>
  [
    `silence P ${(s.silent / (s.silent + s.lost)).toFixed(2)} R ${(s.silent / (s.silent + s.again)).toFixed(2)}`,
    `(kept ${s.silent}, lost ${s.lost}, told again ${s.again})`,
    `joined ${s.joined}, of them wrongly ${s.misjoined}, not joined ${s.unjoined}`,
    `sources ${s.sources}, of them false ${s.falseSources}`,
  ].join("; ");
