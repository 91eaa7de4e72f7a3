/**
 * No model: a script that replies as one would, in the shape and at the length, so that what asking costs can be measured
 * without an endpoint. It says nothing of quality: lines lose their last phrase, everything nearly news is news, and in
 * doubt two things differ.
 */
import { type ModelRequest, tokensIn } from "../../../src/core/model/request.ts";
import type { Model } from "../../../src/ports.ts";

type Matter = {
  readonly lines?: readonly { readonly id: string; readonly line: string }[];
  readonly claims?: readonly { readonly id: string; readonly text: string }[];
};

export const standIn: Model = {
  name: "stand-in script",
  host: "nowhere",
  probe: async () => ({ kind: "ready", format: "json_schema" }),
  ask: async (request) => {
    const text = JSON.stringify(replyTo(request));
    const { system, user, schema } = request;
    const usage = { tokensIn: tokensIn(system + user + JSON.stringify(schema)), tokensOut: tokensIn(text) };
    return { kind: "answered", text, usage };
  },
};

function replyTo({ role, user }: ModelRequest): object {
  const { lines = [], claims = [] } = JSON.parse(user.slice("<data>\n".length, -"\n</data>".length)) as Matter;
  switch (role) {
    case "writer":
      return { lines: lines.map(({ id, line }) => ({ id, text: cut(line) })) };
    case "answerer":
      return { sentences: claims.map(({ id, text }) => ({ claim: id, text: cut(text) })) };
    case "extractor":
      return { claims: claims.map(({ id, text }) => ({ id, text: text.length > 200 ? cut(text) : null, news: true })) };
    case "judge":
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
