/** The program as it is shipped, started with settings alone, against Discord's stand-in. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { markOf } from "../../../src/platforms/discord/mark.ts";
import { render } from "../../../src/platforms/discord/render.ts";
import { withStore } from "../stores.ts";
import { type Built, buildBot, type Life } from "./built.ts";
import type { Body } from "./prose.ts";
import { documentsOf, shelve, waiting } from "./shelf.ts";
import {
  bot,
  channel,
  elsewhere,
  forum,
  guild,
  openStage,
  place,
  reader,
  type Stage,
  seenIn,
  token,
  until,
} from "./stage.ts";

let stage: Stage;
let built: Built;
let life: Life;

const other = `discord:${guild}/${forum}`;
const alerts = `discord:${guild}/${elsewhere}`;

beforeEach(async () => {
  stage = await openStage();
  built = await buildBot(stage, [place, other], alerts);
});
afterEach(async () => {
  await built.close();
  await stage.close();
});

const shelved = (at: string, n: number, changes: number) =>
  withStore(built.storePath, (store) => shelve(store, at, n, documentsOf(n, changes)));
const isConnected = () =>
  until(() => stage.gateway.heard.includes(2) && life.said().includes("commands are written"), "the connection");

describe("a digest", () => {
  test("becomes a message and its thread, or a forum post, word for word; a second start adds nothing", async () => {
    await shelved(place, 1, 6);
    await shelved(other, 2, 6);
    life = built.live();
    const count = documentsOf(1, 6).length + documentsOf(2, 6).length;
    const sent = () =>
      stage.rest.asked.filter(
        ({ method, route, status }) =>
          method === "POST" && status < 300 && /messages$|\{channel_id\}\/threads$/.test(route),
      );
    await until(() => sent().length === count, "all messages");
    await isConnected();
    const bodies = sent().map(({ body }) => (body as Body).message ?? (body as Body));
    for (const [at, n] of [
      [place, 1],
      [other, 2],
    ] as const)
      for (const [part, document] of documentsOf(n, 6).entries())
        expect(bodies).toContainEqual(
          expect.objectContaining(render(document, markOf(`${at}|grain-corridor:d${n}|${part}`))),
        );
    expect(await life.end("SIGTERM")).toBe(0);

    const [posts, registrations] = [sent().length, stage.rest.asked.filter(({ method }) => method === "PUT").length];
    life = built.live();
    await until(() => stage.gateway.heard.filter((op) => op === 2).length === 2, "the second start");
    await ask("help");
    expect(await life.end("SIGTERM")).toBe(0);
    expect(sent().length - posts).toBe(0);
    expect(stage.rest.asked.filter(({ method }) => method === "PUT")).toHaveLength(registrations);
    expect(stage.rest.violations()).toEqual([]);
  });
});

/** Runs a command until somebody hears it, and gives back what was shown. */
async function ask(action: string): Promise<string> {
  return until(async () => {
    const { token: ticket } = await stage.twin
      .channel(channel)
      .user(reader)
      .runSlashCommand({ name: "talks", options: [{ name: action, type: 1 }] });
    const shown = () =>
      stage.rest.asked.find(({ path, method }) => method === "PATCH" && path.includes(ticket)) ?? null;
    const found = await until(shown, "an answer", 2_000).catch(() => null);
    return found && JSON.stringify(found.body);
  }, `/talks ${action}`);
}

test("commands are answered, a question in a thread too; nothing that was said, and no token, is in the log", async () => {
  await shelved(place, 1, 2);
  life = built.live();
  await isConnected();
  expect(await ask("help")).toContain("Or ask in plain words");
  const digest = () => seenIn(stage, channel);
  await until(async () => (await digest()).includes("Sources"), "the thread");
  const root = (await stage.twin.channel(channel).getThreads())[0]?.id ?? "";
  await stage.twin
    .channel(root)
    .user(reader)
    .sendMessage({ content: `<@${bot}> who pays for the canary-question?` });
  await until(
    async () => (await stage.twin.channel(root).getMessages()).some(({ message_reference }) => message_reference),
    "the answer",
  );
  expect(await life.end("SIGTERM")).toBe(0);
  expect(life.said()).not.toContain(token);
  expect(life.said()).not.toContain("canary-question");
  expect(life.said()).not.toContain("Point 1-0");
  expect(stage.rest.asked.filter(({ status }) => status === 401 || status === 403)).toEqual([]);
});

test("a place that lacks a right is paused, an administrator is told once, and the other place goes on", async () => {
  const route = "/channels/{channel_id}/messages";
  stage.rest.faults.push({ kind: "error", method: "POST", route, times: 1, status: 403, code: 50013 });
  await shelved(place, 1, 2);
  life = built.live();
  await until(async () => (await seenIn(stage, elsewhere)).includes("Posting is paused"), "the notice");
  expect(await seenIn(stage, elsewhere)).toContain("lacks a right");
  expect(await seenIn(stage, channel)).not.toContain("Point 1-0");
  await life.end("SIGTERM");
  expect(await withStore(built.storePath, (store) => waiting(store, place))).not.toEqual([]);
  expect((await seenIn(stage, elsewhere)).split("Posting is paused").length - 1).toBe(1);
});

test("a token that is refused at the start ends the program with one clear line, and no login loop", async () => {
  stage.rest.token = null;
  life = built.live();
  expect(await life.ended).toBe(1);
  const lines = life.said().trim().split("\n");
  expect(lines.filter((line) => line.startsWith("parley: "))).toHaveLength(1);
  expect(lines.at(-1)).toContain("DISCORD_TOKEN");
  expect(life.said()).not.toContain(token);
  expect(stage.rest.asked).toHaveLength(1);
  expect(stage.gateway.heard).toEqual([]);
});

test("an address beyond this machine is refused before anything is asked", async () => {
  life = built.live({ DISCORD_API_URL: "https://discord.example/api" });
  expect(await life.ended).toBe(2);
  expect(life.said()).toContain("DISCORD_API_URL");
});
