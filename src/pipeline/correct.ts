/**
 * Carries corrections back to the posts that told what was since taken back: one note in the thread, and new words for
 * each message. Every row has a key made from what it corrects, so deciding the same again adds nothing.
 */
import {
  type Correction,
  correctionDaysMax,
  correctionName,
  correctionsOf,
  isCorrected,
} from "../core/digest/corrections.ts";
import { marked, noteOf } from "../core/post/correction.ts";
import { dailyDigestsMax } from "../core/schedule/destination.ts";
import type { Story } from "../core/story/story.ts";
import type { Clock, Log, OutboxRow, Platform, Store } from "../ports.ts";
import { platformOf } from "./deliver.ts";
import type { Library } from "./library.ts";
import { pendingRow } from "./outbox-row.ts";

export type Correcting = {
  readonly store: Store;
  readonly library: Library;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Digests of one place that are looked through for a withdrawal: as many as there can be in those days. */
export const digestsLookback = correctionDaysMax * dailyDigestsMax;

/** Where a story's digests went, and the zone in which times are read there. */
export type Addressed = { readonly place: string; readonly zone: string };

/** Corrects what the newest `limit` digests of a place told. */
export async function correct(
  story: Story,
  { place, zone }: Addressed,
  limit: number,
  correcting: Correcting,
): Promise<void> {
  const { store, library, platforms, clock, log } = correcting;
  const platform = platformOf(place, platforms);
  if (!platform) return;
  const now = clock.now();
  const stored = await store.digests({ story: story.id, place, limit });
  for (const { digest, decided } of stored) {
    if (!isCorrected(decided, now)) break;
    const corrections = await library.read(story, (ledger) => correctionsOf(digest, ledger));
    if (corrections.length === 0) continue;
    const rows = await rowsOf(corrections, await store.messagesOf(place, digest.id), zone, { platform, store });
    if (rows.length === 0) continue;
    await store.addMessages(rows);
    log.info("A digest is corrected", { digest: digest.id, place, lines: corrections.length });
  }
}

/**
 * What is to be posted for these corrections: the notes first, because an edit that is refused must not keep them back.
 * A note that was decided before is whole, in as many parts as it had then: worded or cut in another way today, a
 * further part would tell its end twice.
 */
async function rowsOf(
  corrections: readonly Correction[],
  messages: readonly OutboxRow[],
  zone: string,
  { platform, store }: { readonly platform: Platform; readonly store: Store },
): Promise<readonly OutboxRow[]> {
  const told = messages.filter(({ act, status }) => act.kind === "post" && status !== "failed");
  const [root] = told;
  if (root?.act.kind !== "post") return [];
  const thread = root.act.thread ?? root.key;
  const notes: OutboxRow[] = [];
  for (const correction of corrections) {
    const note = noteRows(correction, { place: root.place, thread, zone, platform });
    if (note[0] && (await store.message(note[0].key)) === null) notes.push(...note);
  }
  return [...notes, ...told.flatMap((row) => editOf(row, corrections, zone, platform) ?? [])];
}

type Where = {
  readonly place: string;
  readonly thread: string;
  readonly zone: string;
  readonly platform: Platform;
};

const noteRows = (correction: Correction, { place, thread, zone, platform }: Where): readonly OutboxRow[] =>
  platform.fit(noteOf(correction, zone)).map((document, part) =>
    pendingRow({
      key: `${thread}|note|${correctionName(correction)}|${part}`,
      place,
      // A thread goes on being about its newest digest.
      digestId: null,
      act: { kind: "post", thread },
      document,
    }),
  );

/** The new words of one message; they hold every correction so far, because an edit replaces the one before. */
function editOf(
  row: OutboxRow,
  corrections: readonly Correction[],
  zone: string,
  platform: Platform,
): OutboxRow | null {
  const document = marked(row.document, corrections, zone, (one) => platform.fit(one).length === 1);
  if (document === null) return null;
  const names = corrections.map(correctionName).sort().join(",");
  return pendingRow({
    key: `${row.key}|edit|${names}`,
    place: row.place,
    digestId: row.digestId,
    act: { kind: "edit", of: row.key },
    document,
  });
}
