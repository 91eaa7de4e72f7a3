/** Following from chat, on a whole bot in memory: what a manager sets is what the place is told, when and how. */
import { describe, expect, test } from "vitest";
import { modelInMemory } from "../fakes/model.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

const hour = 60;
const wages = (n: number) => ({
  title: `Dock talks: offer ${n}`,
  text: `The Port of Aldwick offered the dockers a fund of ${n * 100} crates, Casper Thule said.`,
});

async function room(wishes: Parameters<typeof openNewsroom>[0] = {}): Promise<Newsroom> {
  const opened = await openNewsroom(wishes);
  await opened.bot.tick();
  return opened;
}

const said = async (newsroom: Newsroom, line: string, request = {}) =>
  ((await newsroom.asks(line, request)) ?? []).join("\n");
const untils = async (newsroom: Newsroom, at = place) =>
  (await newsroom.store.digests({ story: "dock-talks", place: at, limit: 100 }))
    .map(({ digest }) => new Date(digest.window.until).toISOString().slice(5, 16))
    .toReversed();

describe("follow", () => {
  test("shows every setting and the next three digests in local time", async () => {
    const newsroom = await room();
    const line =
      "/talks follow daily 07:30, 19:00 zone=Europe/Kyiv hours=22:00-07:00 urgent=withdrawn,disputed quiet=silent thread=same daily=3";
    expect(await newsroom.asks(line)).toEqual([
      "Changed · Dock talks",
      "• schedule: daily 07:30, 19:00",
      "• zone: Europe/Kyiv",
      "• hours: 22:00-07:00, when nothing is posted",
      "• urgent: disputed and withdrawn, which are told in quiet hours too",
      "• quiet: silent, when nothing changed",
      "• thread: same, for all digests",
      "• daily: 3 at most",
      "• language: en",
      "Next digests: Mon 5 May 19:00 UTC+3 · Tue 6 May 07:30 UTC+3 · Tue 6 May 19:00 UTC+3.".replaceAll(
        "UTC+3",
        "EEST",
      ),
      "Last changed by p1 on Mon 5 May 2031 09:30 EEST.",
    ]);
  });

  test("a language needs a model that can translate, stays with other wishes, and goes with en", async () => {
    const plain = await room();
    expect(await said(plain, "/talks follow language=de")).toContain("No language model is there");
    expect(await plain.store.followings()).toEqual([]);
    const newsroom = await room({ model: { model: modelInMemory() } });
    expect(await said(newsroom, "/talks follow language=de")).toContain("• language: de for headings");
    await newsroom.asks("/talks follow daily=2");
    expect((await newsroom.store.followings())[0]!.destination).toMatchObject({ language: "de", dailyMax: 2 });
    newsroom.feeds.publishes("quay", "a", wages(1));
    await newsroom.runs(48 * hour);
    expect(newsroom.shown().join(" ").replace(/\s+/g, " ")).toContain("1 Änderung seit");
    expect(await said(newsroom, "/talks follow language=en")).toContain("• language: en");
    expect((await newsroom.store.followings())[0]!.destination.language).toBeUndefined();
  });

  test("a partial change keeps the rest, and settings shows what stands", async () => {
    const newsroom = await room();
    await newsroom.asks("/talks follow every 6h zone=Europe/Kyiv hours=22:00-07:00");
    const before = (await newsroom.store.followings())[0]!.destination;
    await newsroom.asks("/talks follow daily=2", { person: "p2" });
    const [after, ...others] = await newsroom.store.followings();
    expect(others).toEqual([]);
    expect(after!.destination).toEqual({ ...before, dailyMax: 2 });
    expect(after!.by).toBe("p2");
    const shown = await said(newsroom, "/talks settings");
    for (const part of ["every 6h", "Europe/Kyiv", "22:00-07:00", "2 at most", "Last changed by p2"])
      expect(shown).toContain(part);
    await newsroom.asks("/talks follow hours=none urgent=none");
    expect((await newsroom.store.followings())[0]!.destination).toMatchObject({ quietHours: null, urgent: [] });
  });

  test.each([
    ["/talks follow someday", "names no time of day"],
    ["/talks follow zone=Atlantis/Harbour", "There is no zone “Atlantis/Harbour”"],
    ["/talks follow hours=25:00-07:00", "is no stretch of the day"],
    ["/talks follow urgent=withdrwn", "Did you mean withdrawn?"],
    ["/talks follow urgent=loud", "The kinds are new, updated, confirmed, disputed, withdrawn"],
    ["/talks follow quiet=loud", "QUIET is one of line, silent."],
    ["/talks follow daily=25", "DAILY is a number from 1 to 24"],
    ["/talks follow * * * * *", "runs 1440 times a day"],
    ["/talks follow story=unheard", "There is no story “unheard”"],
  ])("%s changes nothing and says why", async (line, expected) => {
    const newsroom = await room();
    expect(await said(newsroom, line)).toContain(expected);
    expect(await newsroom.store.followings()).toEqual([]);
  });

  test("only those who manage the place may follow or unfollow; anyone may look", async () => {
    const newsroom = await room();
    for (const line of ["/talks follow every 1h", "/talks unfollow"])
      expect(await newsroom.asks(line, { manages: async () => false })).toEqual([
        "Only people who manage this channel can do that.",
      ]);
    expect(await newsroom.store.followings()).toEqual([]);
    expect(await said(newsroom, "/talks settings", { manages: async () => false })).toContain(
      "Set by the configuration file.",
    );
  });

  test("what is set from chat is what is told, from the next tick on, with no gap", async () => {
    const newsroom = await room();
    await newsroom.runs(2 * hour);
    await newsroom.asks("/talks follow 0 9-11 * * *");
    await newsroom.restart();
    await newsroom.runs(4 * hour);
    expect(await untils(newsroom)).toEqual(["05-05T08:00", "05-05T09:00", "05-05T10:00", "05-05T11:00"]);
    const windows = (await newsroom.digests()).map(({ digest }) => digest.window);
    for (const [n, window] of windows.slice(1).entries()) expect(window.since).toBe(windows[n]!.until);
  });

  test("another place begins when it asks, and is told nothing before that", async () => {
    const newsroom = await room();
    newsroom.feeds.publishes("quay", "a", wages(1));
    await newsroom.runs(hour);
    await newsroom.asks("/talks follow every 1h", { place: "memory:annex" });
    newsroom.feeds.publishes("quay", "b", wages(2));
    await newsroom.runs(hour, 15);
    const [first] = await newsroom.store.digests({ story: "dock-talks", place: "memory:annex", limit: 9 });
    expect(first!.digest.window).toEqual({
      since: Date.parse("2031-05-05T07:30Z"),
      until: Date.parse("2031-05-05T08:00Z"),
    });
    expect(first!.digest.articles).toBe(1);
  });

  test("a place that takes no posts says so in its settings; setting it anew tries it at once", async () => {
    const newsroom = await room({ schedule: "every 1h" });
    const { post } = newsroom.platform;
    newsroom.platform.post = async () => ({ kind: "halted", reason: "Parley is not in this channel." });
    newsroom.feeds.publishes("quay", "a", wages(1));
    await newsroom.runs(2 * hour);
    const paused = "Posting here is paused: Parley is not in this channel.";
    expect(await said(newsroom, "/talks settings")).toContain(paused);
    newsroom.platform.post = post;
    expect(await said(newsroom, "/talks follow every 1h")).not.toContain(paused);
    await newsroom.runs(1, 1);
    expect(newsroom.shown().join()).toContain("100 crates");
  });

  test("after unfollow nothing is posted; following again begins anew and repeats nothing", async () => {
    const newsroom = await room({ schedule: "every 1h" });
    await newsroom.runs(2 * hour);
    expect(await said(newsroom, "/talks unfollow")).toContain("No longer following · Dock talks");
    const { length } = newsroom.platform.shown;
    newsroom.feeds.publishes("quay", "a", wages(1));
    await newsroom.runs(24 * hour);
    expect(newsroom.platform.shown).toHaveLength(length);
    expect(await said(newsroom, "/talks unfollow")).toContain("Dock talks is not followed here.");
    expect(await said(newsroom, "/talks settings")).toContain("Nothing is followed here.");
    const begun = await said(newsroom, "/talks follow every 1h");
    expect(begun).toContain("Following · Dock talks");
    expect(begun).toContain("Where Parley may not post, /talks status says why.");
    await newsroom.runs(hour);
    const newest = (await newsroom.digests()).at(-1)!.digest;
    expect(new Date(newest.window.since!).toISOString()).toBe("2031-05-06T08:30:00.000Z");
    expect(newest.articles).toBe(0);
  });

  test("silent windows do not use up the day's digests", async () => {
    const newsroom = await room({ schedule: "every 1h", destination: { quiet: "silent", dailyMax: 1 } });
    await newsroom.runs(4 * hour);
    expect(await untils(newsroom)).toHaveLength(4);
    newsroom.feeds.publishes("quay", "a", wages(1));
    await newsroom.runs(2 * hour);
    expect(newsroom.shown().filter((words) => words.includes("1 change"))).toHaveLength(1);
    newsroom.feeds.publishes("quay", "b", {
      title: "Dock talks: strike",
      text: "Orla Fenwick called a strike of the night shift for Thursday.",
    });
    await newsroom.runs(4 * hour);
    expect(newsroom.shown().filter((words) => words.includes("1 change"))).toHaveLength(1);
    await newsroom.runs(10 * hour);
    expect(newsroom.shown().filter((words) => words.includes("1 change"))).toHaveLength(2);
  });

  test("times of a place are read and shown in its zone, and its story is the one that is meant", async () => {
    const newsroom = await room();
    await newsroom.asks("/talks follow daily 08:00 zone=Asia/Kathmandu");
    await newsroom.runs(2 * hour);
    expect(await said(newsroom, "/talks status")).toContain("UTC+5:45");
  });
});
