/**
 * A claim is one atomic statement in one article: who said or did what, when, how firmly, with its verbatim span.
 * It knows nothing of other claims; the ledger relates them.
 */
import type { ArticleId, Day, Instant, OutletId } from "../article/article.ts";
import type { ActorId, IssueId, SideId } from "../story/story.ts";

export type OriginId = string;

/** How firmly a source says a thing; never told more firmly than that. */
export type Modality = "may" | "planned" | "ongoing" | "done" | "denied" | "cancelled" | "conditional" | "stated";

/** A verbatim stretch of an article's text: `text.slice(start, end)`, UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export type Quantity = {
  readonly value: number;
  /** `point`, `%`, `EUR`, `person`, `day`, … or `` for a bare count. */
  readonly unit: string;
  /** What is counted, as folded terms: `peace`, `plan` in "20-point peace plan"; empty when nothing is named. */
  readonly heads: readonly string[];
  readonly approx: boolean;
  readonly compare?: "min" | "max";
  /** The same amount in a second unit: "€90bn ($106bn)". */
  readonly same?: { readonly value: number; readonly unit: string };
  readonly span: Span;
};

export type When = { readonly from: Day; readonly to: Day; readonly precision: "day" | "week" | "month" | "year" };

/** How far an event has come; `cancelled`, `slipped` and `denied` can follow any rung. */
export type Rung =
  | "may"
  | "expected"
  | "planned"
  | "confirmed"
  | "travelling"
  | "underway"
  | "ended"
  | "cancelled"
  | "slipped"
  | "denied";

/** What kind of thing happens, to whom: the key of a track. */
export type EventSlot = {
  /** A generic family: `talks`, `travel`, `vote`, … */
  readonly family: string;
  /** Sides, or actors where no side is known, sorted. */
  readonly parties: readonly (SideId | ActorId)[];
  readonly rung: Rung;
  /** True when the clause only mentions it and speaks of something else: "before the talks began, X said …". */
  readonly aside?: boolean;
};

/** How near the named source is to the fact, from hearsay to a document. */
export type SourceKind = "unnamed" | "outlet" | "officials" | "person" | "document";

export type Attribution = {
  readonly kind: SourceKind;
  /** As written: "sources familiar with the matter". */
  readonly text: string;
  readonly actor?: ActorId;
  /** False for a person whom neither the story nor geography lists. */
  readonly listed: boolean;
  /** False when the clause itself is the act ("X ruled out …"), true when it reports what was said. */
  readonly reported: boolean;
};

/** Somebody or something that a claim names, in the order of its words. */
export type Participant = {
  /** An actor of the story, a country, or a folded name that nobody lists. */
  readonly id: string;
  /** The side it acts for, if one is known; its own id otherwise. */
  readonly party: string;
  readonly kind: "person" | "government" | "body" | "outlet" | "group" | "name";
  /** `subject` stands before the main predicate, `object` after it. */
  readonly role: "subject" | "object";
  /** False where only a role or a people stands: "the Kremlin envoy", "Russian". */
  readonly named: boolean;
};

export type Claim = {
  readonly articleId: ArticleId;
  readonly outlet: OutletId;
  readonly origin: OriginId;
  readonly url: string;
  readonly published: Instant;
  readonly lang: string;
  /** The verbatim evidence. */
  readonly span: Span;
  readonly quote: string;
  /** The same in self-contained words: pronouns resolved, leading connectives gone. */
  readonly text: string;
  /** Words of `text` that stand in the article but not in the quote: who "he" is, what "they" are. */
  readonly borrowed: readonly string[];
  readonly attribution?: Attribution;
  readonly participants: readonly Participant[];
  /** `place:port-alder`, folded to the largest place that the story names. */
  readonly places: readonly string[];
  readonly issues: readonly IssueId[];
  /** Concepts of the verbs, the main one first. */
  readonly predicates: readonly string[];
  readonly negated: boolean;
  readonly modality: Modality;
  readonly when?: When;
  readonly quantities: readonly Quantity[];
  readonly event?: EventSlot;
  /** Folded content terms with their weights, each once: what coverage is computed over. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** 0…: how much the claim deserves a line of its own; see worth.ts. */
  readonly worth: number;
  /** Set where a model found the words of `text`, or called it news: it passed the checks of core/model. */
  readonly wordedBy?: "model";
};
