/** Looks that leave no trace in the ledger: a preview, a reader's own cursor, a feed read once. */
import type { Services } from "../../commands/services.ts";
import type { Near } from "../core/answer/views/preview.ts";
import { textHash } from "../core/article/text-hash.ts";
import { digestOf } from "../core/digest/assemble.ts";
import { untold } from "../core/digest/untold.ts";
import { newFeedState } from "../core/feed/poll.ts";
import { standingOf } from "../pipeline/known.ts";
import { patienceOf } from "../pipeline/model/patience.ts";
import { write } from "../pipeline/model/writing.ts";
import type { Sighting } from "../ports.ts";
import type { Desk } from "./desk.ts";
import { nextDigests } from "./desk-following.ts";

/** How often one feed may be looked at: its server owes us nothing. */
export const checkEveryMs = 60_000;

/** A person waits for a preview. */
const previewWaitMs = 15_000;

type LookingServices = Pick<Services, "preview" | "lookedBefore" | "checkFeed">;

export function lookingDesk(desk: Desk): LookingServices {
  const { store, library, feeds, clock } = desk;
  const checked = new Map<string, number>();
  return {
    preview: async (destination) => {
      const story = library.stories.find(({ id }) => id === destination.story)!;
      const set = await store.followings();
      const until = clock.now();
      const { lastUntil, begun } = await standingOf(destination, set, desk);
      const window = { since: Math.min(until, Math.max(lastUntil ?? begun, begun)), until };
      const ledger = library.ledger(story);
      const own = digestOf(ledger, story, window);
      const digest = desk.asking
        ? await write(own, destination, desk.asking, patienceOf(previewWaitMs), desk.log)
        : own;
      const [next] = await nextDigests(destination, set, 1, desk);
      const near = (await store.sightings(story.id, window)).filter(isNear).map(nearOf);
      return { digest, untold: untold(ledger, digest), near, next: next! };
    },
    lookedBefore: async (person, place, story) => {
      // Who looked is nobody's business: the store holds no name, only what tells readers apart.
      const reader = textHash(`${place.slice(0, place.indexOf(":"))}|${person}`);
      const name = `looked|${reader}|${story.id}`;
      const before = await store.note(name);
      await store.setNote(name, String(clock.now()));
      return before === null ? null : Number(before);
    },
    checkFeed: async ({ source, state }) => {
      const now = clock.now();
      const waitMs = (checked.get(source.id) ?? Number.NEGATIVE_INFINITY) + checkEveryMs - now;
      if (waitMs > 0) return { kind: "soon", waitMs };
      checked.set(source.id, now);
      const known = state ?? newFeedState(source.id, now);
      const answer = await feeds.poll(source, known.validators);
      const resumed = known.paused !== null && answer.kind !== "failed";
      if (resumed)
        await store.savePoll({
          state: { ...known, paused: null, failures: 0, failingSince: null, lastFailure: null, nextPoll: now },
          sightings: [],
          entries: [],
        });
      return { kind: "looked", answer, resumed };
    },
  };
}

const isNear = ({ decision }: Sighting): boolean => decision === "near";

const nearOf = ({ article, because }: Sighting): Near => ({
  title: article.title,
  outlet: article.outlet,
  url: article.url,
  because,
});
