/** Reads from the store what the plan is made from: feeds, and how far each place was told. */
import type { Instant } from "../core/article/article.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import { type Known, windowOf } from "../core/plan.ts";
import {
  begunName,
  type Destination,
  dailyDigestsMax,
  type Following,
  followed,
} from "../core/schedule/destination.ts";
import type { Clock, Log, Store } from "../ports.ts";

export type Asking = {
  readonly store: Store;
  readonly sources: readonly FeedSource[];
  /** What the configuration lets places follow; what chats asked for comes on top. */
  readonly destinations: readonly Destination[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Only `afterPolls`, when servers have spoken, is the clock trusted to say that a place began in the future. */
export type Moment = "beforePolls" | "afterPolls";

export async function known(asking: Asking, moment: Moment): Promise<Known> {
  const wishes = await asking.store.followings();
  const set = moment === "afterPolls" ? await begunByNow(wishes, asking) : wishes;
  const following = followed(asking.destinations, set);
  return {
    sources: asking.sources,
    feeds: await asking.store.feedStates(),
    destinations: await Promise.all(
      following.map(async (destination) => {
        await begin(destination, asking, moment);
        return standingOf(destination, set, asking);
      }),
    ),
  };
}

/** How far a place was told. What was posted today, and what waits, is looked up only where a slot has come. */
export async function standingOf(
  destination: Destination,
  set: readonly Following[],
  { store, clock }: Pick<Asking, "store" | "clock">,
): Promise<Known["destinations"][number]> {
  const { story, place } = destination;
  const now = clock.now();
  const newest = (await store.digests({ story, place, limit: 1 }))[0];
  const standing = {
    destination,
    lastUntil: newest?.digest.window.until ?? null,
    begun: Math.min(sinceOf(destination, set) ?? (await begun(store, destination)) ?? now, now),
  };
  if (windowOf(standing, now) === null) return { ...standing, told: [], waitingSince: null };
  return { ...standing, told: await toldAt(destination, store), waitingSince: await store.waitingSince(place) };
}

/** Slots of a day and the urgent digests between two of them: more than one local day holds. */
const toldLookback = 2 * dailyDigestsMax;

/** When digests were posted at a place of late, newest first. A silent window is no digest that a reader got. */
export async function toldAt({ story, place, quiet }: Destination, store: Store): Promise<readonly Instant[]> {
  const newest = await store.digests({ story, place, limit: toldLookback });
  return newest.filter(({ digest }) => !(digest.quiet && quiet === "silent")).map(({ decided }) => decided);
}

/** A chat says when its place began; a wish that only changed what is configured does not. */
const sinceOf = (destination: Destination, set: readonly Following[]): Instant | null =>
  set.find((one) => one.destination === destination)?.since || null;

/** When a place was first seen to follow; null where it never was. A look at a place that does not follow notes nothing. */
async function begun(store: Store, { place, story }: Destination): Promise<Instant | null> {
  const noted = await store.note(begunName(place, story));
  return noted === null ? null : Number(noted);
}

async function begin(destination: Destination, { store, clock, log }: Asking, moment: Moment): Promise<void> {
  const [noted, now] = [await begun(store, destination), clock.now()];
  if (noted !== null && (noted <= now || moment === "beforePolls")) return;
  if (noted !== null) sayAhead(destination, noted, log);
  await store.setNote(begunName(destination.place, destination.story), String(now));
}

/** Wishes that were set by a clock that was ahead begin now, or their places would be silent until that time comes. */
function begunByNow(set: readonly Following[], { store, clock, log }: Asking): Promise<readonly Following[]> {
  const now = clock.now();
  return Promise.all(
    set.map(async (one) => {
      if (one.ended || one.since <= now) return one;
      sayAhead(one.destination, one.since, log);
      const mended = { ...one, since: now };
      await store.mendFollowing(one, mended);
      return mended;
    }),
  );
}

function sayAhead({ place, story }: Destination, begun: Instant, log: Log): void {
  log.warn("A place began to follow in the future, and begins now; a clock is or was wrong", {
    place,
    story,
    begun: new Date(begun).toISOString(),
  });
}
