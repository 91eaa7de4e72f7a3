/** Posts and edits messages, one attempt each. What to do about an attempt that failed is decided elsewhere. */
import { createHash } from "node:crypto";
import type { Clock, Message, PostOutcome } from "../../ports.ts";
import { worded } from "../again.ts";
import type { Called, Calls } from "./calls.ts";
import { cutPart, nextPart, type Part } from "./halved.ts";
import { patienceMs } from "./limits.ts";
import { type Memory, threadName } from "./memory.ts";
import { readPlace } from "./place.ts";
import type { Workspace, Workspaces } from "./workspaces.ts";

export type Posting = {
  readonly workspaces: Workspaces;
  readonly calls: Calls;
  readonly memory: Memory;
  readonly clock: Clock;
};

/** Slack's words for a message that is too long, whatever it is made of. */
const tooLong = new Set(["msg_blocks_too_long", "msg_too_long"]);
/** Slack's words for a message that is not there any more: nothing is left to correct. */
const gone = new Set(["message_not_found", "thread_not_found"]);

export async function postMessage(message: Message, posting: Posting): Promise<PostOutcome> {
  const at = await openPlace(message.place, posting.workspaces);
  if (at.kind !== "open") return at;
  const { memory, clock } = posting;
  const began = clock.now();
  const arrived = new Map(memory.parts.get(message.key));
  const long = new Set<string>();
  const whole: Part = { way: "", document: worded(message) };
  for (;;) {
    const part = nextPart(whole, new Set(arrived.keys()), long);
    if (part === null) return { kind: "sent", remoteId: firstOf(arrived) };
    // The grace of the whole attempt counts from its beginning, so no part may begin late.
    const left = Math.max(0, patienceMs - Math.max(0, clock.now() - began) / 2);
    if (left === 0) return { kind: "unknown", reason: "Only a part was posted in time; the rest follows." };
    const called = await postPart(part, message, firstOf(arrived), { ...at, patience: left }, posting);
    if (called.kind === "done") arrived.set(part.way, called.value);
    else if (tooLong.has(called.word) && cutPart(part)) long.add(part.way);
    else return outcomeOf(called, arrived.size > 0);
  }
}

/** A part of it is there: the rest must be looked for before it is posted. */
function outcomeOf({ failure }: Extract<Called<string>, { kind: "failed" }>, isBegun: boolean): PostOutcome {
  return isBegun ? { kind: "unknown", reason: `Only a part was posted. ${failure.reason}` } : failure;
}

type At = { readonly workspace: Workspace; readonly channel: string };
/** How long a part may wait for each of its two turns. */
type Turn = At & { readonly patience: number };

async function postPart(
  { way, document }: Part,
  message: Message,
  first: string,
  { workspace, channel, patience }: Turn,
  { calls, memory }: Posting,
): Promise<Called<string>> {
  const thread = message.inThreadOf ?? (first === "" ? null : first);
  const inThread = thread === null ? null : threadName(channel, thread);
  memory.before.set(message.key, inThread === null ? null : (memory.newest.get(inThread) ?? null));
  const seed = seedOf(message.key, way);
  const called = await calls.post(workspace, { channel, document, seed, thread, outboxId: message.key, way }, patience);
  if (called.kind === "done") memory.newest.set(threadName(channel, thread ?? called.value), called.value);
  return called;
}

/** The first part in reading order carries the message's id. */
const firstOf = (arrived: ReadonlyMap<string, string>): string =>
  arrived.get([...arrived.keys()].sort()[0] ?? "") ?? "";

/** New for each row of the outbox, and the same when a row is tried again. */
const seedOf = (key: string, way = ""): string =>
  createHash("sha256").update(`${key}|${way}`).digest("hex").slice(0, 16);

export async function editMessage(message: Message, remoteId: string, posting: Posting): Promise<PostOutcome> {
  const at = await openPlace(message.place, posting.workspaces);
  if (at.kind !== "open") return at;
  const { workspace, channel } = at;
  const said = { channel, ts: remoteId, document: message.document, seed: seedOf(message.key) };
  const called = await posting.calls.update(workspace, said);
  if (called.kind === "done" || gone.has(called.word)) return { kind: "sent", remoteId };
  return called.failure;
}

export type Open = At & { readonly kind: "open" };

export async function openPlace(
  place: string,
  workspaces: Workspaces,
): Promise<Open | Exclude<PostOutcome, { kind: "sent" }>> {
  const read = readPlace(place);
  if (!read)
    return {
      kind: "halted",
      reason: `"${place}" names no channel of Slack. Write it as slack:TEAM/CHANNEL, by their ids.`,
    };
  const opening = await workspaces.of(read.team);
  return opening.kind === "open" ? { kind: "open", workspace: opening.workspace, channel: read.channel } : opening;
}
