/**
 * The shape of the database as a list of steps, forward only. A released step is never edited: a change is a new step
 * at the end, named with the next number. It does not know which dialect it runs on; the flavour does.
 */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Flavour } from "./tables.ts";

export type Migrations = Readonly<Record<string, Migration>>;

// Kysely types a migration over any schema, because the schema is what it changes.
type AnyTables = Kysely<unknown>;

export function migrations(flavour: Flavour): Migrations {
  return {
    "0001_beginning": {
      up: async (db: AnyTables) => {
        await articleTables(db, flavour);
        await ledgerTables(db, flavour);
        await digestTables(db, flavour);
        await outboxTable(db, flavour);
        for (const statement of flavour.appendOnly("entries")) await statement.execute(db);
      },
    },
    "0002_chats": {
      up: async (db: AnyTables) => {
        await threadedOutbox(db, flavour);
        await chatTables(db, flavour);
      },
    },
    "0003_doubts": { up: doubtfulOutbox },
    "0004_model": { up: (db: AnyTables) => modelTables(db, flavour) },
  };
}

async function articleTables(db: AnyTables, { instant, fraction, numbered, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("feed_states")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("next_poll", instant, (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable("articles")
    .addColumn("number", sql.raw(numbered), (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("version", instant, (column) => column.notNull())
    .addColumn("text_hash", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("outlet", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("published", instant, (column) => column.notNull())
    .addColumn("updated", instant)
    .addColumn("lang", "text", (column) => column.notNull())
    .addColumn("text", "text")
    // The title belongs to the version: a headline that changes alone is a change too.
    .addUniqueConstraint("articles_version", ["id", "version", "text_hash", "title"])
    .modifyEnd(tableEnd)
    .execute();
  await sql`create index articles_texts on articles (version) where text is not null`.execute(db);
  await db.schema
    .createTable("sightings")
    .addColumn("number", sql.raw(numbered), (column) => column.primaryKey())
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("article", instant, (column) => column.notNull().references("articles.number"))
    .addColumn("seen", instant, (column) => column.notNull())
    .addColumn("decision", "text", (column) => column.notNull().check(sql`decision in ('in', 'near', 'out')`))
    .addColumn("score", fraction, (column) => column.notNull())
    .addColumn("because", "text", (column) => column.notNull())
    .addColumn("baseline", "integer", (column) => column.notNull().check(sql`baseline in (0, 1)`))
    .addUniqueConstraint("sightings_once", ["article", "story"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("sightings_window").on("sightings").columns(["story", "seen", "number"]).execute();
}

async function ledgerTables(db: AnyTables, { instant, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("entries")
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("seq", instant, (column) => column.notNull())
    .addColumn("seen", instant, (column) => column.notNull())
    .addColumn("entry", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("entries_once", ["story", "seq"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable("notes")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}

async function digestTables(db: AnyTables, { instant, numbered, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("digests")
    .addColumn("number", sql.raw(numbered), (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("decided", instant, (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addUniqueConstraint("digests_once", ["id", "place"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("digests_newest").on("digests").columns(["story", "decided", "number"]).execute();
}

async function outboxTable(db: AnyTables, { instant, numbered, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("outbox")
    .addColumn("number", sql.raw(numbered), (column) => column.primaryKey())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("digest_id", "text", (column) => column.notNull())
    .addColumn("part", "integer", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('pending', 'sending', 'sent', 'failed')`),
    )
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("sending_at", instant)
    .addColumn("not_before", instant, (column) => column.notNull())
    .addColumn("remote_id", "text")
    .addColumn("failure", "text")
    .addForeignKeyConstraint("outbox_of_digest", ["digest_id", "place"], "digests", ["id", "place"])
    .addUniqueConstraint("outbox_parts", ["digest_id", "place", "part"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("outbox_waiting").on("outbox").columns(["place", "status", "number"]).execute();
}

/** Messages get a thread by its root's key instead of a part number, and can be new words for an earlier message. */
async function threadedOutbox(db: AnyTables, { instant, numbered, tableEnd }: Flavour): Promise<void> {
  await db.schema.dropIndex("outbox_waiting").execute();
  await db.schema.alterTable("outbox").renameTo("outbox_before").execute();
  await db.schema
    .createTable("outbox")
    .addColumn("number", sql.raw(numbered), (column) => column.primaryKey())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("digest_id", "text")
    .addColumn("act", "text", (column) => column.notNull().check(sql`act in ('post', 'edit')`))
    .addColumn("target", "text")
    .addColumn("document", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('pending', 'sending', 'sent', 'failed')`),
    )
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("sending_at", instant)
    .addColumn("not_before", instant, (column) => column.notNull())
    .addColumn("remote_id", "text")
    .addColumn("failure", "text")
    .addForeignKeyConstraint("outbox_of_digest", ["digest_id", "place"], "digests", ["id", "place"])
    .modifyEnd(tableEnd)
    .execute();
  await sql`insert into outbox (number, key, place, digest_id, act, target, document, status, attempts, sending_at, not_before, remote_id, failure)
    select b.number, b.key, b.place, b.digest_id, 'post',
      (select r.key from outbox_before r where r.digest_id = b.digest_id and r.place = b.place and r.part = 0 and b.part > 0),
      b.document, b.status, b.attempts, b.sending_at, b.not_before, b.remote_id, b.failure
    from outbox_before b order by b.number`.execute(db);
  await db.schema.dropTable("outbox_before").execute();
  await db.schema.createIndex("outbox_waiting").on("outbox").columns(["place", "status", "number"]).execute();
  await db.schema.createIndex("outbox_digests").on("outbox").columns(["place", "digest_id", "number"]).execute();
  await db.schema.createIndex("outbox_remote").on("outbox").columns(["place", "remote_id"]).execute();
}

/** Refusals are counted apart from other tries, and a doubt outlives the run that had it. */
async function doubtfulOutbox(db: AnyTables): Promise<void> {
  const outbox = db.schema.alterTable("outbox");
  await outbox.addColumn("refusals", "integer", (column) => column.notNull().defaultTo(0)).execute();
  await outbox
    .addColumn("doubted", "integer", (column) => column.notNull().defaultTo(0).check(sql`doubted in (0, 1)`))
    .execute();
  await db.schema.createIndex("outbox_targets").on("outbox").columns(["target"]).execute();
  // What is old is found without a look at every message and its words.
  await db.schema.createIndex("outbox_ended").on("outbox").columns(["status", "sending_at"]).execute();
  await db.schema.createIndex("digests_decided").on("digests").columns(["decided"]).execute();
  const placed = ["place", "story", "decided", "number"];
  await db.schema.createIndex("digests_placed").on("digests").columns(placed).execute();
}

async function chatTables(db: AnyTables, { instant, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("pauses")
    .addColumn("place", "text", (column) => column.primaryKey().notNull())
    .addColumn("since", instant, (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable("followings")
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("following", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("followings_once", ["place", "story"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable("received")
    .addColumn("event", "text", (column) => column.primaryKey().notNull())
    .addColumn("at", instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("received_old").on("received").columns(["at"]).execute();
  await db.schema
    .createTable("installations")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("record", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}

/** Replies by the hash of their request, and what was spent a day. */
async function modelTables(db: AnyTables, { instant, tableEnd }: Flavour): Promise<void> {
  await db.schema
    .createTable("model_replies")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("at", instant, (column) => column.notNull())
    .addColumn("reply", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("model_replies_old").on("model_replies").columns(["at"]).execute();
  await db.schema
    .createTable("model_spending")
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("calls", "integer", (column) => column.notNull())
    .addColumn("tokens", instant, (column) => column.notNull())
    .addColumn("micros", instant, (column) => column.notNull())
    .addPrimaryKeyConstraint("model_spending_once", ["day", "account"])
    .modifyEnd(tableEnd)
    .execute();
}
