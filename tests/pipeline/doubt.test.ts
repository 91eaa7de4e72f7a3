/** What nobody can tell of is posted again and says so, whatever happens in between. */
import { expect, test } from "vitest";
import type { Message } from "../../src/ports.ts";
import { type Newsroom, openNewsroom, place } from "../fakes/newsroom.ts";

/** A digest whose first message was sent off, and nobody heard how that ended. */
async function inDoubt(): Promise<{ readonly room: Newsroom; readonly posted: Message[] }> {
  const room = await openNewsroom();
  await room.bot.tick();
  const posted: Message[] = [];
  const { post } = room.platform;
  room.platform.post = (message) => {
    posted.push(message);
    return post(message);
  };
  room.platform.failNext({ kind: "unknown", reason: "reset" }, true);
  room.clock.jumpTo("2031-05-05T08:00:00Z");
  await room.bot.tick();
  expect(posted.map(({ again }) => again)).toEqual([false]);
  return { room, posted };
}

test("a doubt outlives the run that had it", async () => {
  const { room, posted } = await inDoubt();
  const { find } = room.platform;
  room.platform.find = async () => ({ kind: "unreadable", reason: "Too much was written since." });
  room.platform.failNext({ kind: "unknown", reason: "reset" });
  await room.runs(1, 1);
  await room.restart();
  // By now the place can be read, and does not hold the second one.
  room.platform.shown.splice(0);
  room.platform.find = find;
  await room.runs(5, 1);
  expect(posted.map(({ again }) => again).slice(0, 3)).toEqual([false, true, true]);
  expect(await room.store.outbox(place)).toEqual([]);
});

test("what was looked for and is not there is posted as if for the first time", async () => {
  const { room, posted } = await inDoubt();
  room.platform.shown.splice(0);
  await room.runs(5, 1);
  expect(posted.some(({ again }) => again)).toBe(false);
});
