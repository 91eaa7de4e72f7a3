/**
 * Messages that people write, read at the door. Without the message-content intent Discord hands over the words of
 * direct messages, mentions and replies with the ping only; a message without words is not for us. Pure.
 */
import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";

export type Written = {
  readonly id: string;
  readonly guild: string | null;
  readonly channel: string;
  readonly person: string;
  /** Without mentions and other markup. */
  readonly line: string;
  readonly isNamed: boolean;
  /** The message of ours that this replies to. */
  readonly repliesTo: string | null;
};

export function readMessage(told: GatewayMessageCreateDispatchData, me: string): Written | null {
  const isTalk = told.type === MessageType.Default || told.type === MessageType.Reply;
  const isPerson = told.author.bot !== true && told.author.system !== true && told.webhook_id === undefined;
  if (!isTalk || !isPerson || told.author.id === me) return null;
  const line = wordsOf(told.content ?? "");
  if (line === "") return null;
  const answered = told.referenced_message;
  return {
    id: told.id,
    guild: told.guild_id ?? null,
    channel: told.channel_id,
    person: told.author.id,
    line,
    isNamed: told.guild_id === undefined || (told.mentions ?? []).some(({ id }) => id === me),
    repliesTo: answered?.author.id === me ? answered.id : null,
  };
}

/** Mentions say nothing; an emoji of a server says its name; words keep their text without the signs of markup. */
export function wordsOf(content: string): string {
  return content
    .replace(/<@[!&]?\d{1,20}>|<#\d{1,20}>|<id:\w+>/g, " ")
    .replace(/<a?:(\w{1,32}):\d{1,20}>/g, "$1")
    .replace(/<\/([\w -]{1,100}):\d{1,20}>/g, "/$1")
    .replace(/\*\*|__|~~|\|\||`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
