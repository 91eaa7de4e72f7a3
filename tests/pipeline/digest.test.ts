/** Digests in time: one a slot, windows without a gap, whatever the clock and the store do. */
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { dockStory, type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";
import { platformInMemory } from "../fakes/platform.ts";

const hour = 60;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(5, 16));

const windows = async (room: Newsroom) =>
  (await room.digests()).map(({ digest: { window } }) => `${iso(window.since)}–${iso(window.until)}`);

/** Every window begins where the one before ended. */
async function expectNoGap(room: Newsroom): Promise<void> {
  const all = (await room.digests()).map(({ digest }) => digest.window);
  for (const [n, window] of all.slice(1).entries()) expect(window.since).toBe(all[n]!.until);
}

const wages = (n: number) => ({
  title: `Dock talks: offer ${n}`,
  text: `The Port of Aldwick offered the dockers a fund of ${n * 100} crates, Casper Thule said.`,
});

/** Articles told by a digest of the window in which they were seen; each must be counted once. */
const counted = async (room: Newsroom) => (await room.digests()).reduce((sum, { digest }) => sum + digest.articles, 0);

test("one digest a slot, however often the bot wakes", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  await room.runs(26 * hour, 5);
  expect(await windows(room)).toEqual([
    "05-05T06:30–05-05T08:00",
    "05-05T08:00–05-05T20:00",
    "05-05T20:00–05-06T08:00",
  ]);
  expect(room.shown()).toHaveLength(3);
});

test("a restart at any moment changes nothing", async () => {
  const calm = await openNewsroom();
  const shaken = await openNewsroom();
  for (const room of [calm, shaken]) await room.bot.tick();
  for (let step = 1; step <= 60; step++)
    for (const room of [calm, shaken]) {
      if (step % 7 === 0) room.feeds.publishes("quay", `a${step}`, wages(step));
      await room.runs(30);
      if (room === shaken) await room.restart();
    }
  expect(await shaken.digests()).toEqual(await calm.digests());
  expect(shaken.shown()).toEqual(calm.shown());
});

test("after three days down there is one late digest that reaches back, and nothing is left out", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  await room.runs(2 * hour);
  room.feeds.publishes("quay", "a", wages(1));
  await room.runs(hour);
  await room.restart();
  room.clock.jumpTo("2031-05-08T09:15:00Z");
  room.feeds.publishes("quay", "b", wages(2));
  await room.bot.tick();
  await room.runs(12 * hour);
  expect(await windows(room)).toEqual([
    "05-05T06:30–05-05T08:00",
    "05-05T08:00–05-08T08:00",
    "05-08T08:00–05-08T20:00",
  ]);
  expect(await counted(room)).toBe(2);
});

test.each([
  ["back six hours", "2031-05-06T03:00:00Z", "2031-05-05T21:00:00Z"],
  ["back over two slots", "2031-05-06T09:00:00Z", "2031-05-05T07:00:00Z"],
  ["ahead six hours and home again", "2031-05-05T15:00:00Z", "2031-05-05T09:00:00Z"],
  ["ahead over a slot and home again", "2031-05-05T21:00:00Z", "2031-05-05T09:00:00Z"],
])("a clock that jumps (%s) tells nothing twice and loses nothing", async (_name, first, second) => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", wages(1));
  await room.runs(2 * hour);
  room.clock.jumpTo(first);
  room.feeds.publishes("quay", "b", wages(2));
  await room.runs(hour);
  room.clock.jumpTo(second);
  room.feeds.publishes("quay", "c", wages(3));
  await room.runs(48 * hour);
  await expectNoGap(room);
  expect(await counted(room)).toBe(3);
  const told = (await room.digests()).flatMap(({ digest }) => digest.changes.map(({ ref, kind }) => `${ref} ${kind}`));
  expect(new Set(told).size).toBe(told.length);
});

test("an article that is read while a digest is decided belongs to the next one", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  await room.runs(hour);
  room.feeds.publishes("harbour", "late", wages(1));
  room.feeds.hangs("harbour");
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  const slow = room.bot.tick();
  await room.bot.tick();
  room.feeds.answersAgain("harbour");
  await slow;
  expect((await room.digests()).map(({ digest }) => digest.articles)).toEqual([0]);
  await room.runs(12 * hour);
  expect((await room.digests()).map(({ digest }) => digest.articles)).toEqual([0, 1]);
});

test("two ticks at once ask each feed once and post each message once", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", wages(1));
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  const before = room.feeds.asked.length;
  const { post } = room.platform;
  room.platform.post = async (message) => {
    // Long enough for the other ticks to come as far.
    for (let turn = 0; turn < 50; turn++) await setImmediate();
    return post(message);
  };
  await Promise.all([room.bot.tick(), room.bot.tick(), room.bot.tick()]);
  await room.bot.tick();
  expect(room.feeds.asked.slice(before).sort()).toEqual(["harbour", "quay"]);
  const keys = room.platform.shown.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(1);
});

