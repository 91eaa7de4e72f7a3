/** The stories that are followed, each with its rounds. */
import type { Instant } from "../../article/article.ts";
import { type Document, heading, strong, text } from "../../post/post.ts";
import { ended, listed } from "../../post/words.ts";
import { localOf } from "../../schedule/zone.ts";
import type { Story } from "../../story/story.ts";
import { abstain } from "./snapshot.ts";

export function storiesView(stories: readonly Story[], at: Instant): Document {
  if (stories.length === 0) return abstain("Stories", "No story is followed.");
  return [
    heading("Stories"),
    {
      kind: "list",
      items: stories.map((story) => {
        const today = localOf(at, story.zone).day;
        const current = story.rounds
          .filter((round) => round.follow && round.from <= today && today <= round.to)
          .map((round) => round.name);
        const now = current.length === 0 ? "" : ` Now: ${ended(listed(current))}`;
        return [strong(story.name), text(` (${story.id}) · ${ended(story.about || "No description")}${now}`)];
      }),
    },
  ];
}
