/**
 * Keeps one socket to Slack open. Reconnecting is done here rather than by the SDK: its own waits five seconds before
 * each try, gives up for good when one request fails, and then ends the process with an unhandled rejection.
 */
import { SocketModeReceiver } from "@slack/bolt";
import type { Clock, Log } from "../../ports.ts";
import { clientOptions, quietLogger } from "./client.ts";
import { failureOf } from "./outcome.ts";

/** From asking for an address to Slack's hello. */
const helloMs = 20_000;
/** A connection that held this long was none of a series of failures. */
const steadyMs = 60_000;
const backoffFirstMs = 5_000;
const backoffMsMax = 300_000;
/** Where Slack let us in and the line broke, nobody may be left unheard for long. */
const brokenMsMax = 30_000;
const closeMs = 2_000;

export type SocketSetup = {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly clientPingTimeoutMs: number;
  readonly log: Log;
  readonly clock: Clock;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

export function openReceiver({ appToken, apiUrl, clientPingTimeoutMs, log }: SocketSetup): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    clientPingTimeout: clientPingTimeoutMs,
    autoReconnectEnabled: false,
    logger: quietLogger(log),
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
  });
}

/** The socket cannot be opened until somebody mends it; the message says what to do. */
export class SocketRefused extends Error {
  readonly code = "slack-socket-refused";
}

/** Returns when `stop` is aborted; throws `SocketRefused` when Slack will not have this app's token. */
export async function keepOpen(receiver: SocketModeReceiver, setup: SocketSetup, stop: AbortSignal): Promise<void> {
  const { log, clock, wait } = setup;
  const stopped = new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
  let failures = 0;
  while (!stop.aborted) {
    const closed = new Promise<void>((resolve) => receiver.client.once("disconnected", () => resolve()));
    const began = clock.now();
    const refusal = await Promise.race([connect(receiver), stopped.then(() => null)]);
    if (refusal?.kind === "halted") throw new SocketRefused(appTokenRemedy(refusal.reason));
    if (refusal) log.warn("The socket to Slack could not be opened; it is tried again", { reason: refusal.reason });
    else await Promise.race([closed, stopped]);
    failures = clock.now() - began < steadyMs ? failures + 1 : 0;
    const own = refusal ? backoffMs(failures) : Math.min(brokenMsMax, backoffMs(failures));
    const waitMs = Math.max(own, refusal?.kind === "later" ? refusal.waitMs : 0);
    if (waitMs > 0 && !stop.aborted) await Promise.race([wait(waitMs, stop).catch(() => {}), stopped]);
  }
  await Promise.race([
    receiver.client.disconnect().catch(() => {}),
    wait(closeMs, AbortSignal.timeout(closeMs)).catch(() => {}),
  ]);
}

type Refusal = ReturnType<typeof failureOf>;

async function connect(receiver: SocketModeReceiver): Promise<Refusal | null> {
  const limit = Promise.withResolvers<Refusal>();
  const timer = setTimeout(
    () => limit.resolve({ kind: "unknown", reason: `Slack said no hello within ${helloMs / 1_000} s.` }),
    helloMs,
  );
  const started = receiver.start().then(
    () => null,
    (error: unknown) => failureOf(error),
  );
  const refusal = await Promise.race([started, limit.promise]);
  clearTimeout(timer);
  if (refusal) receiver.client.disconnect().catch(() => {});
  return refusal;
}

/** At once after the first break, since Slack itself asks for a new connection now and then; then 5 s, doubling, to 300 s. */
export const backoffMs = (failures: number): number =>
  failures < 2 ? 0 : Math.min(backoffMsMax, backoffFirstMs * 2 ** (failures - 2));

/** The same words of Slack's mean another token here. */
const appTokenRemedy = (reason: string): string =>
  `Slack does not accept SLACK_APP_TOKEN for Socket Mode. Make one with connections:write on the app's page under Basic Information, and switch Socket Mode on. Slack's reason: ${reason}`;
