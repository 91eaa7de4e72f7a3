/** The bot in Slack over HTTP, with the real SDK: requests signed as Slack signs them, and a server in memory behind it. */
import { afterEach, expect } from "vitest";
import { commands } from "../../commands/index.ts";
import { paragraph, text } from "../../src/core/post/post.ts";
import { openSlack } from "../../src/platforms/slack/slack.ts";
import type { Answer, Ears, Platform, Request, Store } from "../../src/ports.ts";
import { type FakeLog, logInMemory } from "./log.ts";
import { readBlocks } from "./slack-read.ts";
import { freePort, signingSecret, slackSender } from "./slack-sender.ts";
import { botUser, type SlackServer, startSlack } from "./slack-server.ts";
import { storeInMemory } from "./store.ts";

export type Room = {
  readonly slack: SlackServer;
  readonly platform: Platform;
  readonly url: string;
  readonly sender: ReturnType<typeof slackSender>;
  readonly store: Store;
  readonly log: FakeLog;
  readonly asked: Request[];
  readonly news: string[];
  listening: Promise<void>;
};

export const secrets = { signingSecret, clientId: "1.2", clientSecret: "client-secret", stateSecret: "state-secret" };
const open: Room[] = [];
afterEach(async () => {
  for (const room of open.splice(0)) {
    await room.platform.close();
    await room.listening;
    expect(room.slack.violations).toEqual([]);
    await room.slack.close();
  }
});

/** A bot that listens, in a workspace that has installed it unless told otherwise. */
export async function opened(answer: Ears["answer"] | null = null, isInstalled = true): Promise<Room> {
  const [slack, store, port] = await Promise.all([startSlack(), storeInMemory(), freePort()]);
  const [log, asked, news] = [logInMemory(), [] as Request[], [] as string[]];
  const opening = await openSlack({
    access: { kind: "http", ...secrets, host: "127.0.0.1", port },
    apiUrl: slack.api,
    authorizeUrl: `${slack.url}/oauth`,
    clientPingTimeoutMs: 1_000,
    managers: ["U7"],
    commands,
    installations: store,
    joined: async (who) => void news.push(`joined ${who}`),
    left: async (who) => void news.push(`left ${who}`),
    clock: { now: () => Date.now() },
    log,
  });
  if (opening.kind === "refused") throw new Error(opening.reason);
  const { platform } = opening;
  const url = `http://127.0.0.1:${port}`;
  const heard: Ears["answer"] = async (request) => {
    asked.push(request);
    return answer ? answer(request) : null;
  };
  const room: Room = {
    slack,
    platform,
    url,
    sender: slackSender(url),
    store,
    log,
    asked,
    news,
    listening: Promise.resolve(),
  };
  open.push(room);
  if (!answer) return room;
  room.listening = platform.listen({ answer: heard, suggest: async () => [] });
  await expect.poll(() => log.said.some((line) => line.includes("served over HTTP"))).toBe(true);
  if (isInstalled) await install(room);
  return room;
}

/** As a person does it: Slack's page is asked for with a state, and comes back with a code and the same state. */
export async function install({ url }: Room, change: (state: string) => string = (state) => state) {
  const start = await fetch(`${url}/slack/install`, { redirect: "manual" });
  const to = new URL(start.headers.get("location") ?? "");
  const cookie = (start.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const state = change(to.searchParams.get("state") ?? "");
  const back = await fetch(`${url}/slack/oauth_redirect?code=abc&state=${encodeURIComponent(state)}`, {
    headers: { cookie },
  });
  return { to, status: back.status };
}

export const say = (audience: Answer["audience"], ...lines: readonly string[]): Answer => ({
  post: { root: lines.map((line) => paragraph(text(line))), thread: [] },
  audience,
});
export const mention = (line: string, ts: string, more: object = {}) => ({
  type: "app_mention",
  user: "U1",
  text: `<@${botUser}> ${line}`,
  ts,
  channel: "C1",
  event_ts: ts,
  ...more,
});
export const seen = ({ slack }: Room) => slack.posts.map((one) => readBlocks(one.blocks)).join("\n");
