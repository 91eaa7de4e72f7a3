/** The part of the store's contract that chats rest on: threads, edits, pauses, wishes, events and installations. */
import { expect, test } from "vitest";
import { type Following, plainDestination } from "../../src/core/schedule/destination.ts";
import type { Store } from "../../src/ports.ts";
import * as sample from "../store/samples.ts";

const { noon, story, place, sentAs } = sample;

export function threadPromises(the: () => Store): void {
  test("a thread is about the newest digest that was told in it, and only at its place", async () => {
    const root = sample.message("d1", 0);
    await the().saveDigest(sample.stored("d1"), [root, sample.message("d1", 1)]);
    await the().markOutbox(root.key, sentAs("r-0"));
    await the().markOutbox(sample.message("d1", 1).key, sentAs("r-1"));
    expect(await the().digestAt(place, "r-0")).toBe("d1");
    expect(await the().digestAt(place, "r-1")).toBe("d1");
    const later = sample.message("d2", 0, { act: { kind: "post", thread: root.key } });
    await the().saveDigest(sample.stored("d2", { decided: noon + 1 }), [later]);
    expect(await the().digestAt(place, "r-0")).toBe("d2");
    expect(await the().digestOf(place, "r-0")).toBe("d1");
    expect(await the().digestOf(place, "unheard-of")).toBeNull();
    expect(await the().digestAt(place, "unheard-of")).toBeNull();
    expect(await the().digestAt("slack:T1/C1", "r-0")).toBeNull();
  });

  test("the newest root is that of the newest digest that has a message, whatever silent windows came since", async () => {
    expect(await the().newestRoot(place, story)).toBeNull();
    const [first, second] = [sample.message("d1", 0), sample.message("d2", 0)];
    await the().saveDigest(sample.stored("d1"), [first, sample.message("d1", 1)]);
    await the().saveDigest(sample.stored("d2", { decided: noon + 1 }), [second, sample.message("d2", 1)]);
    for (let n = 2; n < 5; n += 1) await the().saveDigest(sample.stored(`q${n}`, { decided: noon + n }), []);
    const edit = sample.message("q4", 7, { act: { kind: "edit", of: first.key } });
    await the().addMessages([edit]);
    expect(await the().newestRoot(place, story)).toEqual(second);
    expect(await the().waitingSince(place)).toBe(noon);
    expect(await the().waitingSince("slack:T1/C1")).toBeNull();
    for (const part of [0, 1]) await the().markOutbox(sample.message("d1", part).key, sentAs(`r-${part}`));
    expect(await the().waitingSince(place)).toBe(noon + 1);
    for (const part of [0, 1]) await the().markOutbox(sample.message("d2", part).key, sentAs(`s-${part}`));
    // The edit of an old digest waits for nothing that was not told.
    expect((await the().outbox(place)).map(({ key }) => key)).toEqual([edit.key]);
    expect(await the().waitingSince(place)).toBeNull();
    expect(await the().newestRoot("slack:T1/C1", story)).toBeNull();
    expect(await the().newestRoot(place, "another-story")).toBeNull();
  });

  test("a digest of which nothing was posted can be taken back, with all that hangs on it", async () => {
    const [root, reply] = [sample.message("d1", 0), sample.message("d1", 1)];
    const note = sample.message("d1", 7, { digestId: null, act: { kind: "post", thread: root.key } });
    const edit = sample.message("d1", 8, { act: { kind: "edit", of: root.key } });
    const elsewhere = { ...root, key: "elsewhere", place: "slack:T1/C1" };
    await the().saveDigest(sample.stored("d1"), [root, reply]);
    await the().saveDigest(sample.stored("d1", { place: "slack:T1/C1" }), [elsewhere]);
    await the().addMessages([note, edit]);
    expect(await the().withdraw(place, "d1")).toBe(true);
    expect(await the().outbox(place)).toEqual([]);
    expect(await the().digest(place, "d1")).toBeNull();
    expect(await the().outbox("slack:T1/C1")).toEqual([elsewhere]);
    expect(await the().saveDigest(sample.stored("d1"), [root, reply])).toBe(true);
  });

  test.each(["sending", "sent", "failed"] as const)("one of which a message is %s stays whole", async (status) => {
    const [root, reply] = [sample.message("d1", 0), sample.message("d1", 1)];
    await the().saveDigest(sample.stored("d1"), [root, reply]);
    await the().markOutbox(reply.key, { ...sentAs("r-1"), status });
    expect(await the().withdraw(place, "d1")).toBe(false);
    expect((await the().messagesOf(place, "d1")).map(({ key }) => key)).toEqual([root.key, reply.key]);
    expect(await the().digest(place, "d1")).not.toBeNull();
  });

  test("one below which another digest goes on stays; one without messages can go", async () => {
    const root = sample.message("d1", 0);
    await the().saveDigest(sample.stored("d1"), [root]);
    const later = sample.message("d2", 0, { act: { kind: "post", thread: root.key } });
    await the().saveDigest(sample.stored("d2", { decided: noon + 1 }), [later]);
    expect(await the().withdraw(place, "d1")).toBe(false);
    expect(await the().withdraw(place, "d2")).toBe(true);
    expect(await the().withdraw(place, "d1")).toBe(true);
    await the().saveDigest(sample.stored("q1"), []);
    expect(await the().withdraw(place, "q1")).toBe(true);
    expect(await the().withdraw(place, "unheard-of")).toBe(true);
    expect(await the().digests({ story, place, limit: 9 })).toEqual([]);
  });

  test("rows that belong to no digest are added once, and an edit names what it changes", async () => {
    const edit = sample.message("d1", 7, { digestId: null, act: { kind: "edit", of: "k" } });
    await the().addMessages([edit]);
    await the().addMessages([{ ...edit, failure: "again" }]);
    expect(await the().outbox(place)).toEqual([edit]);
    expect(await the().waitingPlaces()).toEqual([place]);
    // What belongs to no digest keeps none waiting.
    expect(await the().waitingSince(place)).toBeNull();
    await the().markOutbox(edit.key, sentAs("r-9"));
    expect(await the().waitingPlaces()).toEqual([]);
  });
}

