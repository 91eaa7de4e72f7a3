/** `doctor` against chats on loopback and a store of its own: each fault is named, and says how to mend it. */
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { checkChats } from "../../src/cli/doctor/chats.ts";
import { noChats } from "../../src/cli/platforms.ts";
import type { Finding } from "../../src/platforms/check.ts";
import { scopes } from "../../src/platforms/slack/manifest.ts";
import { channel, type DiscordRest, guild, sound, startDiscordRest } from "../fakes/discord-rest.ts";
import { logInMemory } from "../fakes/log.ts";
import { startSlack, team } from "../fakes/slack-server.ts";
import { feedState, message } from "../store/samples.ts";
import { opened } from "../store/scratch.ts";
import { folderWith, inProcess, parley } from "./program.ts";

const place = `discord:${guild}/${channel}`;
const slackPlace = `slack:${team}/C0ROOM`;
const token = "MTExMTExMTExMTExMTExMTEx.Canary.discord-canary-token";
const tokens = { bot: "xoxb-canary-bot-token", app: "xapp-canary-app-token" };

const config = (...places: readonly string[]) => `stories: [story.yaml]
polling: { contact: "https://quay.example/contact" }
destinations:
${places.map((one) => `  - { place: "${one}", story: dock, schedule: daily 08:00 }\n`).join("")}feeds:
  - { id: harbour, url: "https://quay.example/feed", outlet: Quay }
  - { id: lighthouse, url: "https://lighthouse.example/feed", outlet: Lighthouse }
`;

const closings: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closings.splice(0)) await close();
});

/** A folder whose configuration is in effect from here on. */
function configured(...places: readonly string[]) {
  const own = folderWith({
    "parley.yaml": config(...places),
    "story.yaml": "story: dock\nname: Dock talks\nwords: [talks]\n",
  });
  closings.push(own.remove);
  const env: Record<string, string> = {
    PARLEY_CONFIG: join(own.path, "parley.yaml"),
    PARLEY_STORE: join(own.path, "store.sqlite"),
  };
  const set = (more: Readonly<Record<string, string>>) => {
    Object.assign(env, more);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  };
  set({});
  return { ...own, env, set };
}

async function discord(answers?: Parameters<typeof startDiscordRest>[0], date?: string): Promise<DiscordRest> {
  const server = await startDiscordRest(answers, date ?? null);
  closings.push(server.close);
  return server;
}

async function doctor(...args: readonly string[]) {
  const { code, out, err } = await inProcess(["doctor", "--json", ...args]);
  expect(err).toBe("");
  expect(out).not.toMatch(/canary/i);
  const findings = JSON.parse(out) as readonly Finding[];
  for (const { ok, mend } of findings) if (!ok) expect(mend).toMatch(/\w{2,}.*\.$/);
  return { code, named: (name: string) => findings.filter((one) => one.name === name) };
}

const faulty = (seen: RegExp, mend: RegExp) =>
  expect.objectContaining({ ok: false, seen: expect.stringMatching(seen), mend: expect.stringMatching(mend) });

describe("without tokens", () => {
  test("everything that needs no network is looked at", async () => {
    configured("terminal:");
    const { code, named } = await doctor();
    expect(code).toBe(0);
    for (const name of ["node", "store", "space", "settings", "zone", "follows", "feeds", "discord", "slack", "clock"])
      expect(named(name), name).toEqual([expect.objectContaining({ ok: true })]);
  });

  test("a place whose chat has no token says which variable to set", async () => {
    configured(place, slackPlace);
    const { code, named } = await doctor();
    expect(code).toBe(1);
    expect(named("discord")).toEqual([faulty(/no token/, /DISCORD_TOKEN or DISCORD_TOKEN_FILE/)]);
    expect(named("slack")).toEqual([faulty(/no token/, /SLACK_BOT_TOKEN and SLACK_APP_TOKEN/)]);
  });

  test("half of Slack's tokens names the other half", async () => {
    configured("terminal:").set({ SLACK_BOT_TOKEN: tokens.bot });
    expect((await doctor()).named("slack")).toEqual([faulty(/SLACK_APP_TOKEN/, /Set what is missing/)]);
  });
});

