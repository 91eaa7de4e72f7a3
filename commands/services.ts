/** What a command may ask of the running bot. `main` hands it over; a command never opens anything itself. */
import type { Near } from "../src/core/answer/views/preview.ts";
import type { Followed } from "../src/core/answer/views/settings.ts";
import type { FollowedFeed } from "../src/core/answer/views/sources.ts";
import type { Standing } from "../src/core/answer/views/status.ts";
import type { Instant } from "../src/core/article/article.ts";
import type { Digest, Window } from "../src/core/digest/digest.ts";
import type { Untold } from "../src/core/digest/untold.ts";
import type { FeedAnswer } from "../src/core/feed/feed.ts";
import type { FactState } from "../src/core/ledger/state.ts";
import type { TakenBack } from "../src/core/ledger/taken-back.ts";
import type { Document } from "../src/core/post/post.ts";
import type { Destination } from "../src/core/schedule/destination.ts";
import type { Story } from "../src/core/story/story.ts";

/** An answer from the ledger; `abstained` when the articles do not report it, and the document says so. */
export type Answered = { readonly text: string; readonly abstained: boolean; readonly document: Document };

/** What would be posted at a place now, and what not. */
export type Preview = {
  readonly digest: Digest;
  readonly untold: readonly Untold[];
  readonly near: readonly Near[];
  /** When the next digest is due there. */
  readonly next: Instant;
};

/** What one look at a feed brought; `soon` when it was looked at a moment ago. */
export type Checked =
  | { readonly kind: "looked"; readonly answer: FeedAnswer; readonly resumed: boolean }
  | { readonly kind: "soon"; readonly waitMs: number };

/** How a wish ended: `refused` says in a sentence why nothing was changed. */
export type Kept =
  | { readonly kind: "kept"; readonly followed: Followed }
  | { readonly kind: "refused"; readonly sentence: string };

export type Services = {
  now(): Instant;
  /** IANA zone in which times are shown where nobody chose another. */
  readonly zone: string;
  readonly stories: readonly Story[];
  /** The story that is meant at a place when none is named, and the zone of its times. */
  homeOf(place: string): Promise<{ readonly story: Story; readonly zone: string }>;
  /** What a place follows, with when it is told next. */
  follows(place: string): Promise<readonly Followed[]>;
  /** Lets a place follow as it wishes from now on; keeps who wished it. */
  follow(destination: Destination, by: string): Promise<Kept>;
  /** A place no longer follows. */
  unfollow(destination: Destination, by: string): Promise<void>;
  /** A dry run for a place; it posts and remembers nothing. */
  preview(destination: Destination): Promise<Preview>;
  /** When a reader last looked at a story, and that it is now; null the first time. */
  lookedBefore(person: string, place: string, story: Story): Promise<Instant | null>;
  /** Every fact of a story as it stood at an instant. */
  facts(story: Story, at: Instant): readonly FactState[];
  /** The digest of any window, computed now. */
  digest(story: Story, window: Window): Digest;
  /** A digest that was posted at a place; null when there is none of that name. */
  postedAt(place: string, id: string): Promise<Digest | null>;
  /** What sources took back, newest first. */
  takenBack(story: Story, at: Instant): readonly TakenBack[];
  /** Digests that a place got, or others where it got none yet; newest first, each once. */
  posted(story: Story, place: string, limit: number): Promise<readonly Digest[]>;
  /**
   * Answers from what was reported up to `at`; `before` is what the question may go on from, oldest first, `place` where it
   * is asked.
   */
  ask(story: Story, question: string, at: Instant, before: readonly string[], place: string): Promise<Answered>;
  feeds(): Promise<readonly FollowedFeed[]>;
  /** Reads a feed once, now, and keeps nothing of it; one that was paused is polled again if it answers. */
  checkFeed(feed: FollowedFeed): Promise<Checked>;
  /** How all is, as it is seen from a place: the places of others are counted, not named. */
  status(story: Story, place: string): Promise<Standing>;
};
