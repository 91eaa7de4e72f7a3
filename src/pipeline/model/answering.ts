/** Answers a question from the facts, and lets a model word what was found; without it in time the answer stays as it is. */
import { type Answer, type AnswerInput, answer } from "../../core/answer/answer.ts";
import { answeredBy, claimsOf } from "../../core/model/answered.ts";
import { answererRequest, readAnswering } from "../../core/model/roles/answerer.ts";
import type { Asking } from "./asking.ts";
import { patienceOf } from "./patience.ts";
import { accountOf } from "./writing.ts";

/** A person waits: sooner than a chat gives up. */
export const answerWaitMs = 15_000;

export async function answerWith(
  input: AnswerInput,
  place: string,
  asking: Asking | null,
  waitMs: number = answerWaitMs,
): Promise<Answer> {
  const own = answer(input);
  if (asking === null || own.abstained || !asking.does("answerer")) return own;
  const claims = claimsOf(own);
  if (claims.length === 0) return own;
  const request = answererRequest(input.question, claims);
  const reply = await asking.ask({ request, read: readAnswering, account: accountOf(place) }, patienceOf(waitMs));
  return reply.kind === "none" ? own : answeredBy(own, reply.value, input);
}
