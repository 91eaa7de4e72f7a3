/** A story that is added later: what feeds held before it began is known to it, and no news. */
import { expect, test } from "vitest";
import { readStory } from "../../src/core/story/read.ts";
import { dockStory, feedIds, type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

/** The same town, looked at for another reason: both stories want the same articles. */
const second = readStory(
  `story: strike-fund
name: Strike fund
zone: UTC
words: [fund, crates, offer*]
actors:
  - { name: Casper Thule, side: port, aliases: [Thule] }
  - { name: Port of Aldwick, kind: body, side: port }
`,
  "strike-fund.yaml",
).story!;

const news = (n: number) => ({
  title: `Dock talks: offer ${n}`,
  text: `The Port of Aldwick offered the dockers a fund of ${n * 100} crates, Casper Thule said.`,
});

/** A day with one story, then a start with two, and the place follows both. */
async function withTwo(): Promise<Newsroom> {
  const room = await openNewsroom({ schedule: "every 1h" });
  room.feeds.publishes("quay", "before", news(1));
  await room.bot.tick();
  room.feeds.publishes("quay", "told", news(2));
  await room.runs(3 * 60);
  await room.restart([dockStory, second]);
  await room.asks(`/talks follow every 1h story=${second.id}`);
  return room;
}

const toldOf = async (room: Newsroom, story: string) =>
  (await room.store.digests({ story, place, limit: 100 })).flatMap(({ digest }) =>
    digest.changes.map(({ text }) => text),
  );

test("tells nothing of what the feeds held, knows it, and tells what comes after", async () => {
  const room = await withTwo();
  await room.runs(3 * 60);
  expect(await toldOf(room, second.id)).toEqual([]);
  expect((await room.asks(`/talks actor Thule story=${second.id}`))?.join(" ")).toContain("200 crates");
  room.feeds.publishes("quay", "after", news(9));
  await room.runs(3 * 60);
  expect((await toldOf(room, second.id)).join()).toContain("900 crates");
  expect((await toldOf(room, second.id)).join()).not.toContain("200 crates");
});

test("takes nothing from the story that was there before, and enters nothing twice", async () => {
  const room = await withTwo();
  const before = await toldOf(room, dockStory.id);
  const entries = (await room.store.entries(dockStory.id)).length;
  await room.runs(3 * 60);
  await room.restart();
  await room.runs(3 * 60);
  expect(await toldOf(room, dockStory.id)).toEqual(before);
  expect((await room.store.entries(dockStory.id)).length).toBe(entries);
  const own = (await room.store.entries(second.id)).filter((entry) => entry.kind === "article");
  expect(own.map((entry) => entry.kind === "article" && entry.articleId).length).toBe(2);
});

test("asks each feed once for all that it holds, and waits for one that is down", async () => {
  const room = await withTwo();
  const asked: string[] = [];
  const { poll } = room.feeds;
  room.feeds.poll = async (source, validators) => {
    if (validators.etag === null) asked.push(source.id);
    const answer = await poll(source, validators);
    return answer.kind === "read"
      ? { ...answer, validators: { etag: "e", lastModified: null, bodyHash: null } }
      : answer;
  };
  room.feeds.breaks("quay");
  await room.runs(60, 15);
  room.feeds.works("quay");
  await room.runs(3 * 60, 15);
  expect(await toldOf(room, second.id)).toEqual([]);
  expect(asked.filter((id) => id === "harbour")).toHaveLength(1);
  expect(asked.filter((id) => id === "quay").length).toBeGreaterThan(1);
  const states = await room.store.feedStates();
  expect(states.map(({ stories }) => stories)).toEqual(feedIds.map(() => [dockStory.id, second.id]));
});

test("a story that was taken out and comes back tells nothing of the time between", async () => {
  const room = await withTwo();
  await room.runs(60);
  await room.restart([dockStory]);
  room.feeds.publishes("quay", "between", news(5));
  await room.runs(2 * 60);
  await room.restart([dockStory, second]);
  await room.runs(2 * 60);
  expect((await toldOf(room, second.id)).join()).not.toContain("500 crates");
});

/** As an older release left it: its feeds do not say which stories saw them. */
async function asOlder({ store }: Newsroom): Promise<void> {
  for (const { stories: _, ...state } of await store.feedStates())
    await store.savePoll({ state, sightings: [], entries: [] });
}

test("a store of an older release tells of a new story nothing that any of its feeds held", async () => {
  const room = await openNewsroom({ schedule: "every 1h" });
  room.feeds.publishes("quay", "before", news(1));
  room.feeds.publishes("harbour", "also-before", news(3));
  await room.bot.tick();
  await asOlder(room);
  await room.restart([dockStory, second]);
  await room.asks(`/talks follow every 1h story=${second.id}`);
  room.feeds.publishes("quay", "after", news(2));
  await room.runs(2 * 60);
  expect(await toldOf(room, second.id)).toEqual([]);
  expect((await toldOf(room, dockStory.id)).join()).toContain("200 crates");
});

test.each([
  ["wanted nothing yet", "Lanterns in Aldwick", "The Port of Aldwick closed its lantern museum, Casper Thule said."],
  ["knows something", "Dock talks: offer", "The Port of Aldwick offered the dockers a fund of 300 crates, Thule said."],
])("a store of an older release whose story %s loses no news", async (_, title, text) => {
  const room = await openNewsroom({ schedule: "every 1h" });
  room.feeds.publishes("quay", "before", { title, text });
  await room.bot.tick();
  expect(await room.store.hasSeen(dockStory.id)).toBe(true);
  await asOlder(room);
  await room.restart();
  room.feeds.publishes("harbour", "after", news(9));
  await room.runs(2 * 60);
  expect((await toldOf(room, dockStory.id)).join()).toContain("900 crates");
});
