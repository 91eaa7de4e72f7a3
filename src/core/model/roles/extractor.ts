/** The extractor: for claims that the engine could read and not settle, words that stand alone, and whether they are news. */
import { lineMax } from "../../claim/shorten.ts";
import { leavingOut, type ModelRequest, requestOf } from "../request.ts";
import { flag, list, object, readReply, type Schema, text } from "../schema.ts";

export type Extracted = {
  readonly id: string;
  /** The claim in words that need no article; null leaves the engine's own. */
  readonly text: string | null;
  /** Somebody did, decided, said or will do something that a reader of the story must know. */
  readonly news: boolean;
};

const optional: Schema = { type: ["string", "null"] };
const schema = object({ claims: list(object({ id: text, text: optional, news: flag })) });

const task = [
  "For each claim of a news article say whether it is news: something that somebody did, decided, said or will do, and",
  "no background, comment, colour or advice. Where a claim is longer than a reader needs, also put it as one plain",
  `English sentence of at most ${lineMax} characters; otherwise put null.`,
  leavingOut,
].join(" ");

export function extractorRequest(claims: readonly { readonly id: string; readonly text: string }[]): ModelRequest {
  return requestOf({
    role: "extractor",
    version: "extractor-2",
    schema,
    tokensMax: 60 + 60 * claims.length,
    task,
    matter: { claims },
  });
}

export const readExtracted = (reply: string): readonly Extracted[] | null =>
  readReply<{ readonly claims: readonly Extracted[] }>(reply, schema)?.claims ?? null;
