/** Answers as messages of their own: in a thread, below a message, or to one person alone. */
import { Routes } from "discord.js";
import { type Document, paragraph, text } from "../../core/post/post.ts";
import type { Answer } from "../../ports.ts";
import { type Failure, insist } from "../insist.ts";
import { nonceOf } from "./mark.ts";
import { failureOf } from "./outcome.ts";
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

/** The wait after a try whose end nobody saw. */
const doubtWaitMs = 2_000;

/** `begun` when some of the messages were said, or may have been: then nothing is said in another way. */
export type Said = { readonly kind: "said" } | { readonly kind: "unsaid" | "begun"; readonly failure: Failure };

/** `key` makes the nonces; `below` is the message that is answered. */
export async function say(
  wire: Wire,
  channel: string,
  documents: readonly Document[],
  { key, below }: { readonly key: string; readonly below: string | null },
  wait?: (ms: number) => Promise<unknown>,
): Promise<Said> {
  for (const [part, document] of documents.entries()) {
    const isFirst = part === 0 && below !== null;
    const body = {
      ...render(document, null),
      ...(isFirst ? { message_reference: { message_id: below, fail_if_not_exists: false } } : {}),
      nonce: nonceOf(`${key}|${part}`),
      enforce_nonce: true,
    };
    const post = () => wire.rest.post(Routes.channelMessages(channel), { body, signal: wire.deadline() });
    const failure = await insist(
      () =>
        post().then(
          () => null,
          (error: unknown) => failureOf(error),
        ),
      wait ? { waitAfter, wait } : { waitAfter },
    );
    if (failure) return { kind: part === 0 && failure.kind !== "unknown" ? "unsaid" : "begun", failure };
  }
  return { kind: "said" };
}

/** With its nonce a message may be tried again within minutes, also when it may have arrived. */
function waitAfter(failure: Failure): number | null {
  if (failure.kind === "later") return failure.waitMs;
  return failure.kind === "unknown" ? doubtWaitMs : null;
}

/** The channel of direct messages with a person. */
export async function directChannel({ rest, deadline }: Wire, person: string): Promise<string> {
  const made = await rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal: deadline() });
  return (made as { readonly id: string }).id;
}
