import { expect, test } from "vitest";
import { answerJson } from "../../../src/core/answer/answer-json.ts";
import { now, restart, source } from "../../fakes/facts.ts";

test("prints the documented fields in their order, and no others", () => {
  restart();
  const evidence = [source({ outlet: "Strait Mail", origin: "agency:sound", quote: "They met." })];
  const json = answerJson("Did they meet?", now, { text: "Yes, as reported: They met.", abstained: false, evidence });
  expect(JSON.stringify(json)).toBe(
    JSON.stringify({
      question: "Did they meet?",
      asOf: "2031-03-15T18:00:00.000Z",
      answer: "Yes, as reported: They met.",
      abstained: false,
      evidence: [
        {
          articleId: "a1",
          url: "https://strait-mail.example/1",
          outlet: "Strait Mail",
          origin: "agency:sound",
          published: "2031-03-15T10:00:00.000Z",
          quote: "They met.",
          start: 120,
          end: 129,
        },
      ],
    }),
  );
});
