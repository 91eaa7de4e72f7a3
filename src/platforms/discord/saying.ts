/** Answers as messages of their own: in a thread, below a message, or to one person alone. */
import { setTimeout as sleep } from "node:timers/promises";
import { Routes } from "discord.js";
import { type Document, paragraph, text } from "../../core/post/post.ts";
import type { Answer } from "../../ports.ts";
import { nonceOf } from "./mark.ts";
import { type Failure, failureOf } from "./outcome.ts";
import { render } from "./render.ts";
import { fit } from "./split.ts";
import type { Wire } from "./wire.ts";

/** Messages of one answer; nobody reads more of them in a chat. */
export const answerMessagesMax = 6;

/** The messages of an answer. One that would be too many says so. */
export function messagesOf({ post }: Answer): readonly Document[] {
  const all = [post.root, ...post.thread].flatMap(fit);
  if (all.length <= answerMessagesMax) return all;
  const left = all.length - (answerMessagesMax - 1);
  const note = paragraph(
    text(`${left} more ${left === 1 ? "message is" : "messages are"} left out here. Ask for less at once.`),
  );
  return [...all.slice(0, answerMessagesMax - 1), [note]];
}

/** How often a message of an answer is tried, and the longest wait before another try: a person is waiting. */
const triesMax = 3;
const retryWaitMsMax = 30_000;
/** The wait after a try whose end nobody saw. */
const doubtWaitMs = 2_000;

type Wait = (ms: number) => Promise<unknown>;
const unhurried: Wait = (ms) => sleep(ms, undefined, { ref: false });

/** `key` makes the nonces; `below` is the message that is answered. Throws what the last try throws. */
export async function say(
  wire: Wire,
  channel: string,
  documents: readonly Document[],
  { key, below }: { readonly key: string; readonly below: string | null },
  wait = unhurried,
): Promise<void> {
  for (const [part, document] of documents.entries()) {
    const isFirst = part === 0 && below !== null;
    const body = {
      ...render(document, null),
      ...(isFirst ? { message_reference: { message_id: below, fail_if_not_exists: false } } : {}),
      nonce: nonceOf(`${key}|${part}`),
      enforce_nonce: true,
    };
    await insist(() => wire.rest.post(Routes.channelMessages(channel), { body, signal: wire.deadline() }), wait);
  }
}

/** With its nonce a message may be tried again within minutes, also when it may have arrived. */
async function insist(attempt: () => Promise<unknown>, wait: Wait): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      const waitMs = waitAfter(failureOf(error));
      if (tried === triesMax || waitMs > retryWaitMsMax) throw error;
      await wait(waitMs);
    }
  }
}

function waitAfter(failure: Failure): number {
  if (failure.kind === "later") return failure.waitMs;
  return failure.kind === "unknown" ? doubtWaitMs : Number.POSITIVE_INFINITY;
}

/** The channel of direct messages with a person. */
export async function directChannel({ rest, deadline }: Wire, person: string): Promise<string> {
  const made = await rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal: deadline() });
  return (made as { readonly id: string }).id;
}
