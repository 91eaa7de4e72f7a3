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
import { readHistory } from "./rights.ts";
import { type ChannelTold, get, openStandings, rightsAt } from "./standing.ts";
import type { Wire } from "./wire.ts";

/** Pages of messages that are read back at most; in a busier channel nobody can tell. */
const pagesMax = 5;
/** Own threads of a forum that are looked into, newest first; where there are more, nobody can tell. */
const postsMax = 100;

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
  return findMessage(wire, { ...spot, thread }, wanted, signal);
}

/** A look changes nothing; the pipeline looks less often the longer a doubt lasts. */
const lookAgainMs = 5_000;
const later = (waitMs: number, reason: string): Found => ({ kind: "later", waitMs, reason });
const unanswered = (failure: Failure): Found =>
  failure.kind === "halted" ? failure : later(failure.kind === "later" ? failure.waitMs : lookAgainMs, failure.reason);

async function findMessage(
  wire: Wire,
  spot: Spot & { readonly thread: string | null },
  { key, since }: Wanted,
  signal: AbortSignal,
): Promise<Found> {
  const channel = spot.thread ?? spot.channel;
  const [me, mark] = [await wire.me(), markOf(key)];
  let before: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(limits.messagesPerReadMax), ...(before ? { before } : {}) });
    const told = (await wire.rest.get(Routes.channelMessages(channel), { query, signal })) as readonly Told[];
    const mine = told.find((one) => carries(one, me, mark));
    if (mine) return foundAt(spot, mine.id);
    if (told.length === 0 && page === 0) return ofNothing(wire, spot, signal);
    if (told.length < limits.messagesPerReadMax) return absent;
    before = told.at(-1)!.id;
  }
  // What was written before the attempt cannot be the message.
  if (before !== null && isBefore(before, since)) return absent;
  return { kind: "unreadable", reason: `More than ${pagesMax * limits.messagesPerReadMax} messages came after it.` };
}

const foundAt = ({ thread }: { readonly thread: string | null }, id: string): Found => ({
  kind: "found",
  remoteId: thread === null ? id : replyId(thread, id),
});

/** Our clock is trusted this far. */
const skewMs = 4 * 3_600_000;
/** An id holds the time: https://docs.discord.com/developers/reference#snowflakes */
const isBefore = (id: string, since: number): boolean => Number(BigInt(id) >> 22n) + 1_420_070_400_000 < since - skewMs;

const carries = ({ author, embeds = [] }: Told, me: string, mark: string): boolean =>
  author.id === me && embeds.some(({ footer }) => footer?.text.endsWith(mark) ?? false);

/** Without the right to read, Discord shows nothing at all: then nothing is known, whatever the gateway told so far. */
async function ofNothing({ rest, me }: Wire, { guild, channel }: Spot, signal: AbortSignal): Promise<Found> {
  if (guild === null) return absent;
  const asking = { rest, signal, me: await me() };
  const told = await get<ChannelTold>(rest, Routes.channel(channel), signal);
  const has = await rightsAt(told, guild, asking, openStandings(asking));
  return (has & readHistory.bit) === 0n ? { kind: "halted", reason: lacking(readHistory.name) } : absent;
}

/** Our own threads, newest first, down to what was there before the attempt. */
async function findPost(wire: Wire, spot: Spot, { key, since }: Wanted, signal: AbortSignal): Promise<Found> {
  const [me, mark] = [await wire.me(), markOf(key)];
  const own = (await threadsOf(wire, spot, since, signal))
    .filter(({ parent_id, owner_id, id }) => parent_id === spot.channel && owner_id === me && !isBefore(id, since))
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
  return own.length <= postsMax ? absent : { kind: "unreadable", reason: `More than ${postsMax} posts came after it.` };
}

type Page = {
  readonly threads: readonly (Thread & { readonly thread_metadata?: { readonly archive_timestamp: string } })[];
  readonly has_more?: boolean;
};

/** Active threads, and those that were archived since. */
async function threadsOf(
  { rest }: Wire,
  { guild, channel }: Spot,
  since: number,
  signal: AbortSignal,
): Promise<readonly Thread[]> {
  const threads: Thread[] = [];
  let before: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(postsMax), ...(before ? { before } : {}) });
    const archived = (await rest.get(Routes.channelThreads(channel, "public"), { query, signal })) as Page;
    threads.push(...archived.threads);
    before = archived.threads.at(-1)?.thread_metadata?.archive_timestamp ?? null;
    // What was archived before the attempt was made before it.
    if (!archived.has_more || before === null || Date.parse(before) < since - skewMs) break;
  }
  const active = (await rest.get(Routes.guildActiveThreads(guild ?? ""), { signal })) as Page;
  return [...threads, ...active.threads];
}
