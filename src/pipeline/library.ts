/**
 * The ledgers of all followed stories in memory, built from the store when first needed. Whatever is entered is stored
 * in the same breath; if storing fails the ledger is thrown away and built again, so the two never differ. Entering and
 * digesting take turns: a digest never holds what is not stored, and nothing is entered behind a digest's back.
 */
import type { Instant } from "../core/article/article.ts";
import { digestOf } from "../core/digest/assemble.ts";
import type { Digest, Window } from "../core/digest/digest.ts";
import { compactEntry, type Ledger, ledgerOf } from "../core/ledger/ledger.ts";
import type { Unsettled } from "../core/model/reading/unsettled.ts";
import { type Lexicon, lexiconOf } from "../core/story/lexicon.ts";
import type { Story } from "../core/story/story.ts";
import type { Log, Store } from "../ports.ts";
import { type Poll, recordOf, type Shelf, unsettledOf } from "./entering.ts";

export type Library = {
  readonly stories: readonly Story[];
  readonly lexicon: Lexicon;
  /** Stories that had seen articles before this start, wanted or not. */
  readonly seenBefore: ReadonlySet<string>;
  ledger(story: Story): Ledger;
  /** What the engine cannot settle by itself in these articles, by story and article. */
  unsettled(poll: Pick<Poll, "articles" | "baseline">): Promise<ReadonlyMap<string, Unsettled>>;
  /** Enters the articles of one poll and stores everything it changed in one transaction. */
  enter(poll: Poll): Promise<void>;
  /** Looks at a ledger of which everything is stored. */
  read<T>(story: Story, look: (ledger: Ledger) => T): Promise<T>;
  /** The newest instant at which a place began to follow. From then on nothing is entered as seen before it. */
  began(at: Instant): void;
  /** The digest of a window. From then on nothing is entered as seen within it. */
  digest(story: Story, window: Window): Promise<Digest>;
};

export async function openLibrary(store: Store, stories: readonly Story[], log: Log): Promise<Library> {
  const shelf: Shelf = { stories, lexicon: lexiconOf(stories), ledgers: new Map(), log, toldUntil: 0, begun: 0 };
  const load = async ({ id }: Story) =>
    void shelf.ledgers.set(id, ledgerOf((await store.entries(id)).map(compactEntry)));
  const seenBefore = new Set<string>();
  for (const story of stories) {
    await load(story);
    if (await store.hasSeen(story.id)) seenBefore.add(story.id);
    const newest = (await store.digests({ story: story.id, place: null, limit: 1 }))[0];
    shelf.toldUntil = Math.max(shelf.toldUntil, newest?.digest.window.until ?? 0);
  }
  const inTurn = turns();
  return {
    stories,
    lexicon: shelf.lexicon,
    seenBefore,
    ledger: (story) => shelf.ledgers.get(story.id)!,
    unsettled: (poll) => inTurn(() => unsettledOf(poll, shelf)),
    enter: (poll) =>
      inTurn(async () => {
        try {
          await store.savePoll(await recordOf(poll, shelf));
        } catch (cause) {
          for (const story of stories) await load(story);
          throw cause;
        }
      }),
    read: (story, look) => inTurn(async () => look(shelf.ledgers.get(story.id)!)),
    began: (at) => {
      shelf.begun = at;
    },
    digest: (story, window) =>
      inTurn(async () => {
        shelf.toldUntil = Math.max(shelf.toldUntil, window.until);
        return digestOf(shelf.ledgers.get(story.id)!, story, window);
      }),
  };
}

/** One piece of work at a time, in the order asked for: a ledger has one writer. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
