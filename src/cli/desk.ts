/** What commands are answered from: the ledgers, the store and the clock of the running bot. */
import type { Services } from "../../commands/services.ts";
import { articlesBy, toldBy } from "../core/answer/told.ts";
import { digestOf } from "../core/digest/assemble.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import { takenBack } from "../core/ledger/taken-back.ts";
import { type Destination, followed } from "../core/schedule/destination.ts";
import type { Library } from "../pipeline/library.ts";
import { answerWith } from "../pipeline/model/answering.ts";
import type { Asking } from "../pipeline/model/asking.ts";
import type { Clock, Feeds, Log, Store } from "../ports.ts";
import { followingDesk, nextDigests } from "./desk-following.ts";
import { lookingDesk } from "./desk-looking.ts";
import { postedDigests } from "./desk-posted.ts";
import { modelStanding } from "./model.ts";
import { openStates } from "./newest-states.ts";

export type Desk = {
  readonly store: Store;
  readonly library: Library;
  readonly feeds: Feeds;
  readonly log: Log;
  readonly sources: readonly FeedSource[];
  readonly destinations: readonly Destination[];
  readonly clock: Clock;
  readonly zone: string;
  readonly started: number;
  /** Null where no model helps. */
  readonly asking: Asking | null;
};

export function openDesk(desk: Desk): Services {
  const { store, library, sources, clock, zone, started } = desk;
  const statesOf = openStates();
  return {
    ...followingDesk(desk),
    ...lookingDesk(desk),
    now: () => clock.now(),
    zone,
    stories: library.stories,
    facts: (story, at) => statesOf(library.ledger(story), at),
    takenBack: (story, at) => takenBack(library.ledger(story), at),
    postedAt: async (place, id) => (await store.digest(place, id))?.digest ?? null,
    digest: (story, window) => digestOf(library.ledger(story), story, window),
    posted: (story, place, limit) => postedDigests({ story: story.id, place }, limit, desk),
    ask: (story, question, at, before, place) =>
      answerWith(
        {
          question,
          before,
          story,
          lexicon: library.lexicon,
          facts: statesOf(library.ledger(story), at),
          told: toldBy(library.ledger(story), at),
          at,
          articles: articlesBy(library.ledger(story), at),
          zone,
        },
        place,
        desk.asking,
      ),
    feeds: async () => {
      const states = await store.feedStates();
      return sources.map((source) => ({ source, state: states.find((state) => state.id === source.id) ?? null }));
    },
    status: async (story, place) => {
      const [pauses, counts, set] = await Promise.all([store.pauses(), store.outboxCounts(), store.followings()]);
      const own = followed(desk.destinations, set).filter((one) => one.story === story.id);
      const here = own.find((one) => one.place === place) ?? own[0];
      const last = await store.digests({ story: story.id, place: null, limit: 1 });
      const next = here ? await nextDigests(here, set, 1, desk) : [];
      return {
        started,
        storyArticles: library.ledger(story).articles.size,
        facts: library.ledger(story).facts.size,
        nextDigest: next[0] ?? null,
        lastDigest: last[0]?.digest.window.until ?? null,
        outbox: { waiting: counts.pending + counts.sending, unknown: counts.sending, failed: counts.failed },
        paused: pauses.find((one) => one.place === place)?.reason ?? null,
        pausedElsewhere: pauses.filter((one) => one.place !== place).length,
        model: await modelStanding(desk.asking, place),
      };
    },
  };
}
