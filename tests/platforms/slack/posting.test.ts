/** Posting, finding and editing through Slack's own client, against a server that does what goes wrong. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Document, heading, paragraph, text } from "../../../src/core/post/post.ts";
import { openCalls } from "../../../src/platforms/slack/calls.ts";
import { clientOptions } from "../../../src/platforms/slack/client.ts";
import { findMessage } from "../../../src/platforms/slack/finding.ts";
import { openMemory } from "../../../src/platforms/slack/memory.ts";
import { openPace } from "../../../src/platforms/slack/pace.ts";
import { editMessage, type Posting, postMessage } from "../../../src/platforms/slack/posting.ts";
import { oneWorkspace } from "../../../src/platforms/slack/workspaces.ts";
import type { Message, PostOutcome } from "../../../src/ports.ts";
import { clockAt, type FakeClock } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { readBlocks } from "../../fakes/slack-read.ts";
import { botToken, botUser, type SlackServer, startSlack, team } from "../../fakes/slack-server.ts";

let slack: SlackServer;
let posting: Posting;
let clock: FakeClock;
/** As a program that has just started: it remembers nothing. */
const restarted = (): Posting => {
  clock = clockAt("2031-03-14T08:00:00Z");
  const pace = openPace(clock, async (ms) => clock.advance(ms / 60_000));
  const workspaces = oneWorkspace(botToken, clientOptions(slack.api, logInMemory()));
  return { workspaces, calls: openCalls(pace), memory: openMemory(), clock };
};
beforeEach(async () => {
  slack = await startSlack();
  posting = restarted();
});
afterEach(() => slack.close());

const place = `slack:${team}/C1`;
const message = (key: string, given: Partial<Message> = {}): Message => ({
  key,
  place,
  document: [heading("Harbour talks"), paragraph(text(`The line of ${key}.`))],
  title: "Harbour talks",
  inThreadOf: null,
  again: false,
  ...given,
});
const post = (one: Message) => postMessage(one, posting);
const find = (key: string, inThreadOf: string | null = null) =>
  findMessage({ place, key, inThreadOf, since: 0 }, posting);
const idOf = (outcome: PostOutcome): string =>
  outcome.kind === "sent" ? outcome.remoteId : `not sent: ${outcome.reason}`;
const seen = () => slack.posts.map((one) => readBlocks(one.blocks).replaceAll("\n", " / "));

describe("a post", () => {
  test("opens no preview, calls nobody, and carries its key", async () => {
    await post(message("k1"));
    const { args, token } = slack.calls.find(({ method }) => method === "chat.postMessage")!;
    expect(token).toBe(botToken);
    expect(args).toMatchObject({
      channel: "C1",
      text: "Harbour talks\nThe line of k1.",
      unfurl_links: "false",
      unfurl_media: "false",
      link_names: "false",
      parse: "none",
      metadata: { event_type: "parley_message", event_payload: { outbox_id: "k1", part: "" } },
    });
    expect(slack.violations).toEqual([]);
  });

  test("in a thread hangs on its root", async () => {
    const root = idOf(await post(message("k1")));
    await post(message("k2", { inThreadOf: root, again: false }));
    expect(slack.posts.map((one) => one.thread_ts)).toEqual([null, root]);
  });

  test.each([
    ["slack:C1", /names no channel/],
    ["slack:T9/C1", /belongs to the workspace T0TEAM, not T9/],
  ])("to %s is halted in plain words", async (where, reason) => {
    expect(await post(message("k1", { place: where }))).toEqual({
      kind: "halted",
      reason: expect.stringMatching(reason),
    });
    expect(slack.posts).toEqual([]);
  });

  test("with a token that Slack refuses is halted, and works again once Slack takes it", async () => {
    slack.fail({ method: "auth.test", does: { error: "invalid_auth" } });
    expect((await post(message("k1"))).kind).toBe("halted");
    expect((await post(message("k1"))).kind).toBe("sent");
  });

  test("while Slack cannot say who we are is put off", async () => {
    slack.fail({ method: "auth.test", does: "cut" });
    expect(await post(message("k1"))).toMatchObject({ kind: "later" });
  });
});

