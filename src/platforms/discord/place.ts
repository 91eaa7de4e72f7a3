/** Places as Parley names them, and where on Discord they are. */

/** `guild` is null for a direct message. */
export type Spot = { readonly guild: string | null; readonly channel: string };

export const placeOf = ({ guild, channel }: Spot): string => `discord:${guild ?? "@me"}/${channel}`;

/** Null for what is no place on Discord. */
export function spotOf(place: string): Spot | null {
  const [, guild, channel] = /^discord:(@me|\d{1,20})\/(\d{1,20})$/.exec(place) ?? [];
  if (guild === undefined || channel === undefined) return null;
  return { guild: guild === "@me" ? null : guild, channel };
}

/** A message below a root is named with its thread, because Discord finds a message only in its channel. */
export const replyId = (thread: string, message: string): string => `${thread}/${message}`;

/** The channel and the message of a remote id; a root stands in the place's own channel, which the caller knows. */
export function splitId(remoteId: string): { readonly thread: string | null; readonly message: string } {
  const [first = "", second] = remoteId.split("/");
  return second === undefined ? { thread: null, message: first } : { thread: first, message: second };
}
