/** Turns a due window into a stored digest and the messages that carry it, all in one transaction. */
import type { Digest } from "../core/digest/digest.ts";
import type { DigestIntent } from "../core/plan.ts";
import { postOf } from "../core/post/digest-post.ts";
import type { Destination } from "../core/schedule/destination.ts";
import type { Story } from "../core/story/story.ts";
import type { Clock, Log, OutboxRow, Store } from "../ports.ts";
import type { Library } from "./library.ts";

export type Digesting = { readonly store: Store; readonly library: Library; readonly clock: Clock; readonly log: Log };

export async function decideDigest(
  { destination, window }: DigestIntent,
  { store, library, clock, log }: Digesting,
): Promise<void> {
  const story = library.stories.find((one) => one.id === destination.story);
  if (!story) return;
  const digest = await library.digest(story, window);
  const messages = messagesOf(digest, story, destination);
  const stored = await store.saveDigest({ digest, place: destination.place, decided: clock.now() }, messages);
  if (stored)
    log.info("A digest is ready", { digest: digest.id, changes: digest.changes.length, dropped: digest.dropped });
}

/** The root and its replies, each with a key made from what it says and where, so that it is the same after a crash. */
function messagesOf(digest: Digest, story: Story, destination: Destination): readonly OutboxRow[] {
  if (digest.quiet && destination.quiet === "silent") return [];
  const post = postOf(digest, story, destination.zone);
  return [post.root, ...post.thread].map((document, part) => ({
    key: `${destination.place}|${digest.id}|${part}`,
    place: destination.place,
    digestId: digest.id,
    part,
    document,
    status: "pending",
    attempts: 0,
    sendingAt: null,
    // At once, whatever the clock says later.
    notBefore: 0,
    remoteId: null,
    failure: null,
  }));
}
