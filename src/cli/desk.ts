/** What commands are answered from: the ledgers, the store and the clock of the running bot. */
import type { Services } from "../../commands/services.ts";
import { answer } from "../core/answer/answer.ts";
import { articlesBy, toldBy } from "../core/answer/told.ts";
import { digestOf } from "../core/digest/assemble.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import { factStates } from "../core/ledger/states.ts";
import type { Destination } from "../core/schedule/destination.ts";
import { nextSlot } from "../core/schedule/schedule.ts";
import type { Library } from "../pipeline/library.ts";
import type { Clock, Store } from "../ports.ts";

export type Desk = {
  readonly store: Store;
  readonly library: Library;
  readonly sources: readonly FeedSource[];
  readonly destinations: readonly Destination[];
  readonly clock: Clock;
  readonly zone: string;
  readonly started: number;
};

/** The name of what reads and writes here; a model will have its own. */
const engine = "embedded";
/** Rows counted for `status`; more are shown as this many. */
const outboxShownMax = 500;

export function openDesk({ store, library, sources, destinations, clock, zone, started }: Desk): Services {
  const articlesOf = (story: Parameters<Services["status"]>[0]) => library.ledger(story).articles.size;
  return {
    now: () => clock.now(),
    zone,
    stories: library.stories,
    facts: (story, at) => factStates(library.ledger(story), at),
    digest: (story, window) => digestOf(library.ledger(story), story, window),
    posted: async (story, limit) =>
      (await store.digests({ story: story.id, place: null, limit })).map((one) => one.digest),
    ask: async (story, question, at) =>
      answer({
        question,
        story,
        lexicon: library.lexicon,
        facts: factStates(library.ledger(story), at),
        told: toldBy(library.ledger(story), at),
        at,
        articles: articlesBy(library.ledger(story), at),
        zone,
      }),
    feeds: async () => {
      const states = await store.feedStates();
      return sources.map((source) => ({ source, state: states.find((state) => state.id === source.id) ?? null }));
    },
    status: async (story) => {
      const own = destinations.filter((one) => one.story === story.id);
      const waiting = await Promise.all(own.map((one) => store.outbox(one.place)));
      const last = await store.digests({ story: story.id, place: null, limit: 1 });
      return {
        started,
        storyArticles: articlesOf(story),
        facts: library.ledger(story).facts.size,
        nextDigest: own[0] ? nextSlot(own[0].schedule, own[0].zone, clock.now()) : null,
        lastDigest: last[0]?.digest.window.until ?? null,
        outboxWaiting: Math.min(outboxShownMax, waiting.flat().length),
        engine,
      };
    },
  };
}
