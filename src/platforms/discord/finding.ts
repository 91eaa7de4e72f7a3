/**
 * Looks whether a message arrived whose end nobody saw: our own newest messages are read back, and each carries the
 * mark of its key.
 */
import { Routes } from "discord.js";
import type { Platform } from "../../ports.ts";
import type { Failure } from "../insist.ts";
import type { Channels } from "./channels.ts";
import type { ForumPosts } from "./forum-posts.ts";
import { limits } from "./limits.ts";
import { markOf } from "./mark.ts";
import { codes, failureOf, isCode, lacking } from "./outcome.ts";
import { replyId, type Spot, spotOf } from "./place.ts";
import { carries, footersOf, isBefore, type Told } from "./read-back.ts";
import { readHistory } from "./rights.ts";
import { type ChannelTold, get, openStandings, rightsAt } from "./standing.ts";
import type { Wire } from "./wire.ts";

/** Pages of messages that are read back at most; in a busier channel nobody can tell. */
const pagesMax = 5;

type Find = Platform["find"];
type Wanted = Parameters<Find>[0];
type Found = Awaited<ReturnType<Find>>;

/** `lacks` names a right that is missing in a channel, where that is known. */
export type FindingSetup = {
  readonly wire: Wire;
  readonly channels: Channels;
  readonly posts: ForumPosts;
  readonly lacks: (channel: string) => string | null;
};

const absent: Found = { kind: "absent" };

export function openFinding(setup: FindingSetup): Find {
  const { wire, lacks } = setup;
  return async (wanted) => {
    const spot = spotOf(wanted.place);
    if (spot === null) return absent;
    const shut = wire.shut();
    if (shut) return unanswered(shut);
    const right = lacks(spot.channel);
    // Without the right to read, Discord shows an empty channel: that would look as if nothing had arrived.
    if (right !== null) return { kind: "halted", reason: lacking(right) };
    try {
      return await look(setup, spot, wanted);
    } catch (error) {
      // A thread that was never opened holds nothing.
      return isCode(error, codes.unknownChannel) ? absent : unanswered(failureOf(error));
    }
  };
}

async function look({ wire, channels, posts }: FindingSetup, spot: Spot, wanted: Wanted): Promise<Found> {
  const signal = wire.deadline();
  const { kind } = await channels(spot.channel, signal);
  if (wanted.inThreadOf === null && kind === "forum")
    return posts.find(spot, { mark: markOf(wanted.key), since: wanted.since }, signal);
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
    const mine = told.find((one) => carries(footersOf(one, me), mark));
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

/** Without the right to read, Discord shows nothing at all: then nothing is known, whatever the gateway told so far. */
async function ofNothing({ rest, me }: Wire, { guild, channel }: Spot, signal: AbortSignal): Promise<Found> {
  if (guild === null) return absent;
  const asking = { rest, signal, me: await me() };
  const told = await get<ChannelTold>(rest, Routes.channel(channel), signal);
  const has = await rightsAt(told, guild, asking, openStandings(asking));
  return (has & readHistory.bit) === 0n ? { kind: "halted", reason: lacking(readHistory.name) } : absent;
}
