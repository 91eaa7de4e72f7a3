/**
 * The program is killed again and again while it posts, at points that chance chooses, and Discord loses answers on top:
 * in the end every message is there once. `npm run soak:peers` does it far more often.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { markOf } from "../../../src/platforms/discord/mark.ts";
import { chance } from "../../fakes/chance.ts";
import { killsWanted, progress, seedWanted } from "../delays.ts";
import { letTimePass, withStore } from "../stores.ts";
import { type Built, buildBot, type Life } from "./built.ts";
import { documentsOf, shelve, waiting } from "./shelf.ts";
import { forum, guild, openStage, place, type Stage, until } from "./stage.ts";

const kills = killsWanted(8);
const draw = chance(seedWanted(3));
/** Digests at each of two places, with so many changes. */
const digests = Math.max(4, Math.ceil(kills * 0.6));
const changes = 4;
/** So long a life may take to post what it is to post; where all that is left waits for its grace, it never does. */
const postingMsMax = 5_000;
/** A life that posted nothing for so long has nothing to post. */
const quietMs = 3_000;
const messages = "/channels/{channel_id}/messages";
const there = `discord:${guild}/${forum}`;

let stage: Stage;
let built: Built;
beforeAll(async () => {
  // Slow enough to be killed between any two requests.
  stage = await openStage({ limit: 5, windowMs: 400 });
  built = await buildBot(stage, [place, there], null);
  await withStore(built.storePath, async (store) => {
    for (let n = 0; n < digests; n += 1) {
      await shelve(store, place, n, documentsOf(n, changes));
      await shelve(store, there, n + digests, documentsOf(n + digests, changes));
    }
  });
});
afterAll(async () => {
  await built.close();
  await stage.close();
});

const posted = () =>
  stage.rest.asked.filter(({ method, route }) => method === "POST" && /messages$|threads$/.test(route)).length;
/** Between two lives: nothing is on the wire, and the grace of what is in doubt goes by. True when all is done. */
async function isDone(): Promise<boolean> {
  await until(() => stage.rest.underWay() === 0, "the end of what a dead bot asked for");
  return withStore(built.storePath, async (store) => {
    for (const at of [place, there]) await letTimePass(store, at, 60_000);
    return [...(await waiting(store, place)), ...(await waiting(store, there))].length === 0;
  });
}

/** A life that has begun to ask; one that is killed before it does proves little. */
async function running(): Promise<Life> {
  const before = stage.rest.asked.length;
  const life = built.live({ LOG_LEVEL: "error" });
  await until(() => stage.rest.asked.length > before, "a running bot");
  return life;
}

/** Until nothing was posted for a while. */
async function quiet(): Promise<void> {
  let [last, since] = [posted(), Date.now()];
  const isQuiet = () => {
    if (posted() !== last) [last, since] = [posted(), Date.now()];
    return Date.now() - since > quietMs;
  };
  await until(isQuiet, "quiet", 600_000);
}

/** The marks of everything that was to be posted at a place. */
const expected = (at: string, first: number): readonly string[] =>
  Array.from({ length: digests }, (_, i) =>
    documentsOf(first + i, changes).map((_, part) => markOf(`${at}|grain-corridor:d${first + i}|${part}`)),
  ).flat();

/** The mark that a message carries below it. */
function markIn(embeds: string): string {
  const [embed] = JSON.parse(embeds) as readonly { readonly footer?: { readonly text: string } }[];
  return embed?.footer?.text.split(" · ").at(-1) ?? "none";
}

test(
  `up to ${kills} kills: nothing is lost and nothing is there twice`,
  async () => {
    let done = 0;
    for (let kill = 0; kill < kills && !(await isDone()); kill += 1) {
      if (kill % 3 === 1) stage.rest.faults.push({ kind: "lost", method: "POST", route: messages, times: 1 });
      const target = posted() + 1 + Math.floor(draw() * 6);
      const life = await running();
      // After a lost answer a place waits for its grace; then there is nothing to wait for here.
      await until(() => posted() >= target, "some posts", postingMsMax).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, draw() * 60));
      await life.end("SIGKILL");
      done += 1;
      progress("Discord, kills", done);
    }
    stage.rest.faults.length = 0;
    for (let rounds = 0; !(await isDone()) && rounds < 20; rounds += 1) {
      const life = await running();
      await quiet();
      await life.end("SIGTERM");
    }
    expect(await isDone()).toBe(true);
    console.log({ kills: done, messages: digests * 2 * documentsOf(0, changes).length });
    const rows = await stage.twin.prisma.message.findMany();
    expect(rows.map((row) => markIn(row.embeds)).sort()).toEqual(
      [...expected(place, 0), ...expected(there, digests)].sort(),
    );
    const threads = await stage.twin.prisma.channel.findMany({ where: { type: 11 } });
    expect(threads).toHaveLength(digests * 2);
    expect(stage.rest.violations()).toEqual([]);
  },
  700_000 + kills * 30_000,
);
