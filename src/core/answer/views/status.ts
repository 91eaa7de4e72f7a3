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
  /** Messages by what became of them; the end of an `unknown` one nobody saw. */
  readonly outbox: { readonly waiting: number; readonly unknown: number; readonly failed: number };
  /** Why nothing can be posted at the place that asks; null when it can. */
  readonly paused: string | null;
  /** Other places that nothing can be posted to. */
  readonly pausedElsewhere: number;
  /** What helps with reading and wording besides Parley's own engine; null when nothing does. */
  readonly model: ModelStanding | null;
};

/** What a model did today, and what it may: here and for reading, which all workspaces share. */
export type ModelStanding = {
  readonly name: string;
  readonly used: readonly { readonly what: string; readonly tokens: number; readonly money: number }[];
  readonly tokensPerDay: number;
  /** In whatever the prices are in; null when only tokens are capped. */
  readonly moneyPerDay: number | null;
  /** What it last failed with; null when it works. */
  readonly trouble: string | null;
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
    `Feeds: ${feeds.length - failing.length} of ${feeds.length} healthy${failing.length === 0 ? "" : `; failing or paused: ${listed(named)} (/talks feeds says why)`}.`,
    ...(standing.paused === null ? [] : [`Posting here is paused: ${standing.paused}`]),
    ...(standing.pausedElsewhere === 0
      ? []
      : [`Posting is paused at ${count(standing.pausedElsewhere, "other place")}.`]),
    postsLine(standing.outbox),
    modelLine(standing.model),
    `Running since ${showNear(standing.started, at, zone)}.`,
  ];
  return [heading(`Status · ${story.name}`), { kind: "list", items: lines.map((line) => [text(line)]) }];
}

function modelLine(model: ModelStanding | null): string {
  if (model === null) return "Language model: none; the words are Parley's own.";
  const cap = `${amount(model.tokensPerDay)} tokens${model.moneyPerDay === null ? "" : ` and ${model.moneyPerDay} in money`}`;
  const used = model.used.map(
    ({ what, tokens, money }) =>
      `${what} ${amount(tokens)} tokens${money > 0 ? ` (${money.toFixed(2)} in money)` : ""}`,
  );
  const trouble = model.trouble === null ? "" : ` It failed last: ${model.trouble}.`;
  return `Language model: ${model.name}; today ${listed(used)}, of ${cap} each.${trouble}`;
}

const amount = (n: number): string => n.toLocaleString("en");

function postsLine({ waiting, unknown, failed }: Standing["outbox"]): string {
  const odd = [
    ...(unknown === 0 ? [] : [`${unknown} of them begun, with an end that nobody saw yet`]),
    ...(failed === 0 ? [] : [`${count(failed, "message")} could not be posted for good`]),
  ];
  return `Waiting to be posted: ${count(waiting, "message")}${odd.length === 0 ? "" : `; ${odd.join("; ")}`}.`;
}
