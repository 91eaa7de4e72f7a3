/** The store of a bot that runs for a year: it grows with what was learned, and with nothing else. */
import { expect, test } from "vitest";
import { type Following, plainDestination } from "../../src/core/schedule/destination.ts";
import { dayMs } from "../../src/core/schedule/zone.ts";
import { openUpkeep, plainKeep } from "../../src/pipeline/upkeep.ts";
import type { Store } from "../../src/ports.ts";
import { clockAt } from "../fakes/clock.ts";
import { logInMemory } from "../fakes/log.ts";
import { openNewsroom } from "../fakes/newsroom.ts";
import { storeInMemory } from "../fakes/store.ts";
import * as sample from "../store/samples.ts";

const begin = "2031-01-01T00:00:00Z";
const places = ["memory:1", "memory:2"];
const digestsADay = 2;
const partsEach = 5;
const keepMs = { textMs: 30 * dayMs, postMs: 20 * dayMs };

/** What one day leaves behind: digests that were posted, a silent window, a notice, readers, a wish that ended. */
async function aDay(store: Store, day: number, now: number): Promise<void> {
  for (const place of places)
    for (let nth = 0; nth < digestsADay; nth += 1) {
      const id = `d${day}.${nth}`;
      const rows = Array.from({ length: partsEach }, (_, part) => ({
        ...sample.message(id, part, { place }),
        key: `${place}|${id}|${part}`,
        act: { kind: "post", thread: part === 0 ? null : `${place}|${id}|0` } as const,
      }));
      await store.saveDigest(sample.stored(id, { place, decided: now + nth }), rows);
      for (const { key } of rows) await store.markOutbox(key, { ...sample.sentAs(key), sendingAt: now });
      await store.saveDigest(sample.stored(`q${day}.${nth}`, { place, decided: now + nth + 9 }), []);
    }
  const notice = { ...sample.message("none", 0), key: `notice ${day}`, digestId: null };
  await store.addMessages([notice]);
  await store.markOutbox(notice.key, { ...sample.sentAs("r"), sendingAt: now });
  await store.setNote(`looked|reader ${day}|${sample.story}`, String(now));
  const destination = { ...plainDestination, place: `memory:ended ${day}`, story: sample.story, zone: "UTC" };
  const wish = { destination: { ...destination, schedule: { kind: "every", hours: 6 } }, by: "p1" } as const;
  await store.saveFollowing({ ...wish, changed: now, since: now, ended: true } satisfies Following);
  await store.receive(`event ${day}`, now);
  const article = sample.article({ id: `a${day}`, published: now });
  await store.savePoll(sample.poll({ sightings: [sample.sighting({ article, seen: now })] }));
}

async function sizes(store: Store, now: number) {
  const { sent } = await store.outboxCounts();
  const digests = (
    await Promise.all(places.map((place) => store.digests({ story: sample.story, place, limit: 500 })))
  ).flat();
  const seen = await store.sightings(sample.story, { since: null, until: now });
  return {
    messages: sent,
    digests: digests.length,
    wishes: (await store.followings()).length,
    texts: seen.filter(({ article }) => article.text !== "").length,
  };
}

test("a year of digests, readers and wishes takes no more room than two months of them", {
  timeout: 60_000,
}, async () => {
  const [store, clock, log] = [await storeInMemory(), clockAt(begin), logInMemory()];
  const upkeep = openUpkeep({ store, clock, log, keep: keepMs, destinations: [] });
  const after = new Map<number, Awaited<ReturnType<typeof sizes>>>();
  for (let day = 1; day <= 365; day += 1) {
    await aDay(store, day, clock.now());
    // A wake each six hours: a day's rows go within it.
    for (let wake = 0; wake < 4; wake += 1) {
      clock.advance(6 * 60);
      await upkeep();
    }
    after.set(day, await sizes(store, clock.now()));
  }
  expect(after.get(365)).toEqual(after.get(60));
  expect(after.get(60)!.messages).toBeLessThanOrEqual(21 * (places.length * digestsADay * partsEach + 1));
  expect(after.get(60)!.messages).toBeGreaterThan(0);
  // What was seen is known for ever, or it would be news again.
  expect((await store.knownArticles(["a1", "a200"])).size).toBe(2);
  expect((await store.sightings(sample.story, { since: null, until: clock.now() })).length).toBe(365);
});

test("it is done once a day, also after a restart, and a clock that is set back does not stop it", async () => {
  const [store, clock, log] = [await storeInMemory(), clockAt(begin), logInMemory()];
  let purges = 0;
  const counting = {
    ...store,
    purge: async () => {
      purges += 1;
      return 0;
    },
  };
  const open = () => openUpkeep({ store: counting, clock, log, keep: plainKeep, destinations: [] });
  let upkeep = open();
  for (let hour = 0; hour < 48; hour += 1) {
    await upkeep();
    if (hour % 5 === 0) upkeep = open();
    clock.advance(60);
  }
  expect(purges).toBe(2);
  clock.jumpTo("2030-12-01T00:00:00Z");
  await upkeep();
  expect(purges).toBe(3);
});

test("a thread that goes on for a year keeps its root, and nothing is told twice", { timeout: 60_000 }, async () => {
  const room = await openNewsroom({ destination: { thread: "same" }, schedule: "daily 08:00" });
  await room.bot.tick();
  for (let day = 1; day <= 365; day += 1) {
    if (day % 10 === 0)
      room.feeds.publishes("quay", `a${day}`, {
        title: "Dock talks",
        text: `The Port of Aldwick offered the dockers a fund of ${day * 10} crates, Casper Thule said.`,
      });
    await room.runs(24 * 60, 12 * 60);
  }
  const [root, ...rest] = room.platform.shown;
  expect(rest.length).toBeGreaterThan(365);
  for (const { inThreadOf } of rest) expect(inThreadOf).toContain(root!.key);
  expect(new Set(room.platform.shown.map(({ key }) => key)).size).toBe(rest.length + 1);
  expect((await room.store.outboxCounts()).sent).toBeLessThan(rest.length / 2);
  expect(await room.store.message(root!.key)).not.toBeNull();
});
