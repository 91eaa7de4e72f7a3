/** Where it all comes from: each outlet with its share, its origins, and how its feed is doing. */
import type { Evidence } from "../../digest/digest.ts";
import type { FeedSource, FeedState } from "../../feed/feed.ts";
import { type Document, heading, type Inline, paragraph, strong, text } from "../../post/post.ts";
import { showAgo, showNear } from "../../post/time.ts";
import { count, listed, originName } from "../../post/words.ts";
import { abstain, type Snapshot } from "./snapshot.ts";

export type FollowedFeed = { readonly source: FeedSource; readonly state: FeedState | null };

/** Outlets in one answer, those with the most articles first. */
export const outletsMax = 40;
const originsNamedMax = 3;

export function sourcesView({ story, facts, at, zone }: Snapshot, feeds: readonly FollowedFeed[]): Document {
  const title = `Sources · ${story.name}`;
  const evidence = facts.flatMap((fact) => [...fact.before, fact.now, ...fact.against].flatMap((one) => one.evidence));
  const byOutlet = Map.groupBy(evidence, (one) => one.outlet);
  const outlets = [...new Set([...byOutlet.keys(), ...feeds.map((feed) => feed.source.outlet)])];
  if (outlets.length === 0) return abstain(title, "No outlet has reported on this story, and no feed is followed.");
  const ranked = outlets
    .map((outlet) => ({
      outlet,
      own: byOutlet.get(outlet) ?? [],
      feed: feeds.find((one) => one.source.outlet === outlet),
    }))
    .sort((a, b) => articlesIn(b.own) - articlesIn(a.own) || a.outlet.localeCompare(b.outlet, "en"));
  const shown = ranked.slice(0, outletsMax);
  const origins = new Set(evidence.map((one) => one.origin)).size;
  return [
    heading(title),
    paragraph(
      text(
        `${count(articlesIn(evidence), "article")} from ${count(byOutlet.size, "outlet")} and ${count(origins, "origin")} support what is told.`,
      ),
    ),
    {
      kind: "list",
      items: shown.map(({ outlet, own, feed }): readonly Inline[] => [
        strong(outlet),
        text(` · ${shareOf(own, at, zone)}${feed ? ` · ${feedLine(feed, at)}` : ""}`),
      ]),
    },
    ...(ranked.length > shown.length
      ? [paragraph(text(`${count(ranked.length - shown.length, "more outlet")} not shown.`))]
      : []),
  ];
}

function articlesIn(evidence: readonly Evidence[]): number {
  return new Set(evidence.map((one) => one.articleId)).size;
}

function shareOf(own: readonly Evidence[], at: number, zone: string): string {
  if (own.length === 0) return "nothing on this story yet";
  const origins = [...new Set(own.map((one) => originName(one.origin)))];
  const named = origins.length > originsNamedMax ? [...origins.slice(0, originsNamedMax), "others"] : origins;
  const last = Math.max(...own.map((one) => one.published));
  return `${count(articlesIn(own), "article")}, last ${showNear(last, at, zone)}, ${origins.length === 1 ? "origin" : "origins"}: ${listed(named)}`;
}

/** A feed's health in plain words. */
export function feedLine({ source, state }: FollowedFeed, at: number): string {
  const kind = source.stateRun ? "state-run · " : "";
  if (state === null || state.lastPolled === null) return `${kind}feed not read yet`;
  if (state.paused !== null) return `${kind}feed paused: ${state.paused}`;
  const last = state.lastOk === null ? "never read" : `last read ${showAgo(state.lastOk, at)}`;
  if (state.failures === 0) return `${kind}feed ${last}`;
  const next = state.nextPoll <= at ? "next try now" : `next try in ${Math.ceil((state.nextPoll - at) / 60_000)} min`;
  // A reason may be a sentence, which goes on here.
  const why = (state.lastFailure ?? "no reason given").replace(/\.$/, "");
  return `${kind}feed failing, ${last}: ${why}; ${next}`;
}
