/** The composition root: opens what the bot needs, hands the parts to each other, and closes them in order. */
import { randomUUID } from "node:crypto";
import { complete } from "../../commands/complete.ts";
import { commands } from "../../commands/index.ts";
import type { Services } from "../../commands/services.ts";
import type { FeedSource } from "../core/feed/feed.ts";
import type { PollSettings } from "../core/feed/poll.ts";
import type { Destination } from "../core/schedule/destination.ts";
import { emptyStory, type Story } from "../core/story/story.ts";
import { tellOfClock } from "../pipeline/alerts.ts";
import { type Bot, openBot } from "../pipeline/bot.ts";
import { systemAlarm } from "../pipeline/lanes.ts";
import { openLibrary } from "../pipeline/library.ts";
import { openTrueClock, trusted } from "../pipeline/true-clock.ts";
import type { Keep } from "../pipeline/upkeep.ts";
import { answerTimeoutMs, serve } from "../platforms/serve.ts";
import { fileReceipts, memoryReceipts } from "../platforms/terminal/receipts.ts";
import { openTerminal, wantsColour } from "../platforms/terminal/terminal.ts";
import type { Clock, Ears, Feeds, Log, Platform, Store } from "../ports.ts";
import { openStore } from "../store/sqlite/open.ts";
import { openFeeds } from "../web/feeds.ts";
import { detectLanguage } from "../web/language.ts";
import type { FetchLimits } from "../web/limits.ts";
import { UsageError } from "./command.ts";
import { openDesk } from "./desk.ts";
import { askingFor, type ModelSetting } from "./model.ts";
import { type Chats, openPlatforms } from "./platforms.ts";
import { widthOf } from "./width.ts";

export type Setting = {
  readonly owner: string;
  readonly storePath: string;
  readonly stories: readonly Story[];
  readonly sources: readonly FeedSource[];
  readonly destinations: readonly Destination[];
  readonly alerts: string | null;
  readonly settings: PollSettings;
  readonly keep: Keep;
  readonly zone: string;
  readonly contact: string;
  readonly allowHosts: readonly string[];
  readonly clock: Clock;
  /** Whether servers may correct the clock; that of a demo is not theirs. */
  readonly heedsServers: boolean;
  readonly log: Log;
  /** −1…1, a fresh draw a call: spreads polls. */
  readonly jitter: () => number;
  /** Gentler or harder limits of the fetcher than its own. */
  readonly webLimits: Partial<FetchLimits>;
  readonly chats: Chats;
  readonly model: ModelSetting | null;
};

export type Composition = {
  readonly bot: Bot;
  readonly store: Store;
  /** Answers what people do in the chats. */
  listen(): void;
  /** Answers what is typed until the input ends; null where nobody asked for the terminal. */
  readonly prompt: (() => Promise<void>) | null;
  close(): Promise<void>;
};

export const terminalPlace = "terminal:";

/** Throws a `UsageError` when the store cannot be used. */
export async function compose(setting: Setting): Promise<Composition> {
  const opening = await openStore({ file: setting.storePath, owner: setting.owner });
  if (opening.kind === "refused") throw new UsageError(opening.reason);
  const { store } = opening;
  const clock = setting.heedsServers
    ? openTrueClock(setting.clock, (aheadMs) => void tellOfClock(aheadMs, { ...setting, store }))
    : trusted(setting.clock);
  const library = await openLibrary(store, setting.stories, setting.log);
  const feeds: Feeds = openFeeds({
    clock,
    contact: setting.contact,
    allowedHosts: setting.allowHosts,
    limits: setting.webLimits,
  });
  const story = setting.stories[0] ?? emptyStory;
  const reading = () => ({ stories: setting.stories, story, now: clock.now(), zone: setting.zone });
  const platforms = await openPlatforms({
    ...setting,
    clock,
    store,
    resumed: () => bot.post(),
    openTerminal: () => terminalOf(setting.storePath, (line) => complete(commands, line, reading())),
  }).catch(async (cause: unknown) => {
    await store.close();
    throw cause;
  });
  const asking = await askingFor(setting.model, { store, clock, log: setting.log });
  const services = openDesk({ ...setting, clock, store, library, asking, feeds, started: clock.now() });
  const ears = earsOf(services, story, { ...setting, clock, store });
  const bot = openBot({
    ...setting,
    clock,
    store,
    feeds,
    library,
    platforms: platforms.all,
    alarm: systemAlarm(clock.now),
    detectLanguage,
    asking,
  });
  const { terminal } = platforms;
  return {
    bot,
    store,
    listen: () => platforms.listen(ears),
    prompt: terminal && (() => terminal.listen(ears)),
    async close() {
      bot.stop();
      await platforms.close();
      await feeds.close();
      await store.close();
    },
  };
}

function earsOf(
  services: Services,
  { id }: Story,
  { clock, log, store }: Pick<Setting, "clock" | "log"> & { readonly store: Store },
): Ears {
  const newestAt = async (place: string) => (await store.digests({ story: id, place, limit: 1 }))[0]?.digest.id ?? null;
  return serve({
    commands,
    services,
    log,
    timeoutMs: answerTimeoutMs,
    reference: () => randomUUID().slice(0, 8),
    receive: (event) => store.receive(event, clock.now()),
    digestOf: (place, message) => store.digestOf(place, message),
    digestAt: (place, thread) => (thread === "newest" ? newestAt(place) : store.digestAt(place, thread)),
  });
}

function terminalOf(storePath: string, completed: (line: string) => readonly string[]): Platform {
  return openTerminal({
    out: process.stdout,
    in: process.stdin,
    width: widthOf,
    colour: wantsColour(process.stdout.isTTY === true, process.stdout.hasColors?.() === false ? "1" : undefined),
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    receipts: storePath === ":memory:" ? memoryReceipts() : fileReceipts(`${storePath}.shown`),
    place: terminalPlace,
    complete: completed,
  });
}
