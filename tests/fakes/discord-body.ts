/** The body of a Discord message as Discord and as a reader see it. */
import { limits, slackCharacters } from "../../src/platforms/discord/limits.ts";
import type { Body } from "../../src/platforms/discord/render.ts";

/** What Discord would refuse in a message, or leave no room for a correction. */
export function faultsOf(body: Body): readonly string[] {
  const [embed] = body.embeds;
  const description = embed?.description ?? "";
  const buttons = body.components.flatMap(({ components }) => components);
  const ids = buttons.map(({ custom_id }) => custom_id);
  const inAll = description.length + (embed?.footer?.text.length ?? 0);
  const rules: readonly (readonly [string, boolean])[] = [
    ["content", body.content.length <= limits.contentCharactersMax - slackCharacters],
    ["description", description.length <= limits.embedDescriptionCharactersMax - slackCharacters],
    ["embeds", body.embeds.length <= 1 && inAll <= limits.embedsCharactersMax],
    ["rows", body.components.length <= limits.rowsMax && body.components.every((row) => row.components.length >= 1)],
    ["buttons", body.components.every((row) => row.components.length <= limits.buttonsPerRowMax)],
    ["labels", buttons.every(({ label }) => label.length >= 1 && label.length <= limits.buttonLabelCharactersMax)],
    ["ids", ids.every((id) => id.length <= limits.customIdCharactersMax) && new Set(ids).size === ids.length],
    ["mentions", body.allowed_mentions.parse.length === 0 && body.allowed_mentions.replied_user === false],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}

/** Its words and addresses, with the signs of markup and the backslashes before them. */
export const shownBy = (body: Body): string => [body.content, body.embeds[0]?.description ?? ""].join("\n");
