/** What one reader asks for: a dry run, what changed since they looked, the feeds, and what stands behind a digest. */
import { describe, expect, test } from "vitest";
import { renderPost } from "../../src/platforms/terminal/render.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

const hour = 60;
const offer = "The Port of Aldwick offered the dockers 1,400 crowns a month, Casper Thule said on Monday.";
const strike = "Orla Fenwick called a strike of the night shift for Thursday.";

async function told(): Promise<Newsroom> {
  const room = await openNewsroom();
  await room.bot.tick();
  room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
  await room.runs(hour);
  return room;
}

const said = async (room: Newsroom, line: string, request = {}) => ((await room.asks(line, request)) ?? []).join("\n");
const rootOf = (room: Newsroom) => room.platform.shown.find(({ inThreadOf }) => inThreadOf === null)!;
const threadOf = (room: Newsroom) => ({ thread: `memory:${place}:${rootOf(room).key}` });

describe("preview", () => {
  test("is what is posted a moment later, to the letter, and posts nothing itself", async () => {
    const room = await told();
    room.clock.jumpTo("2031-05-05T08:00:00Z");
    const lines = (await room.asks("/talks preview"))!;
    expect(room.platform.shown).toEqual([]);
    expect(await room.digests()).toEqual([]);
    await room.bot.tick();
    const [root, ...thread] = room.platform.shown.map(({ document }) => document);
    const live = renderPost({ root: root!, thread }, { width: 100, colour: false });
    expect(lines.slice(0, live.length)).toEqual(live);
    expect(lines[live.length]).toContain("Preview: nothing was posted");
  });

  test("names what was left out and why, and articles that nearly belonged", async () => {
    const room = await told();
    room.feeds.publishes("harbour", "b", { title: "Dock talks: the offer again", text: offer });
    room.feeds.publishes("harbour", "c", { title: "Weather", text: "It rained in the harbour." });
    await room.runs(hour);
    await room.runs(hour);
    const again = await said(room, "/talks preview");
    expect(again).toContain("Why was this not posted?");
    expect(again).toContain("Near misses");
    expect(again).toMatch(/The next digest is due Mon 5 May 20:00 UTC\./);
  });

  test("says why a line that was known is not told again", async () => {
    const room = await told();
    await room.runs(hour);
    room.feeds.publishes("harbour", "b", { title: "Dock talks: the strike again", text: strike });
    await room.runs(hour);
    expect(await said(room, "/talks preview")).toMatch(/strike of the night shift for Thursday.*: known already/s);
  });

  test("works where nothing is followed", async () => {
    const room = await told();
    expect(await said(room, "/talks preview", { place: "memory:nowhere" })).toContain("Preview: nothing was posted");
  });
});

describe("catchup", () => {
  test("reaches back a day the first time, then to the last look, for each reader apart", async () => {
    const room = await told();
    expect(await said(room, "/talks catchup")).toContain("2 changes since Sun 07:30 UTC");
    await room.runs(hour);
    expect(await said(room, "/talks catchup")).toContain("No material change");
    expect(await said(room, "/talks catchup", { person: "p2" })).toContain("2 changes since Sun 08:30 UTC");
    room.feeds.publishes("quay", "b", {
      title: "Dock talks: rejected",
      text: "Casper Thule will meet Orla Fenwick on Wednesday.",
    });
    await room.runs(hour);
    expect(await said(room, "/talks catchup")).toContain("1 change since Mon 08:30 UTC");
  });

  test("is private, outlasts a restart, and keeps no name", async () => {
    const room = await told();
    await room.asks("/talks catchup", { person: "somebody-in-particular" });
    await room.restart();
    await room.runs(hour);
    expect(await said(room, "/talks catchup", { person: "somebody-in-particular" })).toContain("No material change");
    expect(await room.store.note("looked|somebody-in-particular|dock-talks")).toBeNull();
  });
});

