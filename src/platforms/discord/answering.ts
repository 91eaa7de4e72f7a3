/**
 * Answers what people do on Discord. Everything is acknowledged before anything is looked up; what only one person
 * should see is shown to that person alone.
 */
import type { APIInteraction, GatewayMessageCreateDispatchData } from "discord.js";
import { Routes } from "discord.js";
import { actionOf, type Command } from "../../../commands/command.ts";
import { questionCharactersMax } from "../../../commands/talks/ask.ts";
import { type Document, paragraph, text } from "../../core/post/post.ts";
import type { Answer, Ears, Request } from "../../ports.ts";
import type { Channels } from "./channels.ts";
import { type Heard, readInteraction, type Ticket, type Where } from "./heard.ts";
import { readMessage, type Written } from "./overheard.ts";
import { placeOf, spotOf } from "./place.ts";
import { directChannel, messagesOf, type Said, say } from "./saying.ts";
import type { Threads } from "./threads.ts";
import type { Tickets } from "./tickets.ts";
import type { Wire } from "./wire.ts";

export type Answering = {
  readonly wire: Wire;
  readonly channels: Channels;
  readonly threads: Threads;
  readonly tickets: Tickets;
  readonly commands: readonly Command[];
  readonly ears: Ears;
  /** Whether a member may manage a channel. */
  readonly manages: (guild: string, channel: string, person: string) => Promise<boolean>;
};

/** Both throw what Discord answers; the caller writes it down. */
export async function answerInteraction(told: APIInteraction, parts: Answering): Promise<void> {
  const heard = readInteraction(told);
  if (heard?.kind === "form") return parts.tickets.form(heard.ticket, heard.root, questionCharactersMax);
  if (heard?.kind === "typing") return parts.tickets.choices(heard.ticket, await parts.ears.suggest(heard));
  if (heard?.kind === "run") return run(heard, parts);
}

async function run(
  { ticket, where, command, carried }: Extract<Heard, { kind: "run" }>,
  parts: Answering,
): Promise<void> {
  const { tickets, commands, ears } = parts;
  const named = command ?? commands[0]?.name ?? "";
  const chosen = commands.find(({ name }) => name === named);
  const action = chosen && actionOf(chosen, carried.action);
  const isAsked = where.isRoot && carried.action === "ask";
  const isPrivate = isAsked || action?.audience !== "everyone";
  await tickets.acknowledge(ticket, isPrivate);
  const answer = await ears.answer({
    id: `discord:${ticket.id}`,
    place: where.place,
    person: where.person,
    input: { kind: "action", command: named, ...carried },
    addressed: "directly",
    thread: where.thread,
    ...(where.pressedOn === undefined ? {} : { pressedOn: where.pressedOn }),
    manages: async () => where.manages,
  });
  if (answer === null) return tickets.withdraw(ticket);
  const documents = messagesOf(answer);
  if (answer.audience === "person" && !isPrivate) return tickets.whisper(ticket, documents);
  if (answer.audience === "room" && isAsked && (await sayInThread(ticket, where, documents, parts))) return;
  await tickets.show(ticket, documents, isPrivate);
}

/** What was asked on a digest is answered in its thread; false when surely nothing was said there. */
async function sayInThread(
  ticket: Ticket,
  where: Where,
  documents: readonly Document[],
  parts: Answering,
): Promise<boolean> {
  const { wire, threads, tickets } = parts;
  const channel = spotOf(where.place)?.channel;
  const root = where.thread;
  if (channel === undefined || root === null) return false;
  if (await threads(channel, root, "Questions", wire.deadline())) return false;
  const said = await say(wire, root, documents, { key: ticket.id, below: null });
  if (said.kind === "unsaid") return false;
  const there = said.kind === "said" ? "Answered in the thread" : "Part of the answer may be missing in the thread";
  await tickets.tell(ticket, `${there}: <#${root}>`);
  return true;
}

export async function answerMessage(told: GatewayMessageCreateDispatchData, parts: Answering): Promise<void> {
  const { wire, channels, ears } = parts;
  const written = readMessage(told, await wire.me());
  if (written === null) return;
  const { kind, parent } = await channels(written.channel, wire.deadline());
  const isThread = kind === "thread";
  if (!written.isNamed && !isThread) return;
  if (written.isNamed) await showTyping(wire, written.channel);
  const answer = await ears.answer(requestOf(written, isThread ? parent : null, parts));
  if (answer) await reply(written, answer, parts);
}

function requestOf(written: Written, parent: string | null, { manages }: Answering): Request {
  const { id, guild, channel, person, line, isNamed, repliesTo } = written;
  return {
    id: `discord:${id}`,
    place: placeOf({ guild, channel: parent ?? channel }),
    person,
    input: { kind: "line", text: line },
    addressed: isNamed ? "directly" : "overheard",
    thread: parent === null ? repliesTo : channel,
    manages: async () => guild === null || manages(guild, channel, person),
  };
}

/** It says at once that somebody is listening; when it fails, nothing is lost. */
async function showTyping({ rest, deadline }: Wire, channel: string): Promise<void> {
  await rest.post(Routes.channelTyping(channel), { signal: deadline() }).catch(() => {});
}

const unreachable =
  "The answer is for you alone, and I cannot write to you directly. Use /talks here: only you will see it.";

/** In a server a message is seen by all, so what is for one person goes to that person. */
async function reply(written: Written, answer: Answer, { wire }: Answering): Promise<void> {
  const documents = messagesOf(answer);
  const key = written.id;
  const here = async (shown: readonly Document[], name: string) =>
    heardOf(await say(wire, written.channel, shown, { key: name, below: written.id }));
  if (answer.audience === "room" || written.guild === null) return here(documents, key);
  const direct = await directChannel(wire, written.person).catch(() => null);
  const said = direct === null ? null : await say(wire, direct, documents, { key, below: null });
  if (said === null || said.kind === "unsaid") return here([[paragraph(text(unreachable))]], `${key}|unreachable`);
  heardOf(said);
}

/** Throws what kept an answer from being said whole, for whoever writes it down. */
function heardOf(said: Said): void {
  if (said.kind !== "said") throw new Error(said.failure.reason);
}
