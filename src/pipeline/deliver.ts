/**
 * Posts what the outbox holds, exactly once: a message is marked before it is sent, and one whose end is unknown is
 * looked for before it is tried again. A platform that is down delays its own posts only.
 */
import type { Clock, Log, OutboxRow, Platform, PostOutcome, Store } from "../ports.ts";

/** After this many tries that were surely refused, an operator has to look. */
export const attemptsMax = 8;
/** The first wait after a refusal; it doubles with each try. */
const retryFirstMs = 15_000;

export type Delivering = {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Delivers what is due at one place, in order; stops at the first message that has to wait. */
export async function deliver(place: string, delivering: Delivering): Promise<void> {
  const platform = delivering.platforms.find((one) => place.startsWith(`${one.name}:`));
  if (!platform) return;
  const rows = await delivering.store.outbox(place);
  for (const row of rows) {
    if (await isOrphan(row, rows, delivering)) continue;
    const settled = row.status === "sending" ? await settle(row, platform, delivering) : row;
    if (settled === "sent") continue;
    if (settled === "wait" || settled.notBefore > delivering.clock.now()) return;
    if (!(await send(settled, platform, delivering))) return;
  }
}

/** A reply whose root was refused for good can never be posted, and must not hold up what comes after it. */
async function isOrphan(row: OutboxRow, rows: readonly OutboxRow[], { store, log }: Delivering): Promise<boolean> {
  const hasRoot = row.part === 0 || rows.some((one) => one.digestId === row.digestId && one.part === 0);
  if (hasRoot || (await store.remoteIdOf(row.place, row.digestId, 0)) !== null) return false;
  await store.markOutbox(row.key, { ...row, status: "failed", failure: "Its first message was refused." });
  log.error("A reply is given up because its first message was refused", { key: row.key });
  return true;
}

/** A message whose end nobody saw: found, surely absent, or still possibly under way. */
async function settle(
  row: OutboxRow,
  platform: Platform,
  { store, clock, log }: Delivering,
): Promise<OutboxRow | "sent" | "wait"> {
  const now = clock.now();
  // A clock that was set back cannot say how long ago that was: the grace begins anew.
  const sendingAt = Math.min(row.sendingAt ?? 0, now);
  if (row.sendingAt !== null && row.sendingAt > now) await store.markOutbox(row.key, { ...row, sendingAt });
  if (now - sendingAt < platform.graceMs) return "wait";
  const found = await platform.find(row.place, row.key);
  if (found.kind === "found") {
    await store.markOutbox(row.key, { ...row, status: "sent", remoteId: found.remoteId });
    return "sent";
  }
  if (found.kind === "unreadable")
    log.warn("Nobody can tell whether a message was shown; it is shown again", { key: row.key, reason: found.reason });
  return row;
}

/** True when the next message may follow. */
async function send(row: OutboxRow, platform: Platform, { store, clock, log }: Delivering): Promise<boolean> {
  const attempt = { ...row, attempts: row.attempts + 1, sendingAt: clock.now() };
  const inThreadOf = row.part === 0 ? null : await store.remoteIdOf(row.place, row.digestId, 0);
  if (row.part > 0 && inThreadOf === null) return false;
  await store.markOutbox(row.key, { ...attempt, status: "sending" });
  const outcome = await platform.post({ key: row.key, place: row.place, document: row.document, inThreadOf });
  const next = after(attempt, outcome, clock.now());
  await store.markOutbox(row.key, next);
  if (next.status === "failed")
    log.error("A message was refused for good", { key: row.key, reason: next.failure ?? "" });
  return next.status === "sent";
}

function after(row: OutboxRow, outcome: PostOutcome, now: number): OutboxRow {
  switch (outcome.kind) {
    case "sent":
      return { ...row, status: "sent", remoteId: outcome.remoteId };
    case "unknown":
      return { ...row, status: "sending", failure: outcome.reason };
    case "later":
      return { ...row, status: "pending", notBefore: now + outcome.waitMs, failure: outcome.reason };
    case "refused": {
      const over = row.attempts >= attemptsMax;
      return {
        ...row,
        status: over ? "failed" : "pending",
        notBefore: now + retryFirstMs * 2 ** row.attempts,
        failure: outcome.reason,
      };
    }
  }
}
