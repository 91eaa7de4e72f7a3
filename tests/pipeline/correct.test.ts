/** Corrections travel: what its source takes back is marked where it was told, with one note, whatever happens. */
import { describe, expect, test } from "vitest";
import { correctionDaysMax } from "../../src/core/digest/corrections.ts";
import type { OutboxRow } from "../../src/ports.ts";
import { type Newsroom, openNewsroom, place, type Wishes } from "../fakes/newsroom.ts";

const offer = "The Port of Aldwick offered the dockers 1,400 crowns a month, Casper Thule said on Monday.";
const strike = "Orla Fenwick called a strike of the night shift for Thursday.";
const other = "Casper Thule will meet Orla Fenwick on Wednesday.";
const hour = 60;

/** A newsroom whose first digest told two lines of one article and one of another. */
async function toldTwo(wishes: Wishes = {}): Promise<Newsroom> {
  const room = await openNewsroom(wishes);
  await room.bot.tick();
  room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
  room.feeds.publishes("harbour", "b", { title: "Dock talks: rejected", text: other });
  await room.runs(2 * hour);
  return room;
}

/** What each message reads now: the newest words that were shown for it. */
function standing(room: Newsroom): readonly string[] {
  const read = new Map<string, string>();
  for (const { key, document } of room.platform.shown) read.set(key.split("|edit|")[0]!, JSON.stringify(document));
  return [...read.values()];
}

const rows = async (room: Newsroom): Promise<readonly OutboxRow[]> => {
  const [first] = await room.digests();
  return room.store.messagesOf(place, first!.digest.id);
};
const notes = (room: Newsroom) => room.platform.shown.filter(({ key }) => key.includes("|note|"));
const edits = (room: Newsroom) => room.platform.shown.filter(({ key }) => key.includes("|edit|"));
const keysAreOnce = (room: Newsroom) => {
  const keys = room.platform.shown.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
};
const withdraws = (room: Newsroom) => room.feeds.edits("quay", "a", offer);

describe("a line that its source takes back", () => {
  test("is marked in every message that carried it, keeps its sources, and one note says what, when and by whom", async () => {
    const room = await toldTwo();
    const before = standing(room).filter((words) => words.includes("strike of the night shift"));
    expect(before.length).toBeGreaterThanOrEqual(2);
    withdraws(room);
    await room.runs(hour);
    const after = standing(room).filter((words) => words.includes("strike of the night shift"));
    expect(after.filter((words) => words.includes('"label":"WITHDRAWN"'))).toHaveLength(before.length);
    expect(after[0]).toContain("Taken back by quay on Mon 5 May 09:00 UTC; it had said: ");
    expect(after[0]).toContain('"sources":[1]');
    expect(after.join()).toContain("https://quay.example/a");
    const [note, ...more] = notes(room);
    expect(more).toEqual([]);
    const words = JSON.stringify(note!.document);
    for (const part of [
      "Withdrawn",
      "quay took back on Mon 5 May 09:00 UTC",
      "NEW",
      strike.slice(0, -1),
      "quay.example/a",
    ])
      expect(words).toContain(part);
    expect(note!.inThreadOf).toContain("|0");
    keysAreOnce(room);
  });

  test("leaves the other lines and messages as they were", async () => {
    const room = await toldTwo();
    withdraws(room);
    await room.runs(hour);
    const marks = standing(room).join().split('"label":"WITHDRAWN"').length - 1;
    expect(marks).toBe(2);
    expect(edits(room)).toHaveLength(2);
    expect(standing(room).join()).toContain(other.slice(0, -1));
  });

  test("and a second line later: the edit holds both, each has its own note", async () => {
    const room = await toldTwo();
    withdraws(room);
    await room.runs(hour);
    room.feeds.edits("harbour", "b", "The dockers met.");
    await room.runs(hour);
    expect(notes(room)).toHaveLength(2);
    const [root] = standing(room);
    expect(root!.split('"label":"WITHDRAWN"')).toHaveLength(3);
    keysAreOnce(room);
  });

  test("by a page that says no more of the story at all is taken back too; an excerpt takes nothing back", async () => {
    const room = await toldTwo();
    room.feeds.edits("quay", "a", "The Port of Aldwick offered the dockers…");
    await room.runs(hour);
    expect(notes(room)).toEqual([]);
    room.feeds.edits("quay", "a", "This page was removed.");
    await room.runs(hour);
    expect(notes(room).length).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(notes(room).map(({ document }) => document))).toContain(strike.slice(0, -1));
  });

  test("that another source still says is not corrected", async () => {
    const room = await openNewsroom();
    await room.bot.tick();
    room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
    room.feeds.publishes("harbour", "b", { title: "Dock talks: a strike", text: strike });
    await room.runs(2 * hour);
    withdraws(room);
    await room.runs(hour);
    expect([notes(room), edits(room)]).toEqual([[], []]);
  });

  test("for another value is marked as corrected, and the note has the new value with its source", async () => {
    const room = await toldTwo();
    room.feeds.edits("quay", "a", `${offer.replace("1,400", "1,600")}\n${strike}`);
    await room.runs(hour);
    expect(standing(room)[0]).toContain('"label":"CORRECTED"');
    expect(standing(room)[0]).toContain("Corrected by quay on Mon 5 May 09:00 UTC; it had said: ");
    const words = notes(room).map((note) => JSON.stringify(note.document));
    expect(words).toHaveLength(1);
    expect(words[0]).toContain("1,400");
    expect(words[0]).toContain("What stands now: “");
    expect(words[0]).toContain("1,600");
  });
});

