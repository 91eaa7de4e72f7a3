/**
 * A process that dies at any point of its work: at the n-th call of the store or of the platform, before it has its
 * effect or after, for every n. Started again it ends where an undisturbed one ends.
 */
import { expect, test } from "vitest";
import type { Platform, Store } from "../../src/ports.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

const offer = "The Port of Aldwick offered the dockers 1,400 crowns a month, Casper Thule said on Monday.";
const strike = "Orla Fenwick called a strike of the night shift for Thursday.";

const died = new Error("killed");

/** Everything that can be the last thing a process does: calls to the store, and to the platform. */
const verbs: readonly (readonly [keyof Newsroom & ("store" | "platform"), readonly string[]])[] = [
  ["platform", ["post", "edit", "find"] satisfies readonly (keyof Platform)[]],
  [
    "store",
    [
      ...(["savePoll", "saveDigest", "addMessages", "markOutbox", "setNote", "pause", "resume"] as const),
      ...(["feedStates", "knownArticles", "digests", "outbox", "message", "messagesOf", "waitingPlaces"] as const),
      ...(["pauses", "followings", "following", "digest", "withdraw", "note"] as const),
    ] satisfies readonly (keyof Store)[],
  ],
];

/** Kills at the n-th call; from then on every call fails, until the process is started again. */
function mortal(room: Newsroom, nth: number, when: "before" | "after") {
  let calls = 0;
  let dead = false;
  for (const [port, names] of verbs) {
    const methods = room[port] as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    for (const name of names) {
      const work = methods[name]!;
      methods[name] = async (...given) => {
        if (dead) throw died;
        calls += 1;
        const isLast = calls === nth;
        if (isLast) dead = true;
        if (isLast && when === "before") throw died;
        const result = await work(...given);
        if (isLast) throw died;
        return result;
      };
    }
  }
  return {
    hasDied: () => dead,
    calls: () => calls,
    revive: () => {
      dead = false;
    },
  };
}

/** A digest, then a line that is taken back, then another digest; started again whenever it has died. */
async function lives(nth: number, when: "before" | "after") {
  const room = await openNewsroom();
  const life = mortal(room, nth, when);
  const tick = async () => {
    await room.bot.tick().catch(() => {});
    if (!life.hasDied()) return;
    life.revive();
    await room.restart();
    await room.bot.tick();
  };
  await tick();
  room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
  room.clock.jumpTo("2031-05-05T07:30:00Z");
  await tick();
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  await tick();
  room.feeds.edits("quay", "a", offer);
  room.clock.jumpTo("2031-05-05T09:00:00Z");
  await tick();
  room.clock.jumpTo("2031-05-05T20:00:00Z");
  for (let n = 0; n < 3; n++) await tick();
  return { room, calls: life.calls() };
}

/** What a reader sees in the end: each message with its newest words, and how often each was posted. */
function seen({ platform }: Newsroom) {
  const posts = platform.shown.filter(({ key }) => !key.includes("|edit|"));
  const words = new Map(platform.shown.map(({ key, document }) => [key.split("|edit|")[0]!, JSON.stringify(document)]));
  return { keys: posts.map(({ key }) => key).sort(), words: Object.fromEntries([...words].sort()) };
}

const windows = async (room: Newsroom) => (await room.digests()).map(({ digest }) => digest.window);

for (const when of ["before", "after"] as const)
  test(`a process that dies ${when} any call of the store or the platform loses and doubles nothing`, {
    timeout: 120_000,
  }, async () => {
    const calm = await lives(Number.POSITIVE_INFINITY, when);
    expect(calm.calls).toBeGreaterThan(100);
    const expected = seen(calm.room);
    expect(new Set(expected.keys).size).toBe(expected.keys.length);
    expect(expected.keys.some((key) => key.includes("|note|"))).toBe(true);
    expect(Object.values(expected.words).join()).toContain('"label":"WITHDRAWN"');
    const expectedWindows = await windows(calm.room);
    expect(expectedWindows).toHaveLength(2);
    for (let nth = 1; nth <= calm.calls; nth++) {
      const { room } = await lives(nth, when);
      expect(seen(room), `killed ${when} call ${nth}`).toEqual(expected);
      expect(await windows(room), `killed ${when} call ${nth}`).toEqual(expectedWindows);
      expect(await room.store.outbox(place)).toEqual([]);
      await room.store.close();
    }
  });