test.each([
  ["a later slot", "2031-05-05T19:59:30Z", "2031-05-05T20:00:05Z"],
  ["the same slot", "2031-05-05T08:00:00Z", "2031-05-05T08:01:00Z"],
  ["a slot three days later", "2031-05-05T08:00:00Z", "2031-05-08T08:00:05Z"],
])("a tick that waits while another one tells %s tells nothing twice", async (_, first, second) => {
  const side = platformInMemory("side");
  const room = await openNewsroom({ beside: { platform: side, place: "side:room" } });
  await room.bot.tick();
  room.feeds.publishes("quay", "a", wages(1));
  await room.runs(hour);
  const { saveDigest } = room.store;
  const saved = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  room.store.saveDigest = async (stored, messages) => {
    if (stored.place === place) {
      reached.resolve();
      await saved.promise;
    }
    return saveDigest(stored, messages);
  };
  room.clock.jumpTo(first);
  await room.restart();
  const slow = room.tickOnly();
  await reached.promise;
  room.clock.jumpTo(second);
  await room.tickOnly();
  saved.resolve();
  await slow;
  await room.runs(24 * hour);
  for (const at of [place, "side:room"]) {
    const digests = await room.store.digests({ story: dockStory.id, place: at, limit: 100 });
    const told = digests.flatMap(({ digest }) => digest.changes.map(({ ref, kind }) => `${ref} ${kind}`));
    expect(told).toHaveLength(1);
  }
});

test("a repetition that a clock set back dates before what it repeats stops neither answers nor digests", async () => {
  const room = await openNewsroom({ from: "2031-05-05T08:30:00Z" });
  await room.bot.tick();
  room.clock.jumpTo("2031-05-05T11:50:00Z");
  room.feeds.publishes("quay", "a", wages(1));
  await room.bot.tick();
  room.clock.jumpTo("2031-05-05T09:30:00Z");
  room.feeds.publishes("harbour", "b", wages(1));
  await room.bot.tick();
  expect((await room.asks("/talks timeline"))?.[0]).toBe("Timeline · Dock talks");
  await room.runs(12 * hour);
  expect(room.shown().filter((words) => words.includes("1 change"))).toHaveLength(1);
  expect(room.log.said.filter((line) => line.startsWith("error"))).toEqual([]);
});

test.each(["saveDigest", "digests", "feedStates", "note"] as const)(
  "a store that fails in %s delays a digest and loses none",
  async (verb) => {
    const room = await openNewsroom();
    await room.bot.tick();
    room.feeds.publishes("quay", "a", wages(1));
    await room.runs(hour);
    room.store.failsOn(verb, 2);
    room.clock.jumpTo("2031-05-05T08:00:00Z");
    for (let n = 0; n < 4; n++) await room.bot.tick().catch(() => {});
    await room.runs(12 * hour);
    expect(await windows(room)).toEqual(["05-05T06:30–05-05T08:00", "05-05T08:00–05-05T20:00"]);
    expect(await counted(room)).toBe(1);
  },
);

test("a digest that was stored without our hearing of it is posted once", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", wages(1));
  room.store.losesTheAnswerOf("saveDigest");
  await room.runs(3 * hour);
  expect(await windows(room)).toEqual(["05-05T06:30–05-05T08:00"]);
  const keys = room.platform.shown.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toEqual([]);
});

test("a quiet window is one line, or nothing where the place wants silence; either way its window is closed", async () => {
  const line = await openNewsroom();
  const silent = await openNewsroom({ destination: { quiet: "silent" } });
  for (const room of [line, silent]) {
    await room.bot.tick();
    await room.runs(2 * hour);
  }
  expect(line.shown()).toHaveLength(1);
  expect(silent.shown()).toHaveLength(0);
  expect(await windows(silent)).toEqual(await windows(line));
});

test("one thread for all goes on after any number of silent windows", async () => {
  const room = await openNewsroom({ schedule: "every 1h", destination: { thread: "same", quiet: "silent" } });
  await room.bot.tick();
  room.feeds.publishes("quay", "a", wages(1));
  await room.runs(2 * hour);
  room.clock.advance(hour);
  await room.runs(80 * hour, hour);
  room.feeds.publishes("quay", "b", wages(7));
  await room.runs(2 * hour);
  const told = (await room.digests()).filter(({ digest }) => !digest.quiet);
  expect(told).toHaveLength(2);
  expect(await room.digests()).not.toHaveLength(2);
  const [root, ...others] = room.platform.shown;
  expect(root!.inThreadOf).toBeNull();
  for (const message of others) expect(message.inThreadOf).toContain(root!.key);
});

test("a plan is the tick that was not yet made", async () => {
  const room = await openNewsroom();
  expect((await room.bot.plan()).map(({ kind }) => kind)).toEqual(["poll", "poll"]);
  await room.bot.tick();
  expect(await room.bot.plan()).toEqual([]);
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  expect((await room.bot.plan()).map(({ kind }) => kind)).toEqual(["poll", "poll", "digest"]);
  expect(dockStory.id).toBe("dock-talks");
});
