/**
 * The running bot: at each tick it asks the core what there is to do, does it, and delivers. It owns nothing: store,
 * feeds and platforms are opened and closed by whoever composes it.
 */
import type { Instant } from "../core/article/article.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import type { PollSettings } from "../core/feed/poll.ts";
import { type DigestIntent, type Intent, type Known, type PollIntent, plan } from "../core/plan.ts";
import { type Destination, followed } from "../core/schedule/destination.ts";
import type { Clock, Feeds, Log, Platform, Store } from "../ports.ts";
import { deliver } from "./deliver.ts";
import { decideDigest } from "./digest.ts";
import type { Library } from "./library.ts";
import { probeMs } from "./pause.ts";
import { poll } from "./poll.ts";

/** Polls that run at once; the fetcher keeps one a host. */
export const pollsAtOnce = 8;
/** Places that are posted to at once; each platform keeps its own pace. */
const placesAtOnce = 16;

export type Bot = {
  /** Polls what is due, decides the digests that are due, and delivers. Never throws for one feed or one place. */
  tick(): Promise<void>;
  /** What a tick would do now. */
  plan(): Promise<readonly Intent[]>;
};

export type Parts = {
  readonly store: Store;
  readonly feeds: Feeds;
  readonly platforms: readonly Platform[];
  readonly library: Library;
  readonly sources: readonly FeedSource[];
  /** What the configuration lets places follow; what chats asked for comes on top. */
  readonly destinations: readonly Destination[];
  readonly alerts: string | null;
  readonly settings: PollSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly jitter: () => number;
  readonly detectLanguage: (text: string) => Promise<string>;
};

/** How long a feed whose poll could not be stored is left alone: its server must not pay for our fault. */
export const restMs = 5 * 60_000;

export function openBot(parts: Parts): Bot {
  const probed = new Map<string, number>();
  const planNow = async () => plan(await known(parts), parts.clock.now());
  const guarded = onceAtATime(parts.log);
  const resting = new Map<string, Instant>();
  const isRested = ({ source }: PollIntent) => (resting.get(source.id) ?? 0) <= parts.clock.now();
  const pollOne = async (intent: PollIntent) => {
    resting.set(intent.source.id, parts.clock.now() + restMs);
    await poll(intent, parts);
    resting.delete(intent.source.id);
  };
  return {
    plan: planNow,
    async tick() {
      const polls = (await planNow()).filter((intent): intent is PollIntent => intent.kind === "poll");
      await inPool(polls.filter(isRested), pollsAtOnce, (intent) =>
        guarded(`Feed ${intent.source.id}`, () => pollOne(intent)),
      );
      const digests = (await planNow()).filter((intent): intent is DigestIntent => intent.kind === "digest");
      for (const intent of digests)
        await guarded(`Digest for ${intent.destination.place}`, () => decideDigest(intent, parts));
      const places = await openPlaces(parts, probed);
      // Places do not wait for one another: a platform that is slow delays its own posts only.
      await inPool(places, placesAtOnce, (place) => guarded(`Posts for ${place}`, () => deliverTo(place, parts)));
    },
  };
}

/** Places with something to deliver: not paused, or paused for so long that it is worth a try. */
async function openPlaces({ store, clock }: Parts, probed: Map<string, number>): Promise<readonly string[]> {
  const paused = new Map((await store.pauses()).map((pause) => [pause.place, pause]));
  return (await store.waitingPlaces()).filter((place) => {
    const pause = paused.get(place);
    if (!pause) return true;
    if (clock.now() - (probed.get(place) ?? pause.since) < probeMs) return false;
    probed.set(place, clock.now());
    return true;
  });
}

/** A place that takes a message again is open again. */
async function deliverTo(place: string, parts: Parts): Promise<void> {
  const before = (await parts.store.outbox(place))[0];
  await deliver(place, parts);
  const paused = (await parts.store.pauses()).some((pause) => pause.place === place);
  if (paused && before && (await parts.store.message(before.key))?.status === "sent") await parts.store.resume(place);
}

async function known({ store, sources, destinations, clock }: Parts): Promise<Known> {
  const following = followed(destinations, await store.followings());
  return {
    sources,
    feeds: await store.feedStates(),
    destinations: await Promise.all(
      following.map(async (destination) => {
        const { story, place, dailyMax } = destination;
        const newest = await store.digests({ story, place, limit: dailyMax });
        return {
          destination,
          lastUntil: newest[0]?.digest.window.until ?? null,
          begun: await begun(store, destination, clock.now()),
          told: newest.map(({ decided }) => decided),
        };
      }),
    ),
  };
}

/** When a place began to follow, noted the first time it is seen. */
async function begun(store: Store, { place, story }: Destination, now: number): Promise<number> {
  const name = `begun|${place}|${story}`;
  const noted = await store.note(name);
  if (noted !== null) return Number(noted);
  await store.setNote(name, String(now));
  return now;
}

/**
 * Runs a piece of work unless the same is under way: two ticks may overlap when one is slow, and then must neither ask
 * a feed twice nor post a message twice. One feed or place that fails does not stop the others; the next tick tries again.
 */
function onceAtATime(log: Log): (what: string, work: () => Promise<void>) => Promise<void> {
  const underWay = new Set<string>();
  return async (what, work) => {
    if (underWay.has(what)) return;
    underWay.add(what);
    try {
      await work();
    } catch (cause) {
      log.error(`${what} failed; it is tried again at a later wake`, {
        error: cause instanceof Error ? cause.message : String(cause),
      });
    } finally {
      underWay.delete(what);
    }
  };
}

async function inPool<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, worker));
}
