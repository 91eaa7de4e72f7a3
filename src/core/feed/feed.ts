/**
 * A feed as it was read, and what is known about its address. Reading never throws: it returns entries and problems.
 */
import type { Instant } from "../article/article.ts";

export type Problem = { readonly what: string; readonly where: string };

export type FeedEntry = {
  readonly id: string | null;
  /** Absolute. */
  readonly link: string | null;
  readonly title: string;
  readonly published: Instant | null;
  /** True when the feed gave a day without a time: `published` is then that day's midnight in UTC. */
  readonly publishedIsDay?: boolean;
  readonly updated: Instant | null;
  /** Plain text. */
  readonly summary: string;
  /** Plain text, one paragraph a line. */
  readonly content: string;
  readonly author: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly { readonly url: string; readonly type: string | null; readonly bytes: number | null }[];
};

export type ParsedFeed = {
  readonly title: string;
  readonly link: string | null;
  readonly description: string;
  readonly language: string | null;
  /** Minutes that the feed asks us to wait between polls, from `ttl`; null when it does not say. */
  readonly ttlMinutes: number | null;
  readonly entries: readonly FeedEntry[];
  readonly problems: readonly Problem[];
};

/** One feed as the operator configured it. */
export type FeedSource = {
  readonly id: string;
  readonly url: string;
  /** The outlet that every entry is credited to. */
  readonly outlet: string;
  readonly lang: string | null;
  readonly owner: string | null;
  readonly country: string | null;
  readonly stateRun: boolean;
};

export type Validators = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
};

/** What is known about a feed's address between two polls. */
export type FeedState = {
  readonly id: string;
  readonly validators: Validators;
  /** Null before the first poll: the first poll of a feed records everything and posts nothing. */
  readonly firstPolled: Instant | null;
  readonly lastPolled: Instant | null;
  readonly lastOk: Instant | null;
  readonly nextPoll: Instant;
  /** Failures in a row, and when the row began. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  readonly lastFailure: string | null;
  /** Set when polling has stopped, in plain words and with what to do. */
  readonly paused: string | null;
  /** Entries first seen in the last seven days. */
  readonly entriesLastWeek: number;
  /** Stories that were followed when it was last read: to any other what it holds is known, and no news. */
  readonly stories?: readonly string[];
};

/** What came back from one poll of one address. */
export type FeedAnswer =
  | {
      readonly kind: "unchanged";
      readonly validators: Validators;
      readonly waitMs: number | null;
      /** What time the server said that it is. */
      readonly date?: Instant;
    }
  | {
      readonly kind: "read";
      readonly feed: ParsedFeed;
      readonly validators: Validators;
      readonly waitMs: number | null;
      readonly date?: Instant;
    }
  | {
      readonly kind: "failed";
      /** Plain words: what, and what to do next. */
      readonly reason: string;
      readonly failure:
        | "network"
        | "timeout"
        | "blocked"
        | "gone"
        | "missing"
        | "forbidden"
        | "limited"
        | "server"
        | "challenge"
        | "unreadable"
        | "too-big";
      readonly waitMs: number | null;
    };
