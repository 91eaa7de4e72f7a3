/**
 * `parley start` on a loopback feed server, killed again and again. Time before the first start is played in memory, so
 * that a digest with news is due as soon as the real bot runs; what the feeds say then is baseline or for the next hour.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Instant } from "../../src/core/article/article.ts";
import { begunName } from "../../src/core/schedule/destination.ts";
import { parseSchedule } from "../../src/core/schedule/parse.ts";
import { openBot } from "../../src/pipeline/bot.ts";
import { openLibrary } from "../../src/pipeline/library.ts";
import { trusted } from "../../src/pipeline/true-clock.ts";
import { plainKeep } from "../../src/pipeline/upkeep.ts";
import { openStore } from "../../src/store/sqlite/open.ts";
import { openFeedServer } from "../fakes/feed-server.ts";
import { feedsInMemory } from "../fakes/feeds.ts";
import { logInMemory } from "../fakes/log.ts";
import { dockStory, dockStoryText } from "../fakes/newsroom.ts";
import { platformInMemory } from "../fakes/platform.ts";
import type { Ordeal } from "./demo.ts";
import { judge } from "./judge.ts";
import { chance, deathBy, live } from "./victim.ts";

const stepsMost = { output: 4, files: 60 };
const hourMs = 3_600_000;
const place = "terminal:";
const feedIds = ["quay", "harbour"] as const;

const said = [
  "The Port of Aldwick and the dockers signed an agreement on wages on Monday, Orla Fenwick said.",
  "Casper Thule rejected a night shift of ten hours, he told reporters in Aldwick.",
  "The dockers want a fund of 400 crates for the strike, Orla Fenwick said on Monday.",
  "The talks will go on in Aldwick on Thursday, the Port of Aldwick announced.",
];

/** One bot, from its first start until everything that was decided is shown, with at most so many deaths on the way. */
export async function botOrdeal(seed: number, killsMax: number): Promise<Ordeal> {
  const folder = mkdtempSync(join(tmpdir(), "parley-kill-"));
  const server = await openFeedServer();
  try {
    const file = join(folder, "store.sqlite");
    await playedBefore(file, Date.now());
    for (const id of feedIds) server.serves(`/${id}`, feed(id, Date.now()), { "content-type": "application/rss+xml" });
    writeFileSync(join(folder, "dock-talks.yaml"), dockStoryText);
    writeFileSync(join(folder, "parley.yaml"), settings(server.host));
    return await ordeal(folder, file, chance(seed), killsMax);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ordeal(folder: string, file: string, draw: () => number, killsMax: number): Promise<Ordeal> {
  const env = { PARLEY_CONFIG: join(folder, "parley.yaml"), PARLEY_STORE: file };
  let [out, err, kills] = ["", "", 0];
  for (;;) {
    // The last death may have come after the last message.
    if (isShown(file)) return { ...(await judge(file, dockStory.id, place, out)), kills, err, out, code: 0 };
    const killAt = kills < killsMax ? deathBy(draw, stepsMost) : null;
    const death = await live({ args: ["start"], env, folder, killAt, isDone: () => isShown(file) });
    out += death.out;
    err += death.err;
    if (!death.killed) return { ...(await judge(file, dockStory.id, place, out)), kills, err, out, code: death.code };
    kills += 1;
  }
}

/** A look at the file from outside, while the bot has it: whether a digest was decided and every message is sent. */
function isShown(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  try {
    const count = (query: string) => Number(database.prepare(query).get()?.["n"]);
    const sent = count("select count(*) n from outbox where status = 'sent'");
    return sent > 0 && count("select count(*) n from outbox where status in ('pending', 'sending')") === 0;
  } finally {
    database.close();
  }
}

/** Three hours in memory: a baseline, and news that nobody has told yet. */
async function playedBefore(file: string, now: Instant): Promise<void> {
  const opening = await openStore({ file, owner: "the past" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  const { store } = opening;
  // Within the hour before last, so that no slot falls due while this is played.
  let at = Math.floor(now / hourMs) * hourMs - hourMs + 1;
  const clock = { now: () => at };
  const [feeds, log] = [feedsInMemory(clock), logInMemory()];
  const schedule = parseSchedule("every 1h");
  if (schedule.kind === "error") throw new Error(schedule.message);
  const bot = openBot({
    store,
    feeds,
    platforms: [platformInMemory("terminal")],
    library: await openLibrary(store, [dockStory], log),
    sources: feedIds.map((id) => ({
      id,
      url: `https://${id}.example/feed`,
      outlet: id,
      lang: "en",
      owner: null,
      country: null,
      stateRun: false,
    })),
    destinations: [],
    alerts: null,
    alarm: () => {},
    keep: plainKeep,
    settings: { floorMs: hourMs / 4, ceilingMs: hourMs / 4 },
    clock: trusted(clock),
    log,
    jitter: () => 0,
    detectLanguage: async () => "en",
    asking: null,
  });
  await bot.tick();
  await store.setNote(begunName(place, dockStory.id), String(at));
  for (const [n, text] of said.entries())
    feeds.publishes(feedIds[n % 2]!, `a${n}`, { title: `Dock talks, part ${n}`, text });
  at += hourMs / 2;
  await bot.tick();
  await store.close();
}

function feed(id: string, now: Instant): string {
  const items = said.map(
    (text, n) =>
      `<item><title>Dock talks, part ${n}</title><link>https://${id}.example/b${n}</link><guid>https://${id}.example/b${n}</guid><pubDate>${new Date(now - n * 60_000).toUTCString()}</pubDate><description>${text} It is said in ${id}.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${id}</title><link>https://${id}.example/</link><description/>${items.join("")}</channel></rss>`;
}

const settings = (host: string) => `stories: [dock-talks.yaml]
polling: { contact: https://desk.example/, allowHosts: ["${host}"] }
destinations:
  - { place: "${place}", story: ${dockStory.id}, schedule: every 1h }
feeds:
${feedIds.map((id) => `  - { id: ${id}, url: "http://${host}/${id}", outlet: ${id} }`).join("\n")}
`;
