/**
 * What this run of the program remembers of its own attempts. It helps to tell what became of a message, and is never
 * needed to tell it: a run that remembers nothing asks Slack for more, or says that nobody can tell.
 */

import { type Bounded, bounded } from "../bounded.ts";

/** Attempts and threads that are remembered; the oldest are forgotten. */
const rememberedMax = 2_000;

export type Memory = {
  /** Parts of a message that surely arrived, by their way down the halves. */
  readonly parts: Bounded<string, ReadonlyMap<string, string>>;
  /** Our newest message in a thread, by channel and thread. */
  readonly newest: Bounded<string, string>;
  /** Our newest message in the thread when an attempt to post a message began; null for none known. */
  readonly before: Bounded<string, string | null>;
  /** Where a search through a channel's history goes on, and how many pages it has read. */
  readonly searches: Bounded<string, { readonly cursor: string | null; readonly pages: number }>;
};

export const openMemory = (): Memory => ({
  parts: bounded(rememberedMax),
  newest: bounded(rememberedMax),
  before: bounded(rememberedMax),
  searches: bounded(rememberedMax),
});

export const threadName = (channel: string, thread: string): string => `${channel}/${thread}`;
