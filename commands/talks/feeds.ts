/** The feeds: how each does, and a look at one now. */
import { checkedView, feedsView } from "../../src/core/answer/views/feeds.ts";
import { abstain } from "../../src/core/answer/views/snapshot.ts";
import type { FollowedFeed } from "../../src/core/answer/views/sources.ts";
import { fold, nearest } from "../../src/core/text/nearest.ts";
import { action, toPerson } from "../command.ts";

export const feeds = action({
  about: "How the feeds do; check FEED looks at one now.",
  audience: "person",
  options: {
    what: { kind: "text", about: "Either list, or check one feed now.", charactersMax: 10, choices: ["list", "check"] },
    feed: { kind: "text", about: "The feed to check, by its name.", charactersMax: 100 },
  },
  run: async ({ what, feed: typed }, caller, services) => {
    const all = await services.feeds();
    if (what !== "check") return toPerson(feedsView(all, caller.now));
    if (typed === undefined)
      return toPerson(abstain("Feeds", "Name the feed to check, as /talks feeds list shows it."));
    const feed = all.find(({ source }) => [source.id, source.outlet].some((name) => fold(name) === fold(typed)));
    if (!feed) return toPerson(abstain("Feeds", unknownFeed(typed, all)));
    const checked = await services.checkFeed(feed);
    if (checked.kind === "soon")
      return toPerson(
        abstain(
          `Feed ${feed.source.id}`,
          `It was looked at a moment ago. Try again in ${Math.ceil(checked.waitMs / 1000)} s.`,
        ),
      );
    return toPerson(checkedView(feed, checked.answer, { at: caller.now, zone: caller.zone, resumed: checked.resumed }));
  },
});

function unknownFeed(typed: string, all: readonly FollowedFeed[]): string {
  const near = nearest(
    fold(typed),
    all.map(({ source }) => source.id),
  );
  return `There is no feed “${typed}”. ${near === null ? "/talks feeds list names them." : `Did you mean ${near}?`}`;
}