describe("Discord", () => {
  test("is sound, and its token goes to it alone", async () => {
    const server = await discord();
    const own = configured(place);
    own.set({ DISCORD_TOKEN: token, DISCORD_API_URL: server.api });
    const { code, named } = await doctor();
    expect(code).toBe(0);
    for (const name of ["discord token", "discord intents", "discord logins", place, "clock", "DISCORD_TOKEN"])
      expect(named(name), name).toEqual([expect.objectContaining({ ok: true })]);
    expect(new Set(server.tokens)).toEqual(new Set([`Bot ${token}`]));
    const { out, err } = await parley(["doctor"], { env: own.env });
    expect(out).toContain(`ok    ${place} Parley has every right`);
    expect(out + err).not.toMatch(/canary/i);
  });

  const lacking = {
    [`GET /guilds/${guild}`]: { body: { id: guild, owner_id: "9", roles: [{ id: guild, permissions: "3072" }] } },
  };
  const refused = { "GET /users/@me": { status: 401, body: { code: 0, message: "401: Unauthorized" } } };
  const shut = { [`GET /channels/${channel}`]: { status: 403, body: { code: 50001, message: "Missing Access" } } };
  const elsewhere = { [`GET /channels/${channel}`]: { body: { id: channel, type: 0, guild_id: "777" } } };
  const used = { "GET /gateway/bot": { body: { session_start_limit: { remaining: 3, reset_after: 7_200_000 } } } };
  test.each([
    ["rights that are missing", lacking, place, /lacks Embed Links, Read Message History, Create/, /role/],
    ["a token that is refused", refused, "discord token", /does not accept/, /Reset Token/],
    ["a channel that cannot be seen", shut, place, /cannot see/, /View Channel/],
    ["a channel of another server", elsewhere, place, /server 777/, /destination/],
    ["logins that are used up", used, "discord logins", /3 are left/, /2 h/],
  ])("%s", async (_, change, name, seen, mend) => {
    const server = await discord({ ...sound, ...change });
    configured(place).set({ DISCORD_TOKEN: token, DISCORD_API_URL: server.api });
    const { code, named } = await doctor();
    expect(code).toBe(1);
    expect(named(name)).toEqual([faulty(seen, mend)]);
  });

  test("a thread has the rights of its channel", async () => {
    const parent = "555555555555555555";
    const server = await discord({
      ...sound,
      [`GET /channels/${channel}`]: { body: { id: channel, type: 11, guild_id: guild, parent_id: parent } },
      [`GET /channels/${parent}`]: {
        body: { type: 0, permission_overwrites: [{ id: guild, allow: "0", deny: String(1 << 14) }] },
      },
    });
    configured(place).set({ DISCORD_TOKEN: token, DISCORD_API_URL: server.api });
    expect((await doctor()).named(place)).toEqual([faulty(/lacks Embed Links$/, /role/)]);
  });

  test("a clock that is wrong is told from the chat's own", async () => {
    const server = await discord(sound, new Date(Date.now() - 90_000).toUTCString());
    configured(place).set({ DISCORD_TOKEN: token, DISCORD_API_URL: server.api });
    const { code, named } = await doctor();
    expect(code).toBe(1);
    expect(named("clock")).toEqual([faulty(/9[01] s ahead of Discord/, /clock/)]);
  });

  test("a test message is posted only on request", async () => {
    const server = await discord();
    configured(place).set({ DISCORD_TOKEN: token, DISCORD_API_URL: server.api });
    await doctor();
    expect(server.asked.filter((route) => route.startsWith("POST"))).toEqual([]);
    const { code, named } = await doctor("--test");
    expect(code).toBe(0);
    expect(named("test")).toEqual([expect.objectContaining({ ok: true, seen: `a test message is in ${place}` })]);
    expect(server.asked.filter((route) => route.startsWith("POST"))).toEqual([`POST /channels/${channel}/messages`]);
  });
});

