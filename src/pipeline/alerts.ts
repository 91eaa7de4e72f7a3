/**
 * Tells an administrator of what needs a hand, once and in plain words: a place that takes no posts, a message that was
 * left out, a wrong clock.
 */
import { heading, paragraph, text } from "../core/post/post.ts";
import { hourMs } from "../core/schedule/zone.ts";
import type { Clock, Log, OutboxRow, Store } from "../ports.ts";
import { pendingRow } from "./outbox-row.ts";

export type Alerting = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Where an administrator reads; null when nobody named a place for it. */
  readonly alerts: string | null;
};

/** A paused place is tried again this often: whoever mended it need not tell us. */
export const probeMs = 6 * hourMs;

export async function halt(place: string, reason: string, { store, clock, log, alerts }: Alerting): Promise<void> {
  const since = clock.now();
  const told = `Nothing can be posted to ${place}: ${reason} What is due there is told in one digest as soon as that is mended.`;
  const notices =
    alerts === null || alerts === place
      ? []
      : [noticeAt(alerts, `paused|${place}|${since}`, "Posting is paused", told)];
  if (await store.pause({ place, since, reason }, notices))
    log.error("Posting to a place is paused", { place, reason });
}

/** What a digest told is not lost with its message: the ledger has it. A digest is told of once, however many messages it loses. */
export async function tellOfLoss(row: OutboxRow, reason: string, { store, log, alerts }: Alerting): Promise<void> {
  log.error("A message was refused for good", { key: row.key, reason });
  if (alerts === null || alerts === row.place || row.act.kind === "edit") return;
  const told = `A message for ${row.place} was refused again and again, and is left out: ${reason} /talks latest shows there what it told.`;
  const name = `refused|${row.place}|${row.digestId ?? row.key}`;
  await store.addMessages([noticeAt(alerts, name, "A message was left out", told)]);
}

/** Where the clock is wrong Parley reckons with the servers' until somebody sets it. */
export async function tellOfClock(aheadMs: number, { store, clock, log, alerts }: Alerting): Promise<void> {
  if (aheadMs === 0) return log.info("The clock of this machine is right again");
  const hours = Math.round(Math.abs(aheadMs) / hourMs);
  log.error("The clock of this machine is wrong", { hours: aheadMs > 0 ? hours : -hours });
  if (alerts === null) return;
  const told = `The clock of this machine is ${hours} h ${aheadMs > 0 ? "ahead of" : "behind"} the servers that feeds are read from. Parley reckons with theirs meanwhile. Set the clock, or let the system keep it.`;
  await store
    .addMessages([noticeAt(alerts, `clock|${clock.now() - aheadMs}`, "The clock is wrong", told)])
    .catch((cause: unknown) => log.warn("A notice could not be kept", { error: String(cause) }));
}

const noticeAt = (alerts: string, name: string, title: string, told: string): OutboxRow =>
  pendingRow({
    key: `${alerts}|${name}`,
    place: alerts,
    digestId: null,
    act: { kind: "post", thread: null },
    document: [heading(title), paragraph(text(told))],
  });
