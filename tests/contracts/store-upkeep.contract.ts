/** The part of the store's contract about what is dropped in time: only what nobody needs any more. */
import { expect, test } from "vitest";
import { begunName, type Following, plainDestination } from "../../src/core/schedule/destination.ts";
import type { OutboxRow, Store } from "../../src/ports.ts";
import * as sample from "../store/samples.ts";

const { noon, story, place, sentAs } = sample;
const dayMs = 86_400_000;
/** Everything up to `noon` is old. */
const old = { texts: 0, posts: noon + 1 };

async function purged(store: Store): Promise<number> {
  let sum = 0;
  for (let count = await store.purge(old); count > 0; count = await store.purge(old)) sum += count;
  return sum;
}

/** A digest whose messages were posted when it was decided. */
async function told(store: Store, id: string, decided: number, parts: number, change: Partial<OutboxRow> = {}) {
  const rows = Array.from({ length: parts }, (_, part) => sample.message(id, part, change));
  await store.saveDigest(sample.stored(id, { decided }), rows);
  for (const { key } of rows) await store.markOutbox(key, { ...sentAs(`r-${key}`), sendingAt: decided });
}

export function upkeepPromises(the: () => Store): void {
  const ids = async () => (await the().digests({ story, place, limit: 99 })).map(({ digest }) => digest.id);
  const isThere = async (key: string) => (await the().message(key)) !== null;

  test("old digests go with their messages; the newest stays, however old", async () => {
    await told(the(), "d1", noon - 3, 3);
    await told(the(), "d2", noon - 2, 3);
    expect(await purged(the())).toBe(4);
    expect(await ids()).toEqual(["d2"]);
    expect(await isThere(sample.message("d1", 0).key)).toBe(false);
    expect((await the().newestRoot(place, story))?.key).toBe(sample.message("d2", 0).key);
    expect(await the().digestAt(place, `r-${sample.message("d2", 0).key}`)).toBe("d2");
  });

  test("behind silent windows the newest digest with a message stays, and so does the newest window", async () => {
    await told(the(), "d1", noon - 5, 1);
    for (const n of [2, 3, 4]) await told(the(), `q${n}`, noon - 5 + n, 0);
    await purged(the());
    expect(await ids()).toEqual(["q4", "d1"]);
  });

  test("what waits or is young stays, and so does the root on which a young message hangs", async () => {
    await told(the(), "d1", noon - 4, 2);
    await told(the(), "d2", noon - 3, 1);
    await told(the(), "d3", noon + dayMs, 1, { act: { kind: "post", thread: sample.message("d1", 0).key } });
    const waiting = { ...sample.message("d2", 7), act: { kind: "edit", of: sample.message("d2", 0).key } } as const;
    await the().addMessages([waiting]);
    expect(await purged(the())).toBe(1);
    expect(await isThere(sample.message("d1", 0).key)).toBe(true);
    expect(await isThere(sample.message("d1", 1).key)).toBe(false);
    expect(await the().outbox(place)).toEqual([waiting]);
    expect(await ids()).toEqual(["d3", "d2", "d1"]);
  });

  test("notes to an administrator go, those that were given up without an attempt too", async () => {
    const notice = (n: number) => ({ ...sample.message("d1", n), key: `n${n}`, digestId: null });
    await the().addMessages([notice(0), notice(1), notice(2)]);
    await the().markOutbox("n0", { ...sentAs("r"), status: "failed", sendingAt: null, remoteId: null });
    await the().markOutbox("n1", { ...sentAs("r"), sendingAt: noon });
    await the().markOutbox("n2", { ...sentAs("r"), sendingAt: noon + dayMs });
    expect(await purged(the())).toBe(2);
    expect(await isThere("n2")).toBe(true);
  });

  test("a reader who did not look for long is forgotten, other notes stay", async () => {
    await the().setNote("looked|a|s", String(noon));
    await the().setNote("looked|b|s", String(noon + dayMs));
    await the().setNote("begun|a|s", String(noon));
    expect(await purged(the())).toBe(1);
    expect(await the().note("looked|a|s")).toBeNull();
    expect(await the().note("looked|b|s")).toBe(String(noon + dayMs));
    expect(await the().note("begun|a|s")).toBe(String(noon));
  });

  test("a wish is forgotten with when its place began, unless it was changed since it was read", async () => {
    const destination = {
      place,
      story,
      schedule: { kind: "every", hours: 6 },
      zone: "UTC",
      ...plainDestination,
    } as const;
    const wish: Following = { destination, by: "p1", changed: noon, since: noon, ended: true };
    await the().saveFollowing(wish);
    await the().setNote(begunName(place, story), String(noon));
    const elsewhere = { ...wish, destination: { ...destination, place: "slack:T1/C1" } };
    for (const other of [elsewhere, { ...wish, changed: noon - 1 }, { ...wish, ended: false }])
      expect(await the().forget(other)).toBe(false);
    expect(await the().followings()).toEqual([wish]);
    expect(await the().note(begunName(place, story))).toBe(String(noon));
    expect(await the().forget(wish)).toBe(true);
    expect(await the().followings()).toEqual([]);
    expect(await the().note(begunName(place, story))).toBeNull();
  });

  test("a little is dropped at a time", async () => {
    for (let n = 0; n < 1200; n += 1) await the().setNote(`looked|${n}|s`, String(noon));
    expect(await the().purge(old)).toBeLessThan(1200);
    await purged(the());
    expect(await the().note("looked|1199|s")).toBeNull();
  });
}