describe("feeds", () => {
  test("list shows last success, reason and next try", async () => {
    const room = await told();
    room.feeds.breaks("harbour");
    await room.runs(hour);
    const lines = (await room.asks("/talks feeds"))!;
    expect(lines.slice(0, 2)).toEqual(["Feeds", "1 of 2 can be read."]);
    expect(lines[2]).toMatch(
      /^• harbour \(harbour\) · feed failing, last read .+ ago: The line is down\. Wait; next try in \d+ min/,
    );
    expect(lines.join(" ")).toMatch(/quay \(quay\) · feed last read just now; next try in \d+ min/);
  });

  test("check looks once, keeps nothing, and not again within a minute", async () => {
    const room = await told();
    room.feeds.publishes("quay", "z", {
      title: "Dock talks: rejected",
      text: "The dockers rejected the offer, Orla Fenwick said.",
    });
    const before = await room.store.feedStates();
    const looked = await said(room, "/talks feeds check quay");
    expect(looked).toContain(
      "It can be read: 2 entries, the newest Mon 07:30 UTC, just now. Nothing of this look was kept.",
    );
    expect(await room.store.feedStates()).toEqual(before);
    expect(await said(room, "/talks feeds check quay")).toContain("Try again in 60 s.");
    expect(await said(room, "/talks feeds check quaj")).toContain("Did you mean quay?");
    room.feeds.breaks("harbour");
    expect(await said(room, "/talks feeds check harbour")).toContain("It cannot be read now: The line is down. Wait.");
  });

  test("check lets a paused feed go on when it answers again", async () => {
    const room = await told();
    room.feeds.breaks("harbour", "gone");
    await room.runs(2 * hour);
    const { length } = room.feeds.asked;
    await room.runs(4 * hour);
    expect(room.feeds.asked.slice(length)).not.toContain("harbour");
    room.feeds.works("harbour");
    expect(await said(room, "/talks feeds check harbour")).toContain(
      "It had been paused; it is read again from now on.",
    );
    await room.runs(hour);
    expect(room.feeds.asked.slice(-3)).toContain("harbour");
  });
});

describe("in a digest's thread", () => {
  test("sources are those of the digest; elsewhere, and with all, every outlet", async () => {
    const room = await told();
    await room.runs(hour);
    const here = await said(room, "/talks sources", threadOf(room));
    expect(here).toContain("Sources · Dock talks, digest of Mon 08:00 UTC");
    expect(here).toContain("https://quay.example/a");
    for (const elsewhere of [
      await said(room, "/talks sources all", threadOf(room)),
      await said(room, "/talks sources"),
    ])
      expect(elsewhere).toContain("quay · 1 article");
  });

  test("why without a reference shows the evidence of every line; elsewhere it says what to do", async () => {
    const room = await told();
    await room.runs(hour);
    const all = await said(room, "/talks why", threadOf(room));
    for (const part of [strike, "1,400 crowns", "https://quay.example/a"])
      expect(all.replace(/\s+/g, " ")).toContain(part);
    expect(await said(room, "/talks why page=2", threadOf(room))).toContain("There is no page 2; the last one is 1.");
    expect(await said(room, "/talks why")).toContain("Name a reference such as c12, or ask in the thread");
  });

  test("corrections name who took back what, and what stands now", async () => {
    const room = await told();
    await room.runs(hour);
    room.feeds.edits("quay", "a", `${offer.replace("1,400", "1,600")}`);
    await room.runs(hour);
    const all = (await said(room, "/talks corrections")).replace(/\s+/g, " ");
    expect(all).toContain("Corrected by quay Mon 09:00 UTC; it had said:");
    expect(all).toContain("1,600");
    expect(all).toMatch(/Withdrawn by its source Mon 09:00 UTC; it had said: .*strike/);
  });

  test("status says what is paused and what waits", async () => {
    const room = await told();
    room.platform.post = async () => ({ kind: "halted", reason: "The channel is gone. Choose another." });
    await room.runs(hour);
    const status = await said(room, "/talks status");
    expect(status).toContain("Posting here is paused: The channel is gone. Choose another.");
    expect(status).toMatch(/Waiting to be posted: [2-9] messages/);
    expect(await said(room, "/talks status", { place: "memory:annex" })).toContain(
      "Posting is paused at 2 other places.",
    );
  });
});
