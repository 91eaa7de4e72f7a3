/** Platforms and places do not wait for one another, and one that needs a hand says so once. */
import { expect, test } from "vitest";
import { probeMs } from "../../src/pipeline/alerts.ts";
import type { Message, PostOutcome } from "../../src/ports.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";
import { type FakePlatform, platformInMemory } from "../fakes/platform.ts";

const hour = 60;
const news = (n: number) => ({
  title: `Dock talks: offer ${n}`,
  text: `The Port of Aldwick offered the dockers a fund of ${n * 100} crates, Casper Thule said.`,
});

async function besides(other: FakePlatform): Promise<Newsroom> {
  const room = await openNewsroom({ beside: { platform: other, place: "other:room" }, schedule: "every 1h" });
  await room.bot.tick();
  return room;
}

/** Ticks and publishes for some hours, waiting for no delivery. */
async function lives(room: Newsroom, tick: () => Promise<void>, hours: number): Promise<void> {
  for (let n = 1; n <= hours; n++) {
    room.feeds.publishes("quay", `a${n}`, news(n));
    for (let quarter = 0; quarter < 4; quarter++) {
      room.clock.advance(15);
      await tick();
    }
  }
}

const untilShown = async (platform: FakePlatform, count: number) => {
  while (platform.shown.length < count) await new Promise((resolve) => setImmediate(resolve));
};

test("a platform that answers nothing holds up neither polls, nor digests, nor another platform's posts", async () => {
  const other = platformInMemory("other");
  const hung = Promise.withResolvers<PostOutcome>();
  other.post = () => hung.promise;
  const room = await besides(other);
  // The very tick, which would not end if it waited for a delivery.
  await lives(room, room.tickOnly, 3);
  const asked = room.feeds.asked.length;
  expect(asked).toBeGreaterThanOrEqual(2 * 3 * 2);
  expect(await room.digests()).toHaveLength(3);
  const { length } = await room.store.messagesOf(place, (await room.digests())[2]!.digest.id);
  await untilShown(room.platform, length * 3);
  expect(room.platform.shown.some(({ key }) => key.includes("T09:00|"))).toBe(true);
  expect(other.shown).toEqual([]);
  const waiting = await room.store.outbox("other:room");
  expect(waiting.map(({ status }) => status).slice(0, 2)).toEqual(["sending", "pending"]);
  hung.resolve({ kind: "unknown", reason: "reset" });
  other.post = platformInMemory("other").post;
});

test("a platform that is down delays its own posts, and has them all when it is back", async () => {
  const other = platformInMemory("other");
  const { post } = other;
  other.post = async () => ({ kind: "later", waitMs: 60_000, reason: "connection refused" });
  const room = await besides(other);
  await lives(room, room.bot.tick, 3);
  expect(other.shown).toEqual([]);
  const expected = room.platform.shown.map(({ key }) => key.replace(place, "other:room"));
  expect(expected.length).toBeGreaterThan(3);
  other.post = post;
  await room.runs(20, 1);
  expect(other.shown.map(({ key }) => key)).toEqual(expected);
});

test("an administrator reads of a pause in the same wake, whichever place is worked on first", async () => {
  const other = platformInMemory("other");
  const room = await besides(other);
  await lives(room, room.bot.tick, 1);
  const notices = () => room.platform.shown.filter((message) => message.place === "memory:desk");
  // The place of notices has had its turn when the other platform answers.
  const answer = Promise.withResolvers<PostOutcome>();
  other.post = () => answer.promise;
  const { length } = room.platform.shown;
  await lives(room, room.tickOnly, 1);
  await untilShown(room.platform, length + 1);
  expect(notices()).toEqual([]);
  answer.resolve({ kind: "halted", reason: "The token is dead." });
  await room.bot.idle();
  expect(notices()).toHaveLength(1);
});

test("a place that nobody could post to for a week gets no flood: what waited, then one digest of everything since", async () => {
  const other = platformInMemory("other");
  const { post } = other;
  other.post = async () => ({ kind: "halted", reason: "The token is dead." });
  const room = await besides(other);
  await lives(room, room.bot.tick, 7 * 24);
  other.post = post;
  await room.runs(probeMs / 60_000 + hour, 15);
  const stored = async (at: string) =>
    (await room.store.digests({ story: "dock-talks", place: at, limit: 500 })).toReversed().map(({ digest }) => digest);
  const [here, there] = [await stored(place), await stored("other:room")];
  expect(here.length).toBeGreaterThan(7 * 24);
  // Hourly slots: the one that met the dead token, those within the bound, the one of the week, and what came since.
  expect(there.length).toBeLessThan(13);
  const long = there.filter(({ window }) => window.until - window.since! > 24 * 3_600_000);
  expect(long).toHaveLength(1);
  for (const [n, { window }] of there.entries())
    expect(window.since).toBe(n === 0 ? here[0]!.window.since : there[n - 1]!.window.until);
  expect(there.at(-1)?.window.until).toBe(here.at(-1)?.window.until);
  const keys = other.shown.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(await room.store.outbox("other:room")).toEqual([]);
  expect(room.log.said.filter((line) => line.includes("goes on"))).toHaveLength(1);
}, 60_000);

test("a place that needs a hand is told of once, left alone, and goes on by itself when it is mended", async () => {
  const other = platformInMemory("other");
  const { post } = other;
  const tried: Message[] = [];
  other.post = async (message) => {
    tried.push(message);
    return { kind: "halted", reason: "The channel is gone. Choose another with /talks follow." };
  };
  const room = await besides(other);
  await lives(room, room.bot.tick, 3);
  expect(tried).toHaveLength(1);
  await room.restart();
  await lives(room, room.bot.tick, 2);
  const notices = () => room.platform.shown.filter((message) => message.place === "memory:desk");
  // A new start tries once: whoever mended it has often just made one.
  expect(tried).toHaveLength(2);
  expect(notices()).toHaveLength(1);
  expect(JSON.stringify(notices()[0]!.document)).toContain("Nothing can be posted to other:room: The channel is gone.");
  room.clock.advance(probeMs / 60_000);
  await room.bot.tick();
  expect(tried).toHaveLength(3);
  expect(notices()).toHaveLength(1);
  other.post = post;
  await room.runs(probeMs / 60_000 + hour, 30);
  const digests = (await room.store.digests({ story: "dock-talks", place: "other:room", limit: 100 })).toReversed();
  const expected = await Promise.all(digests.map(({ digest }) => room.store.messagesOf("other:room", digest.id)));
  expect(other.shown.map(({ key }) => key)).toEqual(expected.flat().map(({ key }) => key));
  expect(await room.store.pauses()).toEqual([]);
  expect(notices()).toHaveLength(1);
});
