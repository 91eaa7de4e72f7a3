/** What every store promises. An adapter's test calls this with a function that opens a fresh, empty store. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutboxRow, Store } from "../../src/ports.ts";
import * as sample from "../store/samples.ts";
import { chatPromises, threadPromises } from "./store-chats.contract.ts";
import { upkeepPromises } from "./store-upkeep.contract.ts";

const { noon, minute, story, place } = sample;
const everything = { since: null, until: Number.MAX_SAFE_INTEGER };

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store's promises`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    pollPromises(() => store);
    sightingPromises(() => store);
    ledgerPromises(() => store);
    digestPromises(() => store);
    outboxPromises(() => store);
    threadPromises(() => store);
    chatPromises(() => store);
    notePromises(() => store);
    upkeepPromises(() => store);
  });
}

function pollPromises(the: () => Store): void {
  test("an empty store is empty everywhere", async () => {
    expect(await the().feedStates()).toEqual([]);
    expect(await the().knownArticles(["a"])).toEqual(new Map());
    expect(await the().entries(story)).toEqual([]);
    expect(await the().sightings(story, everything)).toEqual([]);
    expect(await the().digests({ story, place: null, limit: 5 })).toEqual([]);
    expect(await the().outbox(place)).toEqual([]);
    expect(await the().message("unheard-of")).toBeNull();
  });

  test("the state of a feed is the one of its newest poll", async () => {
    await the().savePoll(sample.poll({ state: sample.feedState({ id: "b" }) }));
    await the().savePoll(sample.poll({ state: sample.feedState({ id: "a" }) }));
    const failing = sample.feedState({
      id: "b",
      failures: 2,
      failingSince: noon,
      lastFailure: "no answer",
      lastOk: null,
    });
    await the().savePoll(sample.poll({ state: failing }));
    expect(await the().feedStates()).toEqual([sample.feedState({ id: "a" }), failing]);
  });

  test("a poll is stored whole or not at all", async () => {
    await the().savePoll(sample.poll({ entries: [{ story, entry: sample.claimEntry(1) }] }));
    const half = sample.poll({
      state: sample.feedState({ id: "other" }),
      sightings: [sample.sighting()],
      entries: [
        { story, entry: sample.claimEntry(2) },
        { story, entry: sample.claimEntry(1) },
      ],
    });
    await expect(the().savePoll(half)).rejects.toThrow();
    expect(await the().feedStates()).toEqual([sample.feedState()]);
    expect(await the().sightings(story, everything)).toEqual([]);
    expect(await the().knownArticles([sample.article().id])).toEqual(new Map());
    expect(await the().entries(story)).toEqual([sample.claimEntry(1)]);
    await the().savePoll({ ...half, entries: half.entries.slice(0, 1) });
    expect(await the().entries(story)).toHaveLength(2);
  });

  test("polls that are saved at once do not mix", async () => {
    const polls = Array.from({ length: 12 }, (_, n) =>
      sample.poll({
        state: sample.feedState({ id: `feed-${n}` }),
        entries: [{ story, entry: sample.claimEntry(n % 6) }],
      }),
    );
    const ends = await Promise.allSettled(polls.map((poll) => the().savePoll(poll)));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(6);
    expect(await the().entries(story)).toHaveLength(6);
    expect(await the().feedStates()).toHaveLength(6);
  });

  test("an article is known by its newest version", async () => {
    const first = sample.article();
    const revised = sample.article({ updated: noon + 5 * minute, text: "They met for two hours." });
    await the().savePoll(sample.poll({ sightings: [sample.sighting({ article: revised })] }));
    await the().savePoll(sample.poll({ sightings: [sample.sighting({ article: first })] }));
    const known = await the().knownArticles([first.id, "unheard-of"]);
    expect([...known.keys()]).toEqual([first.id]);
    expect(known.get(first.id)?.version).toBe(noon + 5 * minute);
  });

  test("a text that changes under an unchanged date is another version with another hash", async () => {
    const hashes = new Set<string | undefined>();
    for (const text of ["They met.", "They met twice."]) {
      await the().savePoll(sample.poll({ sightings: [sample.sighting({ article: sample.article({ text }) })] }));
      hashes.add((await the().knownArticles(["harbour-1"])).get("harbour-1")?.textHash);
    }
    expect(hashes.size).toBe(2);
    expect(await the().sightings(story, everything)).toHaveLength(2);
  });

  test("thousands of ids are looked up at once", async () => {
    const many = Array.from({ length: 1200 }, (_, n) =>
      sample.sighting({ article: sample.article({ id: `many-${n}` }) }),
    );
    await the().savePoll(sample.poll({ sightings: many }));
    const ids = Array.from({ length: 5000 }, (_, n) => `many-${n}`);
    expect((await the().knownArticles([...ids, ...ids])).size).toBe(1200);
    expect(await the().knownArticles([])).toEqual(new Map());
  });
}

function sightingPromises(the: () => Store): void {
  test("a window begins after `since` and ends with `until`, oldest first", async () => {
    const seen = [3, 1, 2, 4, 1].map((at, n) =>
      sample.sighting({ seen: noon + at, article: sample.article({ id: `s${n}` }), baseline: n === 0 }),
    );
    await the().savePoll(sample.poll({ sightings: seen }));
    const ids = async (since: number | null, until: number) =>
      (await the().sightings(story, { since, until })).map((one) => one.article.id);
    expect(await ids(null, noon + 4)).toEqual(["s1", "s4", "s2", "s0", "s3"]);
    expect(await ids(noon + 1, noon + 3)).toEqual(["s2", "s0"]);
    expect(await ids(noon + 4, noon + 9)).toEqual([]);
    expect(await ids(null, noon)).toEqual([]);
  });

  test("a sighting comes back as it went in, in every script", async () => {
    const odd = sample.sighting({
      article: sample.article({
        title: "Переговоры · 谈判 · مفاوضات",
        text: "e\u0301 is not é; 👩🏽‍🚀 counts seven.\n\u202Eright to left\u202C 'quoted' \"twice\" ; -- %_\\",
        updated: noon + 1,
        lang: "und",
      }),
      decision: "near",
      score: 1 / 3,
      because: ["“nearly” — 0.3", ""],
      baseline: true,
    });
    const other = sample.sighting({ story: "other" });
    await the().savePoll(sample.poll({ sightings: [odd, other] }));
    expect(await the().sightings(story, everything)).toEqual([odd]);
    expect(await the().sightings("other", everything)).toEqual([other]);
  });

  test("the first sighting of a version stays", async () => {
    await the().savePoll(sample.poll({ sightings: [sample.sighting({ baseline: true })] }));
    await the().savePoll(sample.poll({ sightings: [sample.sighting({ seen: noon + 9 * minute, decision: "out" })] }));
    expect(await the().sightings(story, everything)).toEqual([sample.sighting({ baseline: true })]);
  });

  test("a window longer than a page is whole and in order", async () => {
    const seen = Array.from({ length: 1203 }, (_, n) =>
      sample.sighting({ seen: noon + (n % 7), article: sample.article({ id: `p${n}` }) }),
    );
    await the().savePoll(sample.poll({ sightings: seen }));
    const found = await the().sightings(story, { since: noon, until: noon + 6 });
    expect(new Set(found.map((one) => one.article.id)).size).toBe(seen.filter((one) => one.seen > noon).length);
    expect(found.map((one) => one.seen)).toEqual(found.map((one) => one.seen).sort((one, other) => one - other));
  });
}

function ledgerPromises(the: () => Store): void {
  test("entries come back as they went in, by number, for each story", async () => {
    const withdrawal = { kind: "withdrawal", seq: 3, seen: noon, fact: "c1", articleId: "harbour-1", of: 1 } as const;
    const pair = [sample.claimEntry(2, { quote: "«Да», сказал он 🌊", negated: true }), sample.claimEntry(1)];
    const record = [withdrawal, ...pair].map((entry) => ({ story, entry }));
    await the().savePoll(sample.poll({ entries: [...record, { story: "other", entry: sample.claimEntry(1) }] }));
    expect(await the().entries(story)).toEqual([pair[1], pair[0], withdrawal]);
    expect(await the().entries("other")).toEqual([sample.claimEntry(1)]);
  });

  test("a ledger longer than a page is whole and in order", async () => {
    const entries = Array.from({ length: 1101 }, (_, n) => ({ story, entry: sample.claimEntry(n) }));
    await the().savePoll(sample.poll({ entries }));
    expect((await the().entries(story)).map((entry) => entry.seq)).toEqual(entries.map(({ entry }) => entry.seq));
  });
}

function digestPromises(the: () => Store): void {
  test("a digest is stored once for each place", async () => {
    expect(await the().saveDigest(sample.stored("d1"), [sample.message("d1", 0)])).toBe(true);
    expect(await the().saveDigest(sample.stored("d1"), [sample.message("d1", 0)])).toBe(false);
    expect(await the().saveDigest(sample.stored("d1"), [sample.message("d1", 1)])).toBe(false);
    const elsewhere = { place: "slack:T1/C1" };
    const there = sample.message("d1", 0, { ...elsewhere, key: "there" });
    expect(await the().saveDigest(sample.stored("d1", elsewhere), [there])).toBe(true);
    expect(await the().outbox(place)).toEqual([sample.message("d1", 0)]);
    expect(await the().outbox("slack:T1/C1")).toEqual([there]);
  });

  test.each<[string, OutboxRow]>([
    ["a message that is already there", sample.message("d1", 0)],
    ["a message of no stored digest", sample.message("unheard-of", 1)],
  ])("a digest with %s is not stored at all", async (_, wrong) => {
    await the().saveDigest(sample.stored("d1"), [sample.message("d1", 0)]);
    await expect(the().saveDigest(sample.stored("d2"), [sample.message("d2", 0), wrong])).rejects.toThrow();
    expect(await the().digests({ story, place, limit: 9 })).toEqual([sample.stored("d1")]);
    expect(await the().outbox(place)).toEqual([sample.message("d1", 0)]);
    expect(await the().saveDigest(sample.stored("d2"), [sample.message("d2", 0)])).toBe(true);
  });

  test("digests come newest first, at most as many as asked for", async () => {
    const at = (id: string, decided: number, where = place) => sample.stored(id, { decided, place: where });
    for (const one of [at("b", noon + 2), at("c", noon + 3), at("a", noon + 1), at("c", noon + 3, "slack:T1/C1")])
      await the().saveDigest(one, []);
    await the().saveDigest(sample.stored("x", { digest: sample.digest("x", { story: "other" }) }), []);
    const ids = async (where: string | null, limit: number) =>
      (await the().digests({ story, place: where, limit })).map((one) => `${one.digest.id} ${one.place}`);
    expect(await ids(place, 9)).toEqual(["c terminal:", "b terminal:", "a terminal:"]);
    expect(await ids(null, 2)).toEqual(["c slack:T1/C1", "c terminal:"]);
    expect(await ids(place, 0)).toEqual([]);
    expect(await ids("slack:T1/C2", 9)).toEqual([]);
  });
}

function outboxPromises(the: () => Store): void {
  const sent = sample.sentAs("r-1");

  test("waiting messages come in the order in which they were added", async () => {
    await the().saveDigest(
      sample.stored("d2"),
      [0, 1, 2].map((part) => sample.message("d2", part)),
    );
    await the().saveDigest(
      sample.stored("d1"),
      [0, 1].map((part) => sample.message("d1", part)),
    );
    const keys = (await the().outbox(place)).map((row) => row.key);
    expect(keys).toEqual(
      [0, 1, 2]
        .map((part) => sample.message("d2", part).key)
        .concat([0, 1].map((part) => sample.message("d1", part).key)),
    );
  });

  test("a message waits until it is sent or has failed, and remembers its attempt", async () => {
    await the().saveDigest(
      sample.stored("d1"),
      [0, 1, 2].map((part) => sample.message("d1", part)),
    );
    const sending = { ...sent, status: "sending", attempts: 2, doubted: true, remoteId: null } as const;
    const failed = { ...sent, status: "failed", remoteId: null, failure: "the place is gone" } as const;
    await the().markOutbox(sample.message("d1", 0).key, sent);
    await the().markOutbox(sample.message("d1", 1).key, sending);
    await the().markOutbox(sample.message("d1", 2).key, failed);
    expect(await the().outbox(place)).toEqual([sample.message("d1", 1, sending)]);
    expect(await the().message(sample.message("d1", 0).key)).toEqual(sample.message("d1", 0, sent));
    expect((await the().message(sample.message("d1", 1).key))?.remoteId).toBeNull();
    expect((await the().messagesOf(place, "d1")).map((row) => row.status)).toEqual(["sent", "sending", "failed"]);
    expect(await the().messagesOf("slack:T1/C1", "d1")).toEqual([]);
  });

  test("a message that was sent is never sent again, and an unknown one is an error", async () => {
    await the().saveDigest(sample.stored("d1"), [sample.message("d1", 0)]);
    const { key } = sample.message("d1", 0);
    await the().markOutbox(key, sent);
    await the().markOutbox(key, sent);
    await expect(the().markOutbox(key, { ...sent, status: "pending" })).rejects.toThrow(key);
    await expect(the().markOutbox("unheard-of", sent)).rejects.toThrow("unheard-of");
    expect(await the().outbox(place)).toEqual([]);
  });
}

function notePromises(the: () => Store): void {
  test("a note is its newest value", async () => {
    expect(await the().note("cursor")).toBeNull();
    await the().setNote("cursor", "one");
    await the().setNote("cursor", "deux 🌊");
    await the().setNote("empty", "");
    expect(await the().note("cursor")).toBe("deux 🌊");
    expect(await the().note("empty")).toBe("");
  });

  test("closing waits for what is under way and may be repeated", async () => {
    const saving = the().savePoll(sample.poll({ sightings: [sample.sighting()] }));
    await Promise.all([the().close(), the().close()]);
    await expect(saving).resolves.toBeUndefined();
    await expect(the().feedStates()).rejects.toThrow();
  });
}
