/** Who may begin to follow, and that a look at a place leaves nothing behind. */
import { expect, test } from "vitest";
import { followingDesk, followingsMax } from "../../src/cli/desk-following.ts";
import { lookingDesk } from "../../src/cli/desk-looking.ts";
import { begunName, type Destination, type Following, plainDestination } from "../../src/core/schedule/destination.ts";
import { openLibrary } from "../../src/pipeline/library.ts";
import { clockAt } from "../fakes/clock.ts";
import { feedsInMemory } from "../fakes/feeds.ts";
import { logInMemory } from "../fakes/log.ts";
import { dockStory } from "../fakes/newsroom.ts";
import { storeInMemory } from "../fakes/store.ts";

const at = (place: string, story = dockStory.id): Destination => ({
  ...{ place, story, schedule: { kind: "every", hours: 6 }, zone: "UTC" },
  ...plainDestination,
});

/** A desk whose store holds so many wishes, besides those that are made here. */
async function deskWith(wishes: readonly { readonly ended: boolean; readonly count: number }[]) {
  const [kept, clock, log] = [await storeInMemory(), clockAt("2031-05-05T08:00:00Z"), logInMemory()];
  const others: readonly Following[] = wishes.flatMap(({ ended, count }) =>
    Array.from({ length: count }, (_, n) => ({
      destination: at(`memory:${ended ? "ended" : "others"} ${n}`),
      ...{ by: "p1", changed: 0, since: 0, ended },
    })),
  );
  const store = { ...kept, followings: async () => [...others, ...(await kept.followings())] };
  const library = await openLibrary(store, [dockStory], log);
  const desk = {
    store,
    library,
    clock,
    log,
    feeds: feedsInMemory(clock),
    sources: [],
    destinations: [],
    zone: "UTC",
    asking: null,
  };
  return { store, desk: { ...desk, started: clock.now() } };
}

test.each([
  ["while there is room", [{ ended: false, count: followingsMax - 1 }], "kept"],
  ["where as many follow as may", [{ ended: false, count: followingsMax }], "refused"],
  ["among many that stopped", [{ ended: true, count: followingsMax }], "kept"],
  ["among more that stopped than are kept", [{ ended: true, count: 2 * followingsMax }], "refused"],
] as const)("a place that wants to follow %s is %s", async (_, wishes, kind) => {
  const { store, desk } = await deskWith(wishes);
  const before = (await store.followings()).length;
  expect((await followingDesk(desk).follow(at("memory:new"), "p2")).kind).toBe(kind);
  expect((await store.followings()).length - before).toBe(kind === "kept" ? 1 : 0);
});

test("a place that follows may change how, and stop, though there is no room for another", async () => {
  const { store, desk } = await deskWith([{ ended: false, count: followingsMax - 1 }]);
  const { follow, unfollow } = followingDesk(desk);
  await follow(at("memory:new"), "p2");
  expect((await follow({ ...at("memory:new"), quiet: "silent" }, "p2")).kind).toBe("kept");
  await unfollow(at("memory:new"), "p2");
  expect((await store.followings()).at(-1)).toMatchObject({ ended: true, destination: { place: "memory:new" } });
});

test("a place whose language was set while there was a model may change the rest without one", async () => {
  const { store, desk } = await deskWith([]);
  const { follow, unfollow } = followingDesk(desk);
  const german = { ...at("memory:new"), language: "de" };
  const refused = { kind: "refused", sentence: expect.stringContaining("No language model") };
  expect(await follow(german, "p2")).toMatchObject(refused);
  await store.saveFollowing({ destination: german, by: "p1", changed: 0, since: 0, ended: false });
  expect(await follow({ ...german, quiet: "silent" }, "p2")).toMatchObject({ kind: "kept" });
  expect(await follow({ ...german, language: "fr" }, "p2")).toMatchObject(refused);
  await unfollow(german, "p2");
  expect(await follow(german, "p2")).toMatchObject(refused);
});

test("a story that is not there is refused, and nothing of it is kept", async () => {
  const { store, desk } = await deskWith([]);
  expect(await followingDesk(desk).follow(at("memory:new", "unheard-of"), "p2")).toMatchObject({ kind: "refused" });
  expect(await store.followings()).toEqual([]);
});

test("a preview at a place that does not follow notes nothing of the place", async () => {
  const { store, desk } = await deskWith([]);
  await lookingDesk(desk).preview(at("memory:passer-by"));
  expect(await store.note(begunName("memory:passer-by", dockStory.id))).toBeNull();
});
