/** Messages on their way: once, in order, whatever the platform says and wherever the process dies. */
import { describe, expect, test } from "vitest";
import { refusalsMax } from "../../src/pipeline/deliver.ts";
import { pendingRow } from "../../src/pipeline/outbox-row.ts";
import type { PostOutcome } from "../../src/ports.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

const news = {
  title: "Dock talks: strike called off",
  text: "The Port of Aldwick and the dockers signed an agreement on Monday, Orla Fenwick said.",
};

/** A newsroom one tick before its first digest, which has news to tell. */
async function beforeDigest(): Promise<Newsroom> {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", news);
  await room.runs(60);
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  return room;
}

const keys = (room: Newsroom) => room.platform.shown.map(({ key }) => key);
const waiting = async (room: Newsroom) =>
  (await room.store.outbox(place)).map(({ key, status }) => `${key.split("|").at(-1)} ${status}`);

/** The messages as they are shown when nothing goes wrong. */
async function undisturbed(): Promise<readonly string[]> {
  const room = await beforeDigest();
  await room.bot.tick();
  return keys(room);
}

test("the root comes first, each reply in its thread, in order", async () => {
  const room = await beforeDigest();
  await room.bot.tick();
  const [root, ...replies] = room.platform.shown;
  expect(root?.inThreadOf).toBeNull();
  expect(replies.length).toBeGreaterThan(0);
  for (const reply of replies) expect(reply.inThreadOf).toContain(root!.key);
  expect(keys(room).map((key) => key.split("|").at(-1))).toEqual(keys(room).map((_, n) => String(n)));
});

const outcomes: readonly (readonly [string, Exclude<PostOutcome, { kind: "sent" }>, boolean])[] = [
  ["is told to wait", { kind: "later", waitMs: 60_000, reason: "slow down" }, false],
  ["is told to wait for a fraction", { kind: "later", waitMs: 1004.999, reason: "slow down" }, false],
  ["is refused", { kind: "refused", reason: "no" }, false],
  ["is lost on the way", { kind: "unknown", reason: "reset" }, false],
  ["arrives, but its answer is lost", { kind: "unknown", reason: "reset" }, true],
];

describe.each(outcomes)("a message that %s", (_name, outcome, arrives) => {
  test.each([0, 1, 2])("as number %i is shown once and in its place", async (nth) => {
    const room = await beforeDigest();
    const expected = await undisturbed();
    const { post } = room.platform;
    let count = 0;
    room.platform.post = (message) => {
      if (count === nth) room.platform.failNext(outcome, arrives);
      count += 1;
      return post(message);
    };
    await room.runs(20, 1);
    expect(keys(room)).toEqual(expected);
    expect(await waiting(room)).toEqual([]);
  });
});

test("a platform that throws is tried again, and the message is looked for first", async () => {
  const room = await beforeDigest();
  const { post } = room.platform;
  let broken = true;
  room.platform.post = async (message) => {
    const outcome = await post(message);
    if (!broken) return outcome;
    broken = false;
    throw new Error("socket hang up");
  };
  await room.runs(5, 1);
  expect(keys(room)).toEqual(await undisturbed());
});

test.each(["markOutbox", "outbox", "message"] as const)("a store that fails in %s doubles nothing", async (verb) => {
  for (const times of [1, 2, 3]) {
    const room = await beforeDigest();
    room.store.failsOn(verb, times);
    await room.runs(10, 1);
    expect(keys(room)).toEqual(await undisturbed());
    expect(await waiting(room)).toEqual([]);
  }
});

test("a process that dies after any store call of a delivery doubles and loses nothing", async () => {
  const expected = await undisturbed();
  for (let deathAt = 1; deathAt <= expected.length * 2; deathAt++) {
    const room = await beforeDigest();
    const { markOutbox } = room.store;
    let calls = 0;
    room.store.markOutbox = async (...given) => {
      await markOutbox(...given);
      calls += 1;
      if (calls === deathAt) throw new Error("killed");
    };
    await room.bot.tick();
    await room.restart();
    await room.runs(5, 1);
    expect(keys(room)).toEqual(expected);
  }
});

test("a message that is refused for good gives its replies up and does not hold up the next digest", async () => {
  const room = await beforeDigest();
  const { post } = room.platform;
  room.platform.post = async (message) =>
    message.key.includes("T06:30:") && message.place === place
      ? { kind: "refused", reason: "not in this room" }
      : post(message);
  await room.runs(13 * 60, 10);
  expect(await waiting(room)).toEqual([]);
  expect(room.log.said.filter((line) => line.includes("refused for good"))).toHaveLength(1);
  const here = keys(room).filter((key) => key.startsWith(place));
  expect(here.length).toBeGreaterThan(0);
  expect(here.every((key) => key.includes("T08:00:"))).toBe(true);
  const notices = room.platform.shown.filter((message) => message.place === "memory:desk");
  expect(notices.map(({ document }) => JSON.stringify(document))).toEqual([
    expect.stringContaining("A message was left out"),
  ]);
  expect(refusalsMax).toBeGreaterThan(2);
});

