/** Turns a due window into a stored digest and the messages that carry it, all in one transaction. */
import type { Digest } from "../core/digest/digest.ts";
import type { DigestIntent } from "../core/plan.ts";
import { postOf } from "../core/post/digest-post.ts";
import type { Document } from "../core/post/post.ts";
import type { Destination } from "../core/schedule/destination.ts";
import type { Story } from "../core/story/story.ts";
import type { Clock, Log, OutboxRow, Platform, Store } from "../ports.ts";
import { platformOf } from "./deliver.ts";
import type { Library } from "./library.ts";
import { pendingRow } from "./outbox-row.ts";

export type Digesting = {
  readonly store: Store;
  readonly library: Library;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
};

export async function decideDigest(intent: DigestIntent, digesting: Digesting): Promise<void> {
  const { destination, window, onlyUrgent } = intent;
  const { store, library, clock, log } = digesting;
  const story = library.stories.find((one) => one.id === destination.story);
  const platform = platformOf(destination.place, digesting.platforms);
  if (!story || !platform) return;
  const digest = await library.digest(story, window);
  if (onlyUrgent && !digest.changes.some((change) => destination.urgent.includes(change.kind))) return;
  const thread = await threadOf(destination, store);
  const messages = messagesOf(digest, story, destination, thread, platform);
  const stored = await store.saveDigest({ digest, place: destination.place, decided: clock.now() }, messages);
  if (stored)
    log.info("A digest is ready", { digest: digest.id, changes: digest.changes.length, dropped: digest.dropped });
}

/** Stored digests looked through for the thread that a place goes on in; older threads are let go. */
const threadLookback = 60;

/** The key of the message whose thread the place goes on in; null where each digest opens its own. */
async function threadOf(destination: Destination, store: Store): Promise<string | null> {
  if (destination.thread === "new") return null;
  const { story, place } = destination;
  for (const { digest } of await store.digests({ story, place, limit: threadLookback })) {
    const first = (await store.messagesOf(place, digest.id)).find(({ act }) => act.kind === "post");
    if (first?.status === "failed") return null;
    if (first?.act.kind === "post") return first.act.thread ?? first.key;
  }
  return null;
}

/** The root and its replies, each with a key made from what it says and where, so that it is the same after a crash. */
function messagesOf(
  digest: Digest,
  story: Story,
  destination: Destination,
  thread: string | null,
  platform: Platform,
): readonly OutboxRow[] {
  if (digest.quiet && destination.quiet === "silent") return [];
  const { place } = destination;
  const post = postOf(digest, story, destination.zone);
  const documents: readonly Document[] = [post.root, ...post.thread].flatMap((document) => platform.fit(document));
  const keyOf = (part: number) => `${place}|${digest.id}|${part}`;
  return documents.map((document, part) =>
    pendingRow({
      key: keyOf(part),
      place,
      digestId: digest.id,
      act: { kind: "post", thread: thread ?? (part === 0 ? null : keyOf(0)) },
      document,
    }),
  );
}
