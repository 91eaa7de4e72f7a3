/**
 * Does what the outbox holds, exactly once: a row is marked before it is tried, and one whose end is unknown is looked
 * for before it is tried again. A platform that is down delays its own posts only.
 */
import type { Instant } from "../core/article/article.ts";
import { titleOf } from "../core/post/title.ts";
import type { Message, OutboxRow, Platform, PostOutcome, Store } from "../ports.ts";
import { type Alerting, halt, tellOfLoss } from "./alerts.ts";
import { openWanted, type Wanting } from "./wanted.ts";

/**
 * After this many refusals a message is given up, and an operator has to look. What comes after it waits meanwhile, for
 * three and a half minutes.
 */
export const refusalsMax = 4;
/** The same for new words of an earlier message: a note in the thread has said it already. */
export const editRefusalsMax = 2;
/** The first wait after a failure; it doubles with each further one. */
const retryFirstMs = 15_000;
/** Tries that follow each other as fast as the platform lets them; from then on each waits longer. */
const triesAtOnce = 2;
/** The longest wait between two tries of a message that may still go through. */
const patienceMsMax = 60_000;

export type Delivering = Alerting & Wanting & { readonly platforms: readonly Platform[] };

export const platformOf = (place: string, platforms: readonly Platform[]): Platform | null =>
  platforms.find((one) => place.startsWith(`${one.name}:`)) ?? null;

/**
 * Delivers what is due at one place, in order; stops at the first row that has to wait.
 * @returns when it is worth going on; null when nothing waits, or nobody can say
 */
export async function deliver(place: string, delivering: Delivering): Promise<Instant | null> {
  const platform = platformOf(place, delivering.platforms);
  if (!platform) return null;
  const carrying: Carrying = { ...delivering, isWanted: openWanted(delivering) };
  for (const row of await delivering.store.outbox(place)) {
    const next = await carry(await atThisClock(row, delivering), platform, carrying);
    if (next !== "done") return next;
  }
  return null;
}

/** `done` when the next row may follow; else when it is worth going on, if anybody can say. */
type Next = "done" | Instant | null;
type Carrying = Delivering & { readonly isWanted: ReturnType<typeof openWanted> };

async function carry(row: OutboxRow, platform: Platform, delivering: Carrying): Promise<Next> {
  if (!(await delivering.isWanted(row))) return "done";
  const target = await targetOf(row, delivering.store);
  if (target.kind === "wait") return null;
  if (target.kind === "lost") {
    await giveUp(row, target.reason, delivering);
    return "done";
  }
  const ready = row.status === "sending" ? await settle(row, target, platform, delivering) : row;
  if (ready === "sent") return "done";
  if ("until" in ready) return ready.until;
  if (row.status === "sending" && !(await delivering.isWanted(ready))) return "done";
  if (ready.notBefore > delivering.clock.now()) return ready.notBefore;
  return send(ready, target, platform, delivering);
}

/** A clock that was set back cannot say how long ago an attempt was: its waits begin anew. */
async function atThisClock(row: OutboxRow, { store, clock }: Delivering): Promise<OutboxRow> {
  const now = clock.now();
  if (row.sendingAt === null || row.sendingAt <= now) return row;
  const moved = { ...row, sendingAt: now, notBefore: now + Math.max(0, row.notBefore - row.sendingAt) };
  await store.markOutbox(row.key, moved);
  return moved;
}

/** What hangs on a message that was refused for good can never be posted, and must not hold up what comes after it. */
async function giveUp(row: OutboxRow, reason: string, { store, log }: Delivering): Promise<void> {
  await store.markOutbox(row.key, { ...row, status: "failed", failure: reason });
  log.error("A message is given up because the one before it was refused", { key: row.key });
}

/** The message that a row hangs on or changes: posted, still on its way, or never going to be there. */
type Target =
  | { readonly kind: "ready"; readonly remoteId: string | null; readonly title: string }
  | { readonly kind: "wait" }
  | { readonly kind: "lost"; readonly reason: string };

async function targetOf(row: OutboxRow, store: Store): Promise<Target> {
  const key = row.act.kind === "post" ? row.act.thread : row.act.of;
  if (key === null) return { kind: "ready", remoteId: null, title: titleOf(row.document) };
  const message = await store.message(key);
  if (!message || message.status === "failed")
    return { kind: "lost", reason: "The message that it belongs to was never posted." };
  if (message.remoteId === null) return { kind: "wait" };
  return { kind: "ready", remoteId: message.remoteId, title: titleOf(message.document) };
}