test("a long outage does not use up the tries of a message: one refusal after it loses nothing", async () => {
  const room = await beforeDigest();
  for (let n = 0; n < 20; n += 1)
    room.platform.failNext({ kind: n % 2 ? "later" : "unknown", waitMs: 0, reason: "down" });
  room.platform.failNext({ kind: "refused", reason: "an odd answer" });
  await room.runs(60, 1);
  expect(keys(room)).toEqual(await undisturbed());
  expect(await waiting(room)).toEqual([]);
});

test("what belongs in a thread that was taken away is given up at once, and the next digest is not held up", async () => {
  const room = await beforeDigest();
  const { post } = room.platform;
  room.platform.post = async (message) =>
    message.inThreadOf?.includes("T06:30:") ? { kind: "gone", reason: "The thread is closed." } : post(message);
  await room.runs(10, 1);
  expect(await waiting(room)).toEqual([]);
  expect(keys(room).map((key) => key.split("|").at(-1))).toEqual(["0"]);
});

describe("a place that was paused", () => {
  const paused = async () => {
    const room = await beforeDigest();
    const { post } = room.platform;
    room.platform.post = async (message) =>
      message.place === place ? { kind: "halted", reason: "The token is dead." } : post(message);
    await room.runs(10, 1);
    expect((await room.store.pauses()).map((pause) => pause.place)).toEqual([place]);
    return { room, post };
  };
  const here = (room: Newsroom) => keys(room).filter((key) => key.startsWith(place));

  test("is tried at once by a new start, because whoever mended it has often just made one", async () => {
    const { room, post } = await paused();
    room.platform.post = post;
    await room.runs(10, 1);
    expect(here(room)).toEqual([]);
    await room.restart();
    await room.runs(2, 1);
    expect(here(room)).toEqual(await undisturbed());
    expect(await room.store.pauses()).toEqual([]);
  });

  test("and is still broken is tried once by a new start, and tells nobody again", async () => {
    const { room } = await paused();
    let tries = 0;
    room.platform.post = async (message) => {
      tries += 1;
      expect(message.place).toBe(place);
      return { kind: "halted", reason: "The token is dead." };
    };
    await room.restart();
    await room.runs(60, 1);
    expect(tries).toBe(1);
    expect(room.log.said.filter((line) => line.includes("is paused"))).toHaveLength(1);
  });

  test("is open again when it takes a message, also behind one that was given up", async () => {
    const { room, post } = await paused();
    room.platform.post = async (message) =>
      message.key.endsWith("|0") ? { kind: "gone", reason: "no" } : post(message);
    room.platform.find = async () => ({ kind: "absent" });
    await room.store.addMessages([
      pendingRow({
        key: `${place}|later`,
        place,
        digestId: null,
        act: { kind: "post", thread: null },
        document: [],
      }),
    ]);
    await room.restart();
    await room.runs(2, 1);
    expect(here(room)).toEqual([`${place}|later`]);
    expect(await room.store.pauses()).toEqual([]);
  });
});

test("a pause and what tells an administrator of it are kept together", async () => {
  const room = await beforeDigest();
  room.platform.failNext({ kind: "halted", reason: "The channel is gone." });
  room.store.losesTheAnswerOf("pause");
  await room.runs(10, 1);
  expect(keys(room).filter((key) => key.startsWith("memory:desk|paused"))).toHaveLength(1);
});

test("a message whose end is unknown waits for its grace, also when the clock is set back meanwhile", async () => {
  const room = await beforeDigest();
  Object.defineProperty(room.platform, "graceMs", { value: 10 * 60_000 });
  room.platform.failNext({ kind: "unknown", reason: "reset" });
  await room.bot.tick();
  await room.runs(9, 3);
  expect(keys(room)).toEqual([]);
  room.clock.jumpTo("2031-05-05T02:00:00Z");
  await room.runs(9, 3);
  expect(keys(room)).toEqual([]);
  await room.runs(6, 3);
  expect(keys(room)).toEqual(await undisturbed());
});

test("a place whose platform is not there waits, and others are served", async () => {
  const room = await beforeDigest();
  room.platform.failNext({ kind: "later", waitMs: 3_600_000, reason: "down" });
  await room.bot.tick();
  expect(keys(room)).toEqual([]);
  await room.runs(30, 10);
  expect(keys(room)).toEqual([]);
  await room.runs(60, 10);
  expect(keys(room)).toEqual(await undisturbed());
});

test("what cannot be looked for until somebody mends it pauses the place, and is neither doubled nor lost", async () => {
  const room = await beforeDigest();
  const { find } = room.platform;
  room.platform.find = async () => ({ kind: "halted", reason: "The token is dead." });
  room.platform.failNext({ kind: "unknown", reason: "reset" }, true);
  await room.runs(10, 1);
  const here = () => keys(room).filter((key) => key.startsWith(place));
  expect(here()).toHaveLength(1);
  expect(await waiting(room)).toContain("0 sending");
  expect((await room.store.pauses()).map(({ reason }) => reason)).toEqual(["The token is dead."]);
  room.platform.find = find;
  await room.runs(7 * 60, 10);
  expect(here()).toEqual(await undisturbed());
  expect(await room.store.pauses()).toEqual([]);
});
