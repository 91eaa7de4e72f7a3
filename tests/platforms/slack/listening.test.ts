/** What people do in Slack, and what they get for it. */
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/ports.ts";
import { mention, opened, type Room, say } from "../../fakes/slack-room.ts";
import { botUser } from "../../fakes/slack-server.ts";

describe("/talks", () => {
  test.each([
    ["room", "in_channel"],
    ["person", "ephemeral"],
  ] as const)("an answer for the %s is %s, parses nothing and opens no preview", async (audience, type) => {
    const room = await opened(async () => say(audience, "Three came."));
    const { status, text: said } = await room.sender.command({
      text: "who came?",
      response_url: room.slack.responseUrl(),
    });
    expect([status, said]).toEqual([200, ""]);
    await expect.poll(() => room.slack.responses.length).toBe(1);
    expect(room.slack.responses[0]).toMatchObject({
      response_type: type,
      text: "Three came.",
      replace_original: false,
      parse: "none",
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(room.asked[0]?.input).toEqual({ kind: "line", text: "/talks who came?" });
  });

  test("is acknowledged at once, however long the work takes, and then told that it takes a moment", async () => {
    const work = Promise.withResolvers<Answer>();
    const room = await opened(() => work.promise);
    const { ms } = await room.sender.command({ text: "latest", response_url: room.slack.responseUrl() });
    expect(ms).toBeLessThan(1_000);
    await expect.poll(() => room.slack.responses.length, { timeout: 5_000 }).toBe(1);
    expect(room.slack.responses[0]).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("moment"),
    });
    work.resolve(say("room", "Done."));
    await expect.poll(() => room.slack.responses.at(-1)?.["text"]).toBe("Done.");
  });

  test("a long answer comes in order, and says so when it is cut", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `Line ${n}. ${"word ".repeat(60)}`);
    let count = 30;
    const room = await opened(async () => say("person", ...lines(count)));
    await room.sender.command({ response_url: room.slack.responseUrl() });
    const all = () => room.slack.responses.map((one) => String(one["text"])).join("\n");
    await expect.poll(all).toContain("Line 29.");
    expect(all().match(/Line \d+\./g)).toEqual(lines(count).map((line) => line.split(" word")[0]));
    expect(room.slack.responses.length).toBeLessThanOrEqual(5);
    count = 200;
    const before = room.slack.responses.length;
    await room.sender.command({ trigger_id: "8", response_url: room.slack.responseUrl() });
    await expect.poll(all).toContain("left out");
    expect(room.slack.responses.length - before).toBe(5);
  });

  test("an answer that Slack does not take is logged without its words", async () => {
    const room = await opened(async () => say("person", "canary-words"));
    room.slack.fail({ method: "response_url", does: { status: 500 } });
    await room.sender.command({ response_url: room.slack.responseUrl() });
    await expect.poll(() => room.log.said.join("\n")).toContain("was lost");
    expect(room.log.said.join("\n")).not.toContain("canary");
  });
});

describe("a question", () => {
  test("in a thread is answered in it, for everyone or for the one who asked", async () => {
    const room = await opened(async (request) => say(request.thread === "9.9" ? "room" : "person", "Three came."));
    await room.sender.event({
      type: "message",
      channel_type: "channel",
      user: "U1",
      text: "who came?",
      ts: "10.1",
      thread_ts: "9.9",
      channel: "C1",
    });
    await expect.poll(() => room.slack.posts.length).toBe(1);
    expect(room.slack.posts[0]).toMatchObject({ thread_ts: "9.9", text: "Three came." });
    await room.sender.event(mention("who came?", "10.2"));
    await expect.poll(() => room.slack.calls.some(({ method }) => method === "chat.postEphemeral")).toBe(true);
    expect(room.slack.calls.at(-1)?.args).toMatchObject({
      user: "U1",
      channel: "C1",
      thread_ts: "10.2",
      parse: "none",
    });
  });

  test("in a direct message is answered there", async () => {
    const room = await opened(async () => say("person", "Three came."));
    await room.sender.event({
      type: "message",
      channel_type: "im",
      user: "U1",
      text: "who came?",
      ts: "10.1",
      channel: "D1",
    });
    await expect.poll(() => room.slack.posts.length).toBe(1);
    expect(room.slack.posts[0]).toMatchObject({ channel: "D1", thread_ts: null });
    expect(await room.asked[0]?.manages()).toBe(true);
  });

  test("with our name comes as two events of one id, and again when Slack sends it again", async () => {
    const room = await opened(async () => null);
    const event = mention("who came?", "10.1");
    await room.sender.event(event);
    await room.sender.event({ ...event, type: "message", channel_type: "channel" });
    await room.sender.event(event);
    await expect.poll(() => room.asked.length).toBe(3);
    expect(new Set(room.asked.map(({ id }) => id))).toEqual(new Set(["slack:C1:10.1"]));
  });

  test("of our own, or of another bot, is not heard", async () => {
    const room = await opened(async () => null);
    await room.sender.event({ ...mention("who?", "10.1"), user: botUser });
    await room.sender.event({ ...mention("who?", "10.2"), bot_id: "B1" });
    await room.sender.event(mention("who?", "10.3"));
    await expect.poll(() => room.asked.length).toBe(1);
    expect(room.asked[0]?.id).toBe("slack:C1:10.3");
  });

  test("whose answer Slack puts off is answered a little later", async () => {
    const room = await opened(async () => say("room", "Three came."));
    room.slack.fail({ method: "chat.postMessage", does: { status: 429, retryAfter: 1 } });
    await room.sender.event(mention("who came?", "10.1"));
    await expect.poll(() => room.slack.posts.length, { timeout: 5_000 }).toBe(1);
  });

  test("whose answer ends in doubt is not answered twice", async () => {
    const room = await opened(async () => say("room", "Three came."));
    room.slack.fail({ method: "chat.postMessage", does: "cut after" });
    await room.sender.event(mention("who came?", "10.1"));
    await expect.poll(() => room.log.said.length).toBeGreaterThan(1);
    expect(room.slack.posts).toHaveLength(1);
  });
});

