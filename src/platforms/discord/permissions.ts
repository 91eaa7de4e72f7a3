/** Rights in a channel, as far as the gateway told: what Parley lacks there, and whether a member manages it. */
import { type Client, type GuildBasedChannel, PermissionsBitField } from "discord.js";
import { mayManage } from "./heard.ts";
import { rights } from "./rights.ts";

const channelOf = (client: Client | null, id: string): GuildBasedChannel | null => {
  const channel = client?.isReady() ? client.channels.cache.get(id) : undefined;
  return channel && !channel.isDMBased() ? channel : null;
};

/** The name of a right that is missing; null when none is, or when that is not known. */
export function lackOf(client: Client | null, id: string): string | null {
  const channel = channelOf(client, id);
  const me = channel?.guild.members.me;
  const has = me ? channel.permissionsFor(me) : null;
  return has ? (rights.find(({ bit }) => !has.has(new PermissionsBitField(bit)))?.name ?? null) : null;
}

/** Asked at each call, because rights change. */
export async function isManagedBy(client: Client | null, id: string, person: string): Promise<boolean> {
  const channel = channelOf(client, id);
  if (channel === null) return false;
  const member = await channel.guild.members.fetch({ user: person, force: true });
  return mayManage(String(channel.permissionsFor(member).bitfield));
}
