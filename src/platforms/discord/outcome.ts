/**
 * What an attempt's error says about the message: surely not there, possibly there, or hopeless here. It decides
 * nothing else; what happens then is the pipeline's.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Failure } from "../insist.ts";

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const codes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  slowMode: 20016,
  channelWriteLimit: 20028,
  oldEdits: 30046,
  missingAccess: 50001,
  cannotWriteToPerson: 50007,
  missingPermissions: 50013,
  tagRequired: 40067,
  threadArchived: 50083,
  threadExists: 160004,
  threadLocked: 160005,
  threadsFull: 160006,
} as const;

const tooManyWaitMs = 60_000;
const tryAgainMs = 10_000;
/** An address that is shut out by Discord's own front answers without a code. */
const shutOutWaitMs = 10 * 60_000;

export const deadToken: Extract<Failure, { kind: "halted" }> = {
  kind: "halted",
  reason:
    "Discord does not accept the bot's token. Make a new one at discord.com/developers (Bot, Reset Token), set DISCORD_TOKEN and start Parley again.",
};

/** A right that Discord told us we do not have, before anything was tried. */
export const lacking = (right: string): string =>
  `Parley lacks the right “${right}” in the channel. Give its role that right there.`;

/** What mends the place, in words for whoever runs it. */
const mended: Readonly<Record<number, string>> = {
  [codes.unknownChannel]: "The channel is not there any more. Let Parley follow in another one.",
  [codes.unknownGuild]: "Parley is not on that server any more. Invite it again.",
  [codes.missingAccess]: "Parley cannot see the channel. Give it View Channel there.",
  [codes.missingPermissions]:
    "Parley lacks a right in the channel. It needs View Channel, Send Messages, Embed Links, Read Message History, Create Public Threads and Send Messages in Threads.",
  [codes.threadsFull]:
    "The server has as many active threads as Discord allows. Close some that nobody needs any more.",
  [codes.tagRequired]:
    "The forum asks for a tag and has none that Parley may use. Make one that everybody may use, or ask for none.",
  [codes.cannotWriteToPerson]:
    "The person takes no direct messages from Parley. They can allow them, or use a channel.",
};

/** Errors of the system that say that no connection came about, so nothing was said. */
const notReached = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_HAS_EXPIRED",
]);

/** `within` is what the request was about: a thread that is gone does not close the whole place. */
export function failureOf(error: unknown, within: "place" | "thread" = "place"): Failure {
  if (error instanceof RateLimitError)
    return {
      kind: "later",
      waitMs: Math.max(1, error.timeToReset, error.retryAfter, error.sublimitTimeout),
      reason: "Discord asked to wait.",
    };
  if (error instanceof DiscordAPIError) return apiFailure(error, within);
  if (error instanceof HTTPError) return httpFailure(error.status);
  const code = codeOf(error);
  if (code !== null && notReached.has(code))
    return { kind: "later", waitMs: tryAgainMs, reason: `Discord could not be reached (${code}).` };
  // The client forgets a token that was refused once.
  if (error instanceof Error && /^Expected token to be set/.test(error.message)) return deadToken;
  return { kind: "unknown", reason: `No answer from Discord came back (${code ?? nameOf(error)}).` };
}

function apiFailure(error: DiscordAPIError, within: "place" | "thread"): Failure {
  const code = Number(error.code);
  if (error.status === 401) return deadToken;
  if (error.status >= 500) return httpFailure(error.status);
  if (code === codes.unknownChannel && within === "thread")
    return { kind: "gone", reason: "The thread is not there any more." };
  if ((code === codes.threadLocked || code === codes.threadArchived) && within === "thread")
    return { kind: "gone", reason: "The thread is closed." };
  // It would hold up every message after it for an hour and more; what it corrects can be told in the thread.
  if (code === codes.oldEdits)
    return { kind: "refused", reason: "Discord lets an old message be changed only so often." };
  const reason = mended[code];
  if (reason !== undefined) return { kind: "halted", reason };
  if (code === codes.slowMode || code === codes.channelWriteLimit || error.status === 429)
    return { kind: "later", waitMs: tooManyWaitMs, reason: `Discord asked to wait (${code}).` };
  return { kind: "refused", reason: `Discord refused it (${code}): ${sentence(error.message)}` };
}

function httpFailure(status: number): Failure {
  if (status === 401) return deadToken;
  if (status === 403 || status === 429)
    return { kind: "later", waitMs: shutOutWaitMs, reason: `Discord lets nobody in from this address (${status}).` };
  if (status >= 500) return { kind: "unknown", reason: `Discord answered with an error of its own (${status}).` };
  return { kind: "refused", reason: `Discord refused it (${status}).` };
}

/** Of a request that changes nothing, or may be made twice: when it failed, nothing was posted. */
export function harmless(failure: Failure): Failure {
  return failure.kind === "unknown" ? { kind: "later", waitMs: tryAgainMs, reason: failure.reason } : failure;
}

/** Whether Discord answered with this code. */
export const isCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const own = "code" in error && typeof error.code === "string" ? error.code : null;
  return own ?? (error.cause === undefined ? null : codeOf(error.cause));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "no error");

/** Discord's own words about a refusal name fields and limits; they are cut, because they may repeat what was sent. */
const sentence = (message: string): string => `${message.split("\n")[0]!.slice(0, 120).replace(/\.$/, "")}.`;
