/** The names of places, `slack:TEAM/CHANNEL`. */
import type { PlaceName } from "../../ports.ts";

export type SlackPlace = { readonly team: string; readonly channel: string };

export const placeOf = (team: string, channel: string): PlaceName => `slack:${team}/${channel}`;

/** Null for a name that is not one. */
export function readPlace(place: PlaceName): SlackPlace | null {
  const [, team, channel] = /^slack:([A-Z0-9]{2,30})\/([A-Z0-9]{2,30})$/.exec(place) ?? [];
  return team && channel ? { team, channel } : null;
}

/** A conversation between the bot and one person. */
export const isDirect = (channel: string): boolean => channel.startsWith("D");
