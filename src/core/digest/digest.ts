/**
 * A digest is what one gap-free window `(since, until]` adds to a story for one destination.
 */
import type { ArticleId, Instant, OutletId } from "../article/article.ts";
import type { Modality, OriginId } from "../claim/claim.ts";
import type { FactRef } from "../ledger/ledger.ts";
import type { ActorId, IssueId } from "../story/story.ts";

export const changeKinds = ["new", "updated", "confirmed", "disputed", "withdrawn"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type Evidence = {
  readonly articleId: ArticleId;
  readonly url: string;
  readonly outlet: OutletId;
  readonly origin: OriginId;
  readonly published: Instant;
  /** Exactly `text.slice(start, end)` of the article. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly lang: string;
};

export type Change = {
  readonly ref: FactRef;
  readonly kind: ChangeKind;
  /** The line as it is posted, without the kind and the source numbers; at most 240 characters. */
  readonly text: string;
  /** The earlier state, only if it was told. */
  readonly was: string | null;
  /** Who confirmed it, as `text` says at its end: names of sources and outlets. */
  readonly confirmedBy?: readonly string[];
  readonly actors: readonly ActorId[];
  readonly issue: IssueId | null;
  /** What it tells of: something that happens or is to happen, or what somebody says; else absent. */
  readonly about?: "event" | "statement";
  readonly modality: Modality;
  readonly independentOrigins: number;
  readonly salience: number;
  /** Names in `text` that stand in the article but not in the first quote. */
  readonly borrowed: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Set where a model found the words of `text`, which passed the check of core/model. */
  readonly wordedBy?: "model";
  /** The same in the language of the place, by a model; `text` stays what it is. */
  readonly translation?: { readonly language: string; readonly text: string };
};

/** Whose words the lines of a digest are, where a model was to help. */
export type Engine = {
  readonly model: string;
  /** Lines in the model's words. */
  readonly lines: number;
  /** Why it has no part, or a smaller one, in plain words; null when nothing went wrong. */
  readonly why: string | null;
};

export type Window = { readonly since: Instant | null; readonly until: Instant };

export type Digest = {
  readonly id: string;
  readonly story: string;
  readonly window: Window;
  /** Articles of the window that the story took in. */
  readonly articles: number;
  readonly outlets: number;
  readonly origins: number;
  readonly quiet: boolean;
  /** Most important first. */
  readonly changes: readonly Change[];
  /** Facts that were reported again without change. */
  readonly repeated: number;
  readonly lastChange: Instant | null;
  /** What is planned or expected and not yet resolved: what is overdue, then the soonest. */
  readonly expected: readonly {
    readonly ref: FactRef;
    readonly text: string;
    /** Its date has passed, and nobody told what became of it. */
    readonly overdue?: true;
    readonly evidence?: readonly Evidence[];
  }[];
  /** Lines that failed their own check and were dropped; 0 in a healthy run. */
  readonly dropped: number;
  readonly engine?: Engine;
  /** ISO 639-1 of the language that its root speaks; English without it. */
  readonly language?: string;
};
