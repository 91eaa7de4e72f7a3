/**
 * Looks whether a message arrived, by the id that was posted with it. Where Slack lets nobody read a thread, the root's
 * count of replies settles it when only we wrote there.
 */
import type { Platform } from "../../ports.ts";
import type { Called, Page, Seen } from "./calls.ts";
import { isWhole } from "./halved.ts";
import { historyPagesMax, searchPagesMax, threadPagesMax } from "./limits.ts";
import { type Memory, threadName } from "./memory.ts";
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

/** Between two turns of a long search. */
const goOnMs = 1_000;
/** A look changes nothing; the pipeline looks less often the longer a doubt lasts. */
const lookAgainMs = 5_000;

export async function findMessage(looked: Looked, posting: Posting): Promise<Found> {
  const at = await openPlace(looked.place, posting.workspaces);
  if (at.kind !== "open") return notNow(at);
  return looked.inThreadOf === null ? findRoot(looked, at, posting) : findReply(looked, looked.inThreadOf, at, posting);
}

async function findRoot({ key, since }: Looked, at: Open, posting: Posting): Promise<Found> {
  const { calls, memory } = posting;
  const parts = new Map<string, string>();
  // A search that was put off goes on where it was, however few messages Slack gives at a time.
  let { cursor, pages } = memory.searches.get(key) ?? { cursor: null, pages: 0 };
  if (pages >= searchPagesMax) return untold(key, memory, "Too much was written in the channel since.");
  let oldest: Seen | undefined;
  for (let page = 0; page < historyPagesMax; page += 1) {
    const called = await calls.history(at.workspace, at.channel, cursor === null ? {} : { cursor });
    if (called.kind === "failed") return notNow(called.failure);
    collect(called.value.messages, key, parts);
    cursor = called.value.cursor;
    oldest = called.value.messages.at(-1);
    if (parts.size > 0 || cursor === null) return rootOf(key, parts, at, posting);
    pages += 1;
    memory.searches.set(key, { cursor, pages });
  }
  if (isBefore(oldest, since)) return rootOf(key, parts, at, posting);
  return { kind: "later", waitMs: goOnMs, reason: "The channel's history is long; the search goes on." };
}

/** Our clock is trusted this far. */
const skewMs = 4 * 3_600_000;
/** Whether a message was written before the attempt: what is older cannot be the one that is looked for. */
const isBefore = (message: Seen | undefined, since: number): boolean =>
  message !== undefined && Number(message.ts) * 1_000 < since - skewMs;

/** The parts of a message that was cut are replies to its first one. */
async function rootOf(key: string, parts: Map<string, string>, at: Open, posting: Posting): Promise<Found> {
  posting.memory.searches.delete(key);
  const [first] = parts.values();
  if (first === undefined || isWhole(new Set(parts.keys()))) return settled(key, parts, posting);
  const rest = await readThread(first, at, posting);
  if (rest.kind === "failed") return notNow(rest.failure);
  collect(rest.value, key, parts);
  return settled(key, parts, posting);
}

function untold(key: string, memory: Memory, reason: string): Found {
  memory.searches.delete(key);
  return { kind: "unreadable", reason };
}

async function findReply({ key }: Looked, thread: string, at: Open, posting: Posting): Promise<Found> {
  const read = await readThread(thread, at, posting);
  if (read.kind === "failed")
    return unreadableThread.has(read.word) ? byCount(key, thread, at, posting) : notNow(read.failure);
  const parts = new Map<string, string>();
  collect(read.value, key, parts);
  // What was not read may hold the message: a thread is read from its beginning.
  if (parts.size === 0 && !read.isAll) return byCount(key, thread, at, posting);
  return settled(key, parts, posting);
}

/** `isAll` is false where a thread is too long to be read to its end. */
type Read = { readonly kind: "done"; readonly value: readonly Seen[]; readonly isAll: boolean } | Failed;

async function readThread(thread: string, at: Open, { calls }: Posting): Promise<Read> {
  const messages: Seen[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < threadPagesMax; page += 1) {
    const called = await calls.replies(at.workspace, at.channel, thread, cursor);
    // Without its root there is no thread, and so no reply.
    if (called.kind === "failed")
      return called.word === "thread_not_found" ? { kind: "done", value: [], isAll: true } : called;
    messages.push(...called.value.messages);
    if (called.value.cursor === null) return { kind: "done", value: messages, isAll: true };
    cursor = called.value.cursor;
  }
  return { kind: "done", value: messages, isAll: false };
}

function collect(messages: readonly Seen[], key: string, parts: Map<string, string>): void {
  for (const one of messages) if (one.outboxId === key && !parts.has(one.way)) parts.set(one.way, one.ts);
}

/** What arrived in part is remembered, so that only the rest is posted. */
function settled(key: string, parts: ReadonlyMap<string, string>, { memory }: Posting): Found {
  if (parts.size === 0) return { kind: "absent" };
  if (isWhole(new Set(parts.keys()))) return { kind: "found", remoteId: parts.get([...parts.keys()].sort()[0]!)! };
  memory.parts.set(key, parts);
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
      memory.newest.set(name, latest);
      return { kind: "found", remoteId: latest };
    }
  }
  return untold(key, memory, "The thread cannot be read to its end, and others may have written in it.");
}

/** Nothing is known of the message now; a place that nobody may read waits for somebody to mend it. */
function notNow(failure: Failed["failure"]): Found {
  switch (failure.kind) {
    case "later":
      return failure;
    case "halted":
    case "refused":
    case "gone":
      return { kind: "halted", reason: failure.reason };
    case "unknown":
      return { kind: "later", waitMs: lookAgainMs, reason: failure.reason };
  }
}
