/**
 * When a feed is polled next, when it is given up, and what people are told about it. Pure: state and answer in,
 * state out. It does not fetch, and it does not know how many stories follow a feed.
 */

import type { Instant } from "../article/article.ts";
import { minuteMs } from "../schedule/zone.ts";
import type { FeedAnswer, FeedState, ParsedFeed } from "./feed.ts";

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

export type PollSettings = {
  /** Bounds of a feed's own interval, in milliseconds. A followed story sets a low ceiling. */
  readonly floorMs: number;
  readonly ceilingMs: number;
};

/** The politeness of the field's established readers; an operator changes `floorMs` and `ceilingMs` only. */
export const pollLimits = {
  intervalMinMs: 5 * minuteMs,
  intervalMaxMs: dayMs,
  backoffFirstMs: 5 * minuteMs,
  refusedMs: 4 * hourMs,
  jitterShare: 0.1,
  visibleFailures: 3,
  noticeAfterMs: dayMs,
  pauseFailures: 11,
  pauseAfterMs: weekMs,
  missingFailures: 5,
  missingAfterMs: 2 * dayMs,
  /** A document that spans less than this says little about its rate. */
  spanMinMs: hourMs,
} as const;

export const defaultPollSettings: PollSettings = {
  floorMs: pollLimits.intervalMinMs,
  ceilingMs: pollLimits.intervalMaxMs,
};

/** A feed that was never polled; it is due at once. */
export function newFeedState(id: string, now: Instant): FeedState {
  return {
    id,
    validators: { etag: null, lastModified: null, bodyHash: null },
    firstPolled: null,
    lastPolled: null,
    lastOk: null,
    nextPoll: now,
    failures: 0,
    failingSince: null,
    lastFailure: null,
    paused: null,
    entriesLastWeek: 0,
  };
}

/** The feeds to poll now, longest overdue first. One that was polled in the future, because the clock was wrong, is due. */
export function due(states: readonly FeedState[], now: Instant): readonly FeedState[] {
  return states
    .filter((state) => state.paused === null && (state.nextPoll <= now || (state.lastPolled ?? now) > now))
    .toSorted((a, b) => a.nextPoll - b.nextPoll || (a.id < b.id ? -1 : 1));
}

/**
 * @param jitter −1…1; spreads polls by ± 10 %
 * @returns the state to store in the same transaction as what the poll brought
 */
export function afterPoll(
  state: FeedState,
  answer: FeedAnswer,
  now: Instant,
  jitter: number,
  settings: PollSettings = defaultPollSettings,
): FeedState {
  return answer.kind === "failed"
    ? afterFailure(state, answer, now, jitter)
    : afterSuccess(state, answer, now, jitter, settings);
}

type Failed = Extract<FeedAnswer, { kind: "failed" }>;

function afterSuccess(
  state: FeedState,
  answer: Exclude<FeedAnswer, Failed>,
  now: Instant,
  jitter: number,
  settings: PollSettings,
): FeedState {
  const entriesLastWeek = answer.kind === "read" ? weeklyEntries(answer.feed, now) : state.entriesLastWeek;
  const ttlMs = answer.kind === "read" ? (answer.feed.ttlMinutes ?? 0) * minuteMs : 0;
  const wait = Math.max(ownInterval(entriesLastWeek, settings), ttlMs, answer.waitMs ?? 0);
  return {
    ...state,
    validators: answer.validators,
    firstPolled: state.firstPolled ?? now,
    lastPolled: now,
    lastOk: now,
    nextPoll: now + spread(clamp(wait, pollLimits.intervalMinMs, pollLimits.intervalMaxMs), jitter),
    failures: 0,
    failingSince: null,
    lastFailure: null,
    paused: null,
    entriesLastWeek,
  };
}

function afterFailure(state: FeedState, answer: Failed, now: Instant, jitter: number): FeedState {
  const failures = state.failures + 1;
  const failingSince = state.failingSince ?? now;
  const backoff = Math.min(pollLimits.backoffFirstMs * 2 ** (failures - 1), pollLimits.intervalMaxMs);
  const refused = answer.failure === "forbidden" || answer.failure === "limited" ? pollLimits.refusedMs : 0;
  const asked = Math.min(answer.waitMs ?? 0, pollLimits.intervalMaxMs);
  // Spreading must not shorten what the server asked for.
  const wait = Math.max(spread(Math.max(backoff, refused), jitter), refused, asked);
  return {
    ...state,
    // A 304 after a failed reading would hide the fault for ever.
    validators: answer.failure === "unreadable" ? newFeedState(state.id, now).validators : state.validators,
    lastPolled: now,
    nextPoll: now + wait,
    failures,
    failingSince,
    lastFailure: answer.reason,
    paused: pauseReason(answer, failures, now - failingSince),
  };
}

function pauseReason(answer: Failed, failures: number, failingMs: number): string | null {
  const resume = "Check the address, then resume it with `feeds check`.";
  if (answer.failure === "gone") return `The publisher says that this feed is gone for good. ${resume}`;
  if (answer.failure === "missing" && failures >= pollLimits.missingFailures && failingMs >= pollLimits.missingAfterMs)
    return `Nothing was found at this address ${failures} times over ${days(failingMs)}. ${resume}`;
  if (failures >= pollLimits.pauseFailures && failingMs >= pollLimits.pauseAfterMs)
    return `It failed ${failures} times over ${days(failingMs)}; the last time: ${answer.reason} ${resume}`;
  return null;
}

/** What to tell people because of this poll; null nearly always: one notice when it breaks, one when it recovers. */
export function pollNotice(
  before: FeedState,
  after: FeedState,
): { readonly kind: "failing" | "paused" | "recovered"; readonly reason: string } | null {
  if (after.paused !== null) return before.paused === null ? { kind: "paused", reason: after.paused } : null;
  const was = worthTelling(before);
  const is = worthTelling(after);
  if (is && !was) return { kind: "failing", reason: after.lastFailure ?? "It cannot be read." };
  if (was && after.failures === 0) return { kind: "recovered", reason: "It can be read again." };
  return null;
}

function worthTelling(state: FeedState): boolean {
  if (state.paused !== null) return true;
  if (state.failingSince === null || state.lastPolled === null) return false;
  return state.lastPolled - state.failingSince >= pollLimits.noticeAfterMs;
}

/** Three failures in a row: shown wherever feeds are listed. */
export function isFailing(state: FeedState): boolean {
  return state.paused !== null || state.failures >= pollLimits.visibleFailures;
}

/** Entries a week, by their dates; a document that reaches back less than a week is projected onto one. */
export function weeklyEntries(feed: ParsedFeed, now: Instant): number {
  const dated = feed.entries.map((entry) => entry.published ?? entry.updated).filter((at) => at !== null);
  if (dated.length === 0) return feed.entries.length;
  const recent = dated.filter((at) => at > now - weekMs).length;
  const oldest = dated.reduce((least, at) => Math.min(least, at), now);
  const spanMs = clamp(now - oldest, pollLimits.spanMinMs, weekMs);
  return Math.round((recent * weekMs) / spanMs);
}

function ownInterval(entriesLastWeek: number, settings: PollSettings): number {
  if (entriesLastWeek <= 0) return settings.ceilingMs;
  return clamp(weekMs / entriesLastWeek, settings.floorMs, settings.ceilingMs);
}

function spread(ms: number, jitter: number): number {
  return Math.round(ms * (1 + clamp(jitter, -1, 1) * pollLimits.jitterShare));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function days(ms: number): string {
  const count = Math.max(1, Math.round(ms / dayMs));
  return count === 1 ? "1 day" : `${count} days`;
}
