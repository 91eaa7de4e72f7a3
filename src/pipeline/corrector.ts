/**
 * Looks for corrections when there can be any: after a start, after something was taken back, and after a digest was
 * decided, which may tell what was taken back a moment before. What was looked at is remembered only once it is stored.
 */
import { correctionDaysMax } from "../core/digest/corrections.ts";
import { type Destination, followed } from "../core/schedule/destination.ts";
import { dayMs } from "../core/schedule/zone.ts";
import type { Story } from "../core/story/story.ts";
import { type Addressed, type Correcting, correct, digestsLookback } from "./correct.ts";

export type Corrector = {
  /** A digest was decided here: it may tell what was already taken back. */
  decided(destination: Destination): void;
  correct(): Promise<void>;
};

export function openCorrector(parts: Correcting & { readonly destinations: readonly Destination[] }): Corrector {
  /** Entries of each story's ledger that were looked at. */
  const looked = new Map<string, number>();
  const fresh = new Set<Destination>();
  const hasNews = (story: Story): boolean => {
    const { entries } = parts.library.ledger(story);
    const from = looked.get(story.id) ?? 0;
    const oldest = parts.clock.now() - (correctionDaysMax + 1) * dayMs;
    return entries
      .slice(from > entries.length ? 0 : from)
      .some((entry) => entry.kind === "withdrawal" && entry.seen > oldest);
  };
  const lookAtAll = async (story: Story): Promise<void> => {
    const until = parts.library.ledger(story).entries.length;
    if (hasNews(story))
      for (const addressed of await placesOf(story, parts)) await correct(story, addressed, digestsLookback, parts);
    looked.set(story.id, until);
  };
  const lookAtOne = async (destination: Destination): Promise<void> => {
    const story = parts.library.stories.find(({ id }) => id === destination.story);
    if (story) await correct(story, destination, 1, parts);
    fresh.delete(destination);
  };
  return {
    decided: (destination) => void fresh.add(destination),
    correct: async () => {
      for (const destination of fresh) await lookAtOne(destination);
      for (const story of parts.library.stories) await lookAtAll(story);
    },
  };
}

/**
 * Every place that follows the story or was told of it lately: what was told there is corrected there. Where nobody says
 * any more in which zone, times are in UTC.
 */
async function placesOf(
  story: Story,
  { store, destinations }: Correcting & { readonly destinations: readonly Destination[] },
): Promise<readonly Addressed[]> {
  const set = await store.followings();
  const ended = set.filter((one) => one.ended).map(({ destination }) => destination);
  const own = [...ended, ...followed(destinations, set)].filter((one) => one.story === story.id);
  const told = await store.digests({ story: story.id, place: null, limit: digestsLookback });
  const all = [...told.map(({ place }) => ({ place, zone: "UTC" })), ...own];
  return [...new Map(all.map(({ place, zone }) => [place, { place, zone }])).values()];
}
