/**
 * No model: a script that replies as one would, in the shape and at the length, behind a real server on loopback, so that
 * what asking costs can be measured without an endpoint. It says nothing of quality: lines lose their last phrase,
 * everything nearly news is news, and in doubt two things differ.
 */
import { tokensIn } from "../../../src/core/model/request.ts";
import type { Model } from "../../../src/ports.ts";
import { type Asked, modelServer, type Reply } from "../../fakes/model-server.ts";

type Matter = {
  readonly lines?: readonly { readonly id: string; readonly line: string }[];
  readonly claims?: readonly { readonly id: string; readonly text: string }[];
};

/** A script has no price; these are round numbers of the size that small models had in 2026. */
export const standInPrices = { priceIn: 1, priceOut: 4 };

export async function standInServer(): Promise<{ readonly baseUrl: string; close(): Promise<void> }> {
  const server = await modelServer();
  server.say(answered);
  return server;
}

function answered({ body }: Asked): Reply {
  const { name, schema } = shapeOf(body);
  const text = JSON.stringify(
    "ready" in schema.properties ? { ready: "yes" } : replyTo(name, body.messages[1]!.content),
  );
  const asked = body.messages.map(({ content }) => content).join("") + JSON.stringify(schema);
  return { kind: "text", text, usage: [tokensIn(asked), tokensIn(text)] };
}

/** The same without a server, for whoever counts and does not time. */
export const standIn: Model = {
  name: "stand-in script",
  host: "nowhere",
  probe: async () => ({ kind: "ready", format: "json_schema" }),
  ask: async ({ role, system, user, schema }) => {
    const text = JSON.stringify(replyTo(role, user));
    const usage = { tokensIn: tokensIn(system + user + JSON.stringify(schema)), tokensOut: tokensIn(text) };
    return { kind: "answered", text, usage };
  },
};

type Shape = { readonly name: string; readonly schema: { readonly properties: object } };
const shapeOf = (body: Asked["body"]): Shape =>
  (body["response_format"] as { readonly json_schema: Shape }).json_schema;

function replyTo(role: string, user: string): object {
  const { lines = [], claims = [] } = JSON.parse(user.slice("<data>\n".length, -"\n</data>".length)) as Matter;
  switch (role) {
    case "writer":
      return { lines: lines.map(({ id, line }) => ({ id, text: cut(line) })) };
    case "answerer":
      return { sentences: claims.map(({ id, text }) => ({ claim: id, text: cut(text) })) };
    case "extractor":
      return { claims: claims.map(({ id, text }) => ({ id, text: text.length > 200 ? cut(text) : null, news: true })) };
    default:
      return { judgements: claims.map(({ id }) => ({ id, relation: "different", fact: null })) };
  }
}

/** Without its last phrase before the speaker, or before the end. */
function cut(line: string): string {
  const speaker = /, [^,]{3,60} (?:said|says|reported|announced|told [^,]{3,30})\.$/u.exec(line);
  const body = line.slice(0, speaker?.index ?? line.length - 1);
  const at = Math.max(
    body.lastIndexOf(", "),
    body.lastIndexOf(" in "),
    body.lastIndexOf(" after "),
    body.lastIndexOf(" at "),
  );
  return at < 40 ? line : `${body.slice(0, at)}${speaker ? speaker[0] : "."}`;
}
