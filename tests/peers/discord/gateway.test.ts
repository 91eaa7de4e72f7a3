/** The connection: what Discord does to it now and then, and that nothing is missed or answered twice because of it. */
import { afterEach, describe, expect, test } from "vitest";
import { paragraph, text } from "../../../src/core/post/post.ts";
import type { Ears, Platform, Request } from "../../../src/ports.ts";
import { openAdapter } from "./adapter.ts";
import { bot, channel, openStage, reader, type Stage, type StageSetup, until } from "./stage.ts";

let stage: Stage;
let platform: Platform;
let logged: string[];
let heard: Request[];
let ended: Promise<void>;

/** Answers everything, and an event that it heard before with nothing, as the store's inbox does. */
function ears(): Ears {
  const seen = new Set<string>();
  return {
    answer: async (request) => {
      heard.push(request);
      if (seen.has(request.id)) return null;
      seen.add(request.id);
      return { post: { root: [paragraph(text(`Answer ${seen.size}.`))], thread: [] }, audience: "room" };
    },
    suggest: async () => [],
  };
}

async function connect(given: StageSetup = {}): Promise<void> {
  stage = await openStage(given);
  ({ platform, logged } = await openAdapter(stage));
  heard = [];
  ended = platform.listen(ears());
}
const isReady = () => logged.some((line) => line.includes("commands are written"));
const ready = () => until(isReady, "the connection");
const ask = (words: string) =>
  stage.twin
    .channel(channel)
    .user(reader)
    .sendMessage({ content: `<@${bot}> ${words}` });
const lines = () => heard.map(({ input }) => (input.kind === "line" ? input.text : input.action));
const answers = async () => {
  const all = await stage.twin.channel(channel).getMessages();
  return all.filter(({ author }) => author.id === bot).map(({ content }) => content);
};

afterEach(async () => {
  await platform.close();
  await ended;
  await stage.close();
});

describe("what comes while the line is down is heard once it is up again", () => {
  test.each<readonly [string, (at: Stage) => void]>([
    ["a reconnect that Discord asks for (op 7)", ({ gateway }) => gateway.reconnect()],
    ["a session that may go on (op 9, true)", ({ gateway }) => gateway.invalidate(true)],
    ["a close that may be resumed (4000)", ({ gateway }) => gateway.drop(4000)],
    ["a line that is cut", ({ gateway }) => gateway.drop()],
  ])("%s", async (_, disturb) => {
    await connect();
    await ready();
    await ask("one?");
    await until(async () => (await answers()).length === 1, "the first answer");
    disturb(stage);
    await ask("two?");
    await until(async () => (await answers()).length === 2, "the second answer");
    await until(() => stage.gateway.heard.includes(6), "the resume");
    expect(stage.gateway.heard.filter((op) => op === 2)).toHaveLength(1);
    // What was on its way when the line broke may come twice; it is answered once.
    expect([...new Set(lines())]).toEqual(["one?", "two?"]);
    expect(await answers()).toHaveLength(2);
  });
});

test("a session that is over (op 9, false) is begun anew, within the budget, and heard again", async () => {
  await connect();
  await ready();
  stage.gateway.invalidate(false);
  await until(() => stage.gateway.heard.filter((op) => op === 2).length === 2, "a new introduction");
  await until(async () => {
    if ((await answers()).length === 0) await ask("again?");
    return (await answers()).length > 0;
  }, "an answer");
});

test("a line that has gone dead is noticed at the next heartbeat, and resumed", async () => {
  await connect({ heartbeatMs: 700 });
  await ready();
  stage.gateway.isDeaf = true;
  await until(() => stage.gateway.heard.includes(6), "a resume");
  stage.gateway.isDeaf = false;
  await ask("still there?");
  await until(async () => (await answers()).length === 1, "an answer");
});

test("the same event twice is answered once", async () => {
  await connect();
  await ready();
  await ask("one?");
  await until(async () => (await answers()).length === 1, "the answer");
  stage.gateway.repeat("MESSAGE_CREATE");
  await ask("two?");
  await until(async () => (await answers()).length === 2, "the next answer");
  expect(await answers()).toEqual(["Answer 1.", "Answer 2."]);
});

test.each([
  ["a token that is refused (4004)", 4004, "DISCORD_TOKEN"],
  ["too many servers for one connection (4011)", 4011, "2,500"],
] as const)("%s ends the hearing with one line, and does not try again", async (_, code, says) => {
  stage = await openStage();
  ({ platform, logged } = await openAdapter(stage));
  heard = [];
  stage.gateway.refuse(code, 5);
  ended = platform.listen(ears());
  await ended;
  expect(logged.filter((line) => line.startsWith("error"))).toHaveLength(1);
  expect(logged.join("\n")).toContain(says);
  expect(stage.gateway.heard.filter((op) => op === 2)).toHaveLength(1);
});

test("Discord that is not there at the start is waited for, and posting does not wait", async () => {
  stage = await openStage();
  ({ platform, logged } = await openAdapter(stage));
  heard = [];
  stage.rest.faults.push({ kind: "cut", method: "GET", route: "/gateway/bot", times: 1 });
  ended = platform.listen(ears());
  await until(() => logged.some((line) => line.includes("cannot be reached")), "the notice");
  await until(isReady, "the connection");
});

test("closing ends the hearing at once, also while it waits to connect again", async () => {
  stage = await openStage();
  ({ platform, logged } = await openAdapter(stage));
  heard = [];
  stage.rest.faults.push({ kind: "cut", method: "GET", route: "/gateway/bot", times: 99 });
  ended = platform.listen(ears());
  await until(() => logged.some((line) => line.includes("cannot be reached")), "the notice");
  const asked = stage.rest.asked.length;
  await platform.close();
  await ended;
  // It did not wait for its next try.
  expect(stage.rest.asked).toHaveLength(asked);
});
