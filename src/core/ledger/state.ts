/**
 * What a fact looks like at one instant: the read model that digests, answers and views are made from.
 * It is computed from entries seen up to that instant and from nothing else, so the past can be asked again.
 */
import type { Instant } from "../article/article.ts";
import type { EventSlot, Modality, Quantity, SourceKind, When } from "../claim/claim.ts";
import type { Evidence } from "../digest/digest.ts";
import type { FactKind } from "../relation/verdict.ts";
import type { ActorId, IssueId, PlaceId } from "../story/story.ts";
import type { FactRef } from "./ledger.ts";
import type { Voice } from "./voices.ts";

/** One value that a fact had, in the words of its best source. */
export type Version = {
  /** When it was first seen. */
  readonly at: Instant;
  /** Self-contained, at most 240 characters, no firmer than its evidence. */
  readonly text: string;
  /** Names in `text` that its first quote does not hold but its article does. */
  readonly borrowed: readonly string[];
  /** Set where a model found these words. */
  readonly wordedBy?: "model";
  readonly modality: Modality;
  readonly when?: When;
  readonly event?: EventSlot;
  readonly quantities: readonly Quantity[];
  /** The best kind among those who say it. */
  readonly sourceKind: SourceKind;
  /** Who says it, one for each source. */
  readonly voices: readonly Voice[];
  /** Every source of this value, oldest first; at least one. */
  readonly evidence: readonly Evidence[];
  /** Sources that do not copy one another. */
  readonly independentOrigins: number;
};

export type FactState = {
  readonly ref: FactRef;
  readonly kind: FactKind;
  /** The value that stands now. */
  readonly now: Version;
  /** The values it had before, oldest first. */
  readonly before: readonly Version[];
  /** Values that contradict `now` and that nothing has settled; empty when nobody disputes it. */
  readonly against: readonly Version[];
  /** True when no source supports it any more. */
  readonly withdrawn: boolean;
  readonly actors: readonly ActorId[];
  /** Names that the story does not know, folded to lower case. */
  readonly names: readonly string[];
  readonly places: readonly PlaceId[];
  readonly issue: IssueId | null;
  /** Who says it, when one actor does. */
  readonly speaker: ActorId | null;
  readonly predicates: readonly string[];
  /** Folded content stems of every value it had. */
  readonly stems: readonly string[];
  /** First seen, last changed, last reported. */
  readonly first: Instant;
  readonly changed: Instant;
  readonly last: Instant;
  /** How much it deserves a reader's attention; compare, do not interpret. */
  readonly salience: number;
  /** False for background and filler: kept, answered from, but never a line of a digest. */
  readonly tellable: boolean;
};
