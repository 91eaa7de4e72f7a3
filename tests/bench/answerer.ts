/** The engine's answer to a question as the command line prints it, or nothing while there is no such engine. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { articlesBy, toldBy } from "../../src/core/answer/told.ts";
import type { Reader } from "../../src/core/claim/read.ts";
import type { Evidence } from "../../src/core/digest/digest.ts";
import type { Ledger } from "../../src/core/ledger/ledger.ts";
import type { FactState } from "../../src/core/ledger/state.ts";
import { factStates } from "../../src/core/ledger/states.ts";
import type { Story } from "../../src/core/story/story.ts";
import { root } from "./samples.ts";

export type Answered = {
  readonly answer: string;
  readonly abstained: boolean;
  readonly evidence: readonly Pick<Evidence, "articleId" | "start" | "end">[];
};
export type Answerer = (
  question: { readonly q: string; readonly thread?: readonly string[] },
  ledger: Ledger,
  reader: Reader,
  at: number,
) => Answered;

/** What the two modules of the core export; they are loaded by path so that the bench runs without them. */
type Asked = Reader & {
  readonly question: string;
  readonly before: readonly string[];
  readonly facts: readonly FactState[];
  readonly at: number;
  readonly articles: number;
};
type AnswerModule = { answer(asked: Asked & { readonly story: Story }): unknown };
type JsonModule = { answerJson(question: string, at: number, given: unknown): Answered };

export async function openAnswerer(): Promise<Answerer | null> {
  const [answerPath, jsonPath] = ["answer.ts", "answer-json.ts"].map((name) => join(root, "src/core/answer", name));
  if (!existsSync(answerPath!) || !existsSync(jsonPath!)) return null;
  const { answer } = (await import(answerPath!)) as AnswerModule;
  const { answerJson } = (await import(jsonPath!)) as JsonModule;
  return ({ q, thread = [] }, ledger, reader, at) => {
    const facts = factStates(ledger, at);
    const asked = {
      ...reader,
      question: q,
      before: thread,
      at,
      facts,
      told: toldBy(ledger, at),
      articles: articlesBy(ledger, at),
    };
    return answerJson(q, at, answer(asked));
  };
}
