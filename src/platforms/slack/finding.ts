/**
 * Looks whether a message arrived, by the id that was posted with it. Where Slack lets nobody read a thread, the root's
 * count of replies settles it when only we wrote there.
 */
import type { Platform } from "../../ports.ts";
import type { Called, Page, Seen } from "./calls.ts";
import { isWhole } from "./halved.ts";
import { historyPagesMax } from "./limits.ts";
import { remember, threadName } from "./memory.ts";
import { laterMs } from "./outcome.ts";
import { type Open, openPlace, type Posting } from "./posting.ts";

type Found = Awaited<ReturnType<Platform["find"]>>;
type Looked = Parameters<Platform["find"]>[0];
type Failed = Extract<Called<Page>, { kind: "failed" }>;

/** Slack's words for a bot that may not read threads, whatever its scopes (https://docs.slack.dev/reference/methods/conversations.replies). */
const unreadableThread = new Set([
  "missing_scope",
  "not_allowed_token_type",
  "no_permission",
  "access_denied",
  "method_not_supported_for_channel_type",
]);

export async function findMessage(looked: Looked, posting: Posting): Promise<Found> {
  const at = await openPlace(looked.place, posting.workspaces);
  if (at.kind !== "open") return notNow(at);
  return looked.inThreadOf === null ? findRoot(looked, at, posting) : findReply(looked, looked.inThreadOf, at, posting);
}

async function findRoot({ key }: Looked, at: Open, posting: Posting): Promise<Found> {
  const { calls, memory } = posting;
  const parts = new Map<string, string>();
  let cursor = memory.cursors.get(key);
  for (let page = 0; page < historyPagesMax; page += 1) {
    const called = await calls.history(at.workspace, at.channel, cursor === undefined ? {} : { cursor });
    if (called.kind === "failed") {
      // A search that was put off goes on where it was, however few messages Slack gives at a time.
      if (cursor !== undefined) remember(memory.cursors, key, cursor);
      return notNow(called.failure);
    }
    collect(called.value.messages, key, parts);
    if (parts.size > 0 || called.value.cursor === null) break;
    cursor = called.value.cursor;
  }
  memory.cursors.delete(key);
  const [first] = parts.values();
  if (first === undefined || isWhole(new Set(parts.keys()))) return settled(key, parts, posting);
  const rest = await readThread(first, at, posting);
  if (rest.kind === "failed") return notNow(rest.failure);
  collect(rest.value, key, parts);
  return settled(key, parts, posting);
}

async function findReply({ key }: Looked, thread: string, at: Open, posting: Posting): Promise<Found> {
  const read = await readThread(thread, at, posting);
  if (read.kind === "failed")
    return unreadableThread.has(read.word) ? byCount(key, thread, at, posting) : notNow(read.failure);
  const parts = new Map<string, string>();
  collect(read.value, key, parts);
  return settled(key, parts, posting);
}

type Read = { readonly kind: "done"; readonly value: readonly Seen[] } | Failed;

async function readThread(thread: string, at: Open, { calls }: Posting): Promise<Read> {
  const messages: Seen[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < historyPagesMax; page += 1) {
    const called = await calls.replies(at.workspace, at.channel, thread, cursor);
    // Without its root there is no thread, and so no reply.
    if (called.kind === "failed") return called.word === "thread_not_found" ? { kind: "done", value: [] } : called;
    messages.push(...called.value.messages);
    if (called.value.cursor === null) break;
    cursor = called.value.cursor;
  }
  return { kind: "done", value: messages };
}

function collect(messages: readonly Seen[], key: string, parts: Map<string, string>): void {
  for (const one of messages) if (one.outboxId === key && !parts.has(one.way)) parts.set(one.way, one.ts);
}

/** What arrived in part is remembered, so that only the rest is posted. */
function settled(key: string, parts: ReadonlyMap<string, string>, { memory }: Posting): Found {
  if (parts.size === 0) return { kind: "absent" };
  if (isWhole(new Set(parts.keys()))) return { kind: "found", remoteId: parts.get([...parts.keys()].sort()[0]!)! };
  remember(memory.parts, key, parts);
  return { kind: "absent" };
}

/** Told by the root's newest reply, as long as nothing else that we know of was said since the attempt. */
async function byCount(key: string, thread: string, at: Open, posting: Posting): Promise<Found> {
  const { memory, calls } = posting;
  const called = await calls.history(at.workspace, at.channel, { only: thread });
  if (called.kind === "failed") return notNow(called.failure);
  const root = called.value.messages.find(({ ts }) => ts === thread);
  if (root?.replies === 0) return { kind: "absent" };
  const latest = root?.latestReply ?? "";
  const before = memory.before.get(key) ?? null;
  const name = threadName(at.channel, thread);
  if (before !== null && memory.newest.get(name) === before) {
    if (latest === before) return { kind: "absent" };
    const isAlone = root?.replyUsers.every((user) => user === at.workspace.botUser);
    if (isAlone && Number(latest) > Number(before)) {
      remember(memory.newest, name, latest);
      return { kind: "found", remoteId: latest };
    }
  }
  remember(memory.doubted, key, true);
  return { kind: "unreadable", reason: "Slack does not let this app read its threads, and others wrote in this one." };
}

/** Nothing is known of the message now; a place that nobody may read waits for somebody to mend it. */
function notNow(failure: Failed["failure"]): Found {
  switch (failure.kind) {
    case "later":
      return failure;
    case "halted":
    case "refused":
      return { kind: "halted", reason: failure.reason };
    case "unknown":
      return { kind: "later", waitMs: laterMs, reason: failure.reason };
  }
}
