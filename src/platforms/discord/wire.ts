/**
 * Requests to Discord: one try each, with a deadline, within its rate limits. What a failed try means is not known
 * here. Nothing is retried, because only some requests may be made twice.
 */
import { REST, RESTEvents, Routes } from "discord.js";
import type { Clock, Log } from "../../ports.ts";
import type { Failure } from "../insist.ts";
import { attemptTimeoutMs, rateLimitWaitMaxMs, requestTimeoutMs } from "./limits.ts";
import { deadToken } from "./outcome.ts";
import { openRefusals } from "./refusals.ts";

/** Limits in a row that are waited for, on one kind of request. */
const bitesMax = 1;

export type WireSetup = {
  readonly token: string;
  /** Another address than Discord's own, for tests. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Log;
};

export type Wire = {
  readonly rest: REST;
  /** The bot's own user id. */
  me(): Promise<string>;
  /** Why nothing may be asked now; null when something may. */
  shut(): Failure | null;
  /** The token was refused, here or on the gateway. */
  refuseToken(): void;
  /** A deadline for all requests of one attempt. */
  deadline(): AbortSignal;
  close(): void;
};

/** Options that every client of ours shares. */
export const restOptions = (apiUrl: string | null) => ({
  ...(apiUrl === null ? {} : { api: apiUrl }),
  version: "10",
  timeout: requestTimeoutMs,
  retries: 0,
  rejectOnRateLimit: ({ timeToReset, retryAfter, sublimitTimeout }: Waiting) =>
    Math.max(timeToReset, retryAfter, sublimitTimeout) > rateLimitWaitMaxMs,
  userAgentAppendix: "Parley",
});

type Waiting = { readonly timeToReset: number; readonly retryAfter: number; readonly sublimitTimeout: number };

export function openWire({ token, apiUrl, clock, log }: WireSetup): Wire {
  const options = restOptions(apiUrl);
  const limited = new Map<string, number>();
  const rest = new REST({
    ...options,
    // One that bites again is the outbox's to wait for: the client by itself would ask again and again.
    rejectOnRateLimit: (waiting) =>
      (limited.get(`${waiting.method} ${waiting.route}`) ?? 0) > bitesMax || options.rejectOnRateLimit(waiting),
  }).setToken(token);
  const refusals = openRefusals(clock);
  let isRefused = false;
  let own: Promise<string> | null = null;
  rest.on(RESTEvents.Response, ({ method, route }, { status }) => {
    const name = `${method} ${route}`;
    if (status === 429) limited.set(name, (limited.get(name) ?? 0) + 1);
    else limited.delete(name);
    if (refusals.answered(status)) log.warn("Discord refused many requests, and is left alone for some minutes");
  });
  const askWhoIAm = async () => ((await rest.get(Routes.user())) as { readonly id: string }).id;
  return {
    rest,
    me: () => {
      own ??= askWhoIAm().catch((error: unknown) => {
        own = null;
        throw error;
      });
      return own;
    },
    shut: () => {
      if (isRefused) return deadToken;
      const waitMs = refusals.restMs();
      return waitMs > 0 ? { kind: "later", waitMs, reason: "Discord refused too many requests." } : null;
    },
    refuseToken: () => {
      isRefused = true;
    },
    deadline: () => AbortSignal.timeout(attemptTimeoutMs),
    close: () => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
