/** A database of an older shape, with posts in every state, comes to the newest one with nothing lost or changed. */
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { migrations } from "../../src/store/migrations.ts";
import { sqliteFlavour } from "../../src/store/sqlite/dialect.ts";
import { openWith } from "../../src/store/sqlite/open.ts";
import { check } from "../../src/store/sqlite/upkeep.ts";
import * as sample from "./samples.ts";
import { opened, scratch } from "./scratch.ts";

const { path, remove } = scratch();
afterAll(remove);

const { noon, place, story } = sample;
const steps = migrations(sqliteFlavour);
const rowsOf = ["pending", "sending", "sent", "failed", "sent"] as const;

/** A file as the first release left it: articles, entries, two digests at two places, messages in every state. */
async function firstShape(name: string): Promise<string> {
  const file = path(name);
  const opening = await openWith({ file, owner: "a test" }, { "0001_beginning": steps["0001_beginning"]! });
  if (opening.kind === "refused") throw new Error(opening.reason);
  await opening.store.savePoll(
    sample.poll({
      sightings: [sample.sighting()],
      entries: [1, 2].map((seq) => ({ story, entry: sample.claimEntry(seq) })),
    }),
  );
  await opening.store.setNote("demo clock", "7");
  for (const at of [place, "memory:other"]) await opening.store.saveDigest(sample.stored("d1", { place: at }), []);
  await opening.store.saveDigest(sample.stored("d2", { decided: noon + 1 }), []);
  await opening.store.close();
  const database = new DatabaseSync(file);
  const insert = database.prepare(
    "insert into outbox (key, place, digest_id, part, document, status, attempts, sending_at, not_before, remote_id, failure) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  for (const [digest, at] of [
    ["d1", place],
    ["d1", "memory:other"],
    ["d2", place],
  ] as const)
    for (const [part, status] of rowsOf.entries()) {
      const document = JSON.stringify(sample.message(digest, part).document);
      const remote = status === "sent" ? `r-${digest}-${part}` : null;
      const failure = status === "failed" ? "not in this room" : null;
      const sendingAt = status === "pending" ? null : noon + part;
      insert.run(
        `${digest}/${at}/${part}`,
        at,
        digest,
        part,
        document,
        status,
        part,
        sendingAt,
        noon - 1,
        remote,
        failure,
      );
    }
  database.close();
  return file;
}

test("a database of the first shape moves to the newest intact", async () => {
  const file = await firstShape("first.db");
  const store = await opened(file);
  expect(await store.entries(story)).toEqual([1, 2].map((seq) => sample.claimEntry(seq)));
  expect(await store.sightings(story, { since: null, until: Number.MAX_SAFE_INTEGER })).toEqual([sample.sighting()]);
  expect(await store.feedStates()).toEqual([sample.feedState()]);
  expect(await store.note("demo clock")).toBe("7");
  const digests = await store.digests({ story, place: null, limit: 10 });
  expect(digests.map((one) => [one.place, one.digest.id])).toEqual([
    [place, "d2"],
    ["memory:other", "d1"],
    [place, "d1"],
  ]);
  for (const at of [place, "memory:other"]) {
    const rows = await store.messagesOf(at, "d1");
    expect(rows).toEqual(
      rowsOf.map((status, part) =>
        sample.message("d1", part, {
          key: `d1/${at}/${part}`,
          place: at,
          act: { kind: "post", thread: part === 0 ? null : `d1/${at}/0` },
          status,
          attempts: part,
          sendingAt: status === "pending" ? null : noon + part,
          notBefore: noon - 1,
          remoteId: status === "sent" ? `r-d1-${part}` : null,
          failure: status === "failed" ? "not in this room" : null,
        }),
      ),
    );
  }
  expect(await store.waitingPlaces()).toEqual(["memory:other", place]);
  expect((await store.outbox(place)).map((row) => row.key)).toEqual(
    ["d1", "d2"].flatMap((id) => [0, 1].map((part) => `${id}/${place}/${part}`)),
  );
  expect(await store.digestAt(place, "r-d1-4")).toBe("d1");
  // New rows of both kinds are taken, after the old ones.
  await store.addMessages([sample.message("d2", 9, { digestId: null, act: { kind: "edit", of: `d2/${place}/2` } })]);
  expect((await store.outbox(place)).at(-1)?.act).toEqual({ kind: "edit", of: `d2/${place}/2` });
  await store.close();
  expect(check(file)).toMatchObject({ kind: "sound" });
});

test("the copy that was made before still has the first shape, and opening again changes nothing", async () => {
  const file = await firstShape("copied.db");
  const store = await opened(file);
  await store.close();
  const again = await opened(file);
  expect(await again.messagesOf(place, "d2")).toHaveLength(rowsOf.length);
  await again.close();
  const copy = new DatabaseSync(`${file}.before-0002_chats`);
  expect(copy.prepare("select count(*) n from outbox where part >= 0").get()).toEqual({ n: rowsOf.length * 3 });
  copy.close();
});
