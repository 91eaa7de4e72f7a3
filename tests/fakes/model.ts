/** A model that says what it is told to say, goes silent, breaks and works again, and remembers what it was asked. */

import type { ModelOutcome } from "../../src/core/model/outcome.ts";
import type { ModelRequest, Role } from "../../src/core/model/request.ts";
import type { Model } from "../../src/ports.ts";

/** What stands between the marks of a request. */
export type Matter = {
  readonly lines: readonly {
    readonly id: string;
    readonly line: string;
    readonly quote?: string;
    readonly text?: string;
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly text: string;
    readonly facts?: readonly { readonly id: string }[];
  }[];
  readonly question: string;
};

export type FakeModel = Model & {
  readonly asked: ModelRequest[];
  /** The most requests that were open at one time. */
  mostAtOnce(): number;
  /** From now on this role replies so; a text is the reply itself. */
  says(role: Role, decide: (matter: Matter, request: ModelRequest) => object | string): void;
  /** Ends every request so, so many times or until it works again. */
  ends(outcome: ModelOutcome, times?: number): void;
  /** Answers nothing until the signal comes, or not even then. */
  goesSilent(deaf?: boolean): void;
  works(): void;
};

const nothing: Readonly<Record<Role, object>> = {
  writer: { lines: [] },
  answerer: { sentences: [] },
  extractor: { claims: [] },
  judge: { judgements: [] },
};

export function modelInMemory(): FakeModel {
  const asked: ModelRequest[] = [];
  const replies = new Map<Role, (matter: Matter, request: ModelRequest) => object | string>();
  let ending: { readonly outcome: ModelOutcome; left: number } | null = null;
  let silence: "none" | "until the signal" | "for ever" = "none";
  let [open, most] = [0, 0];
  const reply = async (request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome> => {
    if (silence === "for ever") return new Promise(() => {});
    if (silence === "until the signal")
      return new Promise((resolve) =>
        signal.addEventListener("abort", () => resolve({ kind: "late" }), { once: true }),
      );
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (ending && ending.left > 0) {
      ending.left -= 1;
      return ending.outcome;
    }
    const said = replies.get(request.role)?.(matterOf(request), request) ?? nothing[request.role];
    return {
      kind: "answered",
      text: typeof said === "string" ? said : JSON.stringify(said),
      usage: { tokensIn: 100, tokensOut: 20 },
    };
  };
  return {
    name: "toy-model",
    host: "127.0.0.1",
    asked,
    mostAtOnce: () => most,
    async ask(request, signal) {
      asked.push(request);
      open += 1;
      most = Math.max(most, open);
      try {
        return await reply(request, signal);
      } finally {
        open -= 1;
      }
    },
    probe: async () => ({ kind: "ready", format: "json_schema" }),
    says: (role, decide) => void replies.set(role, decide),
    ends: (outcome, times = Number.POSITIVE_INFINITY) => {
      ending = { outcome, left: times };
    },
    goesSilent: (deaf = false) => {
      silence = deaf ? "for ever" : "until the signal";
    },
    works: () => {
      [ending, silence] = [null, "none"];
    },
  };
}

export const matterOf = ({ user }: ModelRequest): Matter =>
  JSON.parse(user.slice("<data>\n".length, -"\n</data>".length)) as Matter;