describe("after an end that nobody saw", () => {
  test.each([
    ["cut after", "found"],
    ["cut", "absent"],
    [{ status: 503 }, "absent"],
    [{ error: "internal_error" }, "absent"],
  ] as const)("%j: a root is %s", async (does, expected) => {
    slack.fail({ method: "chat.postMessage", does });
    expect((await post(message("k1"))).kind).toBe("unknown");
    posting = restarted();
    expect((await find("k1")).kind).toBe(expected);
    if (expected === "absent") await post(message("k1"));
    expect(seen()).toEqual(["Harbour talks / The line of k1."]);
  });

  test("a reply is found in its thread", async () => {
    const root = idOf(await post(message("k1")));
    slack.fail({ method: "chat.postMessage", does: "cut after" });
    await post(message("k2", { inThreadOf: root, again: false }));
    posting = restarted();
    expect(await find("k2", root)).toEqual({ kind: "found", remoteId: slack.posts[1]!.ts });
    expect(await find("k3", root)).toEqual({ kind: "absent" });
    expect(await find("k2", "1.2")).toEqual({ kind: "absent" });
  });

  test("a root is found behind much that others wrote since", async () => {
    slack.fail({ method: "chat.postMessage", does: "cut after" });
    await post(message("k1"));
    for (let n = 0; n < 450; n += 1) slack.write({ channel: "C1", text: "chatter" });
    expect(await find("k1")).toEqual({ kind: "found", remoteId: slack.posts[0]!.ts });
    expect(slack.calls.filter(({ method }) => method === "conversations.history")).toHaveLength(3);
  });

  test("a search that Slack puts off goes on where it was", async () => {
    await post(message("k1"));
    for (let n = 0; n < 250; n += 1) slack.write({ channel: "C1", text: "chatter" });
    const cursors = () =>
      slack.calls.filter(({ method }) => method === "conversations.history").map(({ args }) => args["cursor"]);
    slack.fail({ method: "conversations.history", does: "pass" });
    slack.fail({ method: "conversations.history", does: { status: 429, retryAfter: 60 } });
    expect(await find("k1")).toMatchObject({ kind: "later", waitMs: 60_000 });
    expect((await find("k1")).kind).toBe("later");
    clock.advance(1);
    expect(await find("k1")).toEqual({ kind: "found", remoteId: slack.posts[0]!.ts });
    expect(cursors()).toEqual([undefined, "200", "200"]);
  });

  test("nobody else's message with our key is ours", async () => {
    slack.write({ channel: "C1", metadata: { event_type: "theirs", event_payload: { outbox_id: "k1" } } });
    expect(await find("k1")).toEqual({ kind: "absent" });
  });

  test.each([
    [{ error: "invalid_auth" }, "halted"],
    [{ error: "not_in_channel" }, "halted"],
    [{ status: 503 }, "later"],
    ["cut", "later"],
    [{ status: 429, retryAfter: 7 }, "later"],
  ] as const)("history that answers %j is %s", async (does, kind) => {
    slack.fail({ method: "conversations.history", does });
    expect((await find("k1")).kind).toBe(kind);
  });
});

describe("where Slack lets nobody read a thread", () => {
  const refuse = () => slack.fail({ method: "conversations.replies", does: { error: "missing_scope" }, times: 9 });
  const begun = async (does: "cut" | "cut after") => {
    const root = idOf(await post(message("k1")));
    slack.fail({ method: "chat.postMessage", does });
    await post(message("k2", { inThreadOf: root, again: false }));
    refuse();
    return root;
  };

  test("a reply that arrived is told by the root's count, as long as only we wrote", async () => {
    const root = await begun("cut after");
    expect(await find("k2", root)).toEqual({ kind: "found", remoteId: slack.posts[1]!.ts });
    slack.fail({ method: "chat.postMessage", does: "cut after" });
    await post(message("k3", { inThreadOf: root, again: false }));
    expect(await find("k3", root)).toEqual({ kind: "found", remoteId: slack.posts[2]!.ts });
  });

  test("one that did not arrive is told by it, too", async () => {
    expect(await find("k2", await begun("cut"))).toEqual({ kind: "absent" });
  });

  test("when others wrote since, nobody can tell, and the message that is posted again says so", async () => {
    const root = await begun("cut after");
    slack.write({ channel: "C1", thread_ts: root });
    expect((await find("k2", root)).kind).toBe("unreadable");
    await post(message("k2", { inThreadOf: root, again: true }));
    expect(seen().at(-1)).toContain("Posted again");
  });

  test("a program that remembers nothing does not guess", async () => {
    const root = await begun("cut after");
    posting = restarted();
    expect((await find("k2", root)).kind).toBe("unreadable");
  });
});

