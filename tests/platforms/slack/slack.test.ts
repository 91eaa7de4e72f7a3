/** Slack as a platform like any other, and as one that many workspaces install. */
import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { paragraph, text } from "../../../src/core/post/post.ts";
import { openSlack } from "../../../src/platforms/slack/slack.ts";
import type { Ears } from "../../../src/ports.ts";
import { platformContract } from "../../contracts/platform.contract.ts";
import { install, mention, opened, say, secrets, seen } from "../../fakes/slack-room.ts";
import { botUser, team } from "../../fakes/slack-server.ts";

platformContract("Slack", async () => {
  let answer: Ears["answer"] = async () => null;
  const room = await opened((request) => answer(request));
  let written = 0;
  return {
    platform: {
      ...room.platform,
      listen: (ears) => {
        answer = ears.answer;
        return room.listening;
      },
    },
    place: `slack:${team}/C1`,
    seen: async () => seen(room),
    write: async (line) => {
      written += 1;
      const before = room.slack.posts.length;
      await room.sender.event(mention(line, `50.${written}`));
      await expect.poll(() => room.slack.posts.length, { timeout: 5_000 }).toBeGreaterThan(before);
    },
    leave: () => room.platform.close(),
  };
});

describe("a workspace", () => {
  test("installs the app with the least rights, and its state is checked", async () => {
    const room = await opened(async () => null, false);
    const { to, status } = await install(room);
    expect(status).toBe(200);
    expect(to.searchParams.get("scope")?.split(",")).toEqual(expect.arrayContaining(["commands", "chat:write"]));
    expect(room.news).toEqual([`joined ${team}`]);
    expect(
      await room.platform.post({
        key: "k",
        place: `slack:${team}/C1`,
        document: [paragraph(text("x"))],
        title: "",
        inThreadOf: null,
        again: false,
      }),
    ).toMatchObject({ kind: "sent" });
    expect(room.slack.calls.at(-1)?.token).toBe("xoxb-installed");
  });

  test.each([
    ["made up", () => "made-up"],
    ["cut", (state: string) => state.slice(0, -2)],
    ["missing", () => ""],
  ])("is refused when the state is %s", async (_, change) => {
    const room = await opened(async () => null, false);
    const { status } = await install(room, change);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(room.news).toEqual([]);
    expect(await room.store.installation(`slack:${team}`)).toBeNull();
  });

  test.each([
    ["app_uninstalled", { type: "app_uninstalled" }],
    ["tokens_revoked", { type: "tokens_revoked", tokens: { bot: [botUser] } }],
  ])("that leaves (%s) is forgotten, and posts to it are halted in plain words", async (_, event) => {
    const room = await opened(async () => null);
    await room.sender.event(event);
    await expect.poll(() => room.news).toEqual([`joined ${team}`, `left ${team}`]);
    expect(await room.store.installation(`slack:${team}`)).toBeNull();
    const message = {
      key: "k",
      place: `slack:${team}/C1`,
      document: [paragraph(text("x"))],
      title: "",
      inThreadOf: null,
      again: false,
    };
    expect(await room.platform.post(message)).toEqual({
      kind: "halted",
      reason: expect.stringContaining("has not installed the app"),
    });
    expect((await install(room)).status).toBe(200);
    expect((await room.platform.post(message)).kind).toBe("sent");
  });

  test("keeps the app when only a person's token was revoked", async () => {
    const room = await opened(async () => null);
    await room.sender.event({ type: "tokens_revoked", tokens: { oauth: ["U1"] } });
    await room.sender.event(mention("who came?", "10.1"));
    await expect.poll(() => room.asked.length).toBe(1);
    expect(room.news).toEqual([`joined ${team}`]);
  });

  test("that never installed it is not heard", async () => {
    const room = await opened(async () => null);
    await room.sender.event(mention("who came?", "10.1"), { of: "T9" });
    await room.sender.event(mention("who came?", "10.2"));
    await expect.poll(() => room.asked.length).toBe(1);
    expect(room.asked[0]?.id).toBe("slack:C1:10.2");
  });
});

describe("a request", () => {
  test("with another secret, or too old, is refused", async () => {
    const room = await opened(async () => null);
    const event = mention("who came?", "10.1");
    expect((await room.sender.event(event, { secret: "guessed" })).status).toBe(401);
    expect((await room.sender.event(event, { sentAt: Date.now() - 6 * 60_000 })).status).toBe(401);
    expect(room.asked).toEqual([]);
  });

  test("dated ahead, or sent a second time, comes to nothing", async () => {
    const room = await opened(async () => say("person", "x"));
    const sentAt = Date.now();
    const command = { text: "latest", response_url: room.slack.responseUrl() };
    expect((await room.sender.command(command, { sentAt: sentAt + 6 * 60_000 })).status).toBe(200);
    for (let n = 0; n < 4; n += 1) expect((await room.sender.command(command, { sentAt })).status).toBe(200);
    await expect.poll(() => room.slack.responses.length).toBe(1);
    expect(room.asked).toHaveLength(1);
  });
});

test("a port that is taken is one clear line", async () => {
  const room = await opened(async () => null, false);
  const port = Number(new URL(room.url).port);
  const opening = await openSlack({
    access: { kind: "http", ...secrets, host: "127.0.0.1", port },
    apiUrl: room.slack.api,
    authorizeUrl: null,
    clientPingTimeoutMs: 1_000,
    managers: [],
    commands,
    installations: room.store,
    joined: async () => {},
    left: async () => {},
    clock: { now: () => Date.now() },
    log: room.log,
  });
  if (opening.kind === "refused") throw new Error(opening.reason);
  await expect(opening.platform.listen({ answer: async () => null, suggest: async () => [] })).rejects.toThrow(
    `Slack cannot be served on 127.0.0.1:${port}: another program uses it.`,
  );
});
