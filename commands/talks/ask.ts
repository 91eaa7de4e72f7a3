/** A question in plain words, answered only from what was reported. */
import { action, toPerson, toRoom } from "../command.ts";
import { story } from "../option.ts";

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
    const answer = await services.ask(story ?? caller.story, question, caller.now, caller.digestId);
    return answer.abstained && caller.digestId === null ? toPerson(answer.document) : toRoom(answer.document);
  },
});
