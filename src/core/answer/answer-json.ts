/** An answer as `parley ask --json` prints it. The form is documented for other programs: fields are never renamed. */
import type { Instant } from "../article/article.ts";
import type { Answer } from "./answer.ts";

export type AnswerJson = {
  readonly question: string;
  readonly asOf: string;
  readonly answer: string;
  readonly abstained: boolean;
  readonly evidence: readonly {
    readonly articleId: string;
    readonly url: string;
    readonly outlet: string;
    readonly origin: string;
    readonly published: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
  }[];
};

/** Times become ISO 8601 in UTC; `quote` is the article's text from `start` to `end`, in UTF-16 code units. */
export function answerJson(
  question: string,
  at: Instant,
  answer: Pick<Answer, "text" | "abstained" | "evidence">,
): AnswerJson {
  return {
    question,
    asOf: new Date(at).toISOString(),
    answer: answer.text,
    abstained: answer.abstained,
    evidence: answer.evidence.map(({ articleId, url, outlet, origin, published, quote, start, end }) => ({
      articleId,
      url,
      outlet,
      origin,
      published: new Date(published).toISOString(),
      quote,
      start,
      end,
    })),
  };
}
