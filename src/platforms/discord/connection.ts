/**
 * The gateway connection, kept up until it is closed: it connects within its budget, lets discord.js resume and
 * reconnect, and gives up for good only when Discord does not accept the token. It does not know what events mean.
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
  type APIInteraction,
  type Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from "discord.js";
import type { Clock, Log } from "../../ports.ts";
import { readConnects, waitBefore, withConnect, writeConnects } from "./budget.ts";
import { newClient } from "./client.ts";
import { deadToken, failureOf } from "./outcome.ts";
import type { Notes } from "./register.ts";

const connectsNote = "discord connects";
const retryFirstMs = 5_000;
const retryLongestMs = 300_000;
/** A connection that held this long was none of a series of failures. */
const steadyMs = 10 * 60_000;

export type ConnectionSetup = {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly notes: Notes;
  readonly onReady: (client: Client<true>) => void;
  readonly onInteraction: (told: APIInteraction) => void;
  readonly onMessage: (told: GatewayMessageCreateDispatchData) => void;
};

export type Connection = {
  /** The client while there is one. */
  client(): Client | null;
  /** Until it is closed (null), or for a reason that nobody here can mend. */
  run(): Promise<string | null>;
  close(): Promise<void>;
};

export function openConnection(setup: ConnectionSetup): Connection {
  const closing = new AbortController();
  let current: Client | null = null;
  const run = async () => {
    let failures = 0;
    while (!closing.signal.aborted) {
      const began = setup.clock.now();
      const client = newClient(setup.apiUrl, () => ({ waitForIdentify: (_, signal) => introduce(setup, signal) }));
      current = client;
      const end = ending(client);
      listenTo(client, setup);
      // A login that Discord's gateway refuses never settles: then the end comes from the connection itself.
      const loggedIn = client.login(setup.token).then(() => end, faultOf);
      const how = await Promise.race([loggedIn, end, whenAborted(closing.signal)]);
      current = null;
      await client.destroy();
      if (how.kind !== "again") return how.reason;
      setup.log.warn("Discord's gateway cannot be reached", { reason: how.reason });
      failures = setup.clock.now() - began < steadyMs ? failures + 1 : 0;
      const waitMs = Math.max(how.waitMs, Math.min(retryLongestMs, retryFirstMs * 2 ** failures));
      await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => {});
    }
    return null;
  };
  return {
    client: () => current,
    run,
    close: async () => {
      closing.abort();
      await current?.destroy();
    },
  };
}

type End =
  | { readonly kind: "over"; readonly reason: string | null }
  | { readonly kind: "again"; readonly reason: string; readonly waitMs: number };

const over = (reason: string | null): End => ({ kind: "over", reason });

/** Waits until the budget allows a connect, and writes it down before it is made. */
async function introduce({ clock, log, notes }: ConnectionSetup, signal: AbortSignal): Promise<void> {
  const waitMs = waitBefore(readConnects(await notes.note(connectsNote)), clock.now());
  if (waitMs > retryFirstMs) log.warn("Connecting to Discord waits, because it was done often", { waitMs });
  if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  const past = readConnects(await notes.note(connectsNote));
  await notes.setNote(connectsNote, writeConnects(withConnect(past, clock.now())));
}

function listenTo(client: Client, { log, onReady, onInteraction, onMessage }: ConnectionSetup): void {
  client.once(Events.ClientReady, onReady);
  client.on(Events.ShardReconnecting, () => log.info("The connection to Discord is being renewed"));
  client.on(Events.ShardResume, (_, replayed) => log.info("The connection to Discord goes on", { replayed }));
  client.on(Events.ShardError, (error) => log.warn("The connection to Discord had a fault", { error: error.message }));
  client.on(Events.Error, (error) => log.error("The Discord client had a fault", { error: error.message }));
  // Discord's own payloads, before discord.js makes objects that need its caches.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  client.ws.on(GatewayDispatchEvents.MessageCreate, onMessage);
}

/** When discord.js will not reconnect by itself. */
function ending(client: Client): Promise<End> {
  return new Promise((resolve) => {
    client.on(Events.Invalidated, () => resolve({ kind: "again", reason: "The session was ended.", waitMs: 0 }));
    client.on(Events.ShardDisconnect, ({ code }) => resolve(endOf(code)));
  });
}

function endOf(code: number): End {
  if (code === GatewayCloseCodes.AuthenticationFailed) return over(deadToken.reason);
  if (code === GatewayCloseCodes.ShardingRequired)
    return over("Parley is on more servers than one connection may serve (2,500).");
  return { kind: "again", reason: `Discord closed the connection (${code}).`, waitMs: 0 };
}

function faultOf(error: unknown): End {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === DiscordjsErrorCodes.TokenInvalid) return over(deadToken.reason);
  const failure = failureOf(error);
  if (failure.kind === "halted") return over(failure.reason);
  return { kind: "again", reason: failure.reason, waitMs: failure.kind === "later" ? failure.waitMs : 0 };
}

function whenAborted(signal: AbortSignal): Promise<End> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(over(null));
    else signal.addEventListener("abort", () => resolve(over(null)), { once: true });
  });
}
