/**
 * `parley demo`: the main job on bundled sample feeds, served from loopback over real HTTP, with a clock that runs
 * through the sample days. A demo that was cut off goes on where it stopped; one that ended begins anew.
 */

import { join } from "node:path";
import type { Instant } from "../core/article/article.ts";
import { paragraph, text } from "../core/post/post.ts";
import { plainDestination } from "../core/schedule/destination.ts";
import { parseSchedule } from "../core/schedule/parse.ts";
import { dayMs, hourMs, minuteMs } from "../core/schedule/zone.ts";
import { loadSamples, type Sample } from "../demo/samples.ts";
import { serveSamples } from "../demo/server.ts";
import { openLog } from "../log.ts";
import { plainKeep } from "../pipeline/upkeep.ts";
import { renderDocument } from "../platforms/terminal/render.ts";
import { type CliCommand, type Io, noPositionals, UsageError } from "./command.ts";
import { type Composition, compose, terminalPlace } from "./compose.ts";
import { doneNote, storePathOf } from "./demo-store.ts";
import { storyOf } from "./inputs.ts";
import { noChats } from "./platforms.ts";
import { widthOf } from "./width.ts";

/** How far the clock jumps between two looks at the feeds. */
const stepMs = 60 * minuteMs;
/** Sample hours a second on a terminal, so that a person can follow; a pipe gets everything at once. */
const defaultSpeed = 8;
const speedMax = 100_000;
const clockNote = "demo clock";

export const demoCommand: CliCommand = {
  name: "demo",
  about: "Runs the main job on bundled sample feeds: five days of news in seconds, then a prompt.",
  example: "parley demo --once",
  positionals: "",
  options: {
    once: { type: "boolean", hint: "", about: "end after the last digest instead of prompting" },
    speed: {
      type: "string",
      hint: "N",
      about: `sample hours a second; ${defaultSpeed} on a terminal, as fast as possible otherwise`,
    },
  },
  async run(args, io) {
    noPositionals(demoCommand, args);
    const speed = speedOf(args.text("speed"));
    const { samples, problems } = loadSamples(join(io.root, "config/demo"));
    for (const { what, where } of problems) io.err(`${where}: ${what}\n`);
    if (samples.length === 0) throw new UsageError("There are no sample feeds in config/demo. Restore the folder.");
    await runDemo(samples, { once: args.flag("once"), speed }, io);
    return problems.length > 0 ? 1 : 0;
  },
};

function speedOf(written: string | null): number | null {
  if (written === null) return process.stdout.isTTY === true ? defaultSpeed : null;
  const speed = Number(written);
  if (!Number.isFinite(speed) || speed <= 0 || speed > speedMax)
    throw new UsageError(`--speed: "${written}" is no speed. Give sample hours a second, such as 24.`);
  return speed;
}

async function runDemo(
  samples: readonly Sample[],
  options: { readonly once: boolean; readonly speed: number | null },
  io: Io,
): Promise<void> {
  const [start, end] = spanOf(samples);
  const path = await storePathOf(io.root);
  let now = start;
  const clock = { now: () => now };
  const server = await serveSamples(samples, clock.now);
  const demo = await compose(settingOf(samples, server.feeds, path, clock, io));
  try {
    now = Number((await demo.store.note(clockNote)) ?? start);
    io.out(
      now > start ? `Going on with the demo that was cut off at ${stamp(now)}.\n` : introduction(samples, start, end),
    );
    for (; now <= end; now += stepMs) {
      await demo.store.setNote(clockNote, String(now));
      await demo.bot.tick();
      // The sample clock stands still until everything is shown.
      await demo.bot.idle();
      if (options.speed !== null) await pause((stepMs / hourMs / options.speed) * 1000);
    }
    now = end;
    await demo.store.setNote(doneNote, "yes");
    await farewell(demo, options.once, io);
  } finally {
    await demo.close();
    await server.close();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const stamp = (at: Instant) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** From the midnight before the first article to the evening after the last. */
function spanOf(samples: readonly Sample[]): readonly [Instant, Instant] {
  const times = samples.flatMap((sample) =>
    sample.articles.flatMap((article) => [article.published, ...article.versions.map((version) => version.at)]),
  );
  return [Math.floor(Math.min(...times) / dayMs) * dayMs, Math.ceil(Math.max(...times) / dayMs) * dayMs];
}

function settingOf(
  samples: readonly Sample[],
  feeds: readonly { outlet: string; url: string }[],
  storePath: string,
  clock: { now(): Instant },
  io: Io,
): Parameters<typeof compose>[0] {
  const story = storyOf(null, io.root);
  const parsed = parseSchedule("daily 08:00, 20:00");
  if (parsed.kind === "error") throw new Error(parsed.message);
  return {
    owner: "parley demo",
    storePath,
    stories: [story],
    sources: samples.map((sample) => ({
      id: sample.id,
      url: feeds.find((feed) => feed.outlet === sample.id)!.url,
      outlet: sample.title,
      lang: sample.lang,
      owner: sample.owner,
      country: sample.country,
      stateRun: sample.stateRun,
    })),
    destinations: [
      {
        place: terminalPlace,
        story: story.id,
        schedule: parsed.schedule,
        zone: "UTC",
        ...plainDestination,
      },
    ],
    alerts: null,
    settings: { floorMs: stepMs, ceilingMs: stepMs },
    keep: plainKeep,
    zone: "UTC",
    contact: "https://parley.example/demo",
    allowHosts: feeds.map((feed) => new URL(feed.url).host),
    clock,
    heedsServers: false,
    log: openLog("warn", io.err, { clock, human: true, secrets: [] }),
    // Two demos show the same: each looks at its feeds at the same sample hours.
    jitter: () => 0,
    // All samples share one host, which is ours: nobody has to be spared.
    webLimits: { hostGapMs: 0 },
    chats: noChats,
    model: null,
  };
}

function introduction(samples: readonly Sample[], start: Instant, end: Instant): string {
  const articles = samples.reduce((sum, sample) => sum + sample.articles.length, 0);
  return `Parley demo: ${samples.length} invented outlets and ${articles} sample articles, ${stamp(start)} to ${stamp(end)}, read over HTTP from this machine.\nDigests come at 08:00 and 20:00.\n`;
}

async function farewell(demo: Composition, once: boolean, io: Io): Promise<void> {
  const words = once
    ? "The demo is over. Without --once you can ask it questions."
    : "The sample days are over. Ask anything: a plain question, /talks disputed, /talks help. Ctrl-D ends.";
  io.out(`\n${wrapped(words)}\n`);
  if (!once) await demo.prompt?.();
}

/** A sentence of our own in the width of the window. */
const wrapped = (words: string): string =>
  renderDocument([paragraph(text(words))], { width: widthOf(), colour: false }).join("\n");
