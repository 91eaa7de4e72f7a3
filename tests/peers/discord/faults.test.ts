/** The pipeline and the real client over a bad line: one request in five goes wrong, and nothing is lost or doubled. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver } from "../../../src/pipeline/deliver.ts";
import { markOf } from "../../../src/platforms/discord/mark.ts";
import type { Platform } from "../../../src/ports.ts";
import { followedAt } from "../../fakes/following.ts";
import { logInMemory } from "../../fakes/log.ts";
import { storeInMemory } from "../../fakes/store.ts";
import { postsWanted, seedWanted, timing } from "../delays.ts";
import { openTime, type Time } from "../time.ts";
import { openAdapter } from "./adapter.ts";
import type { Fault } from "./faults.ts";
import { documentsOf, shelve, story } from "./shelf.ts";
import { forum, guild, openStage, place, type Stage } from "./stage.ts";

const changes = 4;
/** A digest at each of two places is four messages. */
const digests = Math.ceil(postsWanted(200) / 8);
const share = 0.2;
const there = `discord:${guild}/${forum}`;

let stage: Stage;
let platform: Platform;
let time: Time;
beforeAll(async () => {
  time = openTime();
  stage = await openStage({ limit: 5, windowMs: 50 });
  ({ platform } = await openAdapter(stage));
});
afterAll(async () => {
  time.restore();
  await platform.close();
  await stage.close();
});

/** The same faults at each run: a line that is cut before and after the request, errors of Discord's, short waits. */
function badLine(seed: number): (method: string, route: string) => Fault | null {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return (method, route) => {
    if (next() >= share) return null;
    const common = { method, route, times: 0 };
    const which = next();
    if (which < 0.25) return { ...common, kind: "cut" };
    if (which < 0.5) return { ...common, kind: "lost" };
    if (which < 0.75) return { ...common, kind: "error", status: 503, code: 0 };
    // Most waits are for the outbox, whose time leaps; some are short enough for the client itself.
    return { ...common, kind: "limit", retryAfter: which < 0.99 ? 5 : 0.05, scope: "user" };
  };
}

test(
  `${digests * 2} digests over a line on which one request in five fails: each message is there once`,
  async () => {
    const { store, delays } = timing(await storeInMemory(), time);
    for (let n = 0; n < digests; n += 1) {
      await shelve(store, place, n, documentsOf(n, changes));
      await shelve(store, there, n + digests, documentsOf(n + digests, changes));
    }
    stage.rest.chance = badLine(seedWanted(7));
    const destinations = [place, there].map((at) => followedAt(at, story));
    const delivering = { store, platforms: [platform], destinations, clock: time, log: logInMemory(), alerts: null };
    for (let round = 0; (await store.waitingPlaces()).length > 0 && round < digests * 100; round += 1) {
      const both = await Promise.all([deliver(place, delivering), deliver(there, delivering)]);
      const next = both.filter((one) => one !== null);
      // No longer than the bot itself waits for anything.
      time.leap(Math.min(60_000, Math.max(1_000, Math.min(...next) - time.now())));
    }
    expect(await store.waitingPlaces()).toEqual([]);
    const rows = await stage.twin.prisma.message.findMany();
    const shown = rows.map(({ embeds }) => markIn(embeds)).sort();
    const wanted = [...marksOf(place, 0), ...marksOf(there, digests)].sort();
    expect(shown).toEqual(wanted);
    const failed = stage.rest.asked.filter(({ status }) => status === 0 || status === 503 || status === 429).length;
    expect(failed / stage.rest.asked.length).toBeGreaterThan(share / 2);
    expect(stage.rest.violations()).toEqual([]);
    console.log({ messages: shown.length, requests: stage.rest.asked.length, failed, ...delays() });
    // Of few posts the slowest of twenty is chance; of many it is a figure.
    if (digests >= 250) expect(delays().p95).toBeLessThanOrEqual(60_000);
  },
  120_000 + digests * 30_000,
);

const marksOf = (at: string, first: number): readonly string[] =>
  Array.from({ length: digests }, (_, i) =>
    documentsOf(first + i, changes).map((_, part) => markOf(`${at}|${story}:d${first + i}|${part}`)),
  ).flat();

function markIn(embeds: string): string {
  const [embed] = JSON.parse(embeds) as readonly { readonly footer?: { readonly text: string } }[];
  return embed?.footer?.text.split(" · ").at(-1) ?? "none";
}
