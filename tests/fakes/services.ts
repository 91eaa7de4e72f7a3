/** Services that answer from given facts and digests, and remember what they were asked. */
import type { Services } from "../../commands/services.ts";
import type { Digest } from "../../src/core/digest/digest.ts";
import type { FactState } from "../../src/core/ledger/state.ts";
import { paragraph, text } from "../../src/core/post/post.ts";
import { digest, harbourTalks, now } from "./facts.ts";

export type FakeServices = Services & { readonly asked: string[] };

export function servicesKnowing(
  given: { readonly facts?: readonly FactState[]; readonly posted?: readonly Digest[]; readonly zone?: string } = {},
): FakeServices {
  const asked: string[] = [];
  return {
    asked,
    now: () => now,
    zone: given.zone ?? "UTC",
    stories: [harbourTalks],
    facts: () => given.facts ?? [],
    digest: (_, window) => digest([], { window }),
    posted: async (_, _place, limit) => (given.posted ?? []).slice(0, limit),
    ask: async (_, question, __, before) => {
      asked.push([...before, question].join(" → "));
      return { text: "Yes.", abstained: false, document: [paragraph(text("Yes."))] };
    },
    feeds: async () => [],
    checkFeed: async () => ({ kind: "soon", waitMs: 30_000 }),
    homeOf: async () => ({ story: harbourTalks, zone: given.zone ?? "UTC" }),
    follows: async () => [],
    follow: async () => ({ kind: "refused", sentence: "Nobody may." }),
    unfollow: async () => {},
    preview: async () => ({ digest: digest([]), untold: [], near: [], next: now }),
    lookedBefore: async () => null,
    postedAt: async (_, id) => (given.posted ?? []).find((one) => one.id === id) ?? null,
    takenBack: () => [],
    status: async () => ({
      started: now - 3_600_000,
      storyArticles: 1,
      facts: (given.facts ?? []).length,
      nextDigest: null,
      lastDigest: null,
      outbox: { waiting: 0, unknown: 0, failed: 0 },
      paused: null,
      pausedElsewhere: 0,
      model: null,
    }),
  };
}
