/** About Parley itself: where it reads, what it follows, how it is doing, how to ask. */
import { sourcesView } from "../../src/core/answer/views/sources.ts";
import { statusView } from "../../src/core/answer/views/status.ts";
import { storiesView } from "../../src/core/answer/views/stories.ts";
import { action, type Command, toPerson } from "../command.ts";
import { story } from "../option.ts";
import { helpOnView, helpView } from "../usage.ts";
import { snapshot } from "./snapshot.ts";

export const sources = action({
  about: "Outlets, their origins, and how their feeds do.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) =>
    toPerson(sourcesView(snapshot(story, caller, services), await services.feeds())),
});

export const stories = action({
  about: "What is followed.",
  audience: "person",
  options: {},
  run: async (_, caller, services) => toPerson(storiesView(services.stories, caller.now)),
});

export const status = action({
  about: "How Parley is doing, and the next digest.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => {
    const chosen = story ?? caller.story;
    const [standing, feeds] = await Promise.all([services.status(chosen), services.feeds()]);
    return toPerson(statusView(chosen, standing, feeds, caller.now, caller.zone));
  },
});

/** The command is asked for only when help is wanted: help is itself one of its actions. */
export function helpOn(command: () => Command) {
  return action({
    about: "This page, or one command in full.",
    audience: "person",
    options: { command: { kind: "text", about: "One of the commands.", charactersMax: 40 } },
    run: async ({ command: name }) =>
      toPerson(name === undefined ? helpView(command()) : helpOnView(command(), name.toLowerCase())),
  });
}
