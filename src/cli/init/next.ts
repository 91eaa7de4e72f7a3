/** What is left to do after the configuration is written: tokens, links, a look, the start. It holds no secret. */
import { commands } from "../../../commands/index.ts";
import { inviteLink } from "../../platforms/discord/rights.ts";
import { createAppLink } from "../../platforms/slack/manifest.ts";

export type Left = {
  readonly places: readonly string[];
  /** Names of the variables that are set. */
  readonly set: readonly string[];
  /** Discord's application; null when nothing names it. */
  readonly application: string | null;
};

export function nextSteps({ places, set, application }: Left): string {
  const has = (platform: string) => places.some((place) => place.startsWith(`${platform}:`));
  const token = (name: string, where: string) =>
    set.includes(name) ? `${name} is set` : `set ${name}, or ${name}_FILE to a file that holds it (${where})`;
  const discord = [
    token("DISCORD_TOKEN", "discord.com/developers, your application, Bot"),
    application === null
      ? "then let Parley in: parley invite prints the link (or now: parley invite --app APPLICATION_ID)"
      : `let Parley in: ${inviteLink(application)}`,
  ];
  const slack = [
    `create the app: ${createAppLink({ commands, address: null, optional: [] })}`,
    token("SLACK_BOT_TOKEN", "the app's page, OAuth & Permissions"),
    token("SLACK_APP_TOKEN", "the app's page, Basic Information, with connections:write"),
    "type /invite @Parley in each channel",
  ];
  const list = (name: string, steps: readonly string[], wanted: boolean) =>
    `${name}${wanted ? "" : " (not used now)"}\n${steps.map((step) => `  - ${step}\n`).join("")}`;
  const last = "Then: parley doctor --test looks at everything and posts a test message; npm start runs the bot.\n";
  return `${list("Discord", discord, has("discord"))}${list("Slack", slack, has("slack"))}${last}`;
}
