/** The writer: shorter, plainer words for the lines of a digest, each from its own source and nothing else. */

import { lineMax } from "../../claim/shorten.ts";
import type { Change } from "../../digest/digest.ts";
import { leavingOut, type ModelRequest, requestOf } from "../request.ts";
import { list, object, readReply, text } from "../schema.ts";

export type Written = { readonly id: string; readonly text: string };

const schema = object({ lines: list(object({ id: text, text })) });

const task = [
  `Rewrite each line as one plain English sentence of at most ${lineMax} characters, shorter where that loses nothing.`,
  leavingOut,
  "Leave a line out of the reply when you would not change it. Use each id at most once, and no other.",
].join(" ");

/** Lines that are short, whole and in their own words already are not sent. */
const shortMax = 110;

/** Whether a line could gain from being rewritten. A dispute is told in the words of both sides, a confirmation with who confirms. */
export const isRewritable = ({ kind, text: line, borrowed }: Change): boolean =>
  kind !== "disputed" &&
  kind !== "confirmed" &&
  (line.length > shortMax || line.includes("…") || borrowed.some((name) => line.startsWith(`${name}: `)));

/** Of a longer quote the beginning is sent: what a line is made from stands there. */
const quoteMax = 600;

export function writerRequest(changes: readonly Change[]): ModelRequest {
  const lines = changes.map(({ ref, text: line, evidence }) => {
    const quote = evidence[0]!.quote.slice(0, quoteMax);
    return line === quote ? { id: ref, line } : { id: ref, line, quote };
  });
  return requestOf({
    role: "writer",
    version: "writer-2",
    schema,
    tokensMax: 60 + 90 * changes.length,
    task,
    matter: { lines },
  });
}

/** Null when the reply is no such thing. */
export const readWritten = (reply: string): readonly Written[] | null =>
  readReply<{ readonly lines: readonly Written[] }>(reply, schema)?.lines ?? null;
