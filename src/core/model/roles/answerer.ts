/** The answerer: the sentences of an answer in more natural words, each from one claim that was chosen to answer it. */
import { lineMax } from "../../claim/shorten.ts";
import { leavingOut, type ModelRequest, requestOf } from "../request.ts";
import { list, object, readReply, text } from "../schema.ts";

/** A sentence and the claim that it is made from. */
export type Answering = { readonly claim: string; readonly text: string };

const schema = object({ sentences: list(object({ claim: text, text })) });

const task = [
  "Somebody asked a question, and these claims answer it. Put each claim as one plain English sentence that answers",
  `the question, of at most ${lineMax} characters.`,
  leavingOut,
  "Keep the name, the day or the number that is asked for. Say nothing that the claim does not say, also not yes or no.",
].join(" ");

/** Claims of one answer that are sent. */
export const claimsMax = 12;
const questionMax = 500;

export function answererRequest(
  question: string,
  claims: readonly { readonly id: string; readonly text: string }[],
): ModelRequest {
  return requestOf({
    role: "answerer",
    version: "answerer-2",
    schema,
    tokensMax: 60 + 90 * Math.min(claims.length, claimsMax),
    task,
    matter: { question: question.slice(0, questionMax), claims: claims.slice(0, claimsMax) },
  });
}

export const readAnswering = (reply: string): readonly Answering[] | null =>
  readReply<{ readonly sentences: readonly Answering[] }>(reply, schema)?.sentences ?? null;
