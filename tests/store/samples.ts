/** Small whole values for the store's tests; every name in them is invented. */
import type { Article } from "../../src/core/article/article.ts";
import type { Claim } from "../../src/core/claim/claim.ts";
import type { Digest } from "../../src/core/digest/digest.ts";
import type { FeedState } from "../../src/core/feed/feed.ts";
import type { Entry } from "../../src/core/ledger/ledger.ts";
import type { OutboxRow, PollRecord, Sighting, StoredDigest } from "../../src/ports.ts";

export const noon = Date.UTC(2031, 4, 6, 12);
export const minute = 60_000;
export const story = "lake-pact";
export const place = "terminal:";

export function article(change: Partial<Article> = {}): Article {
  return {
    id: "harbour-1",
    url: "https://harbour-post.example/1",
    outlet: "harbour-post",
    title: "Lake ministers sit down again",
    published: noon,
    lang: "en",
    text: "The two lake ministers met for an hour.\nA second meeting is planned.",
    ...change,
  };
}

export function sighting(change: Partial<Sighting> = {}): Sighting {
  return {
    article: article(),
    story,
    seen: noon + minute,
    decision: "in",
    score: 0.75,
    because: ["ministers", "lake"],
    baseline: false,
    ...change,
  };
}

export function feedState(change: Partial<FeedState> = {}): FeedState {
  return {
    id: "harbour",
    validators: { etag: 'W/"7"', lastModified: null, bodyHash: "00ff" },
    firstPolled: noon,
    lastPolled: noon,
    lastOk: noon,
    nextPoll: noon + 15 * minute,
    failures: 0,
    failingSince: null,
    lastFailure: null,
    paused: null,
    entriesLastWeek: 3,
    ...change,
  };
}

export function claim(change: Partial<Claim> = {}): Claim {
  const quote = "A second meeting is planned.";
  return {
    articleId: "harbour-1",
    outlet: "harbour-post",
    origin: "harbour-post",
    url: "https://harbour-post.example/1",
    published: noon,
    lang: "en",
    span: { start: 40, end: 40 + quote.length },
    quote,
    text: quote,
    borrowed: [],
    participants: [],
    places: [],
    issues: [],
    predicates: ["talks"],
    negated: false,
    modality: "planned",
    quantities: [],
    terms: [["meet", 1.5]],
    worth: 1,
    ...change,
  };
}

export function claimEntry(seq: number, change: Partial<Claim> = {}): Entry {
  return {
    kind: "claim",
    seq,
    seen: noon + seq,
    fact: `c${seq}`,
    factKind: "statement",
    relation: "different",
    version: seq,
    because: ["nothing like it was told"],
    baseline: false,
    claim: claim(change),
  };
}

export function poll(change: Partial<PollRecord> = {}): PollRecord {
  return { state: feedState(), sightings: [], entries: [], ...change };
}

export function digest(id: string, change: Partial<Digest> = {}): Digest {
  return {
    id,
    story,
    window: { since: null, until: noon },
    articles: 2,
    outlets: 2,
    origins: 1,
    quiet: false,
    changes: [],
    repeated: 0,
    lastChange: null,
    expected: [],
    dropped: 0,
    ...change,
  };
}

export function stored(id: string, change: Partial<StoredDigest> = {}): StoredDigest {
  return { digest: digest(id), place, decided: noon, ...change };
}

/** What is kept of a message that arrived. */
export const sentAs = (remoteId: string) =>
  ({
    status: "sent",
    attempts: 1,
    refusals: 0,
    doubted: false,
    sendingAt: noon,
    notBefore: 0,
    remoteId,
    failure: null,
  }) as const;

export function message(digestId: string, part: number, change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key: `${digestId}/${place}/${part}`,
    place,
    digestId,
    act: { kind: "post", thread: part === 0 ? null : `${digestId}/${place}/0` },
    document: [{ kind: "paragraph", inlines: [{ kind: "text", text: `part ${part} of ${digestId}` }] }],
    status: "pending",
    attempts: 0,
    refusals: 0,
    doubted: false,
    sendingAt: null,
    notBefore: noon,
    remoteId: null,
    failure: null,
    ...change,
  };
}
