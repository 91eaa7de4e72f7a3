/**
 * The ledger is what Parley knows of one story: facts, each with every claim that ever supported, changed or
 * disputed it. It is append-only: entries are added, never edited, so any past digest can be computed again.
 */
import type { ArticleId, Instant, OutletId } from "../article/article.ts";
import type { Signature } from "../article/copies.ts";
import type { Claim, OriginId } from "../claim/claim.ts";
import { compact } from "../claim/compact.ts";
import type { FactKind, Relation } from "../relation/verdict.ts";

/** `c12`: names the same fact in every digest of a story. */
export type FactRef = string;

/** A version of an article that the story took in. */
export type ArticleEntry = {
  readonly kind: "article";
  readonly seq: number;
  readonly seen: Instant;
  readonly articleId: ArticleId;
  readonly outlet: OutletId;
  readonly origin: OriginId;
  readonly published: Instant;
  readonly title: string;
  readonly url: string;
  readonly lang: string;
  readonly signature: Signature;
};

/** A claim under a fact. */
export type ClaimEntry = {
  readonly kind: "claim";
  readonly seq: number;
  readonly seen: Instant;
  readonly fact: FactRef;
  readonly factKind: FactKind;
  /** `different` opens the fact, `updated` and `disputed` give it another value, `same` supports one. */
  readonly relation: Relation;
  /** The entry whose value a `same` supports; its own number otherwise. */
  readonly version: number;
  /**
   * A `same` that tells nothing new and yet does not by itself say the value: a summary of several facts, a weaker or
   * passing retelling. It is silent, and it is no source.
   */
  readonly mention?: boolean;
  readonly because: readonly string[];
  /** Read on its feed's first poll: known from then on, and never news. */
  readonly baseline: boolean;
  readonly claim: Claim;
};

/** An article no longer says what one of its claims said. */
export type WithdrawalEntry = {
  readonly kind: "withdrawal";
  readonly seq: number;
  readonly seen: Instant;
  readonly fact: FactRef;
  readonly articleId: ArticleId;
  /** The claim entry that its article no longer supports. */
  readonly of: number;
};

/**
 * What an article says that is never a line: it joins no fact and supports none, but a question may ask for it. Each
 * version of an article brings its own.
 */
export type AsideEntry = {
  readonly kind: "aside";
  readonly seq: number;
  readonly seen: Instant;
  readonly claim: Claim;
};

export type Entry = ArticleEntry | ClaimEntry | WithdrawalEntry | AsideEntry;

export type Fact = {
  readonly ref: FactRef;
  readonly number: number;
  readonly kind: FactKind;
  /** In the order they were appended; the first opened the fact. */
  readonly entries: ClaimEntry[];
  /** Sequence number of a withdrawn claim entry → when the withdrawal was seen. */
  withdrawn: ReadonlyMap<number, Instant>;
  /** The entries that gave it a value, in their order. */
  readonly values: ClaimEntry[];
  /** Folded words of everything entered under the fact alone. */
  readonly told: Set<string>;
};

/**
 * All entries of a story with indexes over them. `append` is the only writer; the same entries give the same ledger,
 * so it can be thrown away and built again.
 */
export type Ledger = {
  readonly entries: Entry[];
  readonly facts: Map<FactRef, Fact>;
  /** Newest entry of each article. */
  readonly articles: Map<ArticleId, ArticleEntry>;
  /** Every article, in the order in which its first version came. */
  readonly arrived: ArticleId[];
  readonly claimsOf: Map<ArticleId, ClaimEntry[]>;
  /** Facts in the order they were opened; a fact's place in it is its number. */
  readonly numbered: Fact[];
  /** Word or actor → numbers of the facts that mention it. */
  readonly postings: Map<string, number[]>;
};

export const emptyLedger = (): Ledger => ({
  entries: [],
  facts: new Map(),
  numbered: [],
  articles: new Map(),
  arrived: [],
  claimsOf: new Map(),
  postings: new Map(),
});

/** An entry that comes from a store, with the words that all claims share. */
export const compactEntry = (entry: Entry): Entry =>
  entry.kind === "claim" || entry.kind === "aside" ? { ...entry, claim: compact(entry.claim) } : entry;

/** Rebuilds a ledger from its entries. */
export function ledgerOf(entries: readonly Entry[]): Ledger {
  const ledger = emptyLedger();
  for (const entry of entries) append(ledger, entry);
  return ledger;
}

export function append(ledger: Ledger, entry: Entry): void {
  ledger.entries.push(entry);
  switch (entry.kind) {
    case "article":
      if (!ledger.articles.has(entry.articleId)) ledger.arrived.push(entry.articleId);
      ledger.articles.set(entry.articleId, entry);
      return;
    case "withdrawal":
      withdraw(ledger.facts.get(entry.fact), entry);
      return;
    case "aside":
      return;
    case "claim":
      appendClaim(ledger, entry);
  }
}

/** Shared by the many facts that nothing was taken back of. */
const nothing: ReadonlyMap<number, Instant> = new Map();

function withdraw(fact: Fact | undefined, { of, seen }: WithdrawalEntry): void {
  if (fact) fact.withdrawn = new Map([...fact.withdrawn, [of, seen]]);
}

function appendClaim(ledger: Ledger, entry: ClaimEntry): void {
  const known = ledger.facts.get(entry.fact);
  const fact = known ?? opened(ledger, entry);
  if (known) {
    fact.entries.push(entry);
    if (entry.version === entry.seq) fact.values.push(entry);
  }
  const { claim } = entry;
  const own = ledger.claimsOf.get(claim.articleId);
  if (own) own.push(entry);
  else ledger.claimsOf.set(claim.articleId, [entry]);
  for (const [term] of claim.terms) {
    if (!fact.told.has(term)) post(ledger, term, fact);
    fact.told.add(term);
  }
  for (const key of keysOf(claim)) post(ledger, key, fact);
}

/** Most facts stay with the claim that opened them: a list of one has room for one. */
function opened(ledger: Ledger, entry: ClaimEntry): Fact {
  const fact: Fact = {
    ref: entry.fact,
    number: ledger.numbered.length,
    kind: entry.factKind,
    entries: [entry],
    withdrawn: nothing,
    values: entry.version === entry.seq ? [entry] : [],
    told: new Set(),
  };
  ledger.facts.set(entry.fact, fact);
  ledger.numbered.push(fact);
  return fact;
}

/** What a claim is found by besides its words: who takes part, and what is counted. */
export function keysOf(claim: Claim): readonly string[] {
  return [
    ...claim.participants.map((one) => `@${one.id}`),
    ...claim.quantities.map((quantity) => `#${quantity.unit}`),
    ...(claim.event ? [`!${claim.event.family}:${claim.event.parties.join("+")}`] : []),
  ];
}

function post(ledger: Ledger, key: string, { number }: Fact): void {
  const list = ledger.postings.get(key);
  if (!list) ledger.postings.set(key, [number]);
  else if (list.at(-1) !== number) list.push(number);
}
