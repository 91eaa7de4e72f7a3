/** `parley match`: what a story takes in, and why. */
import { match } from "../core/match/match.ts";
import { lexiconOf } from "../core/story/lexicon.ts";
import type { CliCommand } from "./command.ts";
import { archiveOf, storyOf } from "./inputs.ts";
import { jsonText, oneLine } from "./say.ts";

export const matchCommand: CliCommand = {
  name: "match",
  about: "Shows which articles belong to a story, and why.",
  example: "parley match articles.jsonl --json",
  positionals: "FILE…",
  options: {
    story: { type: "string", hint: "ID|FILE", about: "the story; the first configured one without it" },
    json: { type: "boolean", hint: "", about: "print one JSON object an article and nothing else" },
  },
  async run(args, io) {
    const story = storyOf(args.text("story"), io.root);
    const { articles, problems } = await archiveOf(args.positionals, io);
    const lexicon = lexiconOf([story]);
    for (const article of articles) {
      const { decision, score, because } = match(article, story, lexicon);
      if (args.flag("json")) io.out(jsonText({ id: article.id, decision, score, because }, 0));
      else
        io.out(
          `${decision.padEnd(4)} ${score.toFixed(2)}  ${oneLine(article.title || article.id)}\n           ${oneLine(because.join("; "))}\n`,
        );
    }
    return problems > 0 ? 1 : 0;
  },
};
