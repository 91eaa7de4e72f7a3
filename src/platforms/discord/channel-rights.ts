/**
 * What a member may do in a channel, reckoned as Discord does
 * (https://docs.discord.com/developers/topics/permissions#permission-overwrites). Pure; it needs no connection.
 */

export type Overwrite = { readonly id: string; readonly allow: string; readonly deny: string };
export type Role = { readonly id: string; readonly permissions: string };

export type Standing = {
  readonly guild: string;
  readonly owner: string;
  readonly roles: readonly Role[];
  readonly member: { readonly id: string; readonly roles: readonly string[] };
};

const administrator = 1n << 3n;
const everything = ~0n;

export function rightsIn({ guild, owner, roles, member }: Standing, overwrites: readonly Overwrite[]): bigint {
  if (member.id === owner) return everything;
  // Everyone's role has the id of the server itself.
  const own = roles.filter(({ id }) => id === guild || member.roles.includes(id));
  const base = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if ((base & administrator) !== 0n) return everything;
  const of = (ids: readonly string[]) => overwrites.filter(({ id }) => ids.includes(id));
  return [of([guild]), of(member.roles), of([member.id])].reduce(overwrite, base);
}

/** Within one step, what is allowed wins over what is denied. */
function overwrite(rights: bigint, step: readonly Overwrite[]): bigint {
  const denied = step.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = step.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (rights & ~denied) | allowed;
}
