/** A question in plain words, answered only from what was reported. */
import { action, toPerson, toRoom } from "../command.ts";
import { story } from "../option.ts";
import { digestOfThread, storyOf } from "./thread.ts";

/** A longer question is not one question. */
export const questionCharactersMax = 500;

export const ask = action({
  about: "A question in plain words.",
  audience: "everyone",
  options: {
    question: { kind: "text", about: "What you want to know.", required: true, charactersMax: questionCharactersMax },
    story,
  },
  run: async ({ question, story }, caller, services) => {
    const digest = story === undefined ? await digestOfThread(caller, services) : null;
    const chosen = story ?? (digest ? storyOf(digest, caller, services) : caller.story);
    const answer = await services.ask(chosen, question, caller.now, caller.before, caller.place);
    return answer.abstained && caller.digestId === null ? toPerson(answer.document) : toRoom(answer.document);
  },
});
