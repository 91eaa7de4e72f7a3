/** How Parley itself is doing, in one short list. It is handed the figures and measures nothing. */
import type { Instant } from "../../article/article.ts";
import { type Document, heading, text } from "../../post/post.ts";
import { showAgo, showNear } from "../../post/time.ts";
import { count, listed } from "../../post/words.ts";
import type { Story } from "../../story/story.ts";
import type { FollowedFeed } from "./sources.ts";

export type Standing = {
  readonly started: Instant;
  readonly storyArticles: number;
  readonly facts: number;
  readonly nextDigest: Instant | null;
  readonly lastDigest: Instant | null;
  readonly outboxWaiting: number;
  /** What the wording is made with, for instance `rules` or a model's name. */
  readonly engine: string;
};

/** Failing feeds named; `sources` has them all. */
const failingNamedMax = 5;

export function statusView(
  story: Story,
  standing: Standing,
  feeds: readonly FollowedFeed[],
  at: Instant,
  zone: string,
): Document {
  const failing = feeds.filter(({ state }) => state !== null && (state.failures > 0 || state.paused !== null));
  const names = failing.map(({ source }) => source.outlet);
  const named = names.length > failingNamedMax ? [...names.slice(0, failingNamedMax), "others"] : names;
  const last =
    standing.lastDigest === null
      ? "none yet"
      : `${showNear(standing.lastDigest, at, zone)}, ${showAgo(standing.lastDigest, at)}`;
  const next = standing.nextDigest === null ? "none planned" : showNear(standing.nextDigest, at, zone);
  const lines = [
    `Last digest: ${last}; next digest: ${next}.`,
    `Followed: ${count(standing.storyArticles, "article")}, ${count(standing.facts, "fact")}.`,
    `Feeds: ${feeds.length - failing.length} of ${feeds.length} healthy${failing.length === 0 ? "" : `; failing or paused: ${listed(named)} (/talks sources says why)`}.`,
    `Waiting to be posted: ${count(standing.outboxWaiting, "message")}.`,
    `Wording: ${standing.engine}. Running since ${showNear(standing.started, at, zone)}.`,
  ];
  return [heading(`Status · ${story.name}`), { kind: "list", items: lines.map((line) => [text(line)]) }];
}