describe("Slack", () => {
  async function slack(granted: readonly string[] = []) {
    const server = await startSlack(granted);
    closings.push(server.close);
    configured(slackPlace).set({ SLACK_BOT_TOKEN: tokens.bot, SLACK_APP_TOKEN: tokens.app, SLACK_API_URL: server.api });
    return server;
  }
  const all = scopes.map(({ name }) => name);

  test("is sound", async () => {
    const server = await slack(all);
    const { code, named } = await doctor();
    expect(code).toBe(0);
    for (const name of ["slack bot token", "slack scopes", "slack app token", slackPlace, "clock"])
      expect(named(name), name).toEqual([expect.objectContaining({ ok: true })]);
    expect(named("clock")).toEqual([
      expect.objectContaining({ seen: expect.stringMatching(/of Slack$|behind Slack$/) }),
    ]);
    expect(server.posts).toEqual([]);
  });

  test("a scope that is not granted", async () => {
    await slack(all.filter((name) => name !== "users:read"));
    const { code, named } = await doctor();
    expect(code).toBe(1);
    expect(named("slack scopes")).toEqual([faulty(/^users:read is not granted/, /parley manifest/)]);
  });

  test.each([
    ["auth.test", "invalid_auth", "slack bot token", /does not accept the bot token/, /OAuth/],
    ["apps.connections.open", "invalid_auth", "slack app token", /does not accept it/, /connections:write/],
    ["conversations.history", "not_in_channel", slackPlace, /not in this channel/, /\/invite/],
  ])("%s that answers %s", async (method, error, name, seen, mend) => {
    const server = await slack();
    server.fail({ method, does: { error }, times: 5 });
    const { code, named } = await doctor();
    expect(code).toBe(1);
    expect(named(name)).toEqual([faulty(seen, mend)]);
  });
});

test("a workspace that has not installed the app is named, and Slack is not asked", async () => {
  const server = await startSlack();
  closings.push(server.close);
  const names = ["SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"];
  const set = Object.fromEntries(names.map((name) => [name, `${name}-canary`]));
  configured(slackPlace).set({ ...set, SLACK_API_URL: server.api });
  const { code, named } = await doctor();
  expect([code, server.calls.length]).toEqual([1, 0]);
  expect(named(slackPlace)).toEqual([faulty(/has not installed the app/, /\/slack\/install/)]);
});

describe("what the store tells", () => {
  test("feeds, messages and places that need a hand", async () => {
    const { env } = configured("terminal:");
    const store = await opened(env["PARLEY_STORE"] ?? "");
    const now = Date.now();
    const failing = feedState({
      id: "harbour",
      lastPolled: now,
      lastOk: now - 7_200_000,
      failures: 4,
      lastFailure: "The server answered 500.",
    });
    await store.savePoll({ state: failing, sightings: [], entries: [] });
    const row = message("none", 0, { key: "one", digestId: null, place: slackPlace, notBefore: now - 3_600_000 });
    await store.addMessages([row, { ...row, key: "two" }, { ...row, key: "three", notBefore: now - 30 * 86_400_000 }]);
    const end = { attempts: 1, refusals: 0, doubted: false, notBefore: now, remoteId: null };
    await store.markOutbox("one", { ...end, status: "failed", sendingAt: now, failure: "Slack refused it: odd." });
    await store.markOutbox("two", { ...end, status: "sending", sendingAt: now - 1_800_000, failure: "No answer." });
    await store.markOutbox("three", { ...end, status: "failed", sendingAt: now - 30 * 86_400_000, failure: "Old." });
    await store.pause({ place: slackPlace, since: now, reason: "The channel is archived. Unarchive it." }, []);
    // The bot still runs: its store is open, and stays so.
    const { code, named } = await doctor();
    await store.close();
    expect(code).toBe(1);
    expect(named("feed harbour")).toEqual([faulty(/read 2 h ago, failed 4 times.*next try.*500/, /parley feed/)]);
    expect(named("feeds")).toEqual([
      expect.objectContaining({ ok: true, seen: expect.stringContaining("1 of 2 not asked") }),
    ]);
    expect(named("outbox")).toEqual([faulty(/may have arrived/, /looks for/), faulty(/given up.*odd/, /Mend/)]);
    expect(named("pauses")).toEqual([faulty(/nothing is posted to slack:/, /Unarchive it/)]);
  });
});

test("a chat that does not answer is not waited for", async () => {
  const server = await discord({ "GET /users/@me": "hang" });
  const findings = await checkChats({
    loaded: { secrets: { DISCORD_TOKEN: token }, addresses: { DISCORD_API_URL: server.api } },
    config: { slack: noChats.slack },
    places: [place],
    installation: async () => null,
    clock: { now: () => Date.now() },
    log: logInMemory(),
    timeoutMs: 200,
  });
  const named = findings.filter(({ name }) => name.startsWith("discord"));
  expect(named).toEqual([faulty(/answer/i, /doctor again/)]);
});
