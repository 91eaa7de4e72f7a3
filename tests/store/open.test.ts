import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { migrations } from "../../src/store/migrations.ts";
import { sqliteFlavour } from "../../src/store/sqlite/dialect.ts";
import { openWith } from "../../src/store/sqlite/open.ts";
import { backup, check } from "../../src/store/sqlite/upkeep.ts";
import * as sample from "./samples.ts";
import { opened, refusal, scratch } from "./scratch.ts";

const { path, remove } = scratch();
afterAll(remove);

const released = migrations(sqliteFlavour);
const everything = { since: null, until: Number.MAX_SAFE_INTEGER };

/** A database as a release leaves it, with one poll in it. */
async function written(name: string): Promise<string> {
  const store = await opened(path(name));
  const entries = [{ story: sample.story, entry: sample.claimEntry(1) }];
  await store.savePoll(sample.poll({ sightings: [sample.sighting()], entries }));
  await store.close();
  return path(name);
}

test("a new file, in a folder that is made for it, keeps what it was given", async () => {
  const file = path("new/folder/parley.db");
  const store = await opened(file);
  await store.setNote("a", "b");
  expect(await store.note("a")).toBe("b");
  await store.close();
  expect(check(file)).toMatchObject({ kind: "sound" });
});

test("a file opened again has all that was stored, and nothing to migrate", async () => {
  const file = await written("again.db");
  const store = await opened(file);
  expect(await store.feedStates()).toEqual([sample.feedState()]);
  expect(await store.sightings(sample.story, everything)).toEqual([sample.sighting()]);
  expect(await store.entries(sample.story)).toEqual([sample.claimEntry(1)]);
  await store.close();
  expect(existsSync(`${file}.holder.json`)).toBe(false);
});

test("a link and its target are one file", async () => {
  const file = await written("target.db");
  symlinkSync(file, path("link.db"));
  const store = await opened(path("link.db"));
  expect(await refusal(file)).toContain("in use");
  await store.close();
});

test("the database is durable, strict, and its ledger append-only", async () => {
  const database = new DatabaseSync(await written("strict.db"));
  expect(database.prepare("pragma journal_mode").get()).toEqual({ journal_mode: "wal" });
  const loose = "select name from pragma_table_list where schema = 'main' and strict = 0 and name not like 'sqlite%'";
  const names = database.prepare(loose).all();
  expect(names.map((row) => row["name"]).filter((name) => !String(name).startsWith("kysely_"))).toEqual([]);
  expect(() => database.exec("update entries set seen = 0")).toThrow("append-only");
  expect(() => database.exec("delete from entries")).toThrow("append-only");
  database.close();
});

test("a migration of an existing file leaves a copy of what was there", async () => {
  const file = await written("older.db");
  const next = { up: async (db: never) => void (await sql`create table later (a text) strict`.execute(db)) };
  const options = { file, owner: "a test" };
  const opening = await openWith(options, { ...released, "0999_later": next });
  if (opening.kind === "refused") throw new Error(opening.reason);
  expect(await opening.store.entries(sample.story)).toHaveLength(1);
  await opening.store.close();

  const before = await opened(`${file}.before-0999_later`);
  expect(await before.entries(sample.story)).toEqual([sample.claimEntry(1)]);
  await before.close();
  expect(await refusal(file)).toContain("newer release");
  expect(existsSync(path("again.db.before-0001_beginning"))).toBe(false);
});

test("a migration that fails half-way changes nothing", async () => {
  const file = await written("half.db");
  const broken = {
    up: async (db: never) => {
      await sql`create table later (a text) strict`.execute(db);
      throw new Error("a step that breaks");
    },
  };
  const opening = await openWith({ file, owner: "a test" }, { ...released, "9999_broken": broken });
  expect(opening).toMatchObject({ kind: "refused", reason: expect.stringContaining("a step that breaks") });
  const store = await opened(file);
  expect(await store.entries(sample.story)).toHaveLength(1);
  await store.close();
  const database = new DatabaseSync(file);
  expect(database.prepare("select 1 from sqlite_schema where name = 'later'").all()).toEqual([]);
  database.close();
});

test.each<[string, () => Promise<string> | string, string]>([
  ["no database", () => plain("letter.db", "Dear reader, this is a letter. ".repeat(40)), "is damaged"],
  ["cut short", () => cutShort("short.db"), "is damaged"],
  ["a folder", () => folder("folder.db"), "cannot be opened for writing"],
  ["in a folder that is a file", () => `${plain("not-a-folder", "x")}/parley.db`, "its folder is a file"],
])("a file that is %s is refused in one line", async (_, make, expected) => {
  const file = await make();
  const reason = await refusal(file);
  expect(reason).toContain(expected);
  expect(reason).toContain(file);
  expect(reason).not.toContain("\n");
});

function plain(name: string, content: string): string {
  writeFileSync(path(name), content);
  return path(name);
}

async function cutShort(name: string): Promise<string> {
  const file = await written(name);
  truncateSync(file, 6000);
  return file;
}

function folder(name: string): string {
  mkdirSync(path(name));
  return path(name);
}

test("a backup of a file in use is whole, and replaces an older one", async () => {
  const file = await written("busy.db");
  const store = await opened(file);
  const copy = plain("copy.db", "an older copy");
  expect(backup(file, copy)).toMatchObject({ kind: "done" });
  await store.setNote("later", "x");
  await store.close();
  const restored = await opened(copy);
  expect(await restored.entries(sample.story)).toHaveLength(1);
  expect(await restored.note("later")).toBeNull();
  await restored.close();
});

test("a backup that cannot be made says why and leaves what was there", async () => {
  const file = await written("kept.db");
  expect(backup(path("unheard-of.db"), path("x.db"))).toMatchObject({ kind: "failed" });
  expect(backup(file, file)).toMatchObject({ kind: "failed" });
  expect(backup(file, `${plain("plain-file", "x")}/copy.db`)).toMatchObject({ kind: "failed" });
  const letter = plain("letter-2.db", "no database at all ".repeat(40));
  expect(backup(letter, path("y.db"))).toMatchObject({ kind: "failed", reason: expect.stringContaining(letter) });
  expect(check(file)).toMatchObject({ kind: "sound" });
});

test("a check finds damage that opening would not", async () => {
  expect(check(path("unheard-of.db"))).toEqual({ kind: "absent" });
  const file = await written("worm.db");
  const bytes = readFileSync(file);
  expect(check(file)).toEqual({ kind: "sound", bytes: bytes.length, walBytes: 0 });
  bytes.fill(0xff, 4096 * 8, 4096 * 9);
  writeFileSync(file, bytes);
  expect(check(file)).toMatchObject({ kind: "faulty", reason: expect.stringContaining("is damaged") });
});

test("old texts can go while all else stays, and never come back", async () => {
  const store = await opened(":memory:");
  const old = sample.sighting();
  const fresh = sample.sighting({ article: sample.article({ id: "fresh", published: sample.noon + 9 }) });
  await store.savePoll(sample.poll({ sightings: [old, fresh] }));
  const known = await store.knownArticles([old.article.id]);
  const before = { texts: sample.noon + 9, posts: 0 };
  expect(await store.purge(before)).toBe(1);
  expect(await store.purge(before)).toBe(0);
  await store.savePoll(sample.poll({ sightings: [old] }));
  const found = await store.sightings(sample.story, everything);
  expect(found).toEqual([{ ...old, article: { ...old.article, text: "" } }, fresh]);
  expect(await store.knownArticles([old.article.id])).toEqual(known);
  await store.close();
});
