/**
 * What the pipeline needs of the world, as types only. Each port is small and whole: no optional method, and every
 * adapter passes the same contract suite (tests/contracts).
 */
import type { Article, ArticleId, Day, Instant } from "./core/article/article.ts";
import type { Digest } from "./core/digest/digest.ts";
import type { FeedAnswer, FeedSource, FeedState, Validators } from "./core/feed/feed.ts";
import type { Entry } from "./core/ledger/ledger.ts";
import type { ModelFormat, ModelOutcome } from "./core/model/outcome.ts";
import type { ModelRequest } from "./core/model/request.ts";
import type { ModelCall, ModelSpending } from "./core/model/spending.ts";
import type { Document, Post } from "./core/post/post.ts";
import type { Following } from "./core/schedule/destination.ts";

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

/** A place is `platform:…`, for instance `terminal:`, `slack:T1/C1` or `discord:9/11`. */
export type PlaceName = string;

export type OutboxStatus = "pending" | "sending" | "sent" | "failed";

/** What is done with a document: a message of its own, in a thread or not, or the new words of an earlier message. */
export type OutboxAct =
  /** `thread` is the key of the message that the thread hangs on; null opens a new one. */
  | { readonly kind: "post"; readonly thread: string | null }
  /** `of` is the key of the message that gets new words. */
  | { readonly kind: "edit"; readonly of: string };

/** One thing to be done at a place exactly once. `key` is made from what is said and where, so it is the same after a crash. */
export type OutboxRow = {
  readonly key: string;
  readonly place: PlaceName;
  /** The digest that it belongs to; null for what belongs to none, such as a note to an administrator. */
  readonly digestId: string | null;
  readonly act: OutboxAct;
  readonly document: Document;
  readonly status: OutboxStatus;
  readonly attempts: number;
  /** How many of them were refused for what they said. */
  readonly refusals: number;
  /** Nobody could tell whether an earlier attempt arrived: when it is made again, the reader is told so. */
  readonly doubted: boolean;
  /** When the newest attempt began; the grace of an unknown outcome counts from here. */
  readonly sendingAt: Instant | null;
  readonly notBefore: Instant;
  readonly remoteId: string | null;
  readonly failure: string | null;
};

/** What may change about a row; its words and its place never do. */
export type OutboxChange = Omit<OutboxRow, "key" | "place" | "digestId" | "act" | "document">;

/** A place that nothing is posted to until somebody mends it. */
export type Pause = { readonly place: PlaceName; readonly since: Instant; readonly reason: string };

/** Instants before which the texts of articles, and what was posted, are no longer kept. */
export type Purge = { readonly texts: Instant; readonly posts: Instant };

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
  /** Whether a story saw any article, wanted or not. */
  hasSeen(story: string): Promise<boolean>;
  /** Stores a digest and its messages in one transaction; false when a digest of that id and place is already there. */
  saveDigest(stored: StoredDigest, messages: readonly OutboxRow[]): Promise<boolean>;
  /** Newest first. */
  digests(query: {
    readonly story: string;
    readonly place: PlaceName | null;
    readonly limit: number;
  }): Promise<readonly StoredDigest[]>;
  /** The digest of that id that was decided for a place. */
  digest(place: PlaceName, id: string): Promise<StoredDigest | null>;
  /** Rows that are pending or sending, in the order in which they were added. */
  outbox(place: PlaceName): Promise<readonly OutboxRow[]>;
  /** How many rows there are of each status. */
  outboxCounts(): Promise<Readonly<Record<OutboxStatus, number>>>;
  /** Adds rows that belong to no new digest; a row whose key is there already is left as it is. */
  addMessages(messages: readonly OutboxRow[]): Promise<void>;
  /** When the oldest digest was decided that still has messages to post at a place, edits aside; null when none has. */
  waitingSince(place: PlaceName): Promise<Instant | null>;
  /** Places with rows that are pending or sending. */
  waitingPlaces(): Promise<readonly PlaceName[]>;
  markOutbox(key: string, change: OutboxChange): Promise<void>;
  message(key: string): Promise<OutboxRow | null>;
  /**
   * Drops a digest of which nothing was posted, with its messages and what hangs on them: false, and nothing changes,
   * when one of them is no longer pending or when another digest goes on below it.
   */
  withdraw(place: PlaceName, digestId: string): Promise<boolean>;
  /** Every message of a digest at a place, in order. */
  messagesOf(place: PlaceName, digestId: string): Promise<readonly OutboxRow[]>;
  /** The first message of the newest digest of a story that has any at a place: a silent window has none. */
  newestRoot(place: PlaceName, story: string): Promise<OutboxRow | null>;
  /** The digest that one posted message tells of. */
  digestOf(place: PlaceName, remoteId: string): Promise<string | null>;
  /** The digest that a posted message, or the newest message of its thread, belongs to. */
  digestAt(place: PlaceName, remoteId: string): Promise<string | null>;
  pauses(): Promise<readonly Pause[]>;
  /** Keeps the first pause of a place, and adds what tells of it, in one transaction: false when it is paused already. */
  pause(pause: Pause, notices: readonly OutboxRow[]): Promise<boolean>;
  resume(place: PlaceName): Promise<void>;
  followings(): Promise<readonly Following[]>;
  /** What a chat set for a place and a story; null when nothing was set. */
  following(place: PlaceName, story: string): Promise<Following | null>;
  saveFollowing(following: Following): Promise<void>;
  /** Puts one wish in the place of another, unless that was changed since it was read. */
  mendFollowing(was: Following, becomes: Following): Promise<void>;
  /** Drops a wish that ended, and when its place began to follow; false when the wish was changed since it was read. */
  forget(following: Following): Promise<boolean>;
  /** True the first time within a day that this event comes in; platforms deliver some of them again. */
  receive(eventId: string, at: Instant): Promise<boolean>;
  /** What a workspace granted, as the platform's own record; null when it granted nothing, or took it back. */
  installation(id: string): Promise<string | null>;
  saveInstallation(id: string, record: string): Promise<void>;
  removeInstallation(id: string): Promise<void>;
  /** What a model replied to this very request before; null when it was never asked. */
  modelReply(key: string): Promise<string | null>;
  /** Keeps what a call cost, and its reply, in one transaction. The first reply to a request stands. */
  saveModelCall(call: ModelCall): Promise<void>;
  modelSpending(day: Day): Promise<readonly ModelSpending[]>;
  /** Small values that belong to no table: a demo's simulated time, a reader's cursor. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;
  /**
   * Drops a bounded number of rows that are older and that nobody needs any more, and says how many; 0 when nothing is
   * left to drop. What corrections, the next digest and posting once need stays.
   */
  purge(before: Purge): Promise<number>;
  close(): Promise<void>;
};

