/** `parley ask`: an answer from what archived articles report. */
import { answer } from "../core/answer/answer.ts";
import { answerJson } from "../core/answer/answer-json.ts";
import { articlesBy, toldBy } from "../core/answer/told.ts";
import { versionOf } from "../core/article/article.ts";
import { factStates } from "../core/ledger/states.ts";
import { replay } from "../core/replay.ts";
import { lexiconOf } from "../core/story/lexicon.ts";
import { renderDocument } from "../platforms/terminal/render.ts";
import { wantsColour } from "../platforms/terminal/terminal.ts";
import { type CliCommand, UsageError } from "./command.ts";
import { archiveOf, instantOf, storyOf } from "./inputs.ts";
import { jsonText } from "./say.ts";
import { widthOf } from "./width.ts";

export const askCommand: CliCommand = {
  name: "ask",
  about: "Answers a question from what the articles report, with sources, or says that they do not.",
  example: 'parley ask "What about the envoy?" articles.jsonl --at 2025-12-20T20:00Z',
  positionals: '"QUESTION" FILE…',
  options: {
    at: { type: "string", hint: "T", about: "as of this time; the newest article without it" },
    story: { type: "string", hint: "ID|FILE", about: "the story; the first configured one without it" },
    json: { type: "boolean", hint: "", about: "print JSON and nothing else" },
  },
  async run(args, io) {
    const [question, ...files] = args.positionals;
    if (!question?.trim()) throw new UsageError('Ask something: parley ask "What about the envoy?" FILE…');
    const story = storyOf(args.text("story"), io.root);
    const { articles, problems } = await archiveOf(files, io);
    const newest = articles.map(versionOf).reduce((a, b) => Math.max(a, b), 0);
    const at = args.text("at") === null ? newest : instantOf(args.text("at")!, "--at");
    const { ledger } = replay(
      articles.filter((article) => article.published <= at),
      story,
      [at],
    );
    const given = answer({
      question,
      story,
      lexicon: lexiconOf([story]),
      facts: factStates(ledger, at),
      told: toldBy(ledger, at),
      at,
      articles: articlesBy(ledger, at),
    });
    const look = { width: widthOf(), colour: wantsColour(process.stdout.isTTY === true, undefined) };
    io.out(
      args.flag("json")
        ? jsonText(answerJson(question, at, given))
        : `${renderDocument(given.document, look).join("\n")}\n`,
    );
    return problems > 0 ? 1 : 0;
  },
};
