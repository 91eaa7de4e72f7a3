/**
 * One conditional GET: guarded, within a deadline and byte limits, following redirects by hand so that every hop
 * passes the guard. Outcomes are values; nothing is thrown. It does not know what a feed is.
 */
import { Agent, type Dispatcher, request } from "undici";
import type { FeedAnswer, Validators } from "../core/feed/feed.ts";
import { readBody, TooBig, UnknownEncoding } from "./body.ts";
import { type Headers, header } from "./freshness.ts";
import { Blocked, guardedConnector, type Resolve, refusal, resolveBySystem } from "./guard.ts";
import { type FetchLimits, fetchLimits } from "./limits.ts";

export type Failure = Extract<FeedAnswer, { kind: "failed" }>["failure"];

export type FetchOutcome =
  | { readonly kind: "not-modified"; readonly headers: Headers }
  | {
      readonly kind: "body";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly headers: Headers;
      /** Where the body was found in the end. */
      readonly url: string;
    }
  | { readonly kind: "failed"; readonly failure: Failure; readonly reason: string; readonly headers: Headers };

export type FetchOptions = {
  /** An address or page where an outlet can complain; it becomes part of the User-Agent. */
  readonly contact: string;
  /** Exact `host:port` pairs that may be private; only ever from the operator's configuration. */
  readonly allowedHosts?: readonly string[];
  /** Ports beyond the usual ones that public hosts may be asked on. */
  readonly allowedPorts?: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
};

export type Fetcher = {
  get(url: string, validators: Validators): Promise<FetchOutcome>;
  close(): Promise<void>;
};

/** Of an address, in a message. */
const shownCharsMax = 200;

const accept =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

type Context = {
  readonly agent: Dispatcher;
  readonly limits: FetchLimits;
  readonly allowedHosts: ReadonlySet<string>;
  readonly allowedPorts: ReadonlySet<string>;
  readonly headers: Readonly<Record<string, string>>;
};

export function openFetcher(options: FetchOptions): Fetcher {
  const limits = { ...fetchLimits, ...options.limits };
  const allowedHosts = new Set(options.allowedHosts ?? []);
  const allowedPorts = new Set(options.allowedPorts ?? []);
  const resolve = options.resolve ?? resolveBySystem;
  const agent = new Agent({
    connect: guardedConnector({ allowedHosts, connectMs: limits.connectMs, resolve }),
    connections: 2,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.exchangeMs,
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: limits.keepAliveMs,
  });
  const headers = {
    "user-agent": `Parley/0.1 (feed reader; +${options.contact.replace(/[^\x20-\x7e]/g, "")})`,
    "accept-encoding": "gzip, br",
    accept,
  };
  return {
    get: (url, validators) => get({ agent, limits, allowedHosts, allowedPorts, headers }, url, validators),
    close: () => agent.destroy(),
  };
}

async function get(context: Context, address: string, validators: Validators): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(context.limits.exchangeMs);
  try {
    return await follow(context, address, validators, signal);
  } catch (error) {
    return failureOf(error, signal);
  }
}

async function follow(
  context: Context,
  address: string,
  validators: Validators,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  if (!URL.canParse(address)) return failed("blocked", `"${address.slice(0, shownCharsMax)}" is not an address.`);
  let url = new URL(address);
  for (let hop = 0; hop <= context.limits.redirectsMax; hop += 1) {
    const refused = refusal(url, context.allowedHosts, context.allowedPorts);
    if (refused !== null) return failed("blocked", refused);
    [url.username, url.password, url.hash] = ["", "", ""];
    const response = await request(url.href, {
      dispatcher: context.agent,
      signal,
      headers: { ...context.headers, ...conditions(validators) },
    });
    const location = redirection(response);
    if (location === null) return settle(context, response, url.href, validators, signal);
    discard(response);
    if (!URL.canParse(location, url.href))
      return failed("server", "The server redirects to something that is not an address.");
    const next: URL = new URL(location, url);
    if (url.protocol === "https:" && next.protocol === "http:")
      return failed("blocked", "The server redirects from https to http, which is not followed.");
    url = next;
  }
  return failed("server", `The address redirects more than ${context.limits.redirectsMax} times.`);
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirection(response: Dispatcher.ResponseData): string | null {
  return redirects.has(response.statusCode) ? header(response.headers, "location") : null;
}

function conditions(validators: Validators): Readonly<Record<string, string>> {
  return {
    ...(validators.etag === null ? {} : { "if-none-match": validators.etag }),
    ...(validators.lastModified === null ? {} : { "if-modified-since": validators.lastModified }),
  };
}

async function settle(
  context: Context,
  response: Dispatcher.ResponseData,
  url: string,
  validators: Validators,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { headers, statusCode } = response;
  if (statusCode === 200 || statusCode === 203) {
    const encoding = header(headers, "content-encoding");
    return { kind: "body", bytes: await readBody(response.body, encoding, context.limits, signal), headers, url };
  }
  discard(response);
  if (statusCode === 304 && (validators.etag !== null || validators.lastModified !== null))
    return { kind: "not-modified", headers };
  return { ...failureOfStatus(statusCode, headers), headers };
}

/** Ends a body that nobody reads, so that its socket is free. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on("error", () => {});
  response.body.destroy();
}

function failureOfStatus(status: number, headers: Headers) {
  if (header(headers, "cf-mitigated") !== null)
    return failed("challenge", "The site answers with a check for humans; ask the outlet for an open feed address.");
  if (status === 410) return failed("gone", "The publisher says that this feed is gone (410).");
  if (status === 404) return failed("missing", "Nothing is found at this address (404); check it.");
  if (status === 401 || status === 403)
    return failed("forbidden", `The site refuses to hand out this feed (${status}); ask the outlet for access.`);
  if (status === 429) return failed("limited", "The site asks for fewer requests (429); Parley waits longer.");
  return failed("server", `The server answered ${status} instead of a feed; Parley tries again later.`);
}

const tlsCode = /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function failureOf(error: unknown, signal: AbortSignal): FetchOutcome {
  const code = codeOf(error);
  if (signal.aborted || code.endsWith("_TIMEOUT") || code === "ETIMEDOUT")
    return failed("timeout", "The server did not answer completely in time; Parley tries again later.");
  if (error instanceof Blocked) return failed("blocked", error.message);
  if (error instanceof TooBig) return failed("too-big", error.message);
  if (error instanceof UnknownEncoding) return failed("unreadable", error.message);
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI") || code.startsWith("ERR__ERROR_FORMAT"))
    return failed("unreadable", "The compressed body is damaged; Parley tries again later.");
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return failed("network", "The host name cannot be resolved; check the address.");
  if (tlsCode.test(code)) return failed("network", `The certificate of the site is not valid (${code}).`);
  return failed("network", `The site cannot be reached (${code}); Parley tries again later.`);
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}

function failed(failure: Failure, reason: string): Extract<FetchOutcome, { kind: "failed" }> {
  return { kind: "failed", failure, reason, headers: {} };
}
