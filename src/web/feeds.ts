/**
 * The Feeds port: one poll is one conditional request and, when something came, one reading in the worker. It
 * decides nothing about when to poll again, and never throws.
 */
import { createHash } from "node:crypto";
import { readDate } from "../core/feed/dates.ts";
import type { FeedAnswer, Validators } from "../core/feed/feed.ts";
import type { Clock, Feeds } from "../ports.ts";
import { type FetchOptions, type FetchOutcome, openFetcher } from "./fetch.ts";
import { type Headers, header, neverCached, waitMs } from "./freshness.ts";
import { fetchLimits, type ReaderLimits } from "./limits.ts";
import type { ReadOutcome } from "./read.ts";
import { openReader, type Reader } from "./reader.ts";
import { openTurns } from "./turns.ts";

export type FeedsOptions = FetchOptions & {
  readonly clock: Clock;
  readonly readerLimits?: Partial<ReaderLimits>;
};

export function openFeeds(options: FeedsOptions): Feeds {
  const limits = { ...fetchLimits, ...options.limits };
  const fetcher = openFetcher(options);
  const reader = openReader(options.readerLimits);
  const turns = openTurns(limits.inFlightMax, limits.hostGapMs);
  let closed = false;
  return {
    poll: async ({ url }, validators) => {
      const host = URL.canParse(url) ? new URL(url).host : url;
      const outcome = await turns.take(host, async () => (closed ? closedOutcome : fetcher.get(url, validators)));
      return answerOf(outcome, validators, reader, options.clock);
    },
    close: async () => {
      closed = true;
      await Promise.all([fetcher.close(), reader.close()]);
    },
  };
}

const closedOutcome: FetchOutcome = {
  kind: "failed",
  failure: "network",
  reason: "Parley is stopping; nothing was fetched.",
  headers: {},
};

async function answerOf(outcome: FetchOutcome, before: Validators, reader: Reader, clock: Clock): Promise<FeedAnswer> {
  const wait = waitMs(outcome.headers, clock.now());
  if (outcome.kind === "failed")
    return { kind: "failed", reason: outcome.reason, failure: outcome.failure, waitMs: wait };
  const validators = validatorsAfter(before, outcome);
  const told = readDate(header(outcome.headers, "date") ?? "");
  const date = told === null ? {} : { date: told.at };
  if (outcome.kind === "not-modified" || validators.bodyHash === before.bodyHash)
    return { kind: "unchanged", validators, waitMs: wait, ...date };
  const { bytes, url, headers } = outcome;
  const read = await reader.read({ bytes, url, contentType: header(headers, "content-type") });
  if (read.kind === "failed") return unreadable(read, headers, wait);
  return { kind: "read", feed: read.feed, validators, waitMs: wait, ...date };
}

/** As received, to be sent back verbatim; a 304 keeps what it does not repeat. */
function validatorsAfter(before: Validators, outcome: Exclude<FetchOutcome, { kind: "failed" }>): Validators {
  const { headers } = outcome;
  const etag = header(headers, "etag");
  const lastModified = header(headers, "last-modified");
  if (outcome.kind === "not-modified")
    return {
      etag: etag ?? before.etag,
      lastModified: lastModified ?? before.lastModified,
      bodyHash: before.bodyHash,
    };
  const bodyHash = createHash("sha256").update(outcome.bytes).digest("hex");
  return neverCached(headers) ? { etag: null, lastModified: null, bodyHash } : { etag, lastModified, bodyHash };
}

function unreadable(read: Extract<ReadOutcome, { kind: "failed" }>, headers: Headers, wait: number | null): FeedAnswer {
  if (read.looksLike === "empty")
    return failed(
      "unreadable",
      "The address answered with nothing at all; an empty answer is not an empty feed.",
      wait,
    );
  if (read.looksLike === "html" || /html/i.test(header(headers, "content-type") ?? ""))
    return failed(
      "challenge",
      "A web page came instead of a feed: a check for humans, a login, or the wrong address. Open it in a browser.",
      wait,
    );
  return failed("unreadable", `What came cannot be read as a feed: ${read.reason}`, wait);
}

function failed(
  failure: Extract<FeedAnswer, { kind: "failed" }>["failure"],
  reason: string,
  wait: number | null,
): FeedAnswer {
  return { kind: "failed", reason, failure, waitMs: wait };
}
