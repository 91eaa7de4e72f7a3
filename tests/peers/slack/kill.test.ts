/**
 * The bot is killed again and again while it posts, at points that chance chooses, and Slack is slow or loses answers on
 * top: in the end every message is there once, in its thread and in order. `npm run soak:peers` does it far more often.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import { pendingRow } from "../../../src/pipeline/outbox-row.ts";
import type { OutboxRow } from "../../../src/ports.ts";
import { killsWanted, progress, seedWanted } from "../delays.ts";
import { patienceMs } from "../patience.ts";
import { letTimePass, withStore } from "../stores.ts";
import { type Child, type House, openHouse, startBot } from "./bot.ts";
import { drawsOf } from "./faults.ts";
import { type Front, startFront } from "./front.ts";
import { channel, team } from "./people.ts";

const kills = killsWanted(8);
const draw = drawsOf(seedWanted(11));
/** Slack takes one post a second in each; the bot posts to all of them at once. */
const channelsMax = 4;
const threadLength = 4;
/** Digests in each channel: about as much as so many lives can post. */
const digests = Math.max(2, Math.ceil(kills / 4));
/** A life that posted nothing for so long has nothing to post. */
const idleMsMax = 2_500;
/** Slack is slow by so much at most. */
const slowMsMax = 400;

let front: Front;
let channels: readonly string[];
let house: House;
beforeAll(async () => {
  front = await startFront();
  channels = [channel];
  for (let n = 1; n < channelsMax; n += 1) {
    const made = (await front.ask("conversations.create", { name: `desk-${n}` }))["channel"] as { readonly id: string };
    channels = [...channels, made.id];
  }
  house = await openHouse(front, { rows: channels.flatMap((one) => rowsFor(placeOf(one))) });
});
afterAll(async () => {
  await house.remove();
  await front.close();
});

const placeOf = (one: string) => `slack:${team}/${one}`;

const rowsFor = (place: string): readonly OutboxRow[] =>
  Array.from({ length: digests * threadLength }, (_, n) =>
    pendingRow({
      key: `${place}|k|${n}`,
      place,
      digestId: null,
      act: { kind: "post", thread: n % threadLength === 0 ? null : `${place}|k|${n - (n % threadLength)}` },
      document: [heading("Dock talks"), paragraph(text(`Part ${n}.`))],
    }),
  );

type Kept = { readonly ts: string; readonly metadata?: { readonly event_payload: { readonly outbox_id: string } } };
const idOf = ({ metadata }: Kept) => metadata?.event_payload.outbox_id ?? "";

/** The ids of all messages of a channel, thread by thread, oldest first. */
async function keptIn(one: string): Promise<readonly string[]> {
  const roots: Kept[] = [];
  const args = { channel: one, limit: "200", include_all_metadata: "true" };
  for (let cursor = ""; ; ) {
    const page = await front.ask("conversations.history", { ...args, cursor });
    roots.push(...(page["messages"] as readonly Kept[]));
    cursor = (page["response_metadata"] as { next_cursor?: string } | undefined)?.next_cursor ?? "";
    if (cursor === "") break;
  }
  const ids: string[] = [];
  for (const { ts } of roots.toReversed()) {
    const thread = await front.ask("conversations.replies", { ...args, ts });
    ids.push(...(thread["messages"] as readonly Kept[]).map(idOf));
  }
  return ids;
}

const posted = () =>
  front.calls.filter(({ method, ended }) => method === "chat.postMessage" && ended.startsWith("done")).length;

/** Between two lives: nothing is on the wire, and the grace of what is in doubt goes by. True when all is done. */
async function isDone(): Promise<boolean> {
  await expect.poll(() => front.underWay(), { interval: 20 }).toBe(0);
  return withStore(house.env["PARLEY_STORE"]!, async (store) => {
    for (const place of await store.waitingPlaces()) await letTimePass(store, place, 60_000);
    return (await store.waitingPlaces()).length === 0;
  });
}

/** A life that has begun to ask; one in ten is killed before it comes so far. */
async function alive(nth: number): Promise<Child> {
  const before = front.calls.length;
  const bot = startBot(house);
  if (nth % 10 === 9) await new Promise((resolve) => setTimeout(resolve, draw() * 600));
  else await expect.poll(() => front.calls.length, { interval: 20 }).toBeGreaterThan(before);
  return bot;
}

/** Until so many posts are there, or nothing was posted for a while. */
async function posting(target: number): Promise<void> {
  for (let last = posted(), since = Date.now(); posted() < target && Date.now() - since < idleMsMax; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (posted() !== last) [last, since] = [posted(), Date.now()];
  }
}

test(
  `up to ${kills} kills at random points: 0 lost, 0 doubled, each in its thread`,
  async () => {
    front.faults.now(0.5, (method) => {
      if (method !== "chat.postMessage") return null;
      const ms = draw() * slowMsMax;
      if (draw() < 0.1) return { kind: "lose the answer" };
      return draw() < 0.5 ? { kind: "delay", ms } : { kind: "answer late", ms };
    });
    let done = 0;
    for (let nth = 0; nth < kills && !(await isDone()); nth += 1) {
      const target = posted() + 1 + Math.floor(draw() * 7);
      const bot = await alive(nth);
      if (nth % 10 !== 9) await posting(target);
      await new Promise((resolve) => setTimeout(resolve, draw() * 60));
      bot.kill("SIGKILL");
      await bot.ended;
      done += 1;
      progress("Slack, kills", done);
    }
    front.faults.calm();
    for (let rounds = 0; !(await isDone()) && rounds < 20; rounds += 1) {
      const bot = await alive(0);
      // Before that it does not yet end by itself.
      await bot.running(patienceMs);
      await posting(Number.POSITIVE_INFINITY);
      bot.kill("SIGTERM");
      expect(await bot.ended).toBe(0);
    }
    expect(await isDone()).toBe(true);
    for (const one of channels)
      expect((await keptIn(one)).filter((id) => id !== "")).toEqual(rowsFor(placeOf(one)).map(({ key }) => key));
    // A new life knows nothing of the silence that Slack asked of the one before.
    expect(front.violations.filter((one) => !one.includes("Retry-After"))).toEqual([]);
    const looks = front.calls.filter(({ method }) => /history|replies/.test(method)).length;
    console.info({ kills: done, messages: channels.length * digests * threadLength, looks });
  },
  240_000 + kills * 30_000,
);
