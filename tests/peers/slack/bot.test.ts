/** The built bot in Slack: what it was about to post, what people ask of it, how it ends, and what its log never holds. */
import { afterEach, describe, expect, test } from "vitest";
import { postOf } from "../../../src/core/post/digest-post.ts";
import { pendingRow } from "../../../src/pipeline/outbox-row.ts";
import type { OutboxRow, StoredDigest } from "../../../src/ports.ts";
import { change, digest, harbourTalks } from "../../fakes/facts.ts";
import { readBlocks } from "../../fakes/slack-read.ts";
import { heldTo } from "../patience.ts";
import { type Child, type House, openHouse, startBot } from "./bot.ts";
import { appToken, botToken, type Front, startFront } from "./front.ts";
import { botUser, channel, type People, peopleIn, place } from "./people.ts";

const told = digest(
  [
    change("c1", "new", "The canary sang in the harbour.", { by: [{ outlet: "Quay Herald" }] }),
    change("c2", "disputed", "The quota is 4,000 tonnes.", {
      by: [{ outlet: "Quay Herald" }, { outlet: "Harbour Post" }],
    }),
  ],
  { id: "dock-talks:1", story: "dock-talks" },
);

function digestRows(): readonly [StoredDigest, readonly OutboxRow[]] {
  const { root, thread } = postOf(told, harbourTalks, "UTC");
  const rows = [root, ...thread].map((document, part) =>
    pendingRow({
      key: `${place}|d1|${part}`,
      place,
      digestId: told.id,
      act: { kind: "post", thread: part === 0 ? null : `${place}|d1|0` },
      document,
    }),
  );
  return [{ digest: told, place, decided: Date.now() }, rows];
}

type Desk = { readonly front: Front; readonly house: House; readonly people: People; readonly bot: Child };
const desks: Desk[] = [];

afterEach(async () => {
  for (const { front, house, bot } of desks.splice(0)) {
    bot.kill("SIGKILL");
    await bot.ended;
    expect(front.violations).toEqual([]);
    for (const secret of [botToken, appToken, "canary"]) expect(bot.said()).not.toContain(secret);
    await front.close();
    await house.remove();
  }
});

async function openDesk(more: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const front = await startFront();
  const house = await openHouse(front, { digests: [digestRows()] });
  const desk = { front, house, people: peopleIn(front), bot: startBot(house, more) };
  desks.push(desk);
  return desk;
}

type Shown = { readonly ts: string; readonly blocks: unknown; readonly text: string };

async function threadOf({ front }: Desk): Promise<readonly Shown[]> {
  const { messages } = (await front.ask("conversations.history", { channel })) as { messages: readonly Shown[] };
  const root = messages.at(-1);
  if (!root) return [];
  return (await front.ask("conversations.replies", { channel, ts: root.ts }))["messages"] as readonly Shown[];
}

const posted = async (desk: Desk) => {
  await expect.poll(async () => (await threadOf(desk)).length).toBe(digestRows()[1].length);
  await expect.poll(() => desk.front.socket.open).toBe(1);
  return threadOf(desk);
};

