/** Slack as it is set up: which tokens there are, and what a workspace that comes or goes means for its places. */
import { commands } from "../../commands/index.ts";
import { halt } from "../pipeline/alerts.ts";
import type { Access } from "../platforms/slack/slack.ts";
import { UsageError } from "./command.ts";
import type { Opening, PlatformSetup } from "./platforms.ts";

export type SlackSettings = {
  readonly mode: "socket" | "http" | null;
  readonly host: string;
  readonly port: number;
  readonly clientPingTimeoutMs: number;
  readonly managers: readonly string[];
};

type Secrets = Readonly<Record<string, string>>;

const ownApi = "https://slack.com/api/";
const socketNames = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const;
const httpNames = ["SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;

/** Null when Slack is not set up. */
export async function openSlack(setup: PlatformSetup): Promise<Opening | null> {
  const { chats, destinations, store, clock, log } = setup;
  const access = accessOf(chats.secrets, chats.slack);
  const named = destinations.find(({ place }) => place.startsWith("slack:"));
  if (access === null && !named) return null;
  if (access === null || "missing" in access) throw new UsageError(missingLine(access?.missing ?? [], named?.place));
  const slack = await import("../platforms/slack/slack.ts");
  const opening = await slack.openSlack({
    ...chats.slack,
    access,
    apiUrl: slackApiOf(chats.addresses),
    authorizeUrl: chats.addresses["SLACK_AUTHORIZE_URL"] ?? null,
    commands,
    installations: store,
    joined: (team) => resumeAll(team, setup),
    left: (team) => pauseAll(team, setup),
    clock,
    log,
  });
  return opening.kind === "refused"
    ? { name: "slack", opened: null, reason: opening.reason }
    : { name: "slack", opened: opening.platform, reason: "" };
}

/** Null without any token of Slack's; what is missing when there are only some. */
export function accessOf(
  secrets: Secrets,
  { mode, host, port }: Pick<SlackSettings, "mode" | "host" | "port">,
): Access | { readonly missing: readonly string[] } | null {
  const has = (names: readonly string[]) => names.filter((name) => secrets[name] !== undefined);
  const lacks = (names: readonly string[]) => names.filter((name) => secrets[name] === undefined);
  if (has([...socketNames, ...httpNames]).length === 0) return null;
  const isHttp = mode === "http" || (mode === null && lacks(socketNames).length > 0 && has(httpNames).length > 0);
  const missing = lacks(isHttp ? httpNames : socketNames);
  if (missing.length > 0) return { missing };
  const value = (name: string) => secrets[name] ?? "";
  if (!isHttp) return { kind: "socket", botToken: value("SLACK_BOT_TOKEN"), appToken: value("SLACK_APP_TOKEN") };
  return {
    kind: "http",
    signingSecret: value("SLACK_SIGNING_SECRET"),
    clientId: value("SLACK_CLIENT_ID"),
    clientSecret: value("SLACK_CLIENT_SECRET"),
    stateSecret: value("SLACK_STATE_SECRET"),
    host,
    port,
  };
}

function missingLine(missing: readonly string[], place: string | undefined): string {
  const ways = `${socketNames.join(" and ")} for one workspace, or ${httpNames.join(", ")} for many`;
  if (missing.length > 0)
    return `Slack is set up by half: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not set. It needs ${ways}.`;
  return `The destination ${place} needs tokens of Slack: ${ways}. Set them, or take the destination out.`;
}

export function slackApiOf(addresses: Readonly<Record<string, string>>): string {
  const url = addresses["SLACK_API_URL"] ?? ownApi;
  return url.endsWith("/") ? url : `${url}/`;
}

/** Every place of a workspace that anything is or was to be posted to. */
async function placesOf(team: string, { store, destinations }: PlatformSetup): Promise<readonly string[]> {
  const followings = await store.followings();
  const all = [
    ...destinations.map(({ place }) => place),
    ...followings.filter(({ ended }) => !ended).map(({ destination }) => destination.place),
    ...(await store.waitingPlaces()),
  ];
  return [...new Set(all)].filter((place) => place.startsWith(`slack:${team}/`));
}

async function pauseAll(team: string, setup: PlatformSetup): Promise<void> {
  const reason = "The workspace removed Parley, or took its token back. Install the app there again.";
  for (const place of await placesOf(team, setup)) await halt(place, reason, setup);
}

/** Whoever installed the app again need not wait for the next try. */
async function resumeAll(team: string, { store, resumed }: PlatformSetup): Promise<void> {
  for (const { place } of await store.pauses()) if (place.startsWith(`slack:${team}/`)) await store.resume(place);
  await resumed();
}
