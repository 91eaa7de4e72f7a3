/** Posting exactly once with the real client: what each fault does, and that nothing is there twice or missing. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import type { Message, Platform, PostOutcome } from "../../../src/ports.ts";
import { openAdapter } from "./adapter.ts";
import type { Fault } from "./faults.ts";
import { channel, elsewhere, forum, guild, openStage, place, type Stage, seenIn } from "./stage.ts";

const posts = "/channels/{channel_id}/messages";
const starts = "/channels/{channel_id}/messages/{message_id}/threads";
const forumStarts = "/channels/{channel_id}/threads";

let stage: Stage;
let platform: Platform;

beforeEach(async () => {
  stage = await openStage();
  ({ platform } = await openAdapter(stage));
});
afterEach(async () => {
  await platform.close();
  await stage.close();
});

const message = (key: string, given: Partial<Message> = {}): Message => ({
  key,
  place,
  document: [heading("Harbour talks"), paragraph(text(`The line of ${key}.`))],
  title: "Harbour talks",
  inThreadOf: null,
  again: false,
  ...given,
});
const times = async (key: string, id = channel) => (await seenIn(stage, id)).split(`The line of ${key}.`).length - 1;
const fails = (fault: Fault) => void stage.rest.faults.push(fault);
const at = (key: string, inThreadOf: string | null = null, where = place) => ({
  key,
  place: where,
  inThreadOf,
  since: Date.now(),
});
const idOf = (outcome: PostOutcome): string => {
  expect(outcome.kind).toBe("sent");
  return outcome.kind === "sent" ? outcome.remoteId : "";
};

describe("one post", () => {
  test("carries an enforced nonce and locks mentions", async () => {
    await platform.post(message("k1"));
    const [asked] = stage.rest.asked.filter(({ route }) => route === posts);
    expect(asked?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [], replied_user: false } });
    expect(stage.rest.violations()).toEqual([]);
  });

  test("whose answer was lost is in doubt, is found by its mark, and is not made twice by a second try", async () => {
    fails({ kind: "lost", method: "POST", route: posts, times: 1 });
    expect((await platform.post(message("k1"))).kind).toBe("unknown");
    const found = await platform.find(at("k1"));
    expect(found.kind).toBe("found");
    const again = await platform.post(message("k1"));
    expect(again).toEqual({ kind: "sent", remoteId: found.kind === "found" ? found.remoteId : "" });
    expect(await times("k1")).toBe(1);
  });

  test("that never arrived is in doubt, is not found, and arrives at the second try", async () => {
    fails({ kind: "cut", method: "POST", route: posts, times: 1 });
    expect((await platform.post(message("k1"))).kind).toBe("unknown");
    expect(await platform.find(at("k1"))).toEqual({ kind: "absent" });
    expect((await platform.post(message("k1"))).kind).toBe("sent");
    expect(await times("k1")).toBe(1);
  });

  test("that meets an error of Discord's is tried once and is in doubt", async () => {
    fails({ kind: "error", method: "POST", route: posts, times: 5, status: 503, code: 0 });
    expect((await platform.post(message("k1"))).kind).toBe("unknown");
    expect(stage.rest.asked.filter(({ route }) => route === posts)).toHaveLength(1);
  });

  test.each([
    ["short: it is waited for", 0.3, "user", "sent"],
    ["short, for everybody", 0.3, "shared", "sent"],
    ["short, for all requests", 0.3, "global", "sent"],
    ["long: the outbox waits", 30, "user", "later"],
  ] as const)("that meets a rate limit, %s", async (_, retryAfter, scope, kind) => {
    fails({ kind: "limit", method: "POST", route: posts, times: 1, retryAfter, scope });
    const outcome = await platform.post(message("k1"));
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === "later") expect(outcome.waitMs).toBeGreaterThanOrEqual(30_000);
    expect(await times("k1")).toBe(kind === "sent" ? 1 : 0);
  });

  test.each([
    ["a channel that is gone", 404, 10003],
    ["a channel that cannot be seen", 403, 50001],
    ["a right that is missing", 403, 50013],
  ] as const)("that meets %s halts the place, and no other", async (_, status, code) => {
    fails({ kind: "error", method: "POST", route: posts, times: 1, status, code });
    expect((await platform.post(message("k1"))).kind).toBe("halted");
    const other = `discord:${guild}/${elsewhere}`;
    expect((await platform.post(message("k2", { place: other }))).kind).toBe("sent");
  });

  test("with a token that is dead halts, and asks no more", async () => {
    stage.rest.token = null;
    const first = await platform.post(message("k1"));
    expect(first).toMatchObject({ kind: "halted", reason: expect.stringContaining("DISCORD_TOKEN") });
    const asked = stage.rest.asked.length;
    for (let i = 0; i < 20; i += 1) expect((await platform.post(message(`k${i}`))).kind).toBe("halted");
    expect(stage.rest.asked.length).toBe(asked);
  });

  test("while Discord cannot be reached is put off", async () => {
    await stage.rest.close();
    expect((await platform.post(message("k1"))).kind).toBe("later");
  });
});

describe("a thread", () => {
  test("is opened by the first reply, with the root's own id and title, and only once", async () => {
    const root = idOf(await platform.post(message("k1")));
    const [first, second] = [message("k2", { inThreadOf: root }), message("k3", { inThreadOf: root })];
    expect(idOf(await platform.post(first))).toMatch(new RegExp(`^${root}/`));
    expect((await platform.post(second)).kind).toBe("sent");
    expect(stage.rest.asked.filter(({ route }) => route === starts)).toHaveLength(1);
    expect(await stage.twin.thread(root).getChannel()).toMatchObject({ name: "Harbour talks" });
  });

  test("that is there already, because the answer was lost, is simply used", async () => {
    const root = idOf(await platform.post(message("k1")));
    fails({ kind: "lost", method: "POST", route: starts, times: 1 });
    const reply = message("k2", { inThreadOf: root });
    expect((await platform.post(reply)).kind).toBe("later");
    expect((await platform.post(reply)).kind).toBe("sent");
    expect(await times("k2")).toBe(1);
    expect(await stage.twin.channel(channel).getThreads()).toHaveLength(1);
  });

  test("is read back for a reply whose answer was lost", async () => {
    const root = idOf(await platform.post(message("k1")));
    fails({ kind: "lost", method: "POST", route: posts, times: 1 });
    expect((await platform.post(message("k2", { inThreadOf: root }))).kind).toBe("unknown");
    expect(await platform.find(at("k2", root))).toMatchObject({
      kind: "found",
      remoteId: expect.stringMatching(`^${root}/`),
    });
    expect(await platform.find(at("k3", root))).toEqual({ kind: "absent" });
  });

  test("whose root was deleted takes no reply, and the place goes on", async () => {
    const reply = message("k2", { inThreadOf: "999999999999999999" });
    expect((await platform.post(reply)).kind).toBe("gone");
    expect((await platform.post(message("k3"))).kind).toBe("sent");
  });
});

describe("a forum", () => {
  const there = `discord:${guild}/${forum}`;

  test("gets a post with its first message; replies go on in it", async () => {
    const root = idOf(await platform.post(message("k1", { place: there })));
    expect((await platform.post(message("k2", { place: there, inThreadOf: root }))).kind).toBe("sent");
    const seen = await seenIn(stage, forum);
    expect(seen.indexOf("The line of k1.")).toBeLessThan(seen.indexOf("The line of k2."));
    expect(stage.rest.violations()).toEqual([]);
  });

  test("is looked through after a lost answer, among posts that are like it", async () => {
    await platform.post(message("k0", { place: there }));
    fails({ kind: "lost", method: "POST", route: forumStarts, times: 1 });
    expect((await platform.post(message("k1", { place: there }))).kind).toBe("unknown");
    const found = await platform.find(at("k1", null, there));
    expect(found.kind).toBe("found");
    expect(await platform.find(at("k2", null, there))).toEqual({ kind: "absent" });
    expect(await times("k1", forum)).toBe(1);
  });

  test("a post in it can be corrected, and so can a reply", async () => {
    const root = idOf(await platform.post(message("k1", { place: there })));
    const reply = idOf(await platform.post(message("k2", { place: there, inThreadOf: root })));
    expect((await platform.edit(message("k1:2", { place: there }), root)).kind).toBe("sent");
    expect((await platform.edit(message("k2:2", { place: there }), reply)).kind).toBe("sent");
    expect(await times("k1:2", forum)).toBe(1);
    expect(await times("k2", forum)).toBe(0);
  });
});

describe("a correction", () => {
  test("of a message that somebody deleted is done", async () => {
    expect((await platform.edit(message("k1"), "999999999999999999")).kind).toBe("sent");
  });

  test("that Discord allows no more for an hour is refused, so that nothing waits for it", async () => {
    const root = idOf(await platform.post(message("k1")));
    const route = "/channels/{channel_id}/messages/{message_id}";
    fails({ kind: "limit", method: "PATCH", route, times: 1, retryAfter: 3600, scope: "user" });
    expect((await platform.edit(message("k1:2"), root)).kind).toBe("refused");
  });
});

test("twelve posts under a limit of five a second all arrive, in order, and none is refused", async () => {
  await stage.close();
  stage = await openStage({ limit: 5 });
  ({ platform } = await openAdapter(stage));
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => platform.post(message(`n${i}.`))));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(12).fill("sent"));
  expect(stage.rest.asked.filter(({ status }) => status === 429)).toEqual([]);
});