/** How an attempt to post ended. */
export type PostOutcome =
  | { readonly kind: "sent"; readonly remoteId: string }
  /** Surely not posted; may be tried again after `waitMs`. */
  | { readonly kind: "later"; readonly waitMs: number; readonly reason: string }
  /** It may have arrived: look before trying again. */
  | { readonly kind: "unknown"; readonly reason: string }
  /** This message was surely not posted, and trying again is unlikely to help. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The same, and trying again cannot help: the thread that it belongs in was taken away, or closed. */
  | { readonly kind: "gone"; readonly reason: string }
  /** Nothing can be posted here until somebody mends it: a dead token, a missing right, a place that is gone. */
  | { readonly kind: "halted"; readonly reason: string };

export type Message = {
  readonly key: string;
  readonly place: PlaceName;
  readonly document: Document;
  /** Names the thread, where a platform names them; at most 100 characters. */
  readonly title: string;
  /** The remote id of the message that the thread hangs on, when this belongs in one. */
  readonly inThreadOf: string | null;
  /** It may be there already, and nobody can tell: the reader is to be told so. */
  readonly again: boolean;
};

/** A message whose end nobody saw; `since` is when the attempt began, by our clock, which may be wrong by some minutes. */
export type Sought = Pick<Message, "place" | "key" | "inThreadOf"> & { readonly since: Instant };

/** What a person did: typed a line, or filled in a form of one action, whose values are still as they were given. */
export type Input =
  | { readonly kind: "line"; readonly text: string }
  | {
      readonly kind: "action";
      readonly command: string;
      readonly action: string;
      readonly values: Readonly<Record<string, string>>;
    };

/** One question or command from a person, already stripped of the platform's own markup. */
export type Request = {
  /** The same when the platform delivers the same event again. */
  readonly id: string;
  readonly place: PlaceName;
  /** As the platform names people; the same person has the same name tomorrow. */
  readonly person: string;
  readonly input: Input;
  /** `overheard` was written in a thread of ours without naming us: only a question is answered. */
  readonly addressed: "directly" | "overheard";
  /** The remote id of the message whose thread the person wrote in; `newest` where a place has one thread for all. */
  readonly thread: string | "newest" | null;
  /** The remote id of the message whose button was pressed, where one was: its thread may tell of newer digests too. */
  readonly pressedOn?: string;
  /** Whether the place lets this person manage it; asked only when it matters. */
  manages(): Promise<boolean>;
};

export type Answer = { readonly post: Post; readonly audience: "person" | "room" };

/** Choices for an option that is being typed. */
export type Suggestion = { readonly label: string; readonly value: string };
export type Asked = {
  readonly place: PlaceName;
  readonly command: string;
  readonly action: string;
  readonly option: string;
  readonly typed: string;
};

/** Who answers what people write. None of them throws, and each ends in time. */
export type Ears = {
  /** Null when nothing is to be said: it was heard before, or was not meant for us. */
  answer(request: Request): Promise<Answer | null>;
  suggest(asked: Asked): Promise<readonly Suggestion[]>;
};

export type Platform = {
  readonly name: string;
  /** Milliseconds after which an unanswered attempt can no longer arrive. */
  readonly graceMs: number;
  /** The same content in as many messages as the platform's limits ask for, nothing lost; the first stays first. Pure. */
  fit(document: Document): readonly Document[];
  post(message: Message): Promise<PostOutcome>;
  /** Looks whether a message with this key arrived; `unreadable` when the platform cannot tell. */
  find(message: Sought): Promise<
    | { readonly kind: "found"; readonly remoteId: string }
    | { readonly kind: "absent" }
    /** Nobody can tell, now or later. */
    | { readonly kind: "unreadable"; readonly reason: string }
    /** Cannot be asked now. */
    | { readonly kind: "later"; readonly waitMs: number; readonly reason: string }
    /** Cannot be asked until somebody mends it. */
    | { readonly kind: "halted"; readonly reason: string }
  >;
  /** Replaces a message that was posted earlier, because its source corrected itself. */
  edit(message: Message, remoteId: string): Promise<PostOutcome>;
  /** Hands over what people write until `close`. */
  listen(ears: Ears): Promise<void>;
  close(): Promise<void>;
};

export type Model = {
  readonly name: string;
  /** Where text is sent, for people: the host alone. */
  readonly host: string;
  /** One try; ends when the signal does. */
  ask(request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome>;
  /** Finds out how this server gives replies their shape, with a request that holds no text of anybody. */
  probe(signal: AbortSignal): Promise<{ readonly kind: "ready"; readonly format: ModelFormat } | ModelOutcome>;
};

/** Something that calls back now and then; what is due is decided elsewhere. */
export type Wake = { start(onWake: () => Promise<void>): void; stop(): Promise<void> };
