/**
 * What this run of the program remembers of its own attempts. It helps to tell what became of a message, and is never
 * needed to tell it: a run that remembers nothing asks Slack for more, or says that nobody can tell.
 */

/** Attempts and threads that are remembered; the oldest are forgotten. */
const rememberedMax = 2_000;

export type Memory = {
  /** Parts of a message that surely arrived, by their way down the halves. */
  readonly parts: Map<string, ReadonlyMap<string, string>>;
  /** Our newest message in a thread, by channel and thread. */
  readonly newest: Map<string, string>;
  /** Our newest message in the thread when an attempt to post a message began; null for none known. */
  readonly before: Map<string, string | null>;
  /** Where a search through a channel's history goes on, and how many pages it has read. */
  readonly searches: Map<string, { readonly cursor: string | null; readonly pages: number }>;
  /** Messages of which nobody could tell whether they had arrived. */
  readonly doubted: Map<string, true>;
};

export const openMemory = (): Memory => ({
  parts: new Map(),
  newest: new Map(),
  before: new Map(),
  searches: new Map(),
  doubted: new Map(),
});

export function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > rememberedMax ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

export const threadName = (channel: string, thread: string): string => `${channel}/${thread}`;
