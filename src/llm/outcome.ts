/** What became of a call, by name: the client's exceptions and the odd shapes of answers, without a word of the server's. */

import type { ModelOutcome, ModelUsage } from "../core/model/outcome.ts";
import { dayMs } from "../core/schedule/zone.ts";

type Errors = typeof import("openai");

/** Waits that a server asks for beyond this are no waits. */
const waitMsMax = dayMs;

export function outcomeOfError(cause: unknown, errors: Errors): ModelOutcome {
  if (cause instanceof errors.APIUserAbortError || cause instanceof errors.APIConnectionTimeoutError)
    return { kind: "late" };
  if (cause instanceof errors.APIConnectionError) return { kind: "unreachable" };
  if (cause instanceof errors.APIError) return outcomeOfStatus(cause);
  if (cause instanceof Error && (cause.name === "AbortError" || cause.name === "TimeoutError")) return { kind: "late" };
  return { kind: "malformed", reason: "the answer could not be read" };
}

type Failed = { readonly status: number | undefined; readonly headers: Headers | undefined; readonly code?: unknown };

function outcomeOfStatus({ status, headers, code }: Failed): ModelOutcome {
  if (status === undefined) return { kind: "unreachable" };
  if (status === 429)
    return code === "insufficient_quota"
      ? { kind: "denied", reason: "the account has no money left" }
      : { kind: "limited", waitMs: waitOf(headers) };
  if (status >= 500 || status === 408 || status === 409) return { kind: "failing", status };
  const reasons: Readonly<Record<number, string>> = {
    401: "the key is not taken (401)",
    403: "the key may not use this (403)",
    404: "there is no such model or address (404)",
  };
  return { kind: "denied", reason: reasons[status] ?? `the request is not taken (${status})` };
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date against the server's own clock. */
function waitOf(headers: Headers | undefined): number | null {
  const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  const after = headers?.get("retry-after") ?? "";
  const now = Date.parse(headers?.get("date") ?? "");
  const wait = Number.isFinite(ms) ? ms : /^[\d.]+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
  return Number.isFinite(wait) ? Math.min(waitMsMax, Math.max(0, wait)) : null;
}

/** An answer with status 200, which may still be no reply at all. */
export function outcomeOfAnswer(answer: unknown): ModelOutcome {
  if (typeof answer !== "object" || answer === null) return { kind: "malformed", reason: "another document came" };
  const { choices, usage } = answer as { readonly choices?: unknown; readonly usage?: unknown };
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (typeof first !== "object" || first === null)
    return { kind: "malformed", reason: "there is no choice in the answer" };
  const { finish_reason: end, message } = first as { readonly finish_reason?: unknown; readonly message?: unknown };
  const { refusal, content } = (message ?? {}) as { readonly refusal?: unknown; readonly content?: unknown };
  if (refusal || end === "content_filter") return { kind: "refused" };
  if (end === "length") return { kind: "cut" };
  if (typeof content !== "string" || content.trim() === "") return { kind: "malformed", reason: "the reply is empty" };
  return { kind: "answered", text: content, usage: usageOf(usage) };
}

/** Servers of one's own often count nothing, or count 0. */
function usageOf(usage: unknown): ModelUsage | null {
  const { prompt_tokens: tokensIn, completion_tokens: tokensOut } = (usage ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof tokensIn !== "number" || typeof tokensOut !== "number" || tokensIn <= 0) return null;
  return { tokensIn, tokensOut };
}
