/**
 * Posts and corrects messages. A message in a channel carries a nonce that Discord remembers for some minutes; a post
 * in a forum cannot, so it is never tried again before somebody looked for it.
 */
import { Routes } from "discord.js";
import type { Message, PostOutcome } from "../../ports.ts";
import { worded } from "../again.ts";
import type { Failure } from "../insist.ts";
import type { Channel, Channels } from "./channels.ts";
import type { ForumPosts } from "./forum-posts.ts";
import { limits } from "./limits.ts";
import { markOf, nonceOf } from "./mark.ts";
import { codes, failureOf, harmless, isCode, lacking } from "./outcome.ts";
import { replyId, type Spot, splitId, spotOf } from "./place.ts";
import { render } from "./render.ts";
import { archiveAfterMinutes, type Threads } from "./threads.ts";
import type { Wire } from "./wire.ts";

const editWaitMaxMs = 10 * 60_000;

export type Posting = {
  post(message: Message): Promise<PostOutcome>;
  edit(message: Message, remoteId: string): Promise<PostOutcome>;
};

/** `lacks` names a right that is missing in a channel, where that is known. */
export type PostingSetup = {
  readonly wire: Wire;
  readonly channels: Channels;
  readonly threads: Threads;
  readonly posts: ForumPosts;
  readonly lacks: (channel: string) => string | null;
};

export function openPosting({ wire, channels, threads, posts, lacks }: PostingSetup): Posting {
  return {
    post: (given) => {
      const message = { ...given, document: worded(given) };
      return at(message, { wire, channels, lacks }, async (spot, channel, signal) => {
        if (message.inThreadOf === null)
          return channel.kind === "forum"
            ? startPost({ wire, posts }, spot, channel, message, signal)
            : create(wire, spot.channel, message, signal, null);
        if (channel.kind === "direct") return create(wire, spot.channel, message, signal, message.inThreadOf);
        const missing =
          channel.kind === "forum" ? null : await threads(spot.channel, message.inThreadOf, nameOf(message), signal);
        return missing ?? create(wire, message.inThreadOf, message, signal, null);
      });
    },
    edit: (message, remoteId) =>
      at(message, { wire, channels, lacks: () => null }, async (spot, channel, signal) => {
        const { thread, message: id } = splitId(remoteId);
        const within = thread ?? (channel.kind === "forum" ? id : spot.channel);
        const body = render(message.document, markOf(message.key));
        try {
          await wire.rest.patch(Routes.channelMessage(within, id), { body, signal });
        } catch (error) {
          // A message that somebody deleted tells nothing wrong any more.
          if (!isCode(error, codes.unknownMessage)) return impatient(failureOf(error, "thread"));
        }
        return { kind: "sent", remoteId };
      }),
  };
}

/** Discord lets an old message be changed only so often; what comes after it does not wait for that. */
const impatient = (failure: Failure): Failure =>
  failure.kind === "later" && failure.waitMs > editWaitMaxMs ? { kind: "refused", reason: failure.reason } : failure;

type Asking = Pick<PostingSetup, "wire" | "channels" | "lacks">;
type Act = (spot: Spot, channel: Channel, signal: AbortSignal) => Promise<PostOutcome>;

/** Everything before the message itself, where a failure means that surely nothing was posted. */
async function at(message: Message, { wire, channels, lacks }: Asking, act: Act): Promise<PostOutcome> {
  const spot = spotOf(message.place);
  if (spot === null)
    return refused(`“${message.place}” is no place on Discord. One looks like discord:SERVER/CHANNEL.`);
  const right = lacks(spot.channel);
  const barrier = wire.shut() ?? (right === null ? null : halted(lacking(right)));
  if (barrier) return barrier;
  const signal = wire.deadline();
  let channel: Channel;
  try {
    channel = await channels(spot.channel, signal);
  } catch (error) {
    return harmless(failureOf(error));
  }
  if (channel.kind === "closed" || channel.kind === "thread")
    return halted("Parley posts to text, announcement and forum channels only. Let it follow in one of those.");
  if (channel.guild !== spot.guild) return halted("The channel belongs to another server than the place says.");
  return act(spot, channel, signal);
}

const refused = (reason: string): Failure => ({ kind: "refused", reason });
const halted = (reason: string): Failure => ({ kind: "halted", reason });

/** The same nonce at each try: within some minutes Discord answers with the message that is there already. */
async function create(
  { rest }: Wire,
  channel: string,
  message: Message,
  signal: AbortSignal,
  below: string | null,
): Promise<PostOutcome> {
  const reference = below === null ? {} : { message_reference: { message_id: below, fail_if_not_exists: false } };
  const body = {
    ...render(message.document, markOf(message.key)),
    ...reference,
    nonce: nonceOf(message.key),
    enforce_nonce: true,
  };
  const isInThread = message.inThreadOf !== null && below === null;
  try {
    const made = (await rest.post(Routes.channelMessages(channel), { body, signal })) as { readonly id: string };
    return { kind: "sent", remoteId: isInThread ? replyId(channel, made.id) : made.id };
  } catch (error) {
    return failureOf(error, isInThread ? "thread" : "place");
  }
}

/** A post in a forum is a thread with its first message, which has the thread's id. */
async function startPost(
  { wire, posts }: Pick<PostingSetup, "wire" | "posts">,
  spot: Spot,
  { tag }: Channel,
  message: Message,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const mark = markOf(message.key);
  const body = {
    name: nameOf(message),
    auto_archive_duration: archiveAfterMinutes,
    message: render(message.document, mark),
    ...(tag === null ? {} : { applied_tags: [tag] }),
  };
  try {
    const made = (await wire.rest.post(Routes.threads(spot.channel), { body, signal })) as { readonly id: string };
    posts.made(made.id, mark);
    return { kind: "sent", remoteId: made.id };
  } catch (error) {
    return failureOf(error);
  }
}

const nameOf = ({ title }: Message): string => title.trim().slice(0, limits.threadNameCharactersMax) || "Parley";
