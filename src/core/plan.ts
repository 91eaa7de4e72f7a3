/**
 * What there is to do now, decided from what is known and from nothing else. The pipeline carries it out; printing the
 * plan is a dry run.
 */
import type { Instant } from "./article/article.ts";
import type { Window } from "./digest/digest.ts";
import type { FeedSource, FeedState } from "./feed/feed.ts";
import { due, newFeedState } from "./feed/poll.ts";
import { type Destination, isUsedUp } from "./schedule/destination.ts";
import { afterQuietHours } from "./schedule/quiet.ts";
import { dueWindow } from "./schedule/schedule.ts";
import { hourMs } from "./schedule/zone.ts";

export type PollIntent = { readonly kind: "poll"; readonly source: FeedSource; readonly state: FeedState };
export type DigestIntent = {
  readonly kind: "digest";
  readonly destination: Destination;
  readonly window: Window;
  /** In quiet hours a digest is told only for the sake of an urgent change. */
  readonly onlyUrgent: boolean;
};
export type Intent = PollIntent | DigestIntent;

export type Known = {
  readonly sources: readonly FeedSource[];
  readonly feeds: readonly FeedState[];
  readonly destinations: readonly {
    readonly destination: Destination;
    /** Where the last digest of this place ended. */
    readonly lastUntil: Instant | null;
    /** When the place began to follow: nothing before it is told, also when it had followed before and stopped. */
    readonly begun: Instant;
    /** When digests were posted there of late, at least those of today. */
    readonly told: readonly Instant[];
    /** When the oldest digest was decided that is not posted there yet; null when none waits. */
    readonly waitingSince: Instant | null;
  }[];
};

/**
 * Where a digest has waited for longer, no further one is decided until it is out: a place that nobody could post to for
 * a week gets one digest of everything since, and not all those that it missed.
 */
export const backlogMsMax = 2 * hourMs;

/** Polls first, longest overdue first, then the digests that are due. */
export function plan(known: Known, now: Instant): readonly Intent[] {
  const states = known.sources.map(
    (source) => known.feeds.find((state) => state.id === source.id) ?? newFeedState(source.id, now),
  );
  const polls = due(states, now).flatMap((state): readonly PollIntent[] => {
    const source = known.sources.find((one) => one.id === state.id);
    return source ? [{ kind: "poll", source, state }] : [];
  });
  return [...polls, ...known.destinations.flatMap((one) => dueDigest(one, now))];
}

function dueDigest(standing: Known["destinations"][number], now: Instant): readonly DigestIntent[] {
  const { destination, told, waitingSince } = standing;
  const { zone, quietHours, urgent } = destination;
  const window = windowOf(standing, now);
  if (!window || isUsedUp(destination, told, now)) return [];
  if (waitingSince !== null && now - waitingSince > backlogMsMax) return [];
  const onlyUrgent = afterQuietHours(quietHours, zone, now) > now;
  if (onlyUrgent && urgent.length === 0) return [];
  return [{ kind: "digest", destination, window, onlyUrgent }];
}

/** The window whose slot has come, whether or not it may be told now. */
export function windowOf(
  { destination, lastUntil, begun }: Pick<Known["destinations"][number], "destination" | "lastUntil" | "begun">,
  now: Instant,
): Window | null {
  const since = Math.max(lastUntil ?? begun, begun);
  return dueWindow({ ...destination, lastUntil: since, now });
}
