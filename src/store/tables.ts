/** The tables as Kysely sees them. Instants are milliseconds; JSON columns hold text; truth is 0 or 1. */
import type { Generated, Kysely, RawBuilder } from "kysely";
import type { Instant } from "../core/article/article.ts";
import type { OutboxAct, OutboxStatus, PlaceName, Sighting } from "../ports.ts";

export type Json = string;

export type Tables = {
  feed_states: { id: string; next_poll: Instant; state: Json };
  /** One row a version; `text` alone may be purged later. */
  articles: {
    number: Generated<number>;
    id: string;
    version: Instant;
    text_hash: string;
    url: string;
    outlet: string;
    title: string;
    published: Instant;
    updated: Instant | null;
    lang: string;
    text: string | null;
  };
  /** What a story made of a version; outlives the version's text. */
  sightings: {
    number: Generated<number>;
    story: string;
    article: number;
    seen: Instant;
    decision: Sighting["decision"];
    score: number;
    because: Json;
    baseline: number;
  };
  /** The ledger: only ever appended to. */
  entries: { story: string; seq: number; seen: Instant; entry: Json };
  digests: { number: Generated<number>; id: string; place: PlaceName; story: string; decided: Instant; digest: Json };
  outbox: {
    number: Generated<number>;
    key: string;
    place: PlaceName;
    digest_id: string | null;
    act: OutboxAct["kind"];
    /** The key of the message that the thread hangs on, or that gets new words. */
    target: string | null;
    document: Json;
    status: OutboxStatus;
    attempts: number;
    refusals: number;
    doubted: number;
    sending_at: Instant | null;
    not_before: Instant;
    remote_id: string | null;
    failure: string | null;
  };
  notes: { name: string; value: string };
  pauses: { place: PlaceName; since: Instant; reason: string };
  followings: { place: PlaceName; story: string; following: Json };
  /** Events that came in within the last day; older ones cannot come again. */
  received: { event: string; at: Instant };
  installations: { id: string; record: Json };
  model_replies: { key: string; at: Instant; reply: string };
  model_spending: { day: string; account: string; calls: number; tokens: number; micros: number };
};

export type Database = Kysely<Tables>;

/** Where the dialects' table definitions differ; queries are written once for all of them. */
export type Flavour = {
  /** A whole number that holds milliseconds since 1970. */
  readonly instant: "integer" | "bigint";
  readonly fraction: "real" | "double precision";
  /** The type of a column that numbers its rows by itself. */
  readonly numbered: "integer" | "bigserial";
  /** What stands after the closing bracket of a table. */
  readonly tableEnd: RawBuilder<unknown>;
  /** Statements that make the ledger refuse changes. */
  readonly appendOnly: (table: "entries") => readonly RawBuilder<unknown>[];
};
