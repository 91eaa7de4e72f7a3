/** Puts digests into a bot's store while it does not run, as an earlier tick would have, and looks what became of them. */
import { postOf } from "../../../src/core/post/digest-post.ts";
import type { Document } from "../../../src/core/post/post.ts";
import { pendingRow } from "../../../src/pipeline/outbox-row.ts";
import { fit } from "../../../src/platforms/discord/split.ts";
import type { OutboxRow, Store } from "../../../src/ports.ts";
import { change, digest, harbourTalks, restart } from "../../fakes/facts.ts";

/** What all of them tell of. */
export const story = "grain-corridor";

/** What one digest says, in the messages that Discord gets. */
export function documentsOf(n: number, changes: number): readonly Document[] {
  // The same digest is the same words each time.
  restart();
  const lines = Array.from({ length: changes }, (_, i) =>
    change(`c${i}`, "new", `Point ${n}-${i} was agreed.`, { issue: i % 2 ? "quotas" : "passage" }),
  );
  const post = postOf(digest(lines, { id: `d${n}` }), harbourTalks, "UTC");
  return [post.root, ...post.thread].flatMap(fit);
}

/** A digest that is due at a place, with a row for each message. */
export async function shelve(store: Store, place: string, n: number, documents: readonly Document[]): Promise<void> {
  const id = `${story}:d${n}`;
  const keyOf = (part: number) => `${place}|${id}|${part}`;
  const rows: readonly OutboxRow[] = documents.map((document, part) =>
    pendingRow({
      key: keyOf(part),
      place,
      digestId: id,
      act: { kind: "post", thread: part === 0 ? null : keyOf(0) },
      document,
    }),
  );
  const now = Date.now();
  const stored = digest([], { id, story, window: { since: now - 2, until: now - 1 } });
  await store.saveDigest({ digest: stored, place, decided: now }, rows);
}

/** Rows that are not done yet. */
export const waiting = (store: Store, place: string): Promise<readonly OutboxRow[]> => store.outbox(place);