describe("a button", () => {
  const press = (room: Room, value: object, more: object = {}) =>
    room.sender.interaction({
      type: "block_actions",
      trigger_id: "7.7",
      channel: { id: "C1", name: "desk" },
      message: { type: "message", ts: "10.1" },
      container: { type: "message", message_ts: "10.1", channel_id: "C1" },
      response_url: room.slack.responseUrl(),
      actions: [
        { type: "button", action_id: "parley:2:0", block_id: "b", action_ts: "1", value: JSON.stringify(value) },
      ],
      ...more,
    });

  test("is an action about its thread, answered beside it for the one who pressed", async () => {
    const room = await opened(async () => say("person", "Because."));
    await press(room, { action: "why", values: { ref: "c1" } });
    await expect.poll(() => room.slack.responses.length).toBe(1);
    expect(room.slack.responses[0]).toMatchObject({
      response_type: "ephemeral",
      replace_original: false,
      text: "Because.",
    });
    expect(room.slack.responses[0]).not.toHaveProperty("thread_ts");
    expect(room.asked[0]).toMatchObject({
      id: "slack:press:7.7",
      input: { action: "why", values: { ref: "c1" } },
      thread: "10.1",
    });
  });

  test("in a thread is answered in the thread", async () => {
    const room = await opened(async () => say("person", "Because."));
    await press(room, { action: "why", values: {} }, { message: { type: "message", ts: "10.4", thread_ts: "10.1" } });
    await expect.poll(() => room.slack.responses.length).toBe(1);
    expect(room.slack.responses[0]).toMatchObject({ thread_ts: "10.1" });
    expect(room.asked[0]?.thread).toBe("10.1");
  });

  test("that asks opens a form, whose answer goes into the thread", async () => {
    const room = await opened(async () => say("room", "Three came."));
    await press(room, { action: "ask", values: {} });
    await expect.poll(() => room.slack.views.length).toBe(1);
    const { private_metadata } = room.slack.views[0] as { private_metadata: string };
    await room.sender.interaction({
      type: "view_submission",
      view: {
        id: "V9",
        type: "modal",
        callback_id: "parley-ask",
        private_metadata,
        state: { values: { question: { question: { type: "plain_text_input", value: "who came?" } } } },
      },
    });
    await expect.poll(() => room.slack.posts.length).toBe(1);
    expect(room.slack.posts[0]).toMatchObject({ thread_ts: "10.1", text: "Three came." });
    expect(room.asked[0]).toMatchObject({
      id: "slack:form:V9",
      input: { action: "ask", values: { question: "who came?" } },
      thread: "10.1",
    });
  });

  test("where the bot may not post is answered through the button's own address", async () => {
    const room = await opened(async () => say("room", "Three came."));
    room.slack.fail({ method: "chat.postMessage", does: { error: "not_in_channel" } });
    await press(room, { action: "why", values: {} });
    await expect.poll(() => room.slack.responses.length).toBe(1);
    expect(room.slack.responses[0]).toMatchObject({ response_type: "in_channel", thread_ts: "10.1" });
  });

  test("that is none of ours comes to nothing", async () => {
    const room = await opened(async () => say("room", "x"));
    await press(room, ["odd"]);
    await press(room, { action: "why", values: {} }, { trigger_id: "8", channel: undefined });
    await press(room, { action: "why", values: {} }, { trigger_id: "9" });
    await expect.poll(() => room.asked.length).toBe(1);
  });
});

describe("who manages a place", () => {
  test.each([
    ["U1", "C1", false],
    ["UADMIN", "C1", true],
    ["U7", "C1", true],
    ["U1", "D1", true],
  ])("%s in %s: %s", async (user, channel, expected) => {
    const room = await opened(async () => null);
    room.slack.admins.add("UADMIN");
    await room.sender.event({ ...mention("settings", "10.1"), user, channel });
    await expect.poll(() => room.asked.length).toBe(1);
    expect(await room.asked[0]?.manages()).toBe(expected);
  });

  test("counts as no when Slack does not say", async () => {
    const room = await opened(async () => null);
    room.slack.admins.add("U1");
    await room.sender.event(mention("settings", "10.1"));
    await expect.poll(() => room.asked.length).toBe(1);
    room.slack.fail({ method: "users.info", does: { error: "missing_scope" } });
    expect(await room.asked[0]?.manages()).toBe(false);
    expect(await room.asked[0]?.manages()).toBe(true);
  });
});

test("the home page shows what can be asked", async () => {
  const room = await opened(async () => null);
  await room.sender.event({ type: "app_home_opened", user: "U1", channel: "D1", tab: "home", event_ts: "1.1" });
  await expect.poll(() => room.slack.views.length).toBe(1);
  expect(JSON.stringify(room.slack.views[0])).toContain("since WHEN");
});
