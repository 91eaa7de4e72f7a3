/** One question to a model, tried at most twice: paid from a budget, judged by its outcome, and told to the breaker. */

import type { ModelOutcome } from "../../core/model/outcome.ts";
import { type ModelRequest, tokensOf } from "../../core/model/request.ts";
import { minuteMs } from "../../core/schedule/zone.ts";
import type { Clock, Log, Model } from "../../ports.ts";
import type { Breaker } from "./breaker.ts";
import type { Budget, Cost } from "./budget.ts";
import { type Patience, rest } from "./patience.ts";

export type Question<T> = {
  readonly request: ModelRequest;
  /** Null when the reply is no such thing. */
  readonly read: (reply: string) => T | null;
  readonly account: string;
};

export type Reply<T> =
  | { readonly kind: "read"; readonly value: T; readonly cached: boolean }
  | { readonly kind: "none"; readonly why: string };

export type Trying = {
  readonly model: Model;
  readonly budget: Budget;
  readonly breaker: Breaker;
  /** Tokens that the model may think with, besides its reply. */
  readonly thinkingTokens: number;
  readonly tryMs: number;
  /** The least wait before a second try. */
  readonly pauseMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** 0…1, a fresh draw a call: spreads second tries. */
  readonly chance: () => number;
};

export const triesMax = 2;
/** After a fault that only a person can mend. */
const deniedRestMs = 30 * minuteMs;
const late = "it did not answer in time";

/** `key` names the question for whoever asks it again. */
export async function tryToAsk<T>(
  question: Question<T>,
  key: string,
  patience: Patience,
  trying: Trying,
): Promise<Reply<T>> {
  let why = late;
  for (let attempt = 1; attempt <= triesMax && patience.left() > 0; attempt++) {
    const tried = await tryOnce(question, key, patience, trying);
    if ("value" in tried) return { kind: "read", value: tried.value, cached: false };
    if (tried.outcome === null) return { kind: "none", why: "the day's budget for it is used up" };
    why = whyNot(tried.outcome);
    const again = pauseBefore(tried.outcome, trying);
    if (again === null || attempt === triesMax || again >= patience.left()) {
      noteFailure(tried.outcome, why, trying);
      break;
    }
    await rest(again, patience);
  }
  trying.log.warn("A language model gave no reply that can be used", { role: question.request.role, reason: why });
  return { kind: "none", why };
}

/** What was read, or how it ended; null where there is no money left for it. */
async function tryOnce<T>(
  { request, read, account }: Question<T>,
  key: string,
  patience: Patience,
  { model, budget, breaker, thinkingTokens, tryMs, clock }: Trying,
): Promise<{ readonly value: T } | { readonly outcome: ModelOutcome | null }> {
  const reserved = await budget.reserve(account, mostOf(request, thinkingTokens), clock.now());
  if (reserved === null) return { outcome: null };
  const outcome = await inTime(model, request, AbortSignal.any([patience.signal, AbortSignal.timeout(tryMs)]));
  const value = outcome.kind === "answered" ? read(outcome.text) : null;
  const kept = value !== null && outcome.kind === "answered" ? { key, reply: outcome.text } : null;
  await reserved.settle(costOf(outcome, request), kept, clock.now());
  if (value === null) return { outcome };
  breaker.worked();
  return { value };
}

/** The signal ends the wait also where a client does not hear it. */
function inTime(model: Model, request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome> {
  const ended = new Promise<ModelOutcome>((resolve) => {
    if (signal.aborted) resolve({ kind: "late" });
    signal.addEventListener("abort", () => resolve({ kind: "late" }), { once: true });
  });
  return Promise.race([ended, model.ask(request, signal).catch((): ModelOutcome => ({ kind: "unreachable" }))]);
}

/** No text has more tokens than half its characters. */
const mostOf = (request: ModelRequest, thinking: number): Cost => ({
  tokensIn: Math.ceil((tokensOf(request) - request.tokensMax) * 1.5),
  tokensOut: request.tokensMax + thinking,
});

/** What has surely cost nothing costs nothing; what nobody counted is guessed. */
function costOf(outcome: ModelOutcome, request: ModelRequest): Cost | null {
  const { kind } = outcome;
  if (kind === "limited" || kind === "failing" || kind === "unreachable" || kind === "denied") return null;
  if (kind === "answered" && outcome.usage) return outcome.usage;
  const tokensOut = kind === "answered" ? Math.ceil(outcome.text.length / 3) : kind === "cut" ? request.tokensMax : 0;
  return { tokensIn: tokensOf(request) - request.tokensMax, tokensOut };
}

/** Milliseconds before a second try; null when it would be in vain. */
function pauseBefore(outcome: ModelOutcome, { pauseMs, chance }: Trying): number | null {
  const jittered = pauseMs * (1 + 2 * chance());
  if (outcome.kind === "limited") return outcome.waitMs === null ? 2 * jittered : outcome.waitMs + jittered;
  return outcome.kind === "refused" || outcome.kind === "cut" || outcome.kind === "denied" ? null : jittered;
}

/** What a model says, or declines to say, of one matter says nothing of its endpoint. */
function noteFailure(outcome: ModelOutcome, why: string, { breaker, clock }: Trying): void {
  const now = clock.now();
  if (outcome.kind === "denied") breaker.restFor(deniedRestMs, now, why);
  else if (outcome.kind === "limited" && outcome.waitMs !== null) breaker.restFor(outcome.waitMs, now, why);
  else if (outcome.kind !== "refused" && outcome.kind !== "cut") breaker.failed(now, why);
}

function whyNot(outcome: ModelOutcome): string {
  switch (outcome.kind) {
    case "answered":
      return "its reply had not the shape that was asked for";
    case "refused":
      return "it declined";
    case "cut":
      return "its reply was longer than allowed";
    case "malformed":
      return `its reply could not be read: ${outcome.reason}`;
    case "late":
      return late;
    case "limited":
      return "it takes no more requests for now (429)";
    case "failing":
      return `its server is at fault (${outcome.status})`;
    case "unreachable":
      return "it could not be reached";
    case "denied":
      return outcome.reason;
  }
}
