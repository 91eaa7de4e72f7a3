/** Turns a due window into a stored digest and the messages that carry it, all in one transaction. */
import type { Digest } from "../core/digest/digest.ts";
import type { DigestIntent } from "../core/plan.ts";
import { postOf } from "../core/post/digest-post.ts";
import type { Document } from "../core/post/post.ts";
import type { Destination } from "../core/schedule/destination.ts";
import type { Story } from "../core/story/story.ts";
import type { Clock, OutboxRow, Platform, Store } from "../ports.ts";
import { platformOf } from "./deliver.ts";
import type { Library } from "./library.ts";
import type { Asking } from "./model/asking.ts";
import type { Patience } from "./model/patience.ts";
import { write } from "./model/writing.ts";
import { pendingRow } from "./outbox-row.ts";
import { isWanted, type Wanting } from "./wanted.ts";

export type Digesting = Wanting & {
  readonly library: Library;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  /** Null where no model helps. */
  readonly asking: Asking | null;
};

/** `patience` is how long the digest may wait for a model's words. */
export async function decideDigest(
  intent: DigestIntent,
  digesting: Digesting,
  patience: Patience | null,
): Promise<void> {
  const { destination, window, onlyUrgent } = intent;
  const { store, library, clock, log } = digesting;
  const story = library.stories.find((one) => one.id === destination.story);
  const platform = platformOf(destination.place, digesting.platforms);
  if (!story || !platform || (await isTold(intent, store))) return;
  const own = await library.digest(story, window);
  if (onlyUrgent && !own.changes.some((change) => destination.urgent.includes(change.kind))) return;
  const { asking } = digesting;
  const spoken = destination.language ? { ...own, language: destination.language } : own;
  const digest = asking && patience ? await write(spoken, destination, asking, patience, log) : spoken;
  const thread = await threadOf(destination, digesting);
  const messages = messagesOf(digest, story, destination, thread, platform);
  const stored = await store.saveDigest({ digest, place: destination.place, decided: clock.now() }, messages);
  if (stored)
    log.info("A digest is ready", { digest: digest.id, changes: digest.changes.length, dropped: digest.dropped });
}

/** Another tick may have told some of the window since this one planned it: its lines would be told twice. */
async function isTold({ destination: { place, story }, window }: DigestIntent, store: Store): Promise<boolean> {
  const newest = (await store.digests({ story, place, limit: 1 }))[0];
  return newest !== undefined && newest.digest.window.until > (window.since ?? Number.NEGATIVE_INFINITY);
}

/** The key of the message whose thread the place goes on in; null where each digest opens its own. */
async function threadOf({ thread, place, story }: Destination, digesting: Digesting): Promise<string | null> {
  if (thread === "new") return null;
  let root = await digesting.store.newestRoot(place, story);
  // One that is not going to be posted any more has no thread.
  while (root !== null && !(await isWanted(root, digesting))) root = await digesting.store.newestRoot(place, story);
  // What was refused for good has no thread, or one that takes nothing more.
  if (root?.act.kind !== "post" || root.status === "failed") return null;
  return root.act.thread ?? root.key;
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
