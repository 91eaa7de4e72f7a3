/**
 * Our posts in forums. A list of threads does not say which post is which, so the first message of each is read once and
 * remembered: a look that was cut off, or that has much to read, goes on where it was.
 */
import { Routes } from "discord.js";
import type { Platform, Sought } from "../../ports.ts";
import { bounded } from "../bounded.ts";
import { codes, isCode } from "./outcome.ts";
import type { Spot } from "./place.ts";
import { carries, footersOf, isBefore, skewMs, type Told } from "./read-back.ts";
import type { Wire } from "./wire.ts";

/** First messages that are read in one look; the next look reads on. */
const readsMax = 100;
const goOnMs = 1_000;
/** Pages of archived threads that are listed; behind more of them nobody can tell. */
const pagesMax = 5;
const threadsPerPage = 100;
/** More than one look can come upon, the active threads of a server included: else it would never end. */
const rememberedMax = 2_000;

type Found = Awaited<ReturnType<Platform["find"]>>;

export type ForumPosts = {
  /** A post was made, with this mark below it. */
  made(thread: string, mark: string): void;
  find(spot: Spot, wanted: Wanted, signal: AbortSignal): Promise<Found>;
};
type Wanted = Pick<Sought, "since"> & { readonly mark: string };

export function openForumPosts(wire: Wire): ForumPosts {
  const remembered = bounded<string, readonly string[]>(rememberedMax);
  const read = async (id: string, me: string, signal: AbortSignal): Promise<readonly string[]> => {
    try {
      return footersOf((await wire.rest.get(Routes.channelMessage(id, id), { signal })) as Told, me);
    } catch (error) {
      // Its first message was deleted: then it is not the one that is looked for any more.
      if (isCode(error, codes.unknownMessage)) return [];
      throw error;
    }
  };
  return {
    made: (thread, mark) => remembered.set(thread, [mark]),
    find: async (spot, { mark, since }, signal) => {
      const me = await wire.me();
      const { threads, isAll } = await threadsOf(wire, spot, since, signal);
      const own = threads
        .filter(({ parent_id, owner_id, id }) => parent_id === spot.channel && owner_id === me && !isBefore(id, since))
        .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
      let reads = 0;
      for (const { id } of own) {
        const known = remembered.get(id);
        if (known === undefined && reads === readsMax)
          return { kind: "later", waitMs: goOnMs, reason: "The forum has many new posts; the search goes on." };
        const footers = known ?? (await read(id, me, signal));
        if (known === undefined) reads += 1;
        remembered.set(id, footers);
        if (carries(footers, mark)) return { kind: "found", remoteId: id };
      }
      return isAll
        ? { kind: "absent" }
        : { kind: "unreadable", reason: `More than ${pagesMax * threadsPerPage} threads were archived since.` };
    },
  };
}

type Thread = { readonly id: string; readonly parent_id?: string | null; readonly owner_id?: string };
type Page = {
  readonly threads: readonly (Thread & { readonly thread_metadata?: { readonly archive_timestamp: string } })[];
  readonly has_more?: boolean;
};

/** Active threads, and those that were archived since; `isAll` is false when there are more of these. */
async function threadsOf(
  { rest }: Wire,
  { guild, channel }: Spot,
  since: number,
  signal: AbortSignal,
): Promise<{ readonly threads: readonly Thread[]; readonly isAll: boolean }> {
  const active = ((await rest.get(Routes.guildActiveThreads(guild ?? ""), { signal })) as Page).threads;
  const threads: Thread[] = [...active];
  let before: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = new URLSearchParams({ limit: String(threadsPerPage), ...(before ? { before } : {}) });
    const archived = (await rest.get(Routes.channelThreads(channel, "public"), { query, signal })) as Page;
    threads.push(...archived.threads);
    before = archived.threads.at(-1)?.thread_metadata?.archive_timestamp ?? null;
    // What was archived before the attempt was made before it.
    if (!archived.has_more || before === null || Date.parse(before) < since - skewMs) return { threads, isAll: true };
  }
  return { threads, isAll: false };
}