describe("the bot", () => {
  test("posts a digest as a message and a thread, answers what it is asked, and ends within two seconds", async () => {
    const desk = await openDesk();
    const { front, people, bot } = desk;
    const [root, ...replies] = await posted(desk);
    expect(readBlocks(root?.blocks)).toContain("NEW  The canary sang in the harbour. [1]");
    expect(root?.text).toContain("The canary sang in the harbour.");
    expect(replies.map(({ blocks }) => readBlocks(blocks)).join("\n")).toMatch(/\[1\] Quay Herald.*<https:\/\//);

    const { ms } = await people.command("help");
    expect(ms).toBeLessThan(heldTo(1_000));
    await expect.poll(() => front.responses.length).toBe(1);
    expect(front.responses[0]).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("since WHEN"),
    });

    await people.command("latest");
    await expect.poll(() => front.responses.length).toBe(2);
    expect(front.responses[1]).toMatchObject({ response_type: "in_channel", text: expect.stringContaining("canary") });

    await people.command("latset");
    await expect.poll(() => front.responses.at(-1)?.["text"]).toContain("Did you mean /talks latest?");

    const before = (await threadOf(desk)).length;
    await people.write({ text: `<@${botUser}> what about Fenwick?`, thread_ts: root!.ts });
    await expect.poll(async () => (await threadOf(desk)).length).toBe(before + 1);

    bot.kill("SIGTERM");
    const began = performance.now();
    expect(await bot.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(heldTo(2_500));
  });

  test("answers an event once, however often Slack delivers it, and nothing that is not asked of it", async () => {
    const desk = await openDesk();
    const [root] = await posted(desk);
    const before = (await threadOf(desk)).length;
    const message = { user: desk.front.users["ann"], channel, thread_ts: root!.ts, ts: "1900000000.000100" };
    const text = "who came?";
    for (const id of ["Ev1", "Ev1", "Ev2"]) {
      await desk.people.event({ ...message, type: "message", channel_type: "channel", text }, id);
      await desk.people.event({ ...message, type: "app_mention", text: `<@${botUser}> ${text}` }, `${id}m`);
    }
    for (let n = 0; n < 3; n += 1) await desk.people.command("status", { trigger_id: "7.7" });
    for (const other of [
      { text: "thanks, that helps" },
      { text, bot_id: "B1" },
      { text, user: botUser },
      { text, thread_ts: "1.1" },
    ])
      await desk.people.write({ thread_ts: root!.ts, ...other });
    await expect.poll(async () => (await threadOf(desk)).length).toBe(before + 1);
    await expect.poll(() => desk.front.responses.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await threadOf(desk)).length).toBe(before + 1);
    expect(desk.front.responses).toHaveLength(1);
  });

  test("answers its buttons, beside them for one person and in the thread for everyone", async () => {
    const desk = await openDesk();
    const [root] = await posted(desk);
    const buttons = JSON.stringify(root?.blocks).match(/\{\\"action\\":[^}]*\}\}/g) ?? [];
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    await desk.people.press({ action: "sources", values: {} }, { ts: root!.ts });
    await expect.poll(() => desk.front.responses.length).toBe(1);
    expect(desk.front.responses[0]).toMatchObject({ response_type: "ephemeral" });
    await desk.people.press({ action: "ask", values: {} }, { ts: root!.ts });
    await expect.poll(() => desk.front.views.length).toBe(1);
    const { private_metadata, callback_id } = desk.front.views[0] as { private_metadata: string; callback_id: string };
    const state = { values: { question: { question: { type: "plain_text_input", value: "what about Fenwick?" } } } };
    const before = (await threadOf(desk)).length;
    await desk.people.submit({ id: "V1", type: "modal", callback_id, private_metadata, state });
    await expect.poll(async () => (await threadOf(desk)).length).toBe(before + 1);
  });

  test("hears again after Slack ended its connection, and survives a Slack that is down", async () => {
    const desk = await openDesk();
    await posted(desk);
    desk.front.faults.next({ method: "apps.connections.open", does: { kind: "cut" } });
    desk.front.socket.kill();
    await expect.poll(() => desk.front.socket.opened).toBe(2);
    await desk.people.command("status");
    await expect.poll(() => desk.front.responses.length).toBe(1);
    desk.front.socket.disconnect("warning");
    await expect.poll(() => desk.front.socket.opened).toBe(3);
  });
});

describe("tokens that do not work", () => {
  test("a bot token that Slack refuses ends the program in one clear line, without a loop", async () => {
    const front = await startFront();
    front.faults.next({ method: "auth.test", does: { kind: "error", error: "invalid_auth" } }, 9);
    const house = await openHouse(front, {});
    const bot = startBot(house);
    expect(await bot.ended).toBe(1);
    expect(bot.said()).toMatch(/slack: Slack does not accept the bot token/);
    expect(bot.said()).not.toMatch(/\n\s+at |node:internal/);
    expect(front.calls).toHaveLength(1);
    await front.close();
    await house.remove();
  });

  test("an app token that Slack refuses is told in one line; digests are posted all the same", async () => {
    const desk = await openDesk({ SLACK_APP_TOKEN: "xapp-1-another" });
    await expect.poll(async () => (await threadOf(desk)).length).toBe(digestRows()[1].length);
    expect(desk.bot.said().match(/SLACK_APP_TOKEN/g)).toHaveLength(1);
    expect(desk.front.calls.filter(({ method }) => method === "apps.connections.open")).toHaveLength(1);
  });

  test("a channel that is gone pauses its place and is told once, in plain words", async () => {
    const front = await startFront();
    front.faults.next({ method: "chat.postMessage", does: { kind: "error", error: "channel_not_found" } }, 99);
    const house = await openHouse(front, { digests: [digestRows()] });
    const bot = startBot(house);
    await expect.poll(() => bot.said()).toContain("The channel is gone");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(front.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    await front.close();
    await house.remove();
  });
});
