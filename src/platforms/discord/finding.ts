/**
 * Looks whether a message arrived whose end nobody saw: our own newest messages are read back, and each carries the
 * mark of its key. A forum is looked through thread by thread, because its posts are threads.
 */
import { Routes } from "discord.js";
import type { Platform } from "../../ports.ts";
import type { Failure } from "../insist.ts";
import type { Channels } from "./channels.ts";
import { limits } from "./limits.ts";
import { markOf } from "./mark.ts";
import { codes, failureOf, isCode, lacking } from "./outcome.ts";
import { replyId, type Spot, spotOf } from "./place.ts";
import type { Wire } from "./wire.ts";

/** Pages of messages that are read back at most; in a busier channel nobody can tell. */
const pagesMax = 5;
/** Own threads of a forum that are looked into, newest first. */
const postsMax = 25;

type Find = Platform["find"];
type Wanted = Parameters<Find>[0];
type Found = Awaited<ReturnType<Find>>;

type Told = {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly embeds?: readonly { readonly footer?: { readonly text: string } }[];
};
type Thread = { readonly id: string; readonly parent_id?: string | null; readonly owner_id?: string };

const absent: Found = { kind: "absent" };

export function openFinding(wire: Wire, channels: Channels, lacks: (channel: string) => string | null): Find {
  return async (wanted) => {
    const spot = spotOf(wanted.place);
    if (spot === null) return absent;
    const shut = wire.shut();
    if (shut) return unanswered(shut);
    const right = lacks(spot.channel);
    // Without the right to read, Discord shows an empty channel: that would look as if nothing had arrived.
    if (right !== null) return { kind: "halted", reason: lacking(right) };
    try {
      return await look(wire, channels, spot, wanted);
    } catch (error) {
      // A thread that was never opened holds nothing.
      return isCode(error, codes.unknownChannel) ? absent : unanswered(failureOf(error));
    }
  };
}

async function look(wire: Wire, channels: Channels, spot: Spot, wanted: Wanted): Promise<Found> {
  const signal = wire.deadline();
  const { kind } = await channels(spot.channel, signal);
  if (wanted.inThreadOf === null && kind === "forum") return findPost(wire, spot, wanted, signal);
  const thread = kind === "direct" ? null : wanted.inThreadOf;
  return findMessage(wire, thread ?? spot.channel, thread !== null, wanted, signal);
}

const lookAgainMs = 60_000;
const later = (waitMs: number, reason: string): Found => ({ kind: "later", waitMs, reason });
const unanswered = (failure: Failure): Found =>
  failure.kind === "halted" ? failure : later(failure.kind === "later" ? failure.waitMs : lookAgainMs, failure.reason);

async function findMessage(
  wire: Wire,
  channel: string,
  isThreaded: boolean,
  { key, since }: Wanted,
  signal: AbortSignal,
): Promise<Found> {
  const [me, mark] = [await wire.me(), markOf(key)];
  let before: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(limits.messagesPerReadMax), ...(before ? { before } : {}) });
    const told = (await wire.rest.get(Routes.channelMessages(channel), { query, signal })) as readonly Told[];
    const mine = told.find((one) => carries(one, me, mark));
    if (mine) return { kind: "found", remoteId: isThreaded ? replyId(channel, mine.id) : mine.id };
    if (told.length < limits.messagesPerReadMax) return absent;
    before = told.at(-1)!.id;
  }
  // What was written before the attempt cannot be the message.
  if (before !== null && writtenAt(before) < since - skewMs) return absent;
  return { kind: "unreadable", reason: `More than ${pagesMax * limits.messagesPerReadMax} messages came after it.` };
}

/** Our clock is trusted this far. */
const skewMs = 3_600_000;
/** An id holds the time: https://docs.discord.com/developers/reference#snowflakes */
const writtenAt = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000;

const carries = ({ author, embeds = [] }: Told, me: string, mark: string): boolean =>
  author.id === me && embeds.some(({ footer }) => footer?.text.endsWith(mark) ?? false);

/** Active threads first, then those that somebody archived. */
async function findPost(wire: Wire, { guild, channel }: Spot, { key }: Wanted, signal: AbortSignal): Promise<Found> {
  const [me, mark] = [await wire.me(), markOf(key)];
  const query = new URLSearchParams({ limit: String(postsMax) });
  const archived = await wire.rest.get(Routes.channelThreads(channel, "public"), { query, signal });
  const active = await wire.rest.get(Routes.guildActiveThreads(guild ?? ""), { signal });
  const threads = [active, archived].flatMap((list) => (list as { readonly threads: readonly Thread[] }).threads);
  const own = threads
    .filter((thread) => thread.parent_id === channel && thread.owner_id === me)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  for (const { id } of own.slice(0, postsMax)) {
    try {
      const first = (await wire.rest.get(Routes.channelMessage(id, id), { signal })) as Told;
      if (carries(first, me, mark)) return { kind: "found", remoteId: id };
    } catch (error) {
      // Its first message was deleted: then it is not this one any more.
      if (!isCode(error, codes.unknownMessage)) throw error;
    }
  }
  return absent;
}
