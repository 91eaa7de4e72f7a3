/** What a command may ask of the running bot. `main` hands it over; a command never opens anything itself. */
import type { Instant } from "../src/core/article/article.ts";
import type { Digest, Window } from "../src/core/digest/digest.ts";
import type { FeedSource, FeedState } from "../src/core/feed/feed.ts";
import type { FactState } from "../src/core/ledger/state.ts";
import type { Document } from "../src/core/post/post.ts";
import type { Story } from "../src/core/story/story.ts";

export type Status = {
  readonly started: Instant;
  readonly storyArticles: number;
  readonly facts: number;
  readonly nextDigest: Instant | null;
  readonly lastDigest: Instant | null;
  readonly outboxWaiting: number;
  readonly engine: string;
};

/** An answer from the ledger; `abstained` when the articles do not report it, and the document says so. */
export type Answered = { readonly text: string; readonly abstained: boolean; readonly document: Document };

export type Services = {
  now(): Instant;
  /** IANA zone in which times are shown and typed times are read. */
  readonly zone: string;
  readonly stories: readonly Story[];
  /** Every fact of a story as it stood at an instant. */
  facts(story: Story, at: Instant): readonly FactState[];
  /** The digest of any window, computed now. */
  digest(story: Story, window: Window): Digest;
  /** Digests that were posted, newest first. */
  posted(story: Story, limit: number): Promise<readonly Digest[]>;
  /** Answers from what was reported up to `at`; `digestId` names the digest in whose thread the person wrote. */
  ask(story: Story, question: string, at: Instant, digestId: string | null): Promise<Answered>;
  feeds(): Promise<readonly { readonly source: FeedSource; readonly state: FeedState | null }[]>;
  status(story: Story): Promise<Status>;
};
