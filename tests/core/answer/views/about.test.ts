import { beforeEach, expect, test } from "vitest";
import { feedLine, sourcesView } from "../../../../src/core/answer/views/sources.ts";
import { statusView } from "../../../../src/core/answer/views/status.ts";
import { storiesView } from "../../../../src/core/answer/views/stories.ts";
import type { FeedSource, FeedState } from "../../../../src/core/feed/feed.ts";
import { renderDocument } from "../../../../src/platforms/terminal/render.ts";
import { harbourTalks, now, reported, restart, said } from "../../../fakes/facts.ts";

beforeEach(restart);

const minuteMs = 60_000;
const source: FeedSource = {
  id: "f1",
  url: "https://alder-post.example/rss",
  outlet: "Alder Post",
  lang: "en",
  owner: null,
  country: null,
  stateRun: false,
};
const healthy: FeedState = {
  id: "f1",
  validators: { etag: null, lastModified: null, bodyHash: null },
  firstPolled: now - 90 * minuteMs,
  lastPolled: now - 10 * minuteMs,
  lastOk: now - 10 * minuteMs,
  nextPoll: now + 5 * minuteMs,
  failures: 0,
  failingSince: null,
  lastFailure: null,
  paused: null,
  entriesLastWeek: 3,
};
const failing = { ...healthy, failures: 2, lastOk: now - 90 * minuteMs, lastFailure: "the server did not answer" };

test.each([
  [null, "feed not read yet"],
  [healthy, "feed last read 10 min ago"],
  [failing, "feed failing, last read 1 h ago: the server did not answer; next try in 5 min"],
  [{ ...failing, lastOk: null, nextPoll: now }, "feed failing, never read: the server did not answer; next try now"],
  [
    { ...failing, paused: "it is gone; remove it or give its new address" },
    "feed paused: it is gone; remove it or give its new address",
  ],
])("a feed in plain words, %#", (state, line) => {
  expect(feedLine({ source, state }, now)).toBe(line);
});

test("a state-run outlet is called so", () => {
  expect(feedLine({ source: { ...source, stateRun: true }, state: healthy }, now)).toBe(
    "state-run · feed last read 10 min ago",
  );
});

const shown = (document: Parameters<typeof renderDocument>[0]) =>
  renderDocument(document, { width: 120, colour: false });

test("sources: outlets by their share, silent feeds last", () => {
  const facts = [
    reported(
      "c1",
      said("They met", { by: [{ outlet: "Strait Times", origin: "agency:Northwire" }, { outlet: "Strait Times" }] }),
    ),
  ];
  expect(
    shown(sourcesView({ story: harbourTalks, facts, at: now, zone: "UTC" }, [{ source, state: healthy }])),
  ).toEqual([
    "Sources · Harbour talks",
    "2 articles from 1 outlet and 2 origins support what is told.",
    "• Strait Times · 2 articles, last Sat 10:00 UTC, origins: Northwire and Strait Times",
    "• Alder Post · nothing on this story yet · feed last read 10 min ago",
  ]);
  expect(shown(sourcesView({ story: harbourTalks, facts: [], at: now, zone: "UTC" }, []))[1]).toBe(
    "No outlet has reported on this story, and no feed is followed.",
  );
});

test("status names what fails and when the next digest comes", () => {
  const standing = {
    started: now - 90 * minuteMs,
    storyArticles: 12,
    facts: 1,
    nextDigest: now + 120 * minuteMs,
    lastDigest: now - 120 * minuteMs,
    outbox: { waiting: 1, unknown: 0, failed: 0 },
    paused: null,
    pausedElsewhere: 0,
    model: null,
  };
  const feeds = [
    { source, state: healthy },
    { source: { ...source, outlet: "Strait Times" }, state: failing },
  ];
  expect(shown(statusView(harbourTalks, standing, feeds, now, "UTC"))).toEqual([
    "Status · Harbour talks",
    "• Last digest: Sat 16:00 UTC, 2 h ago; next digest: Sat 20:00 UTC.",
    "• Followed: 12 articles, 1 fact.",
    "• Feeds: 1 of 2 healthy; failing or paused: Strait Times (/talks feeds says why).",
    "• Waiting to be posted: 1 message.",
    "• Language model: none; the words are Parley's own.",
    "• Running since Sat 16:30 UTC.",
  ]);
});

test("status names pauses, unseen ends and what could not be posted", () => {
  const standing = {
    started: now,
    storyArticles: 0,
    facts: 0,
    nextDigest: null,
    lastDigest: null,
    outbox: { waiting: 3, unknown: 1, failed: 2 },
    paused: "The channel is gone.",
    pausedElsewhere: 2,
    model: null,
  };
  const lines = shown(statusView(harbourTalks, standing, [], now, "UTC"));
  expect(lines).toContain("• Posting here is paused: The channel is gone.");
  expect(lines).toContain("• Posting is paused at 2 other places.");
  expect(lines.join(" ").replace(/\s+/g, " ")).toContain(
    "• Waiting to be posted: 3 messages; 1 of them begun, with an end that nobody saw yet; 2 messages could not be posted for good.",
  );
});

test("stories, with the round of the day", () => {
  expect(shown(storiesView([harbourTalks], now))[1]).toBe(
    "• Harbour talks (harbour-talks) · Ostland and Westmark negotiate the strait. Now: the Port Alder round.",
  );
  expect(shown(storiesView([], now))[1]).toBe("No story is followed.");
});
