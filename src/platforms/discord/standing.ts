/** What rights Parley has in a channel, asked by plain requests: it needs no connection, and changes nothing. */
import { type REST, Routes } from "discord.js";
import { type Overwrite, type Role, rightsIn, type Standing } from "./channel-rights.ts";

export type Asking = { readonly rest: REST; readonly signal: AbortSignal; readonly me: string };

export const get = async <T>(rest: REST, route: `/${string}`, signal: AbortSignal): Promise<T> =>
  (await rest.get(route, { signal })) as T;

/** The part of a channel that rights depend on. */
export type ChannelTold = {
  readonly type: number;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
};
type Guild = { readonly id: string; readonly owner_id: string; readonly roles: readonly Role[] };

export type Standings = (guild: string) => Promise<Standing>;

/** Several places of one server ask once. */
export function openStandings({ rest, signal, me }: Asking): Standings {
  const known = new Map<string, Promise<Standing>>();
  const ask = async (id: string): Promise<Standing> => {
    const [guild, member] = await Promise.all([
      get<Guild>(rest, Routes.guild(id), signal),
      get<{ readonly roles: readonly string[] }>(rest, Routes.guildMember(id, me), signal),
    ]);
    return { guild: id, owner: guild.owner_id, roles: guild.roles, member: { id: me, roles: member.roles } };
  };
  return (id) => {
    const standing = known.get(id) ?? ask(id);
    known.set(id, standing);
    return standing;
  };
}

const threadTypes = [10, 11, 12];

/** Bits of what Parley may do in a channel of a server; a thread has the rights of its channel. */
export async function rightsAt(
  channel: ChannelTold,
  guild: string,
  { rest, signal }: Asking,
  standings: Standings,
): Promise<bigint> {
  const isThread = threadTypes.includes(channel.type) && typeof channel.parent_id === "string";
  const around = isThread ? await get<ChannelTold>(rest, Routes.channel(channel.parent_id ?? ""), signal) : channel;
  return rightsIn(await standings(guild), around.permission_overwrites ?? []);
}
