/** Looking for a message in more than one turn can read: nothing that was not read counts as not there. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import { openCalls } from "../../../src/platforms/slack/calls.ts";
import { clientOptions } from "../../../src/platforms/slack/client.ts";
import { findMessage } from "../../../src/platforms/slack/finding.ts";
import {
  graceMs,
  historyPageMax,
  historyPagesMax,
  patienceMs,
  requestMs,
  searchPagesMax,
} from "../../../src/platforms/slack/limits.ts";
import { openMemory } from "../../../src/platforms/slack/memory.ts";
import { openPace, type Pace } from "../../../src/platforms/slack/pace.ts";
import { type Posting, postMessage } from "../../../src/platforms/slack/posting.ts";
import { oneWorkspace } from "../../../src/platforms/slack/workspaces.ts";
import type { PostOutcome } from "../../../src/ports.ts";
import { clockAt } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { botToken, type SlackServer, startSlack, team } from "../../fakes/slack-server.ts";

let slack: SlackServer;
let posting: Posting;
let pace: Pace;
/** How long calls were kept waiting for a turn, in all. */
let waitedMs = 0;
beforeEach(async () => {
  slack = await startSlack();
  const clock = clockAt("2031-03-14T08:00:00Z");
  waitedMs = 0;
  pace = openPace(clock, async (ms) => {
    waitedMs += ms;
    clock.advance(ms / 60_000);
  });
  const workspaces = oneWorkspace(botToken, clientOptions(slack.api, logInMemory()));
  posting = { workspaces, calls: openCalls(pace), memory: openMemory(), clock };
});
afterEach(() => slack.close());

const place = `slack:${team}/C1`;
const document = [heading("Harbour talks"), paragraph(text("A line."))];
const post = (key: string, inThreadOf: string | null = null) =>
  postMessage({ key, place, document, title: "Harbour talks", inThreadOf, again: false }, posting);
const find = (key: string, inThreadOf: string | null = null) =>
  findMessage({ place, key, inThreadOf, since: 0 }, posting);
const idOf = (outcome: PostOutcome): string =>
  outcome.kind === "sent" ? outcome.remoteId : `not sent: ${outcome.reason}`;

test("a root is found behind more than is read at a time, by a search that goes on", async () => {
  slack.fail({ method: "chat.postMessage", does: "cut after" });
  await post("k1");
  for (let n = 0; n < historyPagesMax * historyPageMax; n += 1) slack.write({ channel: "C1", text: "chatter" });
  expect(await find("k1")).toMatchObject({ kind: "later" });
  expect(await find("k1")).toEqual({ kind: "found", remoteId: slack.posts[0]!.ts });
});

test("a message that did not arrive is not looked for in what was written long before it", async () => {
  for (let n = 0; n <= historyPagesMax * historyPageMax; n += 1) slack.write({ channel: "C1", text: "chatter" });
  const since = Date.UTC(2031, 2, 14);
  expect(await findMessage({ place, key: "k1", inThreadOf: null, since }, posting)).toEqual({ kind: "absent" });
  expect(slack.calls.filter(({ method }) => method === "conversations.history")).toHaveLength(historyPagesMax);
});

test("a search without an end is given up: nobody can tell", async () => {
  slack.endless("conversations.history");
  const ends: string[] = [];
  for (let n = 0; n <= searchPagesMax / historyPagesMax; n += 1) ends.push((await find("k1")).kind);
  expect(ends.at(-1)).toBe("unreadable");
  expect(ends.slice(0, -1).every((kind) => kind === "later")).toBe(true);
});

test("a thread that is too long to be read is not taken for one without the reply", async () => {
  const root = idOf(await post("k1"));
  slack.write({ channel: "C1", thread_ts: root });
  slack.endless("conversations.replies");
  expect((await find("k2", root)).kind).toBe("unreadable");
});

test.each(["thread_not_found", "restricted_action_thread_locked"])(
  "a reply that Slack refuses with %s is gone",
  async (error) => {
    slack.fail({ method: "chat.postMessage", does: { error } });
    expect((await post("k2", "1.2")).kind).toBe("gone");
  },
);

test("the grace of a post is longer than its waits for two turns and for its answer", async () => {
  pace.hold(`${team} chat.postMessage`, patienceMs);
  pace.hold(`${team}/C1`, 2 * patienceMs);
  expect((await post("k1")).kind).toBe("sent");
  expect(waitedMs).toBe(2 * patienceMs);
  expect(waitedMs + requestMs).toBeLessThan(graceMs);
});

test("a call that waits for its turn while Slack asks for silence is not made", async () => {
  const calls = openCalls({
    ...pace,
    turn: async (lane, gapMs, patience) => {
      const waitMs = await pace.turn(lane, gapMs, patience);
      if (lane === `${team}/C1`) pace.hold(`${team} chat.postMessage`, 3_000);
      return waitMs;
    },
  });
  posting = { ...posting, calls };
  expect(await post("k2")).toMatchObject({ kind: "later", waitMs: 3_000 });
  expect(slack.calls.filter(({ method }) => method === "chat.postMessage")).toEqual([]);
});

test("a wait for silence that ended a moment early is waited out", async () => {
  const clock = clockAt("2031-03-14T08:00:00Z");
  const early = openPace(clock, async (ms) => clock.advance((ms > 2 ? ms - 1 : ms) / 60_000));
  early.hold(`${team} chat.postMessage`, 3_000);
  posting = { ...posting, clock, calls: openCalls(early) };
  expect((await post("k1")).kind).toBe("sent");
});
