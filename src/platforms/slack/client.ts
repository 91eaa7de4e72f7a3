/** How Slack's own client is used: one attempt a call, a time limit on each, and a log that holds no text of anybody. */
import { type Logger, LogLevel, webApi } from "@slack/bolt";
import type { Log } from "../../ports.ts";
import { requestMs } from "./limits.ts";

export type WebClient = webApi.WebClient;
export type ClientOptions = webApi.WebClientOptions;

export function clientOptions(apiUrl: string, log: Log): ClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: requestMs,
    // A second attempt of the client's own would post twice.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger(log),
    fetch: withTimeLimit,
  };
}

export const openClient = (token: string, options: ClientOptions): WebClient => new webApi.WebClient(token, options);

/** Answers through a `response_url` use the same function and set no limit of their own. */
const withTimeLimit: NonNullable<ClientOptions["fetch"]> = (url, init) =>
  globalThis.fetch(url, { redirect: "error", ...init, signal: init?.signal ?? AbortSignal.timeout(requestMs) });

/** Characters of one thing that the SDK logs. */
const loggedMax = 300;

/** What the SDK logs below a warning holds whole messages, so it is dropped. */
export function quietLogger(log: Log): Logger {
  const joined = (all: readonly unknown[]): string =>
    all
      .filter((one) => typeof one === "string" || one instanceof Error)
      .map((one) => (one instanceof Error ? one.message : String(one)).slice(0, loggedMax))
      .join(" ");
  return {
    debug() {},
    info() {},
    warn: (...all) => log.warn("Slack's client warns", { what: joined(all) }),
    error: (...all) => log.warn("Slack's client reports a fault", { what: joined(all) }),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** Slack did not take an answer; in the shape of the SDK's own errors, so that it is judged like them. */
export class ResponseRefused extends Error {
  readonly code: string;
  readonly statusCode: number;
  readonly retryAfter: number;
  constructor(statusCode: number, retryAfter: number) {
    super(`Slack answered ${statusCode} to an answer.`);
    this.statusCode = statusCode;
    this.retryAfter = retryAfter;
    this.code = statusCode === 429 ? "slack_webapi_rate_limited_error" : "slack_webapi_http_error";
  }
}

/** Posts to a `response_url`; throws when Slack does not take it. */
export function respondTo(url: string): (body: Readonly<Record<string, unknown>>) => Promise<void> {
  return async (body) => {
    const response = await withTimeLimit(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
    });
    await response.text();
    if (!response.ok) throw new ResponseRefused(response.status, Number(response.headers.get("retry-after") ?? 1));
  };
}
