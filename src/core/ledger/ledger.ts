/**
 * The ledger is what Parley knows of one story: facts, each with every claim that ever supported, changed or
 * disputed it. It is append-only: entries are added, never edited, so any past digest can be computed again.
 */
import type { ArticleId, Instant } from "../article/article.ts";
import type { Claim } from "../claim/claim.ts";

/** `c12`: names the same fact in every digest of a story. */
export type FactRef = string;

export type FactKind = "attribute" | "track" | "statement" | "text";

/** How a claim stands to the fact that it was entered under. */
export type Relation = "same" | "updated" | "disputed" | "different";

/** One thing appended: a claim under a fact, or the news that an article no longer says something. */
export type Entry =
  | {
      readonly kind: "claim";
      readonly seq: number;
      readonly seen: Instant;
      readonly fact: FactRef;
      readonly factKind: FactKind;
      /** `different` opens the fact. */
      readonly relation: Relation;
      readonly because: readonly string[];
      readonly claim: Claim;
    }
  | {
      readonly kind: "withdrawal";
      readonly seq: number;
      readonly seen: Instant;
      readonly fact: FactRef;
      readonly articleId: ArticleId;
      /** The claim entry that its article no longer supports. */
      readonly of: number;
    };

export type ClaimEntry = Extract<Entry, { kind: "claim" }>;

export type Fact = {
  readonly ref: FactRef;
  readonly kind: FactKind;
  /** In the order they were appended; the first opened the fact. */
  readonly entries: readonly ClaimEntry[];
  /** Sequence number of a withdrawn claim entry → when the withdrawal was seen. */
  readonly withdrawn: ReadonlyMap<number, Instant>;
};
