/**
 * Asks a model within limits: what was asked before is not asked again, nothing is asked beyond a cap, nobody waits longer
 * than they have patience for, and an endpoint that keeps failing is left alone. It never throws: without a reply there
 * is a reason in plain words, and whoever asked goes on with the engine's own.
 */
import { createHash } from "node:crypto";
import type { ModelRequest, Role } from "../../core/model/request.ts";
import type { Clock, Log, Model, Store } from "../../ports.ts";
import { openBreaker } from "./breaker.ts";
import { type Caps, openBudget, type Spent } from "./budget.ts";
import { openGate } from "./gate.ts";
import type { Patience } from "./patience.ts";
import { type Question, type Reply, type Trying, tryToAsk } from "./trying.ts";

export type Asking = {
  readonly name: string;
  readonly caps: Caps;
  does(role: Role): boolean;
  ask<T>(asked: Question<T>, patience: Patience): Promise<Reply<T>>;
  spent(account: string): Promise<Spent>;
  /** What it last failed with; null when it works. */
  trouble(): string | null;
};

export type AskingParts = {
  readonly model: Model;
  readonly store: Pick<Store, "modelReply" | "modelSpending" | "saveModelCall">;
  readonly roles: readonly Role[];
  readonly caps: Caps;
  readonly thinkingTokens: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  /** How long one try may take. */
  readonly tryMs?: number;
  /** The least wait before a second try. */
  readonly pauseMs?: number;
};

/** Questions that are open at once. */
export const questionsAtOnce = 2;
const tryMsMax = 20_000;
const pauseMsMin = 500;

export function openAsking(parts: AskingParts): Asking {
  const { model, store, clock, log } = parts;
  const trying: Trying = {
    ...parts,
    tryMs: parts.tryMs ?? tryMsMax,
    pauseMs: parts.pauseMs ?? pauseMsMin,
    budget: openBudget(store, parts.caps),
    breaker: openBreaker(),
  };
  const gate = openGate(questionsAtOnce);
  const open = new Map<string, Promise<Reply<unknown>>>();

  const answerTo = async <T>(question: Question<T>, key: string, patience: Patience): Promise<Reply<T>> => {
    const cached = await store.modelReply(key);
    const known = cached === null ? null : question.read(cached);
    if (known !== null) return { kind: "read", value: known, cached: true };
    const leave = await gate.enter(patience.signal);
    if (leave === null) return { kind: "none", why: "it did not answer in time" };
    try {
      const { breaker } = trying;
      if (breaker.restsUntil(clock.now()) !== null)
        return { kind: "none", why: `it is left alone for a while: ${breaker.lastFailure()}` };
      return await tryToAsk(question, key, patience, trying);
    } finally {
      leave();
    }
  };

  return {
    name: model.name,
    caps: parts.caps,
    does: (role) => parts.roles.includes(role),
    async ask<T>(question: Question<T>, patience: Patience) {
      const key = keyOf(model.name, question.request);
      const waiting = open.get(key) ?? answerTo(question, key, patience).finally(() => open.delete(key));
      open.set(key, waiting);
      try {
        return (await waiting) as Reply<T>;
      } catch (cause) {
        log.error("A question to the language model failed here", { error: String(cause) });
        return { kind: "none", why: "an error of Parley's own, which the log tells" };
      }
    },
    spent: (account) => trying.budget.spent(account, clock.now()),
    trouble: () => trying.breaker.lastFailure(),
  };
}

const keyOf = (name: string, request: ModelRequest): string =>
  createHash("sha256")
    .update(JSON.stringify([name, request]))
    .digest("hex");
