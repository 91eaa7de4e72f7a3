/** Looks whether Slack is set up: the tokens, their scopes, and whether each place can be read. It changes nothing. */
import type { Clock, Log, PlaceName } from "../../ports.ts";
import { aheadOf, type Checked, type Finding, fault, faultOf, fine } from "../check.ts";
import { type ClientOptions, clientOptions, openClient, type WebClient } from "./client.ts";
import { type Kept, openInstallations } from "./installations.ts";
import { scopes } from "./manifest.ts";
import { failureOf } from "./outcome.ts";
import { readPlace } from "./place.ts";
import type { Access } from "./slack.ts";
import { manyWorkspaces, oneWorkspace, type Workspaces } from "./workspaces.ts";

export type SlackCheck = {
  readonly access: Access;
  readonly apiUrl: string;
  readonly places: readonly PlaceName[];
  /** What workspaces granted; read only. */
  readonly installation: Kept["installation"];
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
};

export async function checkSlack(setup: SlackCheck): Promise<Checked> {
  let clock: Checked["clock"] = null;
  const options = clientOptions(setup.apiUrl, setup.log);
  const fetch: NonNullable<ClientOptions["fetch"]> = async (url, init) => {
    const response = await (options.fetch ?? globalThis.fetch)(url, { ...init, signal: setup.signal });
    const aheadMs = aheadOf(response.headers.get("date"), setup.clock.now());
    if (aheadMs !== null) clock ??= { host: "Slack", aheadMs };
    return response;
  };
  const watched = { ...options, fetch };
  const findings = setup.access.kind === "socket" ? await oneSet(setup, watched) : await manySet(setup, watched);
  return { findings, clock };
}

async function oneSet({ access, places }: SlackCheck, options: ClientOptions): Promise<readonly Finding[]> {
  if (access.kind !== "socket") return [];
  const workspaces = oneWorkspace(access.botToken, options);
  const [bot, app] = await Promise.all([
    checkBotToken(openClient(access.botToken, options)),
    checkAppToken(openClient(access.appToken, options)),
  ]);
  if (bot.some(({ ok, name }) => !ok && name === tokenName)) return [...bot, app];
  return [...bot, app, ...(await Promise.all(places.map((place) => checkPlace(place, workspaces))))];
}

async function manySet(setup: SlackCheck, options: ClientOptions): Promise<readonly Finding[]> {
  const { access, places, installation } = setup;
  if (access.kind !== "http") return [];
  const readOnly = { installation, saveInstallation: async () => {}, removeInstallation: async () => {} };
  const granted = openInstallations(readOnly, access.clientSecret, async () => {});
  const workspaces = manyWorkspaces(granted, options);
  return [
    fine("slack", "set up for many workspaces; its own secrets show whether they are right when one installs the app"),
    ...(await Promise.all(places.map((place) => checkPlace(place, workspaces)))),
  ];
}

const tokenName = "slack bot token";

async function checkBotToken(client: WebClient): Promise<readonly Finding[]> {
  try {
    const { team_id: team, team: called, response_metadata: told } = await client.auth.test();
    return [fine(tokenName, `it is one of the workspace ${called ?? ""} (${team ?? "?"})`), checkScopes(told?.scopes)];
  } catch (error) {
    return [faultOf(tokenName, failureOf(error).reason)];
  }
}

/** Slack names what a token may in a header of each answer. */
function checkScopes(granted: readonly string[] | undefined): Finding {
  const name = "slack scopes";
  if (!granted || granted.length === 0) return fine(name, "Slack does not say which there are");
  const missing = scopes.filter((scope) => !granted.includes(scope.name)).map((scope) => scope.name);
  return missing.length === 0
    ? fine(name, "every scope of the manifest is granted")
    : fault(
        name,
        `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not granted`,
        "Put what parley manifest prints into the app (App Manifest), then install it again.",
      );
}

/** Asking for a socket's address opens none. */
async function checkAppToken(client: WebClient): Promise<Finding> {
  const name = "slack app token";
  try {
    await client.apps.connections.open();
    return fine(name, "it may open a socket");
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === "halted" || failure.kind === "refused"
      ? fault(
          name,
          "Slack does not accept it",
          "Make an app-level token with connections:write (Basic Information), and set SLACK_APP_TOKEN or SLACK_APP_TOKEN_FILE.",
        )
      : faultOf(name, failure.reason);
  }
}

/** Reading the newest message needs the same membership as posting does. */
async function checkPlace(place: PlaceName, workspaces: Workspaces): Promise<Finding> {
  const spot = readPlace(place);
  if (spot === null) return fault(place, "it names no channel", "Write slack:TEAM/CHANNEL, by the ids in its address.");
  const opening = await workspaces.of(spot.team);
  if (opening.kind !== "open") return faultOf(place, opening.reason);
  try {
    await opening.workspace.client.conversations.history({ channel: spot.channel, limit: 1 });
    return fine(place, "Parley is in the channel");
  } catch (error) {
    return faultOf(place, failureOf(error).reason);
  }
}
