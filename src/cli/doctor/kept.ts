/** What the store tells of the bot's doings: feeds, messages that did not end well, places that wait for a hand. */

import type { Config } from "../../../config/config.ts";
import type { Instant } from "../../core/article/article.ts";
import type { FeedSource, FeedState } from "../../core/feed/feed.ts";
import { formatInstant } from "../../core/schedule/format.ts";
import { dayMs, minuteMs } from "../../core/schedule/zone.ts";
import { type Finding, fault, fine } from "../../platforms/check.ts";
import type { Pause } from "../../ports.ts";
import type { Unsettled } from "../../store/outbox.ts";
import type { Kept } from "../../store/sqlite/peek.ts";

/** A message that has been under way for longer has no end that anybody saw. */
const underWayMs = 10 * minuteMs;
/** Older failures were told long ago, and nothing mends them now. */
const failedDays = 7;
/** Failures in a row that may be chance. */
const failuresMax = 3;

type Seen = { readonly now: Instant; readonly zone: string };

export async function checkKept(kept: Kept, { feeds, zone }: Config, now: Instant): Promise<readonly Finding[]> {
  const seen = { now, zone };
  const [states, rows, pauses] = await Promise.all([
    kept.feedStates(),
    kept.unsettled(now - failedDays * dayMs),
    kept.pauses(),
  ]);
  return [...checkFeeds(feeds, states, seen), ...checkOutbox(rows, seen), ...checkPauses(pauses, seen)];
}

/** One for each feed that was asked, and one for all that were not. */
export function checkFeeds(feeds: readonly FeedSource[], states: readonly FeedState[], seen: Seen): readonly Finding[] {
  const known = new Map(states.filter(({ lastPolled }) => lastPolled !== null).map((state) => [state.id, state]));
  const asked = feeds.flatMap(({ id }) => known.get(id) ?? []);
  const waiting = feeds.length - asked.length;
  return [
    ...asked.map((state) => checkFeed(state, seen)),
    ...(waiting > 0 ? [fine("feeds", `${waiting} of ${feeds.length} not asked yet; parley feed URL tries one`)] : []),
  ];
}

function checkFeed(state: FeedState, { now, zone }: Seen): Finding {
  const name = `feed ${state.id}`;
  const next = `next try ${formatInstant(state.nextPoll, zone, "long")}`;
  const read = state.lastOk === null ? "never read" : `read ${agoOf(now - state.lastOk)} ago`;
  if (state.paused !== null) return fault(name, `${read}; no longer asked`, state.paused);
  if (state.failures === 0) return fine(name, `${read}, ${state.entriesLastWeek} entries in a week, ${next}`);
  const failed = state.failures === 1 ? "failed once" : `failed ${state.failures} times in a row`;
  const seen = `${read}, ${failed}, ${next}: ${state.lastFailure ?? "no reason is known"}`;
  if (state.failures < failuresMax) return fine(name, seen);
  return fault(
    name,
    seen,
    "Look at it with parley feed URL; correct its address in config/parley.yaml, or take it out.",
  );
}

export function checkOutbox(rows: readonly Unsettled[], { now, zone }: Seen): readonly Finding[] {
  const lost = rows.filter(({ status, at }) => status === "sending" && now - at > underWayMs);
  const failed = rows.filter(({ status }) => status === "failed");
  if (lost.length + failed.length === 0) return [fine("outbox", "nothing failed, and nothing is in doubt")];
  const told = (row: Unsettled, what: string, mend: string) =>
    fault(
      "outbox",
      `a message to ${row.place} ${what} (${formatInstant(row.at, zone, "long")}): ${row.failure ?? "no reason is known"}`,
      mend,
    );
  return [
    ...lost.map((row) =>
      told(row, "may have arrived or not", "Start Parley: it looks for the message before it posts again."),
    ),
    ...failed.map((row) =>
      told(row, "was given up", "Mend what the reason says. /talks latest shows the digest; the next one is posted."),
    ),
  ].slice(0, rowsShown);
}

/** More would hide the rest. */
const rowsShown = 20;

export function checkPauses(pauses: readonly Pause[], { zone }: Seen): readonly Finding[] {
  if (pauses.length === 0) return [fine("pauses", "no place is paused")];
  return pauses.map(({ place, since, reason }) =>
    fault(
      "pauses",
      `nothing is posted to ${place} since ${formatInstant(since, zone, "long")}`,
      `${reason} Parley tries again by itself.`,
    ),
  );
}

function agoOf(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / minuteMs));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
