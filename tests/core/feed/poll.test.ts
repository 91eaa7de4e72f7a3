import { describe, expect, test } from "vitest";
import type { FeedAnswer, FeedEntry, FeedState, ParsedFeed } from "../../../src/core/feed/feed.ts";
import { afterPoll, due, isFailing, newFeedState, pollNotice, weeklyEntries } from "../../../src/core/feed/poll.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse("2025-06-10T12:00:00Z");
const fresh = newFeedState("harbour", now);
const validators = { etag: '"1"', lastModified: null, bodyHash: "h" };

const entryAt = (published: number | null): FeedEntry => ({
  id: null,
  link: null,
  title: "t",
  published,
  updated: null,
  summary: "",
  content: "",
  author: null,
  categories: [],
  enclosures: [],
});
const feed = (times: readonly (number | null)[], ttlMinutes: number | null = null): ParsedFeed => ({
  title: "",
  link: null,
  description: "",
  language: null,
  ttlMinutes,
  entries: times.map(entryAt),
  problems: [],
});
const read = (times: readonly (number | null)[], ttlMinutes: number | null = null, waitMs: number | null = null) =>
  ({ kind: "read", feed: feed(times, ttlMinutes), validators, waitMs }) satisfies FeedAnswer;
const failed = (
  failure: Extract<FeedAnswer, { kind: "failed" }>["failure"],
  waitMs: number | null = null,
): FeedAnswer => ({ kind: "failed", reason: "It broke.", failure, waitMs });
const every = (count: number, spanMs: number) =>
  Array.from({ length: count }, (_, index) => now - (index * spanMs) / Math.max(1, count - 1));

describe("The next poll after a success", () => {
  test.each([
    ["a week of seven entries: once a day", read(every(7, 6.99 * day)), day],
    ["many entries: the floor", read(every(5_000, 7 * day)), 5 * minute],
    ["nothing this week: the ceiling", read([now - 30 * day]), day],
    ["42 entries in a week: every four hours", read(every(42, 7 * day)), (168 / 41) * hour],
    ["ttl asks for more", read(every(5_000, 7 * day), 90), 90 * minute],
    ["the server asks for more", read(every(5_000, 7 * day), null, 3 * hour), 3 * hour],
    ["never more than a day", read([], null, 30 * day), day],
  ])("%s", (_name, answer, wait) => {
    const after = afterPoll(fresh, answer, now, 0);
    expect((after.nextPoll - now) / wait).toBeCloseTo(1, 1);
    expect(after).toMatchObject({ failures: 0, lastOk: now, firstPolled: now, validators });
  });

  test("is spread by a tenth", () => {
    const wait = (jitter: number) => afterPoll(fresh, read([]), now, jitter).nextPoll - now;
    expect([wait(-1), wait(0), wait(1)]).toEqual([0.9 * day, day, day + 0.1 * day]);
  });

  test("keeps to a followed story's ceiling", () => {
    const after = afterPoll(fresh, read([]), now, 0, { floorMs: 5 * minute, ceilingMs: 15 * minute });
    expect(after.nextPoll - now).toBe(15 * minute);
  });

  test("keeps the known rate when nothing changed", () => {
    const before = { ...fresh, entriesLastWeek: 84, failures: 2, failingSince: now - hour, lastFailure: "x" };
    const after = afterPoll(before, { kind: "unchanged", validators, waitMs: null }, now, 0);
    expect(after.nextPoll - now).toBe(2 * hour);
    expect(after).toMatchObject({ failures: 0, failingSince: null, lastFailure: null, entriesLastWeek: 84 });
  });
});

