/**
 * Requests with their replies, one a line of JSON: what a model said once can be measured again without a key, an endpoint
 * or a cost. A request is known by everything that it says.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { ModelOutcome } from "../../../src/core/model/outcome.ts";
import type { ModelRequest } from "../../../src/core/model/request.ts";
import type { Model } from "../../../src/ports.ts";

export type Recorded = {
  readonly role: ModelRequest["role"];
  readonly version: string;
  readonly user: string;
  readonly reply: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
};

const nameOf = ({ role, version, user }: Pick<ModelRequest, "role" | "version" | "user">) =>
  `${role} ${version} ${user}`;

/** Asks and remembers; `save` writes what was replied, in the order of the requests' text. */
export function recording(model: Model): { readonly model: Model; save(file: string): number } {
  const kept = new Map<string, Recorded>();
  return {
    model: {
      ...model,
      async ask(request, signal) {
        const outcome = await model.ask(request, signal);
        if (outcome.kind === "answered") {
          const { role, version, user } = request;
          const { tokensIn, tokensOut } = outcome.usage ?? { tokensIn: 0, tokensOut: 0 };
          kept.set(nameOf(request), { role, version, user, reply: outcome.text, tokensIn, tokensOut });
        }
        return outcome;
      },
    },
    save(file) {
      const rows = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => JSON.stringify(row));
      writeFileSync(file, `${rows.join("\n")}\n`);
      return rows.length;
    },
  };
}

/** Replies what was recorded; what was never asked then is not answered now. */
export function replaying(file: string): Model {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const kept = new Map(rows.map((line) => JSON.parse(line) as Recorded).map((row) => [nameOf(row), row]));
  return {
    name: "recorded",
    host: "nowhere",
    probe: async () => ({ kind: "ready", format: "json_schema" }),
    ask: async (request): Promise<ModelOutcome> => {
      const row = kept.get(nameOf(request));
      if (!row) return { kind: "denied", reason: "this request is not in the recording" };
      const { reply, tokensIn, tokensOut } = row;
      return { kind: "answered", text: reply, usage: tokensIn > 0 ? { tokensIn, tokensOut } : null };
    },
  };
}
