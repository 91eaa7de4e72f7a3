/** `/talks`: everything that a reader can ask, as one value. */
import type { Command } from "./command.ts";
import { helpOn, sources, status, stories } from "./talks/about.ts";
import { actor, actors, positions } from "./talks/actors.ts";
import { ask } from "./talks/ask.ts";
import { diff, latest, since } from "./talks/digests.ts";
import { corrections, disputed, expected, timeline, why } from "./talks/facts.ts";
import { feeds } from "./talks/feeds.ts";
import { follow, settings, unfollow } from "./talks/follow.ts";
import { catchup, preview } from "./talks/personal.ts";

export const talks: Command = {
  name: "talks",
  about: "What has changed in the talks.",
  actions: {
    latest,
    since,
    diff,
    catchup,
    timeline,
    actor,
    actors,
    positions,
    disputed,
    expected,
    why,
    ask,
    corrections,
    sources,
    preview,
    follow,
    unfollow,
    settings,
    feeds,
    stories,
    status,
    help: helpOn(() => talks),
  },
};
