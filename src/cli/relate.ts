/** `parley relate`: how the engine relates two statements, and why. */

import { relateTexts } from "../core/relation/relate-texts.ts";
import { lexiconOf } from "../core/story/lexicon.ts";
import { emptyStory } from "../core/story/story.ts";
import { type CliCommand, UsageError } from "./command.ts";
import { bytesOf, storyOf } from "./inputs.ts";
import type { ReadingPair } from "./pairs.ts";
import { readPairs } from "./pairs.ts";
import { complain, jsonText, oneLine } from "./say.ts";

export const relateCommand: CliCommand = {
  name: "relate",
  about: "Says how each later statement stands to the earlier one: same, updated, disputed or different.",
  example: "parley relate pairs.json",
  positionals: "PAIRS.json",
  options: {
    story: { type: "string", hint: "ID|FILE", about: "names of this story are known; without it, none is" },
    json: { type: "boolean", hint: "", about: "print JSON and nothing else" },
  },
  async run(args, io) {
    const [name, ...more] = args.positionals;
    if (!name || more.length > 0) throw new UsageError("Name one PAIRS.json. See: parley relate --help");
    const story = args.text("story") === null ? emptyStory : storyOf(args.text("story"), io.root);
    const reader = { story, lexicon: lexiconOf([story]) };
    const { pairs, problems } = readPairs(new TextDecoder().decode(bytesOf(name)), name);
    for (const problem of problems) complain(io, name, problem);
    const related = pairs.map((pair: ReadingPair) => {
      const { relation, because } = relateTexts(pair.before, pair.after, reader);
      return { id: pair.id, relation, because };
    });
    if (args.flag("json")) io.out(jsonText(related));
    else
      for (const { id, relation, because } of related)
        io.out(`${oneLine(id)}  ${relation.padEnd(9)}  ${oneLine(because.join("; "))}\n`);
    return problems.length > 0 ? 1 : 0;
  },
};