export function chatPromises(the: () => Store): void {
  test("a digest is found by its place and id, and rows are counted by status", async () => {
    const rows = [0, 1, 2].map((part) => sample.message("d1", part));
    expect(await the().outboxCounts()).toEqual({ pending: 0, sending: 0, sent: 0, failed: 0 });
    await the().saveDigest(sample.stored("d1"), rows);
    expect(await the().digest(place, "d1")).toEqual(sample.stored("d1"));
    expect(await the().digest("slack:T1/C1", "d1")).toBeNull();
    expect(await the().digest(place, "d2")).toBeNull();
    const end = {
      attempts: 1,
      refusals: 0,
      doubted: false,
      sendingAt: noon,
      notBefore: 0,
      remoteId: null,
      failure: null,
    };
    await the().markOutbox(rows[0]!.key, { ...end, status: "sent", remoteId: "r-1" });
    await the().markOutbox(rows[1]!.key, { ...end, status: "failed", failure: "no" });
    expect(await the().outboxCounts()).toEqual({ pending: 1, sending: 0, sent: 1, failed: 1 });
  });

  test("a place is paused once, with its first reason, until it is resumed", async () => {
    const pause = { place, since: noon, reason: "The channel is gone." };
    const notice = { ...sample.message("d1", 0), digestId: null };
    expect(await the().pause(pause, [notice])).toBe(true);
    expect(await the().message(notice.key)).toEqual(notice);
    const second = { ...notice, key: "told twice" };
    expect(await the().pause({ ...pause, since: noon + 1, reason: "Another." }, [second])).toBe(false);
    expect(await the().message(second.key)).toBeNull();
    expect(await the().pauses()).toEqual([pause]);
    await the().resume(place);
    await the().resume(place);
    expect(await the().pauses()).toEqual([]);
    await expect(the().pause(pause, [notice])).rejects.toThrow();
    expect(await the().pauses()).toEqual([]);
    expect(await the().pause(pause, [])).toBe(true);
  });

  test("the newest wish of a place for a story stands", async () => {
    const wish = (change: Partial<Following> = {}): Following => ({
      destination: { place, story, schedule: { kind: "every", hours: 6 }, zone: "UTC", ...plainDestination },
      by: "p1",
      changed: noon,
      since: noon,
      ended: false,
      ...change,
    });
    expect(await the().following(place, story)).toBeNull();
    await the().saveFollowing(wish());
    await the().saveFollowing(wish({ ended: true, by: "p2" }));
    expect(await the().following(place, story)).toEqual(wish({ ended: true, by: "p2" }));
    expect(await the().following(place, "another-story")).toBeNull();
    expect(await the().following("slack:T1/C1", story)).toBeNull();
    expect(await the().followings()).toEqual([wish({ ended: true, by: "p2" })]);
    await the().mendFollowing(wish(), wish({ by: "p3" }));
    expect(await the().followings()).toEqual([wish({ ended: true, by: "p2" })]);
    await the().mendFollowing(wish({ ended: true, by: "p2" }), wish({ by: "p3" }));
    expect(await the().followings()).toEqual([wish({ by: "p3" })]);
  });

  test("an event is received once within a day", async () => {
    expect(await the().receive("e1", noon)).toBe(true);
    expect(await the().receive("e1", noon + 1)).toBe(false);
    expect(await the().receive("e2", noon + 1)).toBe(true);
    expect(await the().receive("e1", noon + 24 * 3_600_000)).toBe(true);
    const all = await Promise.all(Array.from({ length: 8 }, () => the().receive("e3", noon)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  test("what a workspace granted is kept until it is taken back", async () => {
    expect(await the().installation("T1")).toBeNull();
    await the().saveInstallation("T1", "one");
    await the().saveInstallation("T1", "two");
    expect(await the().installation("T1")).toBe("two");
    await the().removeInstallation("T1");
    expect(await the().installation("T1")).toBeNull();
  });
  test("the first reply to a request stands, and what calls cost adds up by day and account", async () => {
    const call = { day: "2026-01-02", account: "slack:T1", tokens: 100, micros: 7, at: noon };
    expect(await the().modelReply("k")).toBeNull();
    await the().saveModelCall({ ...call, kept: { key: "k", reply: "one" } });
    await the().saveModelCall({ ...call, kept: { key: "k", reply: "two" } });
    await the().saveModelCall({ ...call, account: "reading", kept: null });
    await the().saveModelCall({ ...call, day: "2026-01-03", kept: null });
    expect(await the().modelReply("k")).toBe("one");
    expect(await the().modelSpending("2026-01-02")).toEqual([
      { account: "reading", calls: 1, tokens: 100, micros: 7 },
      { account: "slack:T1", calls: 2, tokens: 200, micros: 14 },
    ]);
    expect(await the().modelSpending("2026-01-04")).toEqual([]);
  });
}
