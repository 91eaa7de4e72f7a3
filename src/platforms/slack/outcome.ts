/**
 * How a call to Slack ended, told from the error that the client threw: surely not done, perhaps done, refused, or
 * nothing to be done until somebody mends it. Slack's own words are https://docs.slack.dev/reference/methods/chat.postMessage.
 */
import type { Failure } from "../insist.ts";

/** What Slack says when nothing can be posted until somebody mends it, and what that somebody does. */
const remedies: Readonly<Record<string, string>> = {
  invalid_auth: "Slack does not accept the bot token. Copy it anew from the app's page under OAuth & Permissions.",
  not_authed: "Slack got no bot token. Set it again and restart Parley.",
  token_revoked: "The bot token was revoked. Install the app again and set the new token.",
  token_expired: "The bot token has expired. Install the app again and set the new token.",
  account_inactive: "The app was removed from this workspace, or the workspace is gone. Install the app again.",
  app_uninstalled: "The app was removed from this workspace. Install it again.",
  team_access_not_granted: "The app has no access to this workspace. Install it there.",
  org_login_required: "The workspace is being moved by its organisation. Wait for the end of it, or ask its owner.",
  ekm_access_denied: "The workspace's owners have suspended access to its messages. Ask them.",
  team_disabled: "The workspace is disabled. Ask its owner.",
  not_in_channel: "Parley is not in this channel. Type /invite @Parley there.",
  channel_not_found:
    "The channel is gone, or it is private and Parley is not in it. Invite Parley, or follow elsewhere.",
  is_archived: "The channel is archived. Unarchive it, or follow elsewhere.",
  missing_scope: "The app lacks a permission. Update its manifest and install it again.",
  no_permission: "The app may not post here. Update its manifest and install it again.",
  restricted_action: "A setting of the workspace forbids the app to post here. Ask an administrator of the workspace.",
  restricted_action_read_only_channel: "Only some people may post in this channel. Ask whoever manages it.",
  restricted_action_thread_only_channel: "Only replies are allowed in this channel. Ask whoever manages it.",
  restricted_action_non_threadable_channel: "Threads are switched off in this channel. Ask whoever manages it.",
  access_denied: "The app is not allowed here. Ask an administrator of the workspace.",
};

/** What Slack says when one thread takes nothing more; the place goes on. */
const closed = new Set(["thread_not_found", "restricted_action_thread_locked", "cannot_reply_to_message"]);
/** Slack could not do it, and cannot say whether it did. */
const doubtful = new Set(["internal_error", "fatal_error", "service_unavailable", "operation_timeout"]);
/** Slack surely did not do it, and may if it is asked again. */
const passing = new Set([
  "ratelimited",
  "rate_limited",
  "request_timeout",
  "team_added_to_org",
  "message_limit_exceeded",
]);

/** The request never left this machine, or nobody took it. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** How long what was surely not done is left alone when Slack names no time. */
export const laterMs = 10_000;
/** Retry-After is told in whole seconds; longer than this is a fault of a proxy. */
const retryAfterSecondsMax = 3_600;

export function failureOf(error: unknown): Failure {
  const { code, data, statusCode, retryAfter } = errorParts(error);
  switch (code) {
    case "slack_webapi_rate_limited_error":
      return later(Math.min(retryAfterSecondsMax, Math.max(1, retryAfter)) * 1_000, "Slack asks to wait.");
    case "slack_webapi_platform_error":
      return refusalOf(data.error, data.needed);
    case "slack_webapi_http_error":
      return statusCode >= 500
        ? unknown(`Slack answered ${statusCode}.`)
        : later(laterMs, `Slack, or something before it, answered ${statusCode}.`);
    case "slack_webapi_request_error":
      return unreached(error);
    default:
      return isBareRateLimit(error)
        ? later(laterMs, "Slack asks to wait, and does not say how long.")
        : unknown(`The call to Slack ended oddly: ${reasonOf(error)}`);
  }
}

/** Slack answered `ok: false`. */
function refusalOf(error: string, needed: string): Failure {
  if (doubtful.has(error)) return unknown(`Slack answered ${error}.`);
  if (passing.has(error)) return later(laterMs, `Slack answered ${error}.`);
  if (closed.has(error)) return { kind: "gone", reason: `The thread takes nothing more: ${error}.` };
  const remedy = remedies[error];
  if (!remedy) return { kind: "refused", reason: `Slack refused it: ${error}.` };
  return { kind: "halted", reason: needed === "" ? remedy : `${remedy} (${needed})` };
}

function unreached(error: unknown): Failure {
  const codes = causesOf(error).map((cause) => String((cause as { code?: unknown }).code ?? ""));
  return codes.some((code) => unsent.has(code))
    ? later(laterMs, `Slack cannot be reached (${codes.find((code) => unsent.has(code))}).`)
    : unknown(`The connection to Slack broke off: ${reasonOf(causesOf(error).at(-1))}`);
}

/** Slack's word for why it refused, such as `msg_blocks_too_long`; empty for any other error. */
export const refusedWord = (error: unknown): string => errorParts(error).data.error;

/** Slack asks for silence, for a time that it names or not. */
export function isRateLimit(error: unknown): boolean {
  const { code, data } = errorParts(error);
  return code === "slack_webapi_rate_limited_error" || /rate_?limited/.test(data.error) || isBareRateLimit(error);
}

/** A 429 without a readable Retry-After comes as a bare error. */
const isBareRateLimit = (error: unknown): boolean => /retry[- ]header/i.test(reasonOf(error));

const later = (waitMs: number, reason: string): Failure => ({ kind: "later", waitMs, reason });
const unknown = (reason: string): Failure => ({ kind: "unknown", reason });

type Parts = {
  readonly code: string;
  readonly data: { readonly error: string; readonly needed: string };
  readonly statusCode: number;
  readonly retryAfter: number;
};

/** The client's errors by their `code`, as its own documentation asks: several copies of its classes may be loaded. */
function errorParts(error: unknown): Parts {
  const known = (typeof error === "object" && error !== null ? error : {}) as Readonly<Record<string, unknown>>;
  const data = (typeof known["data"] === "object" && known["data"] !== null ? known["data"] : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    code: String(known["code"] ?? ""),
    data: { error: String(data["error"] ?? ""), needed: String(data["needed"] ?? "") },
    statusCode: Number(known["statusCode"] ?? 0),
    retryAfter: Number(known["retryAfter"] ?? 0),
  };
}

/** The error, what it wraps, and what that was caused by; bounded, since causes can form a ring. */
function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let next: unknown = error;
  while (typeof next === "object" && next !== null && chain.length < 8) {
    chain.push(next);
    const { original, cause } = next as { original?: unknown; cause?: unknown };
    next = original ?? cause;
  }
  return chain;
}

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
