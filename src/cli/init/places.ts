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

const forms =
  'Write "terminal:", "discord:SERVER/CHANNEL", "slack:TEAM/CHANNEL", the link that Discord copies, or the address that a browser shows for the channel in Slack.';

/** The link that Slack copies names the workspace by a word that says nothing of its id. */
const copiedInSlack = /^https:\/\/[\w-]+\.slack\.com\/archives\/[A-Z0-9]+/;

/** What is wrong with what was typed, without repeating it; null when all of it is places. */
export function placeProblem(typed: readonly string[]): string | null {
  const wrong = typed.filter((one) => placeFrom(one) === null);
  if (wrong.length === 0) return null;
  return wrong.some((one) => copiedInSlack.test(one.trim()))
    ? "Slack's link does not say in which workspace. Open the channel in a browser and take its address: https://app.slack.com/client/TEAM/CHANNEL."
    : `That is no place. ${forms}`;
}
