/** The feeds that are read: when each was read last, what is wrong in plain words, and when it is tried next. */
import type { Instant } from "../../article/article.ts";
import type { FeedAnswer } from "../../feed/feed.ts";
import { type Document, heading, link, paragraph, strong, text } from "../../post/post.ts";
import { showAgo, showNear } from "../../post/time.ts";
import { count } from "../../post/words.ts";
import { abstain } from "./snapshot.ts";
import { type FollowedFeed, feedLine } from "./sources.ts";

/** Feeds in one answer, those in trouble first. */
export const feedsMax = 60;
/** Entries and problems that a check names. */
const checkedMax = 3;

export function feedsView(feeds: readonly FollowedFeed[], at: Instant): Document {
  if (feeds.length === 0) return abstain("Feeds", "No feed is read. Feeds stand in config/parley.yaml.");
  const trouble = (feed: FollowedFeed) => (feed.state?.paused ? 2 : (feed.state?.failures ?? 0) > 0 ? 1 : 0);
  const ranked = [...feeds].sort((a, b) => trouble(b) - trouble(a) || a.source.id.localeCompare(b.source.id, "en"));
  const shown = ranked.slice(0, feedsMax);
  const failing = feeds.filter((feed) => trouble(feed) > 0).length;
  return [
    heading("Feeds"),
    paragraph(text(`${feeds.length - failing} of ${feeds.length} can be read.`)),
    {
      kind: "list",
      items: shown.map((feed) => [
        strong(feed.source.outlet),
        text(` (${feed.source.id}) · ${feedLine(feed, at)}${nextTry(feed, at)}`),
      ]),
    },
    ...(ranked.length > shown.length
      ? [paragraph(text(`${count(ranked.length - shown.length, "more feed")} not shown.`))]
      : []),
  ];
}

/** A feed in trouble says when it is tried again anyway. */
function nextTry({ state }: FollowedFeed, at: Instant): string {
  if (state === null || state.lastPolled === null || state.failures > 0 || state.paused !== null) return "";
  return state.nextPoll <= at ? "; next try now" : `; next try in ${Math.ceil((state.nextPoll - at) / 60_000)} min`;
}

/** What one look at a feed brought. Nothing of it is kept. */
export function checkedView(
  { source }: FollowedFeed,
  answer: FeedAnswer,
  { at, zone, resumed }: { readonly at: Instant; readonly zone: string; readonly resumed: boolean },
): Document {
  const title = heading(`Feed ${source.id} · ${source.outlet}`);
  const again = resumed ? [paragraph(text("It had been paused; it is read again from now on."))] : [];
  switch (answer.kind) {
    case "failed":
      return [title, paragraph(text(`It cannot be read now: ${answer.reason}`))];
    case "unchanged":
      return [title, paragraph(text("It can be read, and has not changed since it was read last.")), ...again];
    case "read": {
      const { entries, problems } = answer.feed;
      const dated = entries.flatMap((entry) => entry.published ?? entry.updated ?? []);
      const newest =
        dated.length === 0
          ? "none has a date"
          : `the newest ${showNear(Math.max(...dated), at, zone)}, ${showAgo(Math.max(...dated), at)}`;
      return [
        title,
        paragraph(
          text(
            `It can be read: ${count(entries.length, "entry", "entries")}, ${newest}. Nothing of this look was kept.`,
          ),
        ),
        ...again,
        ...(entries.length === 0
          ? []
          : [
              {
                kind: "list" as const,
                items: entries.slice(0, checkedMax).map((entry) => [link(entry.title || "Untitled", entry.link ?? "")]),
              },
            ]),
        ...problems.slice(0, checkedMax).map((one) => paragraph(text(`${one.where}: ${one.what}`))),
        ...(problems.length > checkedMax
          ? [paragraph(text(`${count(problems.length - checkedMax, "more problem")}.`))]
          : []),
      ];
    }
  }
}
