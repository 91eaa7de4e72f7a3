/** The judge: how a new claim stands to facts that it may belong to, asked only where the engine itself is in doubt. */
import type { Relation } from "../../relation/verdict.ts";
import { type ModelRequest, requestOf } from "../request.ts";
import { choice, list, object, readReply, type Schema, text } from "../schema.ts";

export type Judged = {
  readonly id: string;
  readonly relation: Relation;
  /** The fact that is meant; null for `different`. */
  readonly fact: string | null;
};

export type Doubt = {
  readonly id: string;
  readonly claim: string;
  readonly facts: readonly { readonly id: string; readonly text: string }[];
};

const optional: Schema = { type: ["string", "null"] };
const schema = object({
  judgements: list(object({ id: text, relation: choice("same", "updated", "disputed", "different"), fact: optional })),
});

const task = [
  "For each claim say how it stands to the facts that are listed with it. same: a fact says it already, with nothing",
  "new in the claim. updated: the same thing with a new value, date or stage. disputed: both cannot be true at once.",
  "different: about something else, or you are not sure. Name the one fact that you mean, or null for different.",
].join(" ");

export function judgeRequest(doubts: readonly Doubt[]): ModelRequest {
  return requestOf({
    role: "judge",
    version: "judge-1",
    schema,
    tokensMax: 40 + 40 * doubts.length,
    task,
    matter: { claims: doubts },
  });
}

export const readJudged = (reply: string): readonly Judged[] | null =>
  readReply<{ readonly judgements: readonly Judged[] }>(reply, schema)?.judgements ?? null;