describe("a message that Slack finds too long", () => {
  const long: Document = [
    heading("Harbour talks"),
    ...[1, 2, 3, 4].map((n) => ({
      kind: "change" as const,
      ref: `c${n}`,
      label: "NEW",
      inlines: [text(`Line ${n}.`)],
      sources: [n],
    })),
    {
      kind: "sources",
      items: [1, 2, 3, 4].map((n) => ({ n, label: `Outlet ${n}`, url: `https://outlet.example/${n}` })),
    },
  ];
  const tooLong = (times: number) =>
    slack.fail({ method: "chat.postMessage", does: { error: "msg_blocks_too_long" }, times });

  test("is posted in halves, the second in the thread of the first, with every line and source", async () => {
    tooLong(1);
    const outcome = await post(message("k1", { document: long }));
    expect(outcome).toEqual({ kind: "sent", remoteId: slack.posts[0]!.ts });
    expect(slack.posts.map((one) => one.thread_ts)).toEqual([null, slack.posts[0]!.ts]);
    const all = seen().join(" ");
    for (const n of [1, 2, 3, 4])
      for (const part of [`Line ${n}.`, `[${n}] Outlet ${n}`, `outlet.example/${n}`]) expect(all).toContain(part);
    expect(await find("k1")).toEqual({ kind: "found", remoteId: slack.posts[0]!.ts });
  });

  test("is halved again when a half is too long", async () => {
    tooLong(2);
    expect((await post(message("k1", { document: long }))).kind).toBe("sent");
    expect(slack.posts).toHaveLength(3);
    expect(await find("k1")).toEqual({ kind: "found", remoteId: slack.posts[0]!.ts });
  });

  test("of which a part was lost is finished after a crash, with nothing twice", async () => {
    tooLong(1);
    slack.fail({ method: "chat.postMessage", does: "pass" });
    slack.fail({ method: "chat.postMessage", does: "cut" });
    expect((await post(message("k1", { document: long }))).kind).toBe("unknown");
    expect(slack.posts).toHaveLength(1);
    posting = restarted();
    expect(await find("k1")).toEqual({ kind: "absent" });
    expect(await post(message("k1", { document: long }))).toEqual({ kind: "sent", remoteId: slack.posts[0]!.ts });
    expect(slack.posts).toHaveLength(2);
    const all = seen().join(" ");
    for (const n of [1, 2, 3, 4]) expect(all.split(`Line ${n}.`)).toHaveLength(2);
  });

  test("and that goes slowly is finished by a later attempt: none of its parts begins when its grace is nearly over", async () => {
    tooLong(1);
    const { calls } = posting;
    const slowly: Posting["calls"]["post"] = async (...given) => {
      const called = await calls.post(...given);
      clock.advance(0.1);
      return called;
    };
    posting = { ...posting, calls: { ...calls, post: slowly } };
    expect(await post(message("k1", { document: long }))).toMatchObject({ kind: "unknown" });
    expect(slack.posts).toHaveLength(1);
    posting = restarted();
    expect(await find("k1")).toEqual({ kind: "absent" });
    expect((await post(message("k1", { document: long }))).kind).toBe("sent");
    expect(slack.posts).toHaveLength(2);
  });

  test("and cannot be cut is refused, not dropped in silence", async () => {
    tooLong(1);
    expect(await post(message("k1", { document: [paragraph(text("One."))] }))).toMatchObject({ kind: "refused" });
  });
});

describe("an edit", () => {
  test("replaces the words, parses nothing, and has block ids of its own", async () => {
    const root = idOf(await post(message("k1")));
    const before = JSON.stringify(slack.posts[0]!.blocks);
    expect(await editMessage(message("k1:2"), root, posting)).toEqual({ kind: "sent", remoteId: root });
    expect(slack.posts[0]!.text).toContain("The line of k1:2.");
    const idsOf = (json: string) => json.match(/"block_id":"[^"]+"/g) ?? [];
    expect(idsOf(before).length).toBeGreaterThan(0);
    for (const id of idsOf(before)) expect(JSON.stringify(slack.posts[0]!.blocks)).not.toContain(id);
    expect(slack.calls.find(({ method }) => method === "chat.update")?.args).toMatchObject({
      parse: "none",
      link_names: "false",
    });
  });

  test("of a message that is gone leaves nothing to correct", async () => {
    expect(await editMessage(message("k1:2"), "1.2", posting)).toEqual({ kind: "sent", remoteId: "1.2" });
    expect(slack.posts).toEqual([]);
  });

  test("that fails says how", async () => {
    const root = idOf(await post(message("k1")));
    slack.fail({ method: "chat.update", does: { status: 503 } });
    expect((await editMessage(message("k1:2"), root, posting)).kind).toBe("unknown");
  });
});

test("the bot's own user is known from its token", async () => {
  expect(await posting.workspaces.of(team)).toMatchObject({ kind: "open", workspace: { botUser } });
});
