/** A place that stops following while digests wait for it: nothing new comes, and what was begun is told to its end. */
import { expect, test } from "vitest";
import { deliver } from "../../src/pipeline/deliver.ts";
import type { PostOutcome } from "../../src/ports.ts";
import { followedAt } from "../fakes/following.ts";
import { logInMemory } from "../fakes/log.ts";
import { type Newsroom, openNewsroom } from "../fakes/newsroom.ts";
import { platformInMemory } from "../fakes/platform.ts";
import { storeInMemory } from "../fakes/store.ts";
import * as sample from "../store/samples.ts";

type Ending = Exclude<PostOutcome, { kind: "sent" }>;
const later: Ending = { kind: "later", waitMs: 60_000, reason: "slow down" };
const unknown: Ending = { kind: "unknown", reason: "reset" };
const news = {
  title: "Dock talks: an offer",
  text: "The Port of Aldwick offered the dockers a fund of 100 crates, Casper Thule said.",
};

/** A newsroom whose first digest with news was just decided; of its posts the n-th ends like this. */
async function atDigest(
  wishes: Parameters<typeof openNewsroom>[0],
  nth: number,
  outcome: Ending,
  arrives = false,
): Promise<Newsroom> {
  const room = await openNewsroom(wishes);
  await room.bot.tick();
  room.feeds.publishes("quay", "a", news);
  await room.runs(60, 15);
  const { post } = room.platform;
  let count = 0;
  room.platform.post = (message) => {
    if (count === nth) room.platform.failNext(outcome, arrives);
    count += 1;
    return post(message);
  };
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  await room.bot.tick();
  return room;
}

const parts = (room: Newsroom) => room.platform.shown.map(({ key }) => key.split("|").at(-1));
const errors = (room: Newsroom) => room.log.said.filter((line) => line.startsWith("error"));
const whole = async (): Promise<readonly (string | undefined)[]> => {
  const room = await atDigest({}, 99, later);
  return parts(room);
};

test("a digest that was not begun is never posted, and nobody is alarmed", async () => {
  const room = await atDigest({}, 0, later);
  await room.asks("/talks unfollow");
  await room.runs(60, 1);
  expect(parts(room)).toEqual([]);
  expect(await room.store.waitingPlaces()).toEqual([]);
  expect(await room.digests()).toEqual([]);
  expect(errors(room)).toEqual([]);
});

test("of a digest whose root is posted the thread is posted whole", async () => {
  const room = await atDigest({}, 1, later);
  expect(parts(room)).toEqual(["0"]);
  await room.asks("/talks unfollow");
  await room.runs(60, 1);
  expect(parts(room)).toEqual(await whole());
  expect(parts(room).length).toBeGreaterThan(1);
});

test.each([
  ["arrived, its thread follows", true],
  ["never arrived, it is not tried again", false],
])("when the root's end is unknown and it %s", async (_name, arrives) => {
  const room = await atDigest({}, 0, unknown, arrives);
  await room.asks("/talks unfollow");
  await room.runs(60, 1);
  expect(parts(room)).toEqual(arrives ? await whole() : []);
  expect(await room.store.waitingPlaces()).toEqual([]);
  expect(errors(room)).toEqual([]);
});

test.each(["new", "same"] as const)("a place that follows again gets what is new since, thread %s", async (thread) => {
  const room = await atDigest({ destination: { thread } }, 0, later);
  await room.asks("/talks unfollow");
  room.clock.advance(1);
  await room.asks("/talks follow every 1h");
  room.feeds.publishes("quay", "b", { title: "Dock talks", text: "Orla Fenwick called a strike of the night shift." });
  await room.runs(90, 5);
  const shown = room.shown().join("\n");
  expect(shown).toContain("called a strike");
  expect(shown).not.toContain("100 crates");
  expect(room.platform.shown[0]?.inThreadOf).toBeNull();
  expect(errors(room)).toEqual([]);
});

test("a place that the configuration no longer names gets nothing; named again it is told of it after all", async () => {
  const store = await storeInMemory();
  const platform = platformInMemory("terminal");
  const clock = { now: () => sample.noon };
  const parts = { store, platforms: [platform], clock, log: logInMemory(), alerts: null };
  const rows = [0, 1].map((part) => sample.message("d1", part));
  await store.saveDigest(sample.stored("d1"), rows);
  await deliver(sample.place, { ...parts, destinations: [followedAt(sample.place, "another-story")] });
  expect(platform.shown).toEqual([]);
  expect(await store.digest(sample.place, "d1")).toBeNull();
  expect(await store.saveDigest(sample.stored("d1"), rows)).toBe(true);
  await deliver(sample.place, { ...parts, destinations: [followedAt(sample.place, sample.story)] });
  expect(platform.shown.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
});

test("notes to a place that follows nothing are posted all the same", async () => {
  const store = await storeInMemory();
  const platform = platformInMemory("terminal");
  const note = sample.message("d1", 0, { digestId: null });
  await store.saveDigest(sample.stored("d1"), [sample.message("d1", 1, { act: { kind: "post", thread: null } })]);
  await store.addMessages([note]);
  const clock = { now: () => sample.noon };
  const parts = { store, platforms: [platform], clock, log: logInMemory(), alerts: null };
  await deliver(sample.place, { ...parts, destinations: [] });
  expect(platform.shown.map(({ key }) => key)).toEqual([note.key]);
});
