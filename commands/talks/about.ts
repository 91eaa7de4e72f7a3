/** About Parley itself: where it reads, what it follows, how it is doing, how to ask. */
import { digestSourcesView } from "../../src/core/answer/views/of-digest.ts";
import { sourcesView } from "../../src/core/answer/views/sources.ts";
import { statusView } from "../../src/core/answer/views/status.ts";
import { storiesView } from "../../src/core/answer/views/stories.ts";
import { action, type Command, toPerson } from "../command.ts";
import { story } from "../option.ts";
import { helpOnView, helpView } from "../usage.ts";
import { snapshot } from "./snapshot.ts";
import { digestOfThread, storyOf } from "./thread.ts";

export const sources = action({
  about: "The sources of this digest; sources all: every outlet.",
  audience: "person",
  options: { of: { kind: "text", about: "All: not of this digest only.", charactersMax: 10, choices: ["all"] }, story },
  run: async ({ of, story }, caller, services) => {
    const digest = of === undefined && story === undefined ? await digestOfThread(caller, services) : null;
    return toPerson(
      digest
        ? digestSourcesView(digest, storyOf(digest, caller, services), caller.zone)
        : sourcesView(snapshot(story, caller, services), await services.feeds()),
    );
  },
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
    const [standing, feeds] = await Promise.all([services.status(chosen, caller.place), services.feeds()]);
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
