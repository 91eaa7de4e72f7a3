/**
 * The app's manifest, made from the commands, with the least rights that they need and why each is needed. Pure; it
 * loads nothing of Slack's.
 */
import type { Command } from "../../../commands/command.ts";
import { cut } from "../../core/post/words.ts";

export type Right = { readonly name: string; readonly why: string };

/** Bot token scopes. Each is used by a call or an event below; a test holds the list to that. */
export const scopes: readonly Right[] = [
  { name: "commands", why: "to offer /talks" },
  { name: "chat:write", why: "to post digests, corrections and answers" },
  { name: "app_mentions:read", why: "to hear a question that names it" },
  {
    name: "channels:history",
    why: "to hear questions in the threads of its digests, and to check after a fault whether a post arrived",
  },
  { name: "groups:history", why: "the same in private channels that it was invited to" },
  { name: "im:history", why: "to hear questions in a direct message" },
  { name: "users:read", why: "to tell who is an admin, since only they may change what a channel follows" },
];

/** What an operator may add. */
export const optionalScopes: readonly Right[] = [
  { name: "chat:write.public", why: "to post in public channels without being invited" },
];

/** What Slack tells the app about. */
export const events: readonly Right[] = [
  { name: "app_mention", why: "a question that names it" },
  { name: "message.channels", why: "a question in the thread of a digest" },
  { name: "message.groups", why: "the same in a private channel" },
  { name: "message.im", why: "a direct message" },
  { name: "app_home_opened", why: "to show its home page" },
  { name: "app_uninstalled", why: "to stop posting and forget the token" },
  { name: "tokens_revoked", why: "the same" },
];

/** The app-level token of Socket Mode. */
export const appTokenScopes: readonly Right[] = [
  { name: "connections:write", why: "to open the socket that events come through" },
];

export type ManifestSetup = {
  readonly commands: readonly Command[];
  /** The public address that Slack reaches over HTTP, such as https://parley.example; null for Socket Mode. */
  readonly address: string | null;
  /** Names of optional scopes to ask for. */
  readonly optional: readonly string[];
};

/** Slack's limits for what a manifest says (https://docs.slack.dev/reference/app-manifest). */
const descriptionMax = 140;
const commandDescriptionMax = 2_000;
const usageHintMax = 1_000;
export const eventsPath = "/slack/events";
const redirectPath = "/slack/oauth_redirect";

/** A manifest of version 1, as a value to be written as JSON or YAML. */
export function slackManifest({ commands, address, optional }: ManifestSetup) {
  const base = address?.replace(/\/+$/, "") ?? null;
  const to = (path: string) => (base === null ? null : `${base}${path}`);
  const eventsAddress = to(eventsPath);
  const asked = [...scopes, ...optionalScopes.filter(({ name }) => optional.includes(name))];
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: "Parley",
      description: cut("Tells what changed in a negotiation since you last looked, and who says so.", descriptionMax),
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Parley", always_online: true },
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        description: cut(command.about, commandDescriptionMax),
        usage_hint: cut(usageHint(command), usageHintMax),
        should_escape: false,
        ...(eventsAddress === null ? {} : { url: eventsAddress }),
      })),
    },
    oauth_config: {
      ...(base === null ? {} : { redirect_urls: [`${base}${redirectPath}`] }),
      scopes: { bot: asked.map(({ name }) => name) },
    },
    settings: {
      event_subscriptions: {
        bot_events: events.map(({ name }) => name),
        ...(eventsAddress === null ? {} : { request_url: eventsAddress }),
      },
      interactivity: { is_enabled: true, ...(eventsAddress === null ? {} : { request_url: eventsAddress }) },
      org_deploy_enabled: false,
      socket_mode_enabled: base === null,
      token_rotation_enabled: false,
    },
  };
}

/** `latest | since | diff | … | a question`: what may stand after the command. */
export function usageHint({ actions }: Command): string {
  return [...Object.keys(actions), "a question"].join(" | ");
}

/** Opens Slack's page for new apps with the manifest filled in. */
export function createAppLink(setup: ManifestSetup): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(slackManifest(setup)))}`;
}