describe("The next poll after failures", () => {
  test.each([
    ["the first", 0, failed("network"), 5 * minute],
    ["the third", 2, failed("server"), 20 * minute],
    ["the ninth", 8, failed("timeout"), 21.34 * hour],
    ["the tenth", 9, failed("timeout"), day],
    ["Retry-After", 0, failed("server", 2 * hour), 2 * hour],
    ["429", 0, failed("limited"), 4 * hour],
    ["403 with Retry-After", 0, failed("forbidden", 6 * hour), 6 * hour],
  ])("%s", (_name, failures, answer, wait) => {
    const after = afterPoll({ ...fresh, failures, failingSince: now }, answer, now, 0);
    expect((after.nextPoll - now) / wait).toBeCloseTo(1, 2);
    expect(after).toMatchObject({ failures: failures + 1, paused: null, lastFailure: "It broke." });
  });

  test("is never sooner than the server asked, whatever the spread", () => {
    expect(afterPoll(fresh, failed("limited"), now, -1).nextPoll - now).toBe(4 * hour);
    expect(afterPoll(fresh, failed("server", hour), now, -1).nextPoll - now).toBe(hour);
  });

  test("drops validators only when reading failed", () => {
    const before = { ...fresh, validators };
    expect(afterPoll(before, failed("server"), now, 0).validators).toEqual(validators);
    expect(afterPoll(before, failed("unreadable"), now, 0).validators).toEqual(fresh.validators);
  });
});

describe("Pausing", () => {
  test.each([
    ["410 at once", 0, 0, "gone", true],
    ["404, five times in two days", 4, 2 * day, "missing", true],
    ["404, five times in an hour", 4, hour, "missing", false],
    ["404, four times", 3, 3 * day, "missing", false],
    ["eleven failures in a week", 10, 7 * day, "network", true],
    ["eleven failures in a day", 10, day, "network", false],
    ["ten failures in a month", 9, 30 * day, "network", false],
  ] as const)("%s", (_name, failures, sinceMs, failure, paused) => {
    const before = { ...fresh, failures, failingSince: failures === 0 ? null : now - sinceMs };
    const after = afterPoll(before, failed(failure), now, 0);
    expect(after.paused !== null).toBe(paused);
    expect(due([after], now + 30 * day)).toHaveLength(paused ? 0 : 1);
  });
});

test("People hear of a broken feed once after a day, and once when it recovers.", () => {
  let state: FeedState = fresh;
  const told: string[] = [];
  const poll = (answer: FeedAnswer, at: number) => {
    const after = afterPoll(state, answer, at, 0);
    const notice = pollNotice(state, after);
    if (notice) told.push(notice.kind);
    state = after;
  };
  for (let at = now; at < now + 3 * day; at += 6 * hour) poll(failed("server"), at);
  expect(told).toEqual(["failing"]);
  expect(isFailing(state)).toBe(true);
  poll(read([]), now + 3 * day);
  poll(read([]), now + 4 * day);
  expect(told).toEqual(["failing", "recovered"]);
});

test("A short hiccup is not told at all.", () => {
  const broken = afterPoll(fresh, failed("network"), now, 0);
  expect(pollNotice(fresh, broken)).toBeNull();
  expect(pollNotice(broken, afterPoll(broken, read([]), now + hour, 0))).toBeNull();
});

test("Due are the feeds whose time has come, longest overdue first.", () => {
  const state = (id: string, nextPoll: number) => ({ ...newFeedState(id, now), nextPoll });
  const states = [state("a", now), state("b", now - 1), state("c", now + 1), { ...state("d", 0), paused: "x" }];
  expect(due(states, now).map(({ id }) => id)).toEqual(["b", "a"]);
});

test("a feed that was polled in the future is due: the clock was wrong then", () => {
  const ahead = { ...fresh, lastPolled: now + day, nextPoll: now + day + hour };
  expect(due([ahead], now)).toEqual([ahead]);
  expect(due([ahead], now + day)).toEqual([]);
});

test("A document that spans an hour is projected onto a week.", () => {
  expect(weeklyEntries(feed(every(10, hour)), now)).toBe(1680);
  expect(weeklyEntries(feed([null, null]), now)).toBe(2);
});
