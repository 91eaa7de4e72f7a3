/** What Parley asks for on Discord, and why: the least it can work with. The invite link is made from this table. */

/** Bits of https://docs.discord.com/developers/topics/permissions. */
export const rights = [
  { name: "View Channels", bit: 1n << 10n, why: "to see the channel that it posts to" },
  { name: "Send Messages", bit: 1n << 11n, why: "to post digests, and posts in forum channels" },
  { name: "Embed Links", bit: 1n << 14n, why: "to post digests with links that open no previews" },
  {
    name: "Read Message History",
    bit: 1n << 16n,
    why: "to answer replies, and to look after a fault whether a message arrived, so that it is not posted twice",
  },
  { name: "Create Public Threads", bit: 1n << 35n, why: "to open a digest's thread with its quotes and sources" },
  { name: "Send Messages in Threads", bit: 1n << 38n, why: "to post quotes, sources and answers there" },
] as const;

export const scopes = [
  { name: "bot", why: "to be a member that can post" },
  { name: "applications.commands", why: "to offer /talks and “Ask about this”" },
] as const;

/** What Parley does not ask for, because people look for it. */
export const withoutRights = [
  {
    name: "Message Content",
    why: "it reads only what is addressed to it: mentions, replies with the ping, direct messages",
  },
  { name: "Manage anything, Mention Everyone, Administrator", why: "it changes nothing and pings nobody" },
] as const;

/** Without it Discord shows a channel as if it were empty. */
export const readHistory = rights[3];

/** One number with all the rights. */
export const permissions: bigint = rights.reduce((sum, { bit }) => sum | bit, 0n);

/** The link with which an administrator lets Parley in. */
export function inviteLink(applicationId: string): string {
  const link = new URL("https://discord.com/oauth2/authorize");
  link.searchParams.set("client_id", applicationId);
  link.searchParams.set("scope", scopes.map(({ name }) => name).join(" "));
  link.searchParams.set("permissions", String(permissions));
  return link.href;
}
