/**
 * The running bot: at each tick it asks the core what there is to do, does it, and delivers. It owns nothing: store,
 * feeds and platforms are opened and closed by whoever composes it.
 */
import type { Instant } from "../core/article/article.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import type { PollSettings } from "../core/feed/poll.ts";
import { type DigestIntent, type Intent, type Known, type PollIntent, plan } from "../core/plan.ts";
import type { Destination } from "../core/schedule/destination.ts";
import { dayMs } from "../core/schedule/zone.ts";
import type { Feeds, Log, Platform, Store } from "../ports.ts";
import { openCorrector } from "./corrector.ts";
import { decideDigest } from "./digest.ts";
import { known, type Moment } from "./known.ts";
import type { Alarm } from "./lanes.ts";
import type { Library } from "./library.ts";
import type { Asking } from "./model/asking.ts";
import { type Patience, patienceOf } from "./model/patience.ts";
import { poll } from "./poll.ts";
import { openPosting } from "./posting.ts";
import type { TrueClock } from "./true-clock.ts";
import { type Keep, openUpkeep } from "./upkeep.ts";

/** Polls that run at once; the fetcher keeps one a host. */
export const pollsAtOnce = 8;
export type Bot = {
  /**
   * Polls what is due, decides the digests and corrections that are due, and lets deliveries begin without waiting for
   * them. Never throws for one feed or one place.
   */
  tick(): Promise<void>;
  /** Lets deliveries begin that are due, between two ticks. */
  post(): Promise<void>;
  /** Resolves when no delivery is under way. */
  idle(): Promise<void>;
  /** Begins no further delivery. */
  stop(): void;
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
  /** How long is kept what nobody needs any more. */
  readonly keep: Keep;
  readonly clock: TrueClock;
  readonly alarm: Alarm;
  readonly log: Log;
  readonly jitter: () => number;
  readonly detectLanguage: (text: string) => Promise<string>;
  /** Null where no model helps. */
  readonly asking: Asking | null;
  /** How long one wake waits for a model in all; without it, as long as a digest may be late. */
  readonly waits?: Waits;
};

/** In milliseconds: for reading what its polls brought, and for the words of its digests. Together a digest is no later. */
export type Waits = { readonly reading: number; readonly writing: number };
export const plainWaits: Waits = { reading: 30_000, writing: 50_000 };

/** How long a feed whose poll could not be stored is left alone: its server must not pay for our fault. */
export const restMs = 5 * 60_000;

export function openBot(parts: Parts): Bot {
  const saysFuture = futureWatch(parts.log);
  const planNow = async (moment: Moment) => {
    const standing = await known(parts, moment);
    // Anew each time: what began in the future begins when the clock is right.
    parts.library.began(Math.max(0, ...standing.destinations.map(({ begun }) => begun)));
    saysFuture(standing, parts.clock.now());
    return plan(standing, parts.clock.now());
  };
  const guarded = onceAtATime(parts.log);
  const resting = new Map<string, Instant>();
  const isRested = ({ source }: PollIntent) => (resting.get(source.id) ?? 0) <= parts.clock.now();
  const pollOne = async (intent: PollIntent, patience: Patience | null) => {
    resting.set(intent.source.id, parts.clock.now() + restMs);
    await poll(intent, parts, patience);
    resting.delete(intent.source.id);
  };
  const patienceFor = (what: keyof Waits) => parts.asking && patienceOf((parts.waits ?? plainWaits)[what]);
  const corrector = openCorrector(parts);
  const upkeep = openUpkeep(parts);
  const posting = openPosting(parts, guarded);
  return {
    plan: () => planNow("beforePolls"),
    async tick() {
      const polls = (await planNow("beforePolls")).filter((intent): intent is PollIntent => intent.kind === "poll");
      const reading = patienceFor("reading");
      await inPool(polls.filter(isRested), pollsAtOnce, (intent) =>
        guarded(`Feed ${intent.source.id}`, () => pollOne(intent, reading)),
      );
      const digests = (await planNow("afterPolls")).filter(
        (intent): intent is DigestIntent => intent.kind === "digest",
      );
      const writing = patienceFor("writing");
      for (const intent of digests)
        await guarded(`Digest for ${intent.destination.place}`, async () => {
          await decideDigest(intent, parts, writing);
          corrector.decided(intent.destination);
        });
      await guarded("Corrections", () => corrector.correct());
      await posting.due();
      await guarded("Upkeep", upkeep);
    },
    post: () => guarded("Posting", posting.due),
    idle: () => posting.idle(),
    stop: () => posting.stop(),
  };
}

/** Says once of each place that it was told up to a time that is far off: the clock was wrong then, or is now. */
function futureWatch(log: Log): (known: Known, now: Instant) => void {
  const said = new Set<string>();
  return ({ destinations }, now) => {
    for (const { destination, lastUntil } of destinations) {
      if (lastUntil === null || lastUntil <= now + dayMs || said.has(destination.place)) continue;
      said.add(destination.place);
      const until = new Date(lastUntil).toISOString();
      log.error("A place was told up to a time in the future, and is silent until then; a clock is or was wrong", {
        place: destination.place,
        until,
      });
    }
  };
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
