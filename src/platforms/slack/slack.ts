/**
 * Slack as a platform: digests as messages and threads, commands, questions, buttons. One workspace over a socket, or
 * many over HTTP. Nothing is opened before `listen`, but posting works without it.
 */
import { setTimeout as wait } from "node:timers/promises";
import { App } from "@slack/bolt";
import type { Command } from "../../../commands/command.ts";
import type { Clock, Ears, Log, Platform } from "../../ports.ts";
import { openWork } from "../work.ts";
import { openCalls } from "./calls.ts";
import { type ClientOptions, clientOptions, quietLogger } from "./client.ts";
import { findMessage } from "./finding.ts";
import { intoMessages } from "./fit.ts";
import { dropStale, openHttpReceiver, serveHttp } from "./http.ts";
import { type Kept, openInstallations } from "./installations.ts";
import { graceMs } from "./limits.ts";
import { register } from "./listeners.ts";
import { openMemory } from "./memory.ts";
import { reasonOf } from "./outcome.ts";
import { openPace } from "./pace.ts";
import { editMessage, type Posting, postMessage } from "./posting.ts";
import { managesWith } from "./rights.ts";
import { keepOpen, openReceiver } from "./socket.ts";
import { manyWorkspaces, oneWorkspace, type Workspaces } from "./workspaces.ts";

/** How Slack reaches us, and we Slack. */
export type Access =
  | { readonly kind: "socket"; readonly botToken: string; readonly appToken: string }
  | {
      readonly kind: "http";
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly host: string;
      readonly port: number;
    };

export type SlackSetup = {
  readonly access: Access;
  /** With its path, `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** Slack's page where a person agrees to an installation; null for Slack's own. */
  readonly authorizeUrl: string | null;
  readonly clientPingTimeoutMs: number;
  /** Ids of people who may manage every place, besides the workspace's admins. */
  readonly managers: readonly string[];
  readonly commands: readonly Command[];
  readonly installations: Kept;
  /** A workspace installed the app. */
  readonly joined: (team: string) => Promise<void>;
  /** A workspace removed the app, or took its token away. */
  readonly left: (team: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** The other platforms do not wait longer than this for Slack to say whose token it is. */
const startMs = 4_000;

export type SlackOpening =
  | { readonly kind: "open"; readonly platform: Platform }
  | { readonly kind: "refused"; readonly reason: string };

/** Refused when Slack will not have the bot token; a Slack that cannot be asked is tried again later. */
export async function openSlack(setup: SlackSetup): Promise<SlackOpening> {
  const line = setup.access.kind === "socket" ? socketLine(setup.access, setup) : httpLine(setup.access, setup);
  const refusal = await Promise.race([line.refusal(), wait(startMs, null, { ref: false })]);
  return refusal === null ? { kind: "open", platform: platformOn(line, setup) } : { kind: "refused", reason: refusal };
}

function platformOn(line: Line, setup: SlackSetup): Platform {
  const { apiUrl, clock, log } = setup;
  const pace = openPace(clock, wait);
  const posting: Posting = { workspaces: line.workspaces, calls: openCalls(pace), memory: openMemory(), clock };
  const work = openWork((what, error) => log.warn(`${what} from Slack ended oddly`, { reason: reasonOf(error) }));
  const stop = new AbortController();
  return {
    name: "slack",
    graceMs,
    fit: intoMessages,
    post: (message) => postMessage(message, posting),
    find: (looked) => findMessage(looked, posting),
    edit: (message, remoteId) => editMessage(message, remoteId, posting),
    listen: async (ears: Ears) => {
      if (stop.signal.aborted) return;
      const { app, run } = line.open(clientOptions(apiUrl, log));
      app.error(async ({ code, message }) => log.warn("Slack's client failed", { code: String(code), message }));
      const manages = managesWith(line.workspaces, setup.managers, log);
      register(app, { ears, posting, commands: setup.commands, log, work, manages, left: line.left });
      await run(stop.signal);
    },
    close: async () => {
      stop.abort();
      await work.done();
    },
  };
}

type Line = {
  readonly workspaces: Workspaces;
  /** Why Slack will not have us at all; null when it may. */
  refusal(): Promise<string | null>;
  readonly left: (team: string) => Promise<void>;
  /** The SDK's app, and what keeps it in touch with Slack until it is stopped. */
  open(options: ClientOptions): { readonly app: App; run(stop: AbortSignal): Promise<void> };
};

/** What both ways have in common: nothing is kept in the SDK's memory, and its own filter of bots is not relied on. */
const common = (options: ClientOptions, log: Log) =>
  ({ clientOptions: options, logger: quietLogger(log), convoStore: false, ignoreSelf: false }) as const;

function socketLine(access: Extract<Access, { kind: "socket" }>, setup: SlackSetup): Line {
  const workspaces = oneWorkspace(access.botToken, clientOptions(setup.apiUrl, setup.log));
  const socket = { ...setup, appToken: access.appToken, wait: waitFor };
  return {
    workspaces,
    refusal: async () => {
      const opening = await workspaces.own();
      return opening.kind === "halted" ? opening.reason : null;
    },
    left: setup.left,
    open: (options) => {
      const receiver = openReceiver(socket);
      const authorize = async () => {
        const opening = await workspaces.own();
        if (opening.kind !== "open") throw new Error(opening.reason);
        const { botUser, team } = opening.workspace;
        return { botToken: access.botToken, botUserId: botUser, teamId: team };
      };
      const app = new App({ ...common(options, setup.log), receiver, authorize });
      return { app, run: (stop) => keepOpen(receiver, socket, stop) };
    },
  };
}

const waitFor = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal });

function httpLine(access: Extract<Access, { kind: "http" }>, setup: SlackSetup): Line {
  const installations = openInstallations(setup.installations, access.clientSecret, setup.joined);
  const http = { ...setup, ...access };
  return {
    workspaces: manyWorkspaces(installations, clientOptions(setup.apiUrl, setup.log)),
    // Each workspace has a token of its own, which is tried when something is posted there.
    refusal: async () => null,
    left: async (team) => {
      await installations.remove(team);
      await setup.left(team);
    },
    open: (options) => {
      const receiver = openHttpReceiver(http, installations);
      const app = new App({ ...common(options, setup.log), receiver });
      dropStale(app);
      const run = async (stop: AbortSignal) => {
        await serveHttp(receiver, http);
        if (!stop.aborted) await new Promise((resolve) => stop.addEventListener("abort", resolve, { once: true }));
        await receiver.stop();
      };
      return { app, run };
    },
  };
}