describe("exactly once", () => {
  test("a restart after every tick, and many ticks, add nothing", async () => {
    const room = await toldTwo();
    withdraws(room);
    for (let n = 0; n < 12; n++) {
      await room.runs(20, 20);
      await room.restart();
    }
    expect([notes(room).length, edits(room).length]).toEqual([1, 2]);
    keysAreOnce(room);
  });

  test("a release that cuts a note into more parts adds none to a note that was told", async () => {
    const room = await toldTwo();
    withdraws(room);
    await room.runs(hour);
    room.platform.fit = (document) => [document, document];
    await room.restart();
    await room.runs(hour);
    expect(notes(room)).toHaveLength(1);
  });

  test.each(["addMessages", "messagesOf", "digests", "markOutbox", "followings"] as const)(
    "a store that fails in %s delays a correction and doubles nothing",
    async (verb) => {
      for (const times of [1, 2, 3]) {
        const room = await toldTwo();
        withdraws(room);
        room.store.failsOn(verb, times);
        for (let n = 0; n < 6; n++) {
          room.clock.advance(20);
          await room.bot.tick().catch(() => {});
        }
        expect([notes(room).length, edits(room).length], `${verb} ${times}`).toEqual([1, 2]);
        keysAreOnce(room);
      }
    },
  );

  test("a process that dies after the rows were stored says it once", async () => {
    const room = await toldTwo();
    withdraws(room);
    room.store.losesTheAnswerOf("addMessages");
    await room.runs(hour);
    await room.restart();
    await room.runs(hour);
    expect([notes(room).length, edits(room).length]).toEqual([1, 2]);
  });

  test("in one thread for all digests there is one note, and every digest that told it is marked", async () => {
    const room = await toldTwo({ destination: { thread: "same" }, schedule: "every 1h" });
    const { length } = await room.digests();
    expect(length).toBeGreaterThan(1);
    withdraws(room);
    await room.runs(hour);
    expect(notes(room)).toHaveLength(1);
  });
});

describe("where it cannot be done as wished", () => {
  test("an edit that is refused still leaves the note, and does not hold up what comes after", async () => {
    const room = await toldTwo();
    const { edit } = room.platform;
    room.platform.edit = async () => ({ kind: "refused", reason: "too old to edit" });
    withdraws(room);
    await room.runs(12 * hour, 5);
    expect([notes(room).length, edits(room).length]).toEqual([1, 0]);
    expect((await rows(room)).filter(({ act }) => act.kind === "edit").map(({ status }) => status)).toEqual([
      "failed",
      "failed",
    ]);
    expect(await room.digests()).toHaveLength(2);
    expect(room.shown().join()).toContain("since Mon 08:00");
    room.platform.edit = edit;
  });

  test.each([
    ["it had said", true, "is only the word"],
    ['"label":"WITHDRAWN"', false, "is left to the note"],
  ])("a mark with %s that would not fit: marked is %s, it %s", async (tooMuch, isMarked) => {
    const room = await toldTwo();
    room.platform.fit = (document) =>
      JSON.stringify(document).includes(tooMuch) ? [document.slice(0, 1), document.slice(1)] : [document];
    withdraws(room);
    await room.runs(hour);
    expect(notes(room)).toHaveLength(1);
    expect(edits(room)).toHaveLength(isMarked ? 2 : 0);
    const words = JSON.stringify(edits(room).map(({ document }) => document));
    expect(words.includes('"label":"WITHDRAWN"')).toBe(isMarked);
    expect(words).not.toContain("it had said");
    keysAreOnce(room);
  });

  test("digests older than that are left alone", async () => {
    const room = await toldTwo();
    room.clock.advance((correctionDaysMax + 1) * 24 * hour);
    withdraws(room);
    await room.runs(hour);
    expect([notes(room), edits(room)]).toEqual([[], []]);
  });

  test("what was taken back between the end of a window and its digest is corrected at once", async () => {
    const room = await openNewsroom();
    await room.bot.tick();
    room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
    await room.runs(hour);
    room.store.failsOn("saveDigest", 3);
    room.clock.jumpTo("2031-05-05T08:00:00Z");
    await room.bot.tick();
    withdraws(room);
    room.clock.advance(20);
    await room.bot.tick();
    await room.runs(2 * hour);
    expect([notes(room).length, edits(room).length]).toEqual([1, 2]);
  });

  test("a place that no longer follows is corrected all the same", async () => {
    const room = await toldTwo();
    const [first] = await room.bot.plan().then(() => room.digests());
    await room.store.saveFollowing({
      destination: {
        place,
        story: first!.digest.story,
        schedule: { kind: "every", hours: 6 },
        zone: "UTC",
        quiet: "line",
        quietHours: null,
        urgent: [],
        thread: "new",
        dailyMax: 24,
      },
      by: "p1",
      changed: 0,
      since: 0,
      ended: true,
    });
    withdraws(room);
    await room.runs(12 * hour);
    expect(await room.digests()).toHaveLength(1);
    expect([notes(room).length, edits(room).length]).toEqual([1, 2]);
  });

  test("also where nothing says any more that the place followed", async () => {
    const room = await openNewsroom();
    const annex = "memory:annex";
    await room.bot.tick();
    await room.asks("/talks follow every 1h", { place: annex });
    room.feeds.publishes("quay", "a", { title: "Dock talks: an offer", text: `${offer}\n${strike}` });
    await room.runs(2 * hour);
    const [wish] = await room.store.followings();
    expect(await room.store.forget(wish!)).toBe(true);
    withdraws(room);
    await room.runs(2 * hour);
    const there = room.platform.shown.filter((message) => message.place === annex);
    expect(there.filter(({ key }) => key.includes("|note|"))).toHaveLength(1);
    expect(there.filter(({ key }) => key.includes("|edit|")).length).toBeGreaterThan(0);
  });
});
