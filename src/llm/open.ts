/**
 * An OpenAI-compatible endpoint behind the Model port. The client is loaded with the first request, so that a bot without
 * a model carries none of it. It retries nothing by itself: when to ask again is decided in the pipeline.
 */
import type { OpenAI } from "openai";
import type { ModelOutcome } from "../core/model/outcome.ts";
import type { ModelRequest } from "../core/model/request.ts";
import { object, readReply, text } from "../core/model/schema.ts";
import type { Model } from "../ports.ts";
import { boundedFetch } from "./bounded.ts";
import { afterRefusal, firstManner, type Manner, simpler } from "./manner.ts";
import { outcomeOfAnswer, outcomeOfError } from "./outcome.ts";

export type Endpoint = {
  readonly baseUrl: string;
  readonly name: string;
  /** Null for servers that want none. */
  readonly key: string | null;
  /** Tokens that the model may think with before it replies, on top of those of the reply. */
  readonly thinkingTokens: number;
};

/** A limit behind ours, for whatever our signal does not end. */
const requestMs = 60_000;
/** A server's refusals that are answered with another manner of asking, in one request. */
const mannersMax = 5;

type Opened = { readonly client: OpenAI; readonly errors: typeof import("openai") };

export function openModel({ baseUrl, name, key, thinkingTokens }: Endpoint): Model {
  const { hostname, host } = new URL(baseUrl);
  let opened: Promise<Opened> | null = null;
  // What could not be loaded is tried again with the next request.
  const open = () =>
    (opened ??= load(baseUrl, key).catch((cause: unknown) => {
      opened = null;
      throw cause;
    }));
  let manner = firstManner(hostname);
  const ask = async (request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome> => {
    const { client, errors } = await open();
    for (let tries = 0; ; tries++) {
      const used = manner;
      try {
        return outcomeOfAnswer(
          await client.chat.completions.create(bodyOf(request, name, used, thinkingTokens), { signal }),
        );
      } catch (cause) {
        const next = cause instanceof errors.BadRequestError ? afterRefusal(used, cause.message) : null;
        if (next === null || tries >= mannersMax) return outcomeOfError(cause, errors);
        manner = next;
      }
    }
  };
  return {
    name,
    host,
    ask,
    async probe(signal) {
      for (;;) {
        const outcome = probed(await ask(probeRequest, signal));
        if (outcome.kind === "answered") return { kind: "ready", format: manner.format };
        const next = outcome.kind === "malformed" ? simpler(manner) : null;
        if (next === null) return outcome;
        manner = next;
      }
    },
  };
}

async function load(baseURL: string, key: string | null): Promise<Opened> {
  const errors = await import("openai");
  const client = new errors.OpenAI({
    baseURL,
    apiKey: key ?? "none",
    // What the environment says about other accounts is not meant for this endpoint.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: requestMs,
    logLevel: "off",
    fetch: boundedFetch,
  });
  return { client, errors };
}

function bodyOf(
  { role, system, user, schema, tokensMax }: ModelRequest,
  model: string,
  { format, limit, steady }: Manner,
  thinking: number,
) {
  const shape = `${system}\n\nThe shape of the reply, as a JSON schema: ${JSON.stringify(schema)}`;
  return {
    model,
    messages: [
      { role: "system" as const, content: format === "json_schema" ? system : shape },
      { role: "user" as const, content: user },
    ],
    [limit]: tokensMax + thinking,
    ...(steady ? { temperature: 0, seed: 1 } : {}),
    ...(format === "json_schema"
      ? {
          response_format: {
            type: "json_schema" as const,
            json_schema: { name: role, strict: true, schema: { ...schema } },
          },
        }
      : format === "json_object"
        ? { response_format: { type: "json_object" as const } }
        : {}),
  };
}

const probeShape = object({ ready: text });
const probeRequest: ModelRequest = {
  role: "writer",
  version: "probe-1",
  system: 'Reply with the JSON object {"ready":"yes"} and nothing else.',
  user: "<data>\n{}\n</data>",
  schema: probeShape,
  tokensMax: 200,
};

/** A reply in another shape than the probe's is none: the server took the schema and did not keep to it. */
function probed(outcome: ModelOutcome): ModelOutcome {
  if (outcome.kind !== "answered" || readReply(outcome.text, probeShape) !== null) return outcome;
  return { kind: "malformed", reason: "it does not keep to the shape of a reply" };
}
