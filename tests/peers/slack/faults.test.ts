/** Posts through Slack's own client, past a front that loses, refuses and delays one call in five: none lost, none twice. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import { deliver } from "../../../src/pipeline/deliver.ts";
import { pendingRow } from "../../../src/pipeline/outbox-row.ts";
import { openCalls } from "../../../src/platforms/slack/calls.ts";
import { clientOptions } from "../../../src/platforms/slack/client.ts";
import { findMessage } from "../../../src/platforms/slack/finding.ts";
import { intoMessages } from "../../../src/platforms/slack/fit.ts";
import { graceMs } from "../../../src/platforms/slack/limits.ts";
import { openMemory } from "../../../src/platforms/slack/memory.ts";
import { openPace } from "../../../src/platforms/slack/pace.ts";
import { editMessage, type Posting, postMessage } from "../../../src/platforms/slack/posting.ts";
import { oneWorkspace } from "../../../src/platforms/slack/workspaces.ts";
import type { OutboxRow, Platform } from "../../../src/ports.ts";
import { clockAt } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { storeInMemory } from "../../fakes/store.ts";
import { postsWanted, seedWanted, timing } from "../delays.ts";
import type { Fault } from "./faults.ts";
import { botToken, type Front, startFront } from "./front.ts";
import { channel, place } from "./people.ts";

const repliesEach = 4;
const digests = Math.ceil(postsWanted(300) / (1 + repliesEach));

let front: Front;
beforeAll(async () => {
  // The clock of this test runs as fast as it may, so the front cannot hold the bot to seconds.
  front = await startFront({ seed: seedWanted(7), paced: false });
});
afterAll(() => front.close());

const kinds: readonly Fault["does"][] = [
  { kind: "cut" },
  { kind: "lose the answer" },
  { kind: "lose the answer" },
  { kind: "status", status: 503 },
  { kind: "status", status: 502 },
  { kind: "error", error: "internal_error" },
  { kind: "error", error: "ratelimited" },
];

/** A run of the program: it shares nothing with the last but the store. */
function run(clock: ReturnType<typeof clockAt>): Platform {
  const pace = openPace(clock, async (ms) => clock.advance(ms / 60_000));
  const workspaces = oneWorkspace(botToken, clientOptions(front.api, logInMemory()));
  const posting: Posting = { workspaces, calls: openCalls(pace), memory: openMemory(), clock };
  return {
    name: "slack",
    graceMs,
    fit: intoMessages,
    post: (message) => postMessage(message, posting),
    find: (looked) => findMessage(looked, posting),
    edit: (message, remoteId) => editMessage(message, remoteId, posting),
    listen: async () => {},
    close: async () => {},
  };
}

function rows(): readonly OutboxRow[] {
  return Array.from({ length: digests }, (_, digest) =>
    Array.from({ length: 1 + repliesEach }, (_unused, part) =>
      pendingRow({
        key: `${place}|d${digest}|${part}`,
        place,
        digestId: null,
        act: { kind: "post", thread: part === 0 ? null : `${place}|d${digest}|0` },
        document: [heading(`Digest ${digest}`), paragraph(text(`Part ${part}.`))],
      }),
    ),
  ).flat();
}

type Kept = { readonly ts: string; readonly metadata?: { readonly event_payload: { readonly outbox_id: string } } };

async function kept(method: string, args: Readonly<Record<string, string>>): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (let cursor = ""; ; ) {
    const page = await front.ask(method, { channel, limit: "200", include_all_metadata: "true", ...args, cursor });
    all.push(...(page["messages"] as readonly Kept[]));
    cursor = (page["response_metadata"] as { next_cursor?: string } | undefined)?.next_cursor ?? "";
    if (cursor === "") return all;
  }
}

const idOf = (one: Kept) => one.metadata?.event_payload.outbox_id ?? "";

test(
  `${digests * (1 + repliesEach)} posts through one fault in five, with restarts: 0 lost, 0 doubled, each in its thread`,
  async () => {
    const clock = clockAt("2031-03-14T08:00:00Z");
    const log = logInMemory();
    const { store, delays } = timing(await storeInMemory(), clock);
    await store.addMessages(rows());
    let draws = 0;
    front.faults.now(0.2, (method) => {
      draws += 1;
      const tried = kinds[(draws * 5) % kinds.length]!;
      return method === "chat.postMessage" || tried.kind !== "lose the answer" ? tried : { kind: "cut" };
    });
    let platform = run(clock);
    for (let round = 0; (await store.outbox(place)).length > 0; round += 1) {
      expect(round).toBeLessThan(digests * 50);
      const next = await deliver(place, { store, platforms: [platform], destinations: [], clock, log, alerts: null });
      clock.advance(Math.max(1_000, (next ?? clock.now()) - clock.now()) / 60_000);
      if (round % 7 === 0) platform = run(clock);
    }
    front.faults.calm();
    const roots = (await kept("conversations.history", {})).toReversed();
    expect(roots.map(idOf)).toEqual(Array.from({ length: digests }, (_, n) => `${place}|d${n}|0`));
    for (const [digest, { ts }] of roots.entries()) {
      const thread = await kept("conversations.replies", { ts });
      expect(thread.map(idOf)).toEqual(Array.from({ length: 1 + repliesEach }, (_, n) => `${place}|d${digest}|${n}`));
    }
    expect(front.violations).toEqual([]);
    console.info({ posts: rows().length, calls: front.calls.length, faults: front.faults.taken.length, ...delays() });
    expect(front.faults.taken.length).toBeGreaterThan(50);
    // Of few posts the slowest of twenty is chance; of many it is a figure.
    if (digests >= 250) expect(delays().p95).toBeLessThanOrEqual(60_000);
  },
  120_000 + digests * 5_000,
);
