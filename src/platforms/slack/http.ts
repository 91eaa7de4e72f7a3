/**
 * Slack over HTTP, for many workspaces: events come in as signed requests, and any workspace may install the app. The
 * signature, its age and the state of an installation are checked by the SDK; what it leaves out is checked here.
 */
import { type App, HTTPReceiver } from "@slack/bolt";
import type { Clock, Log } from "../../ports.ts";
import { clientOptions, quietLogger } from "./client.ts";
import type { Installations } from "./installations.ts";
import { eventsPath, scopes } from "./manifest.ts";

export type HttpSetup = {
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly apiUrl: string;
  /** Slack's page where a person agrees; null for Slack's own. */
  readonly authorizeUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly clock: Clock;
};

/** Slack's own limit for the age of a request; the SDK does not look whether it is ahead of us. */
const skewMs = 5 * 60_000;
/** As long as a signature is accepted, it is accepted once. */
const signatureMs = 2 * skewMs;
const signaturesMax = 20_000;

export function openHttpReceiver(setup: HttpSetup, installations: Installations): HTTPReceiver {
  const { signingSecret, clientId, clientSecret, stateSecret, log, apiUrl, authorizeUrl } = setup;
  const isStale = openReplays(setup.clock);
  return new HTTPReceiver({
    signingSecret,
    clientId,
    clientSecret,
    stateSecret,
    endpoints: [eventsPath],
    scopes: scopes.map(({ name }) => name),
    installationStore: installations.store,
    logger: quietLogger(log),
    installerOptions: {
      directInstall: true,
      stateVerification: true,
      clientOptions: clientOptions(apiUrl, log),
      ...(authorizeUrl === null ? {} : { authorizationUrl: authorizeUrl }),
    },
    // Runs once the signature was found good.
    customPropertiesExtractor: ({ headers }) => ({
      stale: isStale(String(headers["x-slack-signature"]), Number(headers["x-slack-request-timestamp"]) * 1_000),
    }),
    unhandledRequestHandler: ({ response }) => {
      log.warn("A request of Slack was not acknowledged in time");
      response.writeHead(503).end();
    },
  });
}

/** Whether a signed request is one that came before, or is dated ahead of our clock. */
export function openReplays(clock: Clock): (signature: string, sentAt: number) => boolean {
  const seen = new Map<string, number>();
  return (signature, sentAt) => {
    const now = clock.now();
    for (const [old, at] of seen) {
      if (now - at < signatureMs && seen.size < signaturesMax) break;
      seen.delete(old);
    }
    const isSeen = seen.has(signature);
    if (!isSeen) seen.set(signature, now);
    return isSeen || sentAt - now > skewMs;
  };
}

/** A stale request is taken and comes to nothing. */
export function dropStale(app: App): void {
  app.use(async (args) => {
    if (args.context["stale"] !== true) return args.next();
    if ("ack" in args && typeof args.ack === "function") await (args.ack as () => Promise<void>)();
  });
}

/** Throws one clear line when the port cannot be had. */
export async function serveHttp(receiver: HTTPReceiver, { host, port, log }: HttpSetup): Promise<void> {
  try {
    await receiver.start({ host, port });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const why = code === "EADDRINUSE" ? "another program uses it" : String(code ?? error);
    throw new Error(`Slack cannot be served on ${host}:${port}: ${why}. Set slack.host and slack.port.`, {
      cause: error,
    });
  }
  log.info("Slack is served over HTTP", { host, port, path: eventsPath });
}