type Ready = Extract<Target, { kind: "ready" }>;

const messageOf = (row: OutboxRow, { remoteId, title }: Ready): Message => ({
  key: row.key,
  place: row.place,
  document: row.document,
  title,
  inThreadOf: row.act.kind === "post" ? remoteId : null,
  again: row.doubted,
});

/** A row whose end nobody saw: done, surely not done, or still possibly under way. */
async function settle(
  row: OutboxRow,
  target: Ready,
  platform: Platform,
  delivering: Delivering,
): Promise<OutboxRow | "sent" | { readonly until: Instant | null }> {
  const { store, clock, log } = delivering;
  const now = clock.now();
  const sendingAt = row.sendingAt ?? 0;
  if (now - sendingAt < platform.graceMs) return { until: sendingAt + platform.graceMs };
  // The same words a second time change nothing, so an edit is simply made again.
  if (row.act.kind === "edit") return row;
  const found = await platform.find({ ...messageOf(row, target), since: sendingAt });
  // The longer a doubt lasts, the less often it is looked into.
  if (found.kind === "later")
    return { until: now + Math.ceil(Math.max(found.waitMs, Math.min(patienceMsMax, (now - sendingAt) / 4))) };
  if (found.kind === "halted") {
    // The row stays in doubt: what cannot be looked for must not be posted again.
    await halt(row.place, found.reason, delivering);
    return { until: null };
  }
  if (found.kind === "found") {
    await store.markOutbox(row.key, { ...row, status: "sent", remoteId: found.remoteId });
    return "sent";
  }
  if (found.kind === "absent") {
    // Surely not posted: whoever unfollowed meanwhile need not get it.
    const open: OutboxRow = { ...row, status: "pending" };
    await store.markOutbox(row.key, open);
    return open;
  }
  log.warn("Nobody can tell whether a message was shown; it is shown again", { key: row.key, reason: found.reason });
  return { ...row, doubted: true };
}

async function send(row: OutboxRow, target: Ready, platform: Platform, delivering: Delivering): Promise<Next> {
  const { store, clock, log } = delivering;
  const attempt = { ...row, attempts: row.attempts + 1, sendingAt: clock.now() };
  await store.markOutbox(row.key, { ...attempt, status: "sending" });
  const message = messageOf(row, target);
  const outcome = await (row.act.kind === "edit"
    ? platform.edit(message, target.remoteId ?? "")
    : platform.post(message));
  const next = after(attempt, outcome, clock.now());
  // First the notice, which is added once, then the end: a crash in between tells too much rather than nothing.
  if (next.status === "failed" && outcome.kind === "refused") await tellOfLoss(row, outcome.reason, delivering);
  await store.markOutbox(row.key, next);
  if (outcome.kind === "gone") log.warn("A message has no thread any more", { key: row.key, reason: outcome.reason });
  if (outcome.kind === "halted") {
    await halt(row.place, outcome.reason, delivering);
    return null;
  }
  if (next.status === "sent" || next.status === "failed") return "done";
  return next.status === "sending" ? Math.max(next.notBefore, attempt.sendingAt + platform.graceMs) : next.notBefore;
}

function after(row: OutboxRow, outcome: PostOutcome, now: number): OutboxRow {
  switch (outcome.kind) {
    case "sent":
      return { ...row, status: "sent", remoteId: outcome.remoteId, failure: null };
    case "unknown":
      return { ...row, status: "sending", notBefore: now + patienceMs(row.attempts), failure: outcome.reason };
    case "later":
      return {
        ...row,
        status: "pending",
        // Platforms name fractions of a millisecond too.
        notBefore: now + Math.ceil(Math.max(outcome.waitMs, patienceMs(row.attempts))),
        failure: outcome.reason,
      };
    case "halted":
      return { ...row, status: "pending", failure: outcome.reason };
    case "gone":
      return { ...row, status: "failed", failure: outcome.reason };
    case "refused": {
      const refusals = row.refusals + 1;
      return {
        ...row,
        refusals,
        status: refusals >= (row.act.kind === "edit" ? editRefusalsMax : refusalsMax) ? "failed" : "pending",
        notBefore: now + retryFirstMs * 2 ** refusals,
        failure: outcome.reason,
      };
    }
  }
}

/** The first tries follow at once; a platform that stays down is asked less and less often. */
const patienceMs = (attempts: number): number =>
  attempts <= triesAtOnce ? 0 : Math.min(patienceMsMax, retryFirstMs * 2 ** (attempts - triesAtOnce - 1));
