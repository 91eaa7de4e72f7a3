/**
 * The Store port over any Kysely dialect: each function is one query or one transaction. It does not know which
 * database is behind it, nor how it was opened.
 */
import type { Store } from "../ports.ts";
import { digest, digests, saveDigest, withdraw } from "./digests.ts";
import { following, followings, forget, mendFollowing, pause, pauses, resume, saveFollowing } from "./following.ts";
import { installation, removeInstallation, saveInstallation } from "./installations.ts";
import { entries } from "./ledger.ts";
import { modelReply, modelSpending, saveModelCall } from "./model.ts";
import { note, setNote } from "./notes.ts";
import {
  addMessages,
  digestAt,
  digestOf,
  markOutbox,
  message,
  messagesOf,
  newestRoot,
  outbox,
  outboxCounts,
  waitingPlaces,
  waitingSince,
} from "./outbox.ts";
import { feedStates, knownArticles, savePoll } from "./polls.ts";
import { purge } from "./purge.ts";
import { receive } from "./received.ts";
import { hasSeen, sightings } from "./sightings.ts";
import type { Database } from "./tables.ts";

/** `release` runs once, after the last query has ended. */
export function storeOver(db: Database, release: () => void): Store {
  return {
    feedStates: () => feedStates(db),
    knownArticles: (ids) => knownArticles(db, ids),
    savePoll: (record) => savePoll(db, record),
    entries: (story) => entries(db, story),
    sightings: (story, window) => sightings(db, story, window),
    hasSeen: (story) => hasSeen(db, story),
    saveDigest: (stored, messages) => saveDigest(db, stored, messages),
    digests: (query) => digests(db, query),
    digest: (place, id) => digest(db, place, id),
    withdraw: (place, digestId) => withdraw(db, place, digestId),
    outboxCounts: () => outboxCounts(db),
    outbox: (place) => outbox(db, place),
    markOutbox: (key, change) => markOutbox(db, key, change),
    addMessages: (messages) => addMessages(db, messages),
    waitingSince: (place) => waitingSince(db, place),
    waitingPlaces: () => waitingPlaces(db),
    message: (key) => message(db, key),
    messagesOf: (place, digestId) => messagesOf(db, place, digestId),
    newestRoot: (place, story) => newestRoot(db, place, story),
    digestOf: (place, remoteId) => digestOf(db, place, remoteId),
    digestAt: (place, remoteId) => digestAt(db, place, remoteId),
    pauses: () => pauses(db),
    pause: (one, notices) => pause(db, one, notices),
    resume: (place) => resume(db, place),
    followings: () => followings(db),
    following: (place, story) => following(db, place, story),
    saveFollowing: (following) => saveFollowing(db, following),
    mendFollowing: (was, becomes) => mendFollowing(db, was, becomes),
    forget: (following) => forget(db, following),
    receive: (event, at) => receive(db, event, at),
    installation: (id) => installation(db, id),
    saveInstallation: (id, record) => saveInstallation(db, id, record),
    removeInstallation: (id) => removeInstallation(db, id),
    modelReply: (key) => modelReply(db, key),
    saveModelCall: (call) => saveModelCall(db, call),
    modelSpending: (day) => modelSpending(db, day),
    note: (name) => note(db, name),
    setNote: (name, value) => setNote(db, name, value),
    purge: (before) => purge(db, before),
    close: closing(db, release),
  };
}

function closing(db: Database, release: () => void): () => Promise<void> {
  let closed: Promise<void> | null = null;
  const close = async () => {
    // Waits for its turn on the connection, so a transaction under way is committed rather than cut off.
    await db.connection().execute(async () => {});
    await db.destroy();
    release();
  };
  return () => {
    closed ??= close();
    return closed;
  };
}
