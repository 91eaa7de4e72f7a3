/** A clock that is far off is corrected by the servers', and nothing is told twice, left out, or silenced by it. */
import { describe, expect, test } from "vitest";
import { begunName } from "../../src/core/schedule/destination.ts";
import { openTrueClock } from "../../src/pipeline/true-clock.ts";
import { clockAt } from "../fakes/clock.ts";
import { dockStory, type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

const hourMs = 3_600_000;
const truth = Date.UTC(2031, 4, 5, 6);

/** A clock that is so far ahead, and has heard these servers, each so far behind the truth. */
function heard(aheadMs: number, behindMs: readonly number[]) {
  const changes: number[] = [];
  const clock = openTrueClock({ now: () => truth + aheadMs }, (by) => changes.push(by));
  for (const [n, behind] of behindMs.entries()) clock.heard(`server ${n}`, truth - behind);
  return { offMs: clock.now() - truth, changes };
}

test.each<readonly [string, number, readonly number[], number]>([
  ["three servers agree", 9000 * hourMs, [0, 0, 0], 0],
  ["it is behind", -9000 * hourMs, [0, 60_000, 0], 0],
  ["two servers agree", 9000 * hourMs, [0, 0], 9000 * hourMs],
  ["one server says it five times over", 9000 * hourMs, [0], 9000 * hourMs],
  ["it is off by an hour", hourMs, [0, 0, 0], hourMs],
  ["answers come out of caches", 0, [4 * hourMs, 9 * hourMs, 14 * hourMs, 0], 0],
  ["one server of four is wrong", 9000 * hourMs, [400 * hourMs, 0, 0, 0], 0],
  ["two servers of five are wrong, and the clock is right", 0, [400 * hourMs, 400 * hourMs, 0, 0, 0], 0],
])("when %s", (_, aheadMs, behindMs, offMs) => {
  expect(Math.abs(heard(aheadMs, behindMs).offMs - offMs)).toBeLessThan(5 * 60_000);
});

test("it is told once, and once more when the clock is right again", () => {
  const changes: number[] = [];
  const system = clockAt("2041-05-05T06:00:00Z");
  const clock = openTrueClock(system, (by) => changes.push(by));
  const hear = (now: number) => {
    for (let n = 0; n < 20; n += 1) clock.heard(`server ${n % 7}`, now);
  };
  hear(truth);
  expect(clock.now()).toBe(truth);
  system.jumpTo("2031-05-05T06:00:00Z");
  hear(truth);
  expect(clock.now()).toBe(truth);
  expect(changes.map((by) => Math.sign(by))).toEqual([1, 0]);
});

test("what one server sent is seen in no future that it does not know, also before others agree", () => {
  const clock = openTrueClock({ now: () => truth + 9000 * hourMs }, () => {});
  expect(clock.heard("server", truth)).toBe(truth);
});

test.each<readonly [string, number, readonly number[], number, number]>([
  ["nobody else was heard", 0, [], 5, 5],
  ["another server has our time", 0, [0], 5, 0],
  ["four others have our time", 0, [0, 0, 0, 0], 5, 0],
  ["another has our time nearly", 0, [2], 400, 0],
  ["another is as far behind", 9000, [0], 0, 0],
  ["others have the corrected time", 9000, [0, 0, 0], 5, 0],
])("what a server sent that is behind, when %s", (_, aheadHours, others, behindHours, seenHours) => {
  const clock = openTrueClock({ now: () => truth + aheadHours * hourMs }, () => {});
  for (const [n, behind] of others.entries()) clock.heard(`server ${n}`, truth - behind * hourMs);
  expect(truth - clock.heard("behind", truth - behindHours * hourMs)).toBe(seenHours * hourMs);
});

test("what was said before a clock jumped confirms nothing after it", () => {
  const system = clockAt("2031-05-05T06:00:00Z");
  const clock = openTrueClock(system, () => {});
  for (const server of ["a", "b"]) clock.heard(server, truth);
  system.jumpTo("2041-05-05T06:00:00Z");
  expect(clock.heard("a", truth + hourMs)).toBe(truth + hourMs);
});

describe("a bot whose clock jumps ten years ahead", () => {
  const news = (n: number) => ({
    title: `Dock talks: offer ${n}`,
    text: `The Port of Aldwick offered the dockers a fund of ${n * 100} crates, Casper Thule said.`,
  });

  async function jumping(): Promise<{ readonly room: Newsroom; readonly servers: ReturnType<typeof clockAt> }> {
    const servers = clockAt("2031-05-05T06:30:00Z");
    const room = await openNewsroom({ schedule: "every 1h", servers, moreFeeds: ["mole", "pier"] });
    await room.bot.tick();
    return { room, servers };
  }
  const runs = async ({ room, servers }: Awaited<ReturnType<typeof jumping>>, hours: number) => {
    for (let half = 0; half < hours * 2; half += 1) {
      room.clock.advance(30);
      servers.advance(30);
      await room.bot.tick();
    }
  };
  const toldUntil = async (room: Newsroom) => (await room.digests()).map(({ digest }) => digest.window.until);

  test("and back tells each hour once, and everything once", async () => {
    const stage = await jumping();
    const { room, servers } = stage;
    room.feeds.publishes("quay", "a1", news(1));
    await runs(stage, 3);
    room.clock.jumpTo("2041-05-05T09:31:00Z");
    room.feeds.publishes("quay", "a2", { ...news(2), published: null });
    await runs(stage, 3);
    room.clock.jumpTo(new Date(servers.now()).toISOString());
    room.feeds.publishes("quay", "a3", news(3));
    await runs(stage, 3);
    const until = await toldUntil(room);
    expect(until.at(-1)).toBeLessThanOrEqual(servers.now());
    expect(until.every((at, n) => n === 0 || at - until[n - 1]! === hourMs)).toBe(true);
    const changes = (await room.digests()).flatMap(({ digest }) => digest.changes);
    // A line may name what was told before it; what it tells is the newest.
    expect(changes.map(({ evidence }) => evidence.at(-1)?.articleId)).toEqual(
      ["a1", "a2", "a3"].map((id) => `https://quay.example/${id}`),
    );
    expect(room.log.said.filter((line) => line.includes("clock of this machine is wrong"))).toHaveLength(1);
    const notices = room.platform.shown.filter((message) => message.place === "memory:desk");
    expect(JSON.stringify(notices.map(({ document }) => document))).toContain("h ahead of the servers");
    expect(notices).toHaveLength(1);
    expect(await room.store.outbox(place)).toEqual([]);
  });
});

test("a place that was told up to a year ahead is said to be silent, once", async () => {
  const room = await openNewsroom({ schedule: "every 1h" });
  await room.bot.tick();
  room.clock.jumpTo("2032-05-05T08:00:00Z");
  await room.bot.tick();
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  await room.runs(5 * 60);
  expect(room.log.said.filter((line) => line.includes("silent until then"))).toHaveLength(1);
});

test.each<readonly [string, string, boolean]>([
  ["a month ahead, as configured", "2031-06-05T06:30:00Z", false],
  ["an hour ahead, as configured", "2031-05-05T07:45:00Z", false],
  ["a month ahead, by a chat's wish", "2031-06-05T06:30:00Z", true],
])("a place that began %s is told from when the clock is right", async (_, ahead, byWish) => {
  const room = await openNewsroom({ schedule: "every 1h", from: ahead });
  for (const line of byWish ? ["/talks unfollow", "/talks follow every 1h"] : []) await room.asks(line);
  expect((await room.store.followings()).map(({ since }) => since)).toEqual(byWish ? [Date.parse(ahead)] : []);
  await room.bot.tick();
  room.clock.jumpTo("2031-05-05T06:45:00Z");
  await room.bot.tick();
  room.feeds.publishes("quay", "a", {
    title: "Dock talks: offer",
    text: "The Port of Aldwick offered the dockers a fund of 300 crates, Casper Thule said.",
  });
  await room.runs(3 * 60);
  const digests = await room.digests();
  expect(digests.map(({ digest }) => new Date(digest.window.until).getUTCHours())).toEqual([7, 8, 9]);
  expect(digests.flatMap(({ digest }) => digest.changes)).toHaveLength(1);
  expect(room.log.said.filter((line) => line.includes("began to follow in the future"))).not.toEqual([]);
});

test("a clock that is set right under its correction moves no beginning into the past", async () => {
  const servers = clockAt("2031-05-05T06:30:00Z");
  const from = "2031-06-05T06:30:00Z";
  const room = await openNewsroom({ schedule: "every 1h", from, servers, moreFeeds: ["mole", "pier"] });
  const begun = async () => Number(await room.store.note(begunName(place, dockStory.id)));
  await room.bot.tick();
  expect(await begun()).toBe(servers.now());
  const since = await begun();
  room.clock.advance(30);
  servers.advance(30);
  await room.bot.tick();
  room.clock.jumpTo(new Date(servers.now() + 30 * 60_000).toISOString());
  servers.advance(30);
  await room.bot.tick();
  expect(await begun()).toBe(since);
});

describe("servers that are behind, and nobody who confirms our clock", () => {
  const offer = {
    title: "Dock talks: offer",
    text: "The Port of Aldwick offered the dockers a fund of 300 crates, Casper Thule said.",
  };
  /** Our clock, and the servers' five hours behind it. */
  async function behind(schedule: string) {
    const servers = clockAt("2031-05-05T01:30:00Z");
    const room = await openNewsroom({ schedule, servers });
    await room.bot.tick();
    const runs = async (hours: number) => {
      for (let half = 0; half < hours * 2; half += 1) {
        room.clock.advance(30);
        servers.advance(30);
        await room.bot.tick();
      }
    };
    const changes = async (at = place) =>
      (await room.store.digests({ story: dockStory.id, place: at, limit: 100 })).flatMap(
        ({ digest }) => digest.changes,
      );
    return { room, runs, changes };
  }

  test("what came before the first digest is told", async () => {
    const { room, runs, changes } = await behind("every 1h");
    room.feeds.publishes("quay", "a", offer);
    await runs(3);
    expect(await changes()).toHaveLength(1);
  });

  test("also to a place that began later, once its time has come and not before", async () => {
    const { room, runs, changes } = await behind("daily 08:00, 20:00");
    room.feeds.publishes("quay", "old", { title: "Dock talks", text: "Orla Fenwick called a strike on Monday." });
    await runs(3);
    await room.asks("/talks follow every 1h", { place: "memory:annex" });
    room.feeds.publishes("quay", "a", offer);
    await runs(3);
    expect((await changes("memory:annex")).map(({ text }) => text)).toEqual([expect.stringContaining("300 crates")]);
  });

  test("and a clock that was ahead when all began loses nothing that comes after it is right", async () => {
    const room = await openNewsroom({
      schedule: "every 1h",
      from: "2032-05-05T06:30:00Z",
      servers: clockAt("2031-05-05T06:30:00Z"),
    });
    await room.bot.tick();
    room.clock.jumpTo("2031-05-05T07:00:00Z");
    await room.bot.tick();
    room.feeds.publishes("quay", "a", offer);
    await room.runs(3 * 60);
    expect((await room.digests()).flatMap(({ digest }) => digest.changes)).toHaveLength(1);
  });
});
