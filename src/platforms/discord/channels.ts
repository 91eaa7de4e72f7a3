/** What kind of channel a channel is, asked once and remembered: it decides how a message is posted there. */
import { ChannelFlags, ChannelType, Routes } from "discord.js";
import { bounded } from "../bounded.ts";
import type { Wire } from "./wire.ts";

const channelsMax = 500;

/** `tag` is one that a forum asks for. */
export type Channel = {
  readonly kind: "messages" | "forum" | "direct" | "thread" | "closed";
  readonly guild: string | null;
  /** The channel of a thread. */
  readonly parent: string | null;
  readonly tag: string | null;
};

export type Channels = (id: string, signal: AbortSignal) => Promise<Channel>;

type Told = {
  readonly type: ChannelType;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly flags?: number;
  readonly available_tags?: readonly { readonly id: string; readonly moderated: boolean }[];
};

const kinds: Readonly<Partial<Record<ChannelType, Channel["kind"]>>> = {
  [ChannelType.GuildText]: "messages",
  [ChannelType.GuildAnnouncement]: "messages",
  [ChannelType.GuildForum]: "forum",
  [ChannelType.GuildMedia]: "forum",
  [ChannelType.DM]: "direct",
  [ChannelType.PublicThread]: "thread",
  [ChannelType.PrivateThread]: "thread",
  [ChannelType.AnnouncementThread]: "thread",
};

export function openChannels({ rest }: Wire): Channels {
  const known = bounded<string, Channel>(channelsMax);
  return async (id, signal) => {
    const remembered = known.get(id);
    if (remembered) return remembered;
    const channel = channelOf((await rest.get(Routes.channel(id), { signal })) as Told);
    // What may be mended by hand is asked for again, and so are the tags of a forum.
    if (channel.kind !== "closed" && channel.kind !== "forum") known.set(id, channel);
    return channel;
  };
}

export function channelOf(told: Told): Channel {
  const asksForTag = ((told.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  const tag = told.available_tags?.find(({ moderated }) => !moderated)?.id ?? null;
  return {
    kind: kinds[told.type] ?? "closed",
    guild: told.guild_id ?? null,
    parent: told.parent_id ?? null,
    tag: asksForTag ? tag : null,
  };
}
