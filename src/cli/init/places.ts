/** Places as people name them: as Parley does, or by the link that a chat copies. Pure. */
import { placeOf as discordPlace, spotOf } from "../../platforms/discord/place.ts";
import { readPlace, placeOf as slackPlace } from "../../platforms/slack/place.ts";

const links: readonly (readonly [RegExp, (group: string, channel: string) => string])[] = [
  [
    /^https:\/\/(?:[a-z]+\.)?discord\.com\/channels\/(\d{1,20})\/(\d{1,20})/,
    (guild, channel) => discordPlace({ guild, channel }),
  ],
  [/^https:\/\/app\.slack\.com\/client\/([A-Z0-9]+)\/([A-Z0-9]+)/, slackPlace],
];

/** Null for what is no place. */
export function placeFrom(typed: string): string | null {
  const text = typed.trim();
  if (/^terminal:?$/.test(text)) return "terminal:";
  if (spotOf(text) || readPlace(text)) return text;
  for (const [pattern, placeOf] of links) {
    const [, group, channel] = pattern.exec(text) ?? [];
    if (group && channel) return placeOf(group, channel);
  }
  return null;
}

export const placeForms =
  'Write "terminal:", "discord:SERVER/CHANNEL", "slack:TEAM/CHANNEL", or the link to the channel that the chat copies.';
