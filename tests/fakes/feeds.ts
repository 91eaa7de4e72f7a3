/** Feeds in memory that publish, edit and break as they are told, and remember how often each was asked. */
import type { FeedAnswer, FeedEntry } from "../../src/core/feed/feed.ts";
import type { Clock, Feeds } from "../../src/ports.ts";

type Failure = Extract<FeedAnswer, { kind: "failed" }>["failure"];
type Written = { readonly title: string; readonly text: string; readonly published?: string | null };

export type FakeFeeds = Feeds & {
  /** What time the servers say that it is; null says nothing. */
  servers: Clock | null;
  /** Feed ids in the order they were asked. */
  readonly asked: string[];
  publishes(feed: string, id: string, written: Written): void;
  /** Another text under the same id; the feed does not say that it changed. */
  edits(feed: string, id: string, text: string): void;
  /** The feed no longer lists what it had. */
  forgets(feed: string): void;
  /** Fails until it is told that it works again. */
  breaks(feed: string, failure?: Failure): void;
  works(feed: string): void;
  /** Answers nobody until `answersAgain`. */
  hangs(feed: string): void;
  answersAgain(feed: string): void;
};

export function feedsInMemory(clock: Clock): FakeFeeds {
  const asked: string[] = [];
  const entries = new Map<string, FeedEntry[]>();
  const broken = new Map<string, Failure>();
  const held = new Map<string, PromiseWithResolvers<void>>();
  const of = (feed: string): FeedEntry[] => {
    const known = entries.get(feed) ?? [];
    entries.set(feed, known);
    return known;
  };
  const read = (feed: string): FeedAnswer => ({
    kind: "read",
    validators: { etag: null, lastModified: null, bodyHash: null },
    waitMs: null,
    feed: {
      title: feed,
      link: `https://${feed}.example/`,
      description: "",
      language: "en",
      ttlMinutes: null,
      entries: [...of(feed)],
      problems: [],
    },
  });
  const fake: FakeFeeds = {
    servers: null,
    asked,
    publishes: (feed, id, { title, text, published }) => {
      const at = published === undefined ? clock.now() : published === null ? null : Date.parse(published);
      of(feed).unshift({ ...plain, id: `https://${feed}.example/${id}`, title, content: text, published: at });
    },
    edits: (feed, id, text) => {
      const list = of(feed);
      const index = list.findIndex((entry) => entry.id === `https://${feed}.example/${id}`);
      list[index] = { ...list[index]!, content: text };
    },
    forgets: (feed) => void entries.delete(feed),
    breaks: (feed, failure = "network") => void broken.set(feed, failure),
    works: (feed) => void broken.delete(feed),
    hangs: (feed) => void held.set(feed, Promise.withResolvers()),
    answersAgain: (feed) => {
      held.get(feed)?.resolve();
      held.delete(feed);
    },
    poll: async ({ id }) => {
      asked.push(id);
      await held.get(id)?.promise;
      const failure = broken.get(id);
      if (failure) return { kind: "failed", failure, reason: "The line is down. Wait.", waitMs: null };
      return { ...read(id), ...(fake.servers ? { date: fake.servers.now() } : {}) };
    },
    close: async () => {},
  };
  return fake;
}

const plain: FeedEntry = {
  id: null,
  link: null,
  title: "",
  published: null,
  updated: null,
  summary: "",
  content: "",
  author: null,
  categories: [],
  enclosures: [],
};
