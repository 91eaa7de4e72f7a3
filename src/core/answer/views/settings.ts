/** What a place follows and how: every setting on one screen, and when the next digests come. */
import type { Instant } from "../../article/article.ts";
import { type Document, heading, paragraph, strong, text } from "../../post/post.ts";
import { listed } from "../../post/words.ts";
import { type Destination, dailyDigestsMax } from "../../schedule/destination.ts";
import { formatInstant } from "../../schedule/format.ts";
import { showSchedule } from "../../schedule/parse.ts";
import { showQuietHours } from "../../schedule/quiet.ts";
import type { Story } from "../../story/story.ts";
import { abstain } from "./snapshot.ts";

/** What a place follows, who said so, and when it is told next. */
export type Followed = {
  readonly destination: Destination;
  readonly story: Story;
  /** Null where the configuration says it. */
  readonly set: { readonly by: string; readonly changed: Instant } | null;
  readonly next: readonly Instant[];
  /** Why nothing can be posted there now; null when nothing is known to be in the way. */
  readonly paused: string | null;
};

export function settingsView(followed: readonly Followed[]): Document {
  if (followed.length === 0)
    return abstain(
      "Settings",
      "Nothing is followed here. /talks follow begins, for instance: /talks follow daily 08:00.",
    );
  return followed.flatMap((one) => settingsOf(one, `Settings · ${one.story.name}`));
}

/** All settings of one story at one place, under a title. */
export function settingsOf({ destination, set, next, paused }: Followed, title: string): Document {
  const { schedule, zone, quietHours, urgent, quiet, thread, dailyMax, language } = destination;
  const rows: readonly (readonly [string, string])[] = [
    ["schedule", showSchedule(schedule)],
    ["zone", zone],
    ["hours", quietHours === null ? "none" : `${showQuietHours(quietHours)}, when nothing is posted`],
    ["urgent", urgent.length === 0 ? "none" : `${listed(urgent)}, which are told in quiet hours too`],
    ["quiet", quiet === "line" ? "line, when nothing changed" : "silent, when nothing changed"],
    ["thread", thread === "new" ? "new, one for each digest" : "same, for all digests"],
    ["daily", dailyMax >= dailyDigestsMax ? "no limit" : `${dailyMax} at most`],
    ["language", language ? `${language} for headings, and for lines whose translation passes` : "en"],
  ];
  return [
    heading(title),
    { kind: "list", items: rows.map(([name, value]) => [strong(`${name}: `), text(value)]) },
    ...(paused === null ? [] : [paragraph(text(`Posting here is paused: ${paused}`))]),
    paragraph(text(`Next digests: ${next.map((at) => formatInstant(at, zone, "long")).join(" · ")}.`)),
    paragraph(
      text(
        set === null
          ? "Set by the configuration file."
          : `Last changed by ${set.by} on ${formatInstant(set.changed, zone, "full")}.`,
      ),
    ),
  ];
}
