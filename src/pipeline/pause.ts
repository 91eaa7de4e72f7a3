/** Tells an administrator of what needs a hand, once and in plain words: a place that takes no posts, a wrong clock. */
import type { Instant } from "../core/article/article.ts";
import { heading, paragraph, text } from "../core/post/post.ts";
import { hourMs } from "../core/schedule/zone.ts";
import type { Clock, Log, OutboxRow, Store } from "../ports.ts";
import { pendingRow } from "./outbox-row.ts";

export type Pausing = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly alerts: string | null;
};

/** A paused place is tried again this often: whoever mended it need not tell us. */
export const probeMs = 6 * hourMs;

export async function halt(place: string, reason: string, { store, clock, log, alerts }: Pausing): Promise<void> {
  const since = clock.now();
  const notices = alerts === null || alerts === place ? [] : [noticeOf(place, reason, since, alerts)];
  if (await store.pause({ place, since, reason }, notices))
    log.error("Posting to a place is paused", { place, reason });
}

/** Where the clock is wrong Parley reckons with the servers' until somebody sets it. */
export async function tellOfClock(aheadMs: number, { store, clock, log, alerts }: Pausing): Promise<void> {
  if (aheadMs === 0) return log.info("The clock of this machine is right again");
  const hours = Math.round(Math.abs(aheadMs) / hourMs);
  const wrong = `The clock of this machine is ${hours} h ${aheadMs > 0 ? "ahead of" : "behind"} the servers that feeds are read from.`;
  log.error("The clock of this machine is wrong", { hours: aheadMs > 0 ? hours : -hours });
  if (alerts === null) return;
  const notice = pendingRow({
    key: `${alerts}|clock|${clock.now() - aheadMs}`,
    place: alerts,
    digestId: null,
    act: { kind: "post", thread: null },
    document: [
      heading("The clock is wrong"),
      paragraph(text(`${wrong} Parley reckons with theirs meanwhile. Set the clock, or let the system keep it.`)),
    ],
  });
  await store
    .addMessages([notice])
    .catch((cause: unknown) => log.warn("A notice could not be kept", { error: String(cause) }));
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
