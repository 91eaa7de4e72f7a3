/** Stops posting to a place that needs a hand, and tells an administrator once, in plain words. */
import type { Instant } from "../core/article/article.ts";
import { heading, paragraph, text } from "../core/post/post.ts";
import type { Clock, Log, OutboxRow, Store } from "../ports.ts";
import { pendingRow } from "./outbox-row.ts";

export type Pausing = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly alerts: string | null;
};

/** A paused place is tried again this often: whoever mended it need not tell us. */
export const probeMs = 6 * 3_600_000;

export async function halt(place: string, reason: string, { store, clock, log, alerts }: Pausing): Promise<void> {
  const since = clock.now();
  const notices = alerts === null || alerts === place ? [] : [noticeOf(place, reason, since, alerts)];
  if (await store.pause({ place, since, reason }, notices))
    log.error("Posting to a place is paused", { place, reason });
}

const noticeOf = (place: string, reason: string, since: Instant, alerts: string): OutboxRow =>
  pendingRow({
    key: `${alerts}|paused|${place}|${since}`,
    place: alerts,
    digestId: null,
    act: { kind: "post", thread: null },
    document: [
      heading("Posting is paused"),
      paragraph(
        text(
          `Nothing can be posted to ${place}: ${reason} What is due there is told in one digest as soon as that is mended.`,
        ),
      ),
    ],
  });
