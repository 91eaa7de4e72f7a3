/**
 * What the stand-in does otherwise than Discord, put right in its own database: a thread has the id of its message, a
 * forum post has a first message, archived threads can be listed, and a person can be written to.
 */
import type { DigitalDiscord } from "discord-digital-twin";
import { generateSnowflake } from "discord-digital-twin";
import type { Body } from "./prose.ts";

export type World = {
  /** Answers in place of the stand-in; null leaves it to the stand-in. */
  before(method: string, path: string, body: unknown): Promise<Answer | null>;
  /** The stand-in's answer, put right. */
  after(method: string, path: string, body: unknown, answer: Answer): Promise<Answer>;
  /** The id that a new thread is going to have. */
  threadId(id: string): Promise<string>;
};

export type Answer = { readonly status: number; readonly body: unknown };

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
const deferred = 5;

export function worldOf(twin: DigitalDiscord): World {
  const { prisma } = twin;
  const renamed = new Map<string, string>();
  const starterOf = async (id: string) =>
    (await prisma.channel.findUnique({ where: { id } }))?.starterMessageId ?? null;
  return {
    before: async (method, path, body) => {
      const archived = /^\/channels\/(\d+)\/threads\/archived\/public$/.exec(path)?.[1];
      if (method === "GET" && archived) {
        const threads = await prisma.channel.findMany({ where: { parentId: archived, archived: true } });
        return { status: 200, body: { threads: threads.map(threadOf), members: [], has_more: false } };
      }
      if (method !== "POST" || path !== "/users/@me/channels") return null;
      const { recipient_id } = body as { readonly recipient_id: string };
      const id = String(BigInt(recipient_id) + 1n);
      await prisma.channel.upsert({ where: { id }, create: { id, type: 1, guildId: null }, update: {} });
      return { status: 200, body: { id, type: 1, recipients: [{ id: recipient_id }] } };
    },
    after: async (method, path, body, answer) => {
      if (answer.status >= 300) return softened(method, path, answer);
      const pressed = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path)?.[1];
      // What is answered later is a new message, not the one that the button stands on.
      if (pressed && (body as { readonly type?: number }).type === deferred)
        await prisma.interactionResponse.update({ where: { interactionId: pressed }, data: { messageId: null } });
      if (method !== "POST" || !/\/threads$/.test(path)) return answer;
      const made = answer.body as { readonly id: string };
      const message = (body as Body).message;
      if (message) {
        await addFirst(twin, made.id, message);
        return { status: 201, body: { ...made, message: { id: made.id } } };
      }
      const starter = (await starterOf(made.id)) ?? made.id;
      renamed.set(made.id, starter);
      await prisma.channel.update({ where: { id: made.id }, data: { id: starter } });
      return { status: 201, body: { ...made, id: starter } };
    },
    threadId: async (id) => (await starterOf(id)) ?? renamed.get(id) ?? id,
  };
}

/** Discord takes an acknowledgement away though no message was made of it yet. */
function softened(method: string, path: string, answer: Answer): Answer {
  const isOriginal = method === "DELETE" && decodeURIComponent(path).endsWith("/messages/@original");
  return isOriginal && answer.status === 404 ? { status: 204, body: undefined } : answer;
}

type Row = { readonly id: string; readonly parentId: string | null; readonly ownerId: string | null };
const threadOf = ({ id, parentId, ownerId }: Row) => ({ id, type: 11, parent_id: parentId, owner_id: ownerId });

async function addFirst({ prisma, botUserId }: DigitalDiscord, thread: string, message: Body): Promise<void> {
  await prisma.message.create({
    data: {
      id: thread,
      channelId: thread,
      authorId: botUserId,
      content: message.content ?? "",
      embeds: JSON.stringify(message.embeds ?? []),
      components: JSON.stringify(message.components ?? []),
    },
  });
}

/** A fresh id, as Discord makes them. */
export const freshId = (): string => generateSnowflake();
