/** From feeds to digests: what a first poll, an edit, a break and an engine that fails do to what is told. */
import { expect, test } from "vitest";
import { newFeedState } from "../../src/core/feed/poll.ts";
import { restMs } from "../../src/pipeline/bot.ts";
import { openLibrary } from "../../src/pipeline/library.ts";
import type { Log } from "../../src/ports.ts";
import { dockStory, openNewsroom } from "../fakes/newsroom.ts";
import { storeInMemory } from "../fakes/store.ts";

const rejected = { title: "Dock talks begin", text: "The dockers rejected an offer of 3 percent, Orla Fenwick said." };
const signed = {
  title: "Dock talks: strike called off",
  text: "The Port of Aldwick and the dockers signed an agreement on Monday, Orla Fenwick said.",
};
const corrected =
  "The Port of Aldwick and the dockers have not signed an agreement, Orla Fenwick said. An earlier version was wrong.";

test("a feed's first poll tells nothing, however much it holds", async () => {
  const room = await openNewsroom();
  for (let n = 0; n < 40; n++) room.feeds.publishes("quay", `old-${n}`, { ...signed, title: `Dock talks, part ${n}` });
  await room.bot.tick();
  await room.runs(120);
  const [first] = await room.digests();
  expect(first?.digest).toMatchObject({ quiet: true, changes: [] });
  expect(room.shown()).toHaveLength(1);
  expect(room.shown()[0]).toContain("No material change");
});

test("a feed that fails at first has its silent first poll when it first works", async () => {
  const room = await openNewsroom();
  room.feeds.publishes("quay", "old", signed);
  room.feeds.breaks("quay");
  await room.bot.tick();
  room.feeds.works("quay");
  await room.runs(120);
  expect((await room.digests()).map(({ digest }) => digest.quiet)).toEqual([true]);
  room.feeds.publishes("quay", "next", rejected);
  await room.runs(12 * 60);
  const [, second] = await room.digests();
  expect(second?.digest.changes.map(({ kind }) => kind)).toEqual(["new"]);
});

test("what is new after it is told once, with its words as evidence", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", signed);
  await room.runs(24 * 60);
  const told = (await room.digests()).flatMap(({ digest }) => digest.changes);
  expect(told).toHaveLength(1);
  for (const { quote, start, end } of told[0]!.evidence) expect(quote).toBe(signed.text.slice(start, end));
});

test("the same article in a second feed, or listed again after it was gone, is not told again", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", signed);
  await room.runs(120);
  room.feeds.forgets("quay");
  await room.runs(60);
  room.feeds.publishes("quay", "a", signed);
  await room.runs(24 * 60);
  expect((await room.digests()).map(({ digest }) => digest.changes.length)).toEqual([1, 0, 0]);
});

test("an article whose text changed is a revision: what was told is corrected, and it stays one article", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", signed);
  await room.runs(120);
  room.feeds.edits("quay", "a", corrected);
  await room.runs(12 * 60);
  const [first, second] = await room.digests();
  const told = first!.digest.changes[0]!;
  const corrections = second!.digest.changes.filter(({ ref }) => ref === told.ref);
  expect(corrections.map(({ kind }) => ["updated", "withdrawn"].includes(kind))).toEqual([true]);
  const seen = await room.store.sightings(dockStory.id, { since: null, until: room.clock.now() });
  expect(seen.map(({ article }) => article.id)).toEqual(["https://quay.example/a", "https://quay.example/a"]);
});

test("an article without a date is news when it is first seen", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", { ...signed, published: null });
  room.feeds.publishes("quay", "b", { ...rejected, published: "2099-01-01T00:00:00Z" });
  await room.runs(120);
  expect((await room.digests())[0]?.digest.articles).toBe(2);
});

test("a broken feed does not stop the other one, and is asked less and less", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.breaks("harbour", "server");
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60, 5);
  expect((await room.digests())[0]?.digest.changes).toHaveLength(1);
  const times = (feed: string) => room.feeds.asked.filter((one) => one === feed).length;
  expect(times("harbour")).toBeLessThan(12);
  expect(times("quay")).toBeGreaterThanOrEqual(24);
});

test("a poll that cannot be stored is lost to nobody: it is asked again after a rest, and told once", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", signed);
  room.store.failsOn("savePoll", 2);
  room.clock.advance(30);
  const before = room.feeds.asked.length;
  await room.bot.tick();
  await room.bot.tick();
  expect(room.feeds.asked.length - before).toBe(2);
  expect(room.log.said.filter((line) => line.startsWith("error"))).toHaveLength(2);
  await room.runs(90, restMs / 60_000);
  expect((await room.digests()).map(({ digest }) => digest.changes.length)).toEqual([1]);
});

test("a poll that was stored without our hearing of it is not told twice", async () => {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", signed);
  room.store.losesTheAnswerOf("savePoll");
  await room.runs(24 * 60, 10);
  expect((await room.digests()).map(({ digest }) => digest.changes.length)).toEqual([1, 0]);
});

test("an article on which the engine fails is left out, and its neighbours are told", async () => {
  const said: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (message) => void said.push(message) };
  const store = await storeInMemory();
  const library = await openLibrary(store, [dockStory], log);
  const article = (id: string, text: string) => ({
    id,
    url: `https://quay.example/${id}`,
    outlet: "quay",
    title: "Dock talks",
    published: 1000,
    lang: "en",
    text,
  });
  let asked = 0;
  // Its outlet cannot be read the first time, which is when the engine wants it.
  const broken = {
    ...article("b", signed.text),
    get outlet() {
      asked += 1;
      if (asked === 1) throw new Error("no outlet today");
      return "quay";
    },
  };
  const articles = [article("a", signed.text), broken, article("c", rejected.text)];
  await library.enter({ state: newFeedState("quay", 0), articles, seen: 2000, again: [], baseline: new Set() });
  expect(said).toEqual(["An article could not be read and is left out"]);
  expect((await library.digest(dockStory, { since: 0, until: 3000 })).articles).toBe(2);
  const entries = await store.entries(dockStory.id);
  expect(entries).toEqual(library.ledger(dockStory).entries);
  const decisions = (await store.sightings(dockStory.id, { since: null, until: 3000 })).map((one) => one.decision);
  expect(decisions).toEqual(["in", "out", "in"]);
});
