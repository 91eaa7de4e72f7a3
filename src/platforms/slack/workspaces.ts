/** Which workspace a place is in, and the client that may post there. It knows no message. */
import type { Failure } from "../insist.ts";
import { type ClientOptions, openClient, type WebClient } from "./client.ts";
import type { Installations } from "./installations.ts";
import { failureOf, laterMs } from "./outcome.ts";

export type Workspace = {
  readonly team: string;
  readonly client: WebClient;
  /** The bot's own user: what it says is not for itself. */
  readonly botUser: string;
};

export type Opening = { readonly kind: "open"; readonly workspace: Workspace } | Failure;

export type Workspaces = { of(team: string): Promise<Opening> };

export type OneWorkspace = Workspaces & {
  /** The workspace that the token belongs to; asked once, and again after a failure. */
  own(): Promise<Opening>;
};

/** The workspace of one bot token. */
export function oneWorkspace(token: string, options: ClientOptions): OneWorkspace {
  const client = openClient(token, options);
  let known: Promise<Opening> | null = null;
  const own = async (): Promise<Opening> => {
    known ??= identify(client);
    const opening = await known;
    if (opening.kind !== "open") known = null;
    return opening;
  };
  return {
    own,
    of: async (team) => {
      const opening = await own();
      if (opening.kind !== "open" || opening.workspace.team === team) return opening;
      return {
        kind: "halted",
        reason: `The bot token belongs to the workspace ${opening.workspace.team}, not ${team}. Correct the destination, or the token.`,
      };
    },
  };
}

async function identify(client: WebClient): Promise<Opening> {
  try {
    const { team_id: team, user_id: botUser } = await client.auth.test();
    if (team && botUser) return { kind: "open", workspace: { team, client, botUser } };
    return {
      kind: "halted",
      reason: "Slack does not say whose token this is. Use a bot token, which begins with xoxb-.",
    };
  } catch (error) {
    return asked(failureOf(error));
  }
}

/** A question that ended in doubt did nothing, and is asked again. */
function asked(failure: Failure): Failure {
  return failure.kind === "unknown" ? { kind: "later", waitMs: laterMs, reason: failure.reason } : failure;
}

/** Clients that are kept; a dropped one is opened again. */
const clientsMax = 1_000;

/** Every workspace that installed the app. */
export function manyWorkspaces(installations: Installations, options: ClientOptions): Workspaces {
  const open = new Map<string, Workspace & { readonly token: string }>();
  return {
    of: async (team) => {
      const installation = await installations.read(team);
      if (!installation)
        return {
          kind: "halted",
          reason: `The workspace ${team} has not installed the app. Open /slack/install there.`,
        };
      const { token, botUser } = installation;
      const known = open.get(team);
      if (known?.token === token) return { kind: "open", workspace: known };
      const workspace = { team, token, botUser, client: openClient(token, options) };
      if (open.size >= clientsMax) open.clear();
      open.set(team, workspace);
      return { kind: "open", workspace };
    },
  };
}
