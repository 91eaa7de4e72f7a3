/** Answers each question once, with its own words, as the store's inbox lets the bot do. */
import { paragraph, text } from "../../src/core/post/post.ts";
import type { Ears } from "../../src/ports.ts";

export type Echo = { readonly ears: Ears; readonly heard: () => number };

export function echoing(): Echo {
  const seen = new Set<string>();
  let heard = 0;
  return {
    heard: () => heard,
    ears: {
      answer: async ({ id, input }) => {
        heard += 1;
        if (seen.has(id)) return null;
        seen.add(id);
        const line = input.kind === "line" ? input.text : input.action;
        return { post: { root: [paragraph(text(`You asked: ${line}`))], thread: [] }, audience: "room" };
      },
      suggest: async () => [],
    },
  };
}

/** Which of these questions have another number of answers than one. */
export function wronglyAnswered(questions: readonly string[], answers: readonly string[]): readonly string[] {
  const count = (question: string) => answers.filter((answer) => answer.includes(`You asked: ${question}`)).length;
  return questions.filter((question) => count(question) !== 1).map((question) => `${question} × ${count(question)}`);
}

/** Disturbances of the connection: few in the tests, many in `npm run soak:peers`. */
export const troublesWanted = (few: number): number => Number(process.env["PARLEY_PEER_TROUBLES"] ?? few);
