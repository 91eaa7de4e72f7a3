/** What places follow by their own wish or the configuration's, as commands ask for it and change it. */
import type { Services } from "../../commands/services.ts";
import type { Followed } from "../core/answer/views/settings.ts";
import { type Destination, type Following, followed } from "../core/schedule/destination.ts";
import { upcoming } from "../core/schedule/upcoming.ts";
import { emptyStory } from "../core/story/story.ts";
import { standingOf, toldAt } from "../pipeline/known.ts";
import type { Desk } from "./desk.ts";

/** Digests ahead that a place is shown. */
const nextShown = 3;
/** Wishes of places that follow; one more is refused. */
export const followingsMax = 5000;
/** The same with those that ended, which are kept for a while. */
const wishesMax = 2 * followingsMax;

type FollowingServices = Pick<Services, "homeOf" | "follows" | "follow" | "unfollow">;

const same = (a: Destination, b: Destination): boolean => a.place === b.place && a.story === b.story;

export function followingDesk(desk: Desk): FollowingServices {
  const { store, library, clock, zone } = desk;
  const at = async (place: string) => {
    const set = await store.followings();
    return { set, here: followed(desk.destinations, set).filter((one) => one.place === place) };
  };
  const showing = async (destination: Destination, set: readonly Following[]): Promise<Followed | null> => {
    const story = library.stories.find(({ id }) => id === destination.story);
    if (!story) return null;
    const wish = set.find((one) => same(one.destination, destination));
    const pause = (await store.pauses()).find(({ place }) => place === destination.place);
    return {
      destination,
      story,
      paused: pause?.reason ?? null,
      set: wish ? { by: wish.by, changed: wish.changed } : null,
      next: await nextDigests(destination, set, nextShown, desk),
    };
  };
  return {
    homeOf: async (place) => {
      const { here } = await at(place);
      const first = here.find(({ story }) => library.stories.some(({ id }) => id === story));
      const story = library.stories.find(({ id }) => id === first?.story) ?? library.stories[0] ?? emptyStory;
      return { story, zone: first?.zone ?? zone };
    },
    follows: async (place) => {
      const { set, here } = await at(place);
      const shown = await Promise.all(here.map((destination) => showing(destination, set)));
      return shown.filter((one) => one !== null);
    },
    follow: async (destination, by) => {
      if (!library.stories.some(({ id }) => id === destination.story))
        return { kind: "refused", sentence: `There is no story ${destination.story}.` };
      const { set, here } = await at(destination.place);
      const wish = set.find((one) => same(one.destination, destination));
      if (!canSpeak(destination, wish, desk))
        return {
          kind: "refused",
          sentence: "No language model is there that could translate lines; the operator sets one.",
        };
      const goesOn = here.some((one) => same(one, destination));
      if (!goesOn && isFull(set, wish))
        return { kind: "refused", sentence: `${followingsMax} places follow already. Ask the operator of this bot.` };
      const now = clock.now();
      await save({ destination, by, changed: now, since: goesOn ? (wish?.since ?? 0) : now, ended: false }, desk);
      if (!goesOn) library.began(now);
      // Whoever sets a place has often just let Parley in.
      await store.resume(destination.place);
      const shown = await showing(destination, await store.followings());
      if (!shown) throw new Error(`What ${destination.place} follows was kept, and is not there.`);
      return { kind: "kept", followed: shown };
    },
    unfollow: async (destination, by) => {
      const now = clock.now();
      await save({ destination, by, changed: now, since: now, ended: true }, desk);
    },
  };
}

/** A language that was set while there was a model must not stand in the way of other wishes. */
function canSpeak({ language }: Destination, wish: Following | undefined, { asking }: Desk): boolean {
  const spoken = wish?.ended === false ? wish.destination.language : undefined;
  return !language || language === spoken || asking?.does("writer") === true;
}

/** Whether no further place may begin to follow; one that stopped before takes its own wish again. */
const isFull = (set: readonly Following[], wish: Following | undefined): boolean =>
  set.filter(({ ended }) => !ended).length >= followingsMax || (!wish && set.length >= wishesMax);

/** Who changed what is written down twice: in the store, with the wish, and in the log. */
async function save(following: Following, { store, log }: Desk): Promise<void> {
  await store.saveFollowing(following);
  const { place, story } = following.destination;
  log.info(following.ended ? "A place stopped following" : "A place was set to follow", {
    place,
    story,
    by: following.by,
  });
}

/** When a place is told next. */
export async function nextDigests(
  destination: Destination,
  set: readonly Following[],
  count: number,
  { store, clock }: Pick<Desk, "store" | "clock">,
): Promise<readonly number[]> {
  const now = clock.now();
  const { lastUntil, begun } = await standingOf(destination, set, { store, clock });
  const told = await toldAt(destination, store);
  return upcoming(destination, { lastUntil: Math.max(lastUntil ?? begun, begun), told }, now, count);
}
