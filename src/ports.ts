/**
 * What the pipeline needs of the world, as types only. Each port is small and whole: no optional method, and every
 * adapter passes the same contract suite (tests/contracts).
 */
import type { Article, ArticleId, Instant } from "./core/article/article.ts";
import type { Digest } from "./core/digest/digest.ts";
import type { FeedAnswer, FeedSource, FeedState, Validators } from "./core/feed/feed.ts";
import type { Entry } from "./core/ledger/ledger.ts";
import type { Document, Post } from "./core/post/post.ts";

export type Clock = { now(): Instant };

export type Log = {
  info(message: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(message: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(message: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
};

/** Outbound reading of feeds. One call is one conditional request with a deadline; it never throws. */
export type Feeds = {
  poll(source: Pick<FeedSource, "id" | "url">, validators: Validators): Promise<FeedAnswer>;
  close(): Promise<void>;
};

/** What the story made of one version of an article; kept after the article's text is gone. */
export type Sighting = {
  readonly article: Article;
  readonly story: string;
  readonly seen: Instant;
  readonly decision: "in" | "near" | "out";
  readonly score: number;
  readonly because: readonly string[];
  /** Read on the feed's first poll: known, but never news. */
  readonly baseline: boolean;
};

/** Everything one poll of one feed changed; stored in one transaction. */
export type PollRecord = {
  readonly state: FeedState;
  readonly sightings: readonly Sighting[];
  /** Ledger entries by story. */
  readonly entries: readonly { readonly story: string; readonly entry: Entry }[];
};

/** A place is `platform:…`, for instance `terminal:` or `slack:T1/C1`. */
export type PlaceName = string;

export type OutboxStatus = "pending" | "sending" | "sent" | "failed";

/** One message to be posted exactly once. `key` is made from what is said and where, so it is the same after a crash. */
export type OutboxRow = {
  readonly key: string;
  readonly place: PlaceName;
  readonly digestId: string;
  /** 0 is the root; replies follow. */
  readonly part: number;
  readonly document: Document;
  readonly status: OutboxStatus;
  readonly attempts: number;
  /** When the newest attempt began; the grace of an unknown outcome counts from here. */
  readonly sendingAt: Instant | null;
  readonly notBefore: Instant;
  readonly remoteId: string | null;
  readonly failure: string | null;
};

export type StoredDigest = { readonly digest: Digest; readonly place: PlaceName; readonly decided: Instant };

export type Store = {
  feedStates(): Promise<readonly FeedState[]>;
  /** Versions already seen, by article id: the newest `updated ?? published`, and `textHash` of its text. */
  knownArticles(
    ids: readonly ArticleId[],
  ): Promise<ReadonlyMap<ArticleId, { readonly version: Instant; readonly textHash: string }>>;
  savePoll(record: PollRecord): Promise<void>;
  /** All entries of a story's ledger, in order. */
  entries(story: string): Promise<readonly Entry[]>;
  /** Sightings of a story with `since < seen ≤ until`, oldest first; text may be gone. */
  sightings(
    story: string,
    window: { readonly since: Instant | null; readonly until: Instant },
  ): Promise<readonly Sighting[]>;
  /** Stores a digest and its messages in one transaction; false when a digest of that id and place is already there. */
  saveDigest(stored: StoredDigest, messages: readonly OutboxRow[]): Promise<boolean>;
  /** Newest first. */
  digests(query: {
    readonly story: string;
    readonly place: PlaceName | null;
    readonly limit: number;
  }): Promise<readonly StoredDigest[]>;
  /** Rows that are pending or sending, roots before their replies, oldest first. */
  outbox(place: PlaceName): Promise<readonly OutboxRow[]>;
  markOutbox(
    key: string,
    change: Pick<OutboxRow, "status" | "attempts" | "sendingAt" | "notBefore" | "remoteId" | "failure">,
  ): Promise<void>;
  remoteIdOf(place: PlaceName, digestId: string, part: number): Promise<string | null>;
  /** Small values that belong to no table: a demo's simulated time, a reader's cursor. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;
  close(): Promise<void>;
};

/** How an attempt to post ended. `unknown` means that it may have arrived: look before trying again. */
export type PostOutcome =
  | { readonly kind: "sent"; readonly remoteId: string }
  | { readonly kind: "later"; readonly waitMs: number; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

export type Message = {
  readonly key: string;
  readonly place: PlaceName;
  readonly document: Document;
  /** The root's remote id when this is a reply in its thread. */
  readonly inThreadOf: string | null;
};

/** One question or command from a person, already stripped of the platform's own markup. */
export type Request = {
  readonly id: string;
  readonly place: PlaceName;
  readonly person: string;
  readonly text: string;
  /** The digest whose thread the person wrote in, if any. */
  readonly digestId: string | null;
};

export type Answer = { readonly post: Post; readonly audience: "person" | "room" };

export type Platform = {
  readonly name: string;
  /** Milliseconds after which an unanswered attempt can no longer arrive. */
  readonly graceMs: number;
  post(message: Message): Promise<PostOutcome>;
  /** Looks whether a message with this key arrived; `unreadable` when the platform cannot tell. */
  find(
    place: PlaceName,
    key: string,
  ): Promise<
    | { readonly kind: "found"; readonly remoteId: string }
    | { readonly kind: "absent" }
    | { readonly kind: "unreadable"; readonly reason: string }
  >;
  /** Replaces a message that was posted earlier, because its source corrected itself. */
  edit(message: Message, remoteId: string): Promise<PostOutcome>;
  /** Hands over what people write until `close`. */
  listen(answer: (request: Request) => Promise<Answer>): Promise<void>;
  close(): Promise<void>;
};

/** Something that calls back now and then; what is due is decided elsewhere. */
export type Wake = { start(onWake: () => Promise<void>): void; stop(): Promise<void> };
