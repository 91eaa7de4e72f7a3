/** `parley invite`: the link with which an administrator lets Parley into a Discord server, with the least rights. */
import { loadConfig } from "../../config/load.ts";
import { applicationOf, isApplicationId } from "../platforms/discord/application.ts";
import { inviteLink, permissions } from "../platforms/discord/rights.ts";
import { type CliCommand, noPositionals, UsageError } from "./command.ts";
import { discordRights, rightsTable } from "./rights.ts";
import { jsonText } from "./say.ts";

export const inviteCommand: CliCommand = {
  name: "invite",
  about: "Prints the link that lets Parley into a Discord server, and why it needs each right.",
  example: "parley invite --app 123456789012345678",
  positionals: "",
  options: {
    app: { type: "string", hint: "ID", about: "the application's id; without it, the one that DISCORD_TOKEN names" },
    json: { type: "boolean", hint: "", about: "print JSON and nothing else" },
  },
  async run(args, io) {
    noPositionals(inviteCommand, args);
    const application = applicationFrom(args.text("app"), loadConfig({ root: io.root }).secrets);
    if (application === null)
      throw new UsageError(
        "Which application? Give --app ID (discord.com/developers, your application, Application ID), or set DISCORD_TOKEN or DISCORD_TOKEN_FILE.",
      );
    const link = inviteLink(application);
    if (args.flag("json"))
      io.out(jsonText({ link, application, permissions: String(permissions), rights: discordRights }));
    else
      io.out(
        `Open this as somebody who may manage the server:\n\n${link}\n\nWhat Parley asks for, and why:\n\n${rightsTable(discordRights)}`,
      );
    return 0;
  },
};

/** Null when nothing names one. Throws a `UsageError` for what is none. */
export function applicationFrom(asked: string | null, secrets: Readonly<Record<string, string>>): string | null {
  if (asked !== null && !isApplicationId(asked.trim()))
    throw new UsageError(`--app: "${asked}" is no application id. It has 17 to 20 digits, and is no token.`);
  if (asked !== null) return asked.trim();
  const token = secrets["DISCORD_TOKEN"];
  return token === undefined ? null : applicationOf(token);
}
