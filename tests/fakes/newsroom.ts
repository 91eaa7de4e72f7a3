/**
 * A whole bot in memory: an invented story, two feeds, one place, a clock that is moved by hand. It can be restarted,
 * which forgets everything but the store and what the platform has shown.
 */
import { commands } from "../../commands/index.ts";
import { openDesk } from "../../src/cli/desk.ts";
import { roles } from "../../src/core/model/request.ts";
import { type Destination, plainDestination } from "../../src/core/schedule/destination.ts";
import { parseSchedule } from "../../src/core/schedule/parse.ts";
import { readStory } from "../../src/core/story/read.ts";
import type { Story } from "../../src/core/story/story.ts";
import { tellOfClock } from "../../src/pipeline/alerts.ts";
import { type Bot, openBot, type Waits } from "../../src/pipeline/bot.ts";
import { openLibrary } from "../../src/pipeline/library.ts";
import { type AskingParts, openAsking } from "../../src/pipeline/model/asking.ts";
import { openTrueClock, trusted } from "../../src/pipeline/true-clock.ts";
import { plainKeep } from "../../src/pipeline/upkeep.ts";
import { serve } from "../../src/platforms/serve.ts";
import { renderPost } from "../../src/platforms/terminal/render.ts";
import type { Clock, Platform, Request, StoredDigest } from "../../src/ports.ts";
import { clockAt, type FakeClock } from "./clock.ts";
import { type FakeFeeds, feedsInMemory } from "./feeds.ts";
import { type FakeLog, logInMemory } from "./log.ts";
import { type FakePlatform, platformInMemory } from "./platform.ts";
import { type FakeStore, storeInMemory } from "./store.ts";

export const place = "memory:room";

/** Dockers and a port, in a town that does not exist. */
export const dockStoryText = `story: dock-talks
name: Dock talks
zone: UTC
words: [talks, strike, night shift*, agreement, wage*]
actors:
  - { name: Orla Fenwick, side: dockers, aliases: [Fenwick], roles: [dockers' leader] }
  - { name: Port of Aldwick, kind: body, side: port, aliases: [Aldwick port] }
  - { name: Casper Thule, side: port, aliases: [Thule] }
`;

export const dockStory: Story = readStory(dockStoryText, "dock-talks.yaml").story!;

export type Newsroom = {
  readonly clock: FakeClock;
  readonly feeds: FakeFeeds;
  readonly store: FakeStore;
  readonly platform: FakePlatform;
  readonly log: FakeLog;
  /** Its tick ends when what it began to post is done. */
  readonly bot: Bot;
  /** A tick as the program makes it, which waits for no post. */
  tickOnly(): Promise<void>;
  /** What a person at the place is answered, one line an item; null when nothing is said. */
  asks(line: string, request?: Partial<Request>): Promise<readonly string[] | null>;
  /** A tick every so many minutes, for so long. */
  runs(minutes: number, every?: number): Promise<void>;
  /** From then on with these stories, where some are given. */
  restart(stories?: readonly Story[]): Promise<void>;
  /** Oldest first. */
  digests(): Promise<readonly StoredDigest[]>;
  /** Everything the platform has shown, as text, one message an item. */
  shown(): readonly string[];
};

export type Wishes = {
  readonly from?: string;
  readonly schedule?: string;
  readonly destination?: Partial<Destination>;
  /** The clocks of the feeds' servers, which then correct the bot's. */
  readonly servers?: Clock;
  /** More feeds than the two, which hold nothing. */
  readonly moreFeeds?: readonly string[];
  /** Another platform, with a place that follows the same story. */
  readonly beside?: { readonly platform: Platform; readonly place: string };
  /** A model that helps, with its settings. */
  readonly model?: Partial<AskingParts> & Pick<AskingParts, "model">;
  /** How long a wake waits for it. */
  readonly waits?: Waits;
};

export const feedIds = ["quay", "harbour"] as const;

export async function openNewsroom(wishes: Wishes = {}): Promise<Newsroom> {
  const clock = clockAt(wishes.from ?? "2031-05-05T06:30:00Z");
  const [feeds, store, platform, log] = [
    feedsInMemory(clock),
    await storeInMemory(),
    platformInMemory(),
    logInMemory(),
  ];
  const parsed = parseSchedule(wishes.schedule ?? "daily 08:00, 20:00");
  if (parsed.kind === "error") throw new Error(parsed.message);
  const sources = [...feedIds, ...(wishes.moreFeeds ?? [])].map((id) => ({
    id,
    url: `https://${id}.example/feed`,
    outlet: id,
    lang: "en",
    owner: null,
    country: null,
    stateRun: false,
  }));
  const destinations = [place, ...(wishes.beside ? [wishes.beside.place] : [])].map((at) => ({
    place: at,
    story: dockStory.id,
    schedule: parsed.schedule,
    zone: "UTC",
    ...plainDestination,
    ...wishes.destination,
  }));
  const told = wishes.servers
    ? openTrueClock(clock, (aheadMs) => void tellOfClock(aheadMs, { store, clock, log, alerts: "memory:desk" }))
    : trusted(clock);
  if (wishes.servers) feeds.servers = wishes.servers;
  const asking = wishes.model
    ? openAsking({
        roles,
        caps: { tokensPerDay: 1_000_000, moneyPerDay: null, priceIn: 0, priceOut: 0 },
        thinkingTokens: 0,
        chance: () => 0,
        ...{ store, clock, log },
        ...wishes.model,
      })
    : null;
  const open = async (stories: readonly Story[]) => {
    const library = await openLibrary(store, stories, log);
    const bot = openBot({
      store,
      feeds,
      platforms: [platform, ...(wishes.beside ? [wishes.beside.platform] : [])],
      library,
      sources,
      destinations,
      alerts: "memory:desk",
      keep: plainKeep,
      settings: { floorMs: 15 * 60_000, ceilingMs: 30 * 60_000 },
      clock: told,
      // Nothing rings here: what has to wait goes on at a later tick, when the test says so.
      alarm: () => {},
      log,
      jitter: () => 0,
      detectLanguage: async () => "en",
      asking,
      ...(wishes.waits ? { waits: wishes.waits } : {}),
    });
    const services = openDesk({
      store,
      library,
      feeds,
      log,
      sources,
      destinations,
      clock: told,
      zone: "UTC",
      started: told.now(),
      asking,
    });
    const ears = serve({
      commands,
      services,
      log,
      timeoutMs: 60_000,
      reference: () => "R1",
      receive: (event) => store.receive(event, clock.now()),
      digestOf: (at, message) => store.digestOf(at, message),
      digestAt: (at, thread) => store.digestAt(at, thread),
    });
    return { bot, ears };
  };
  let followed: readonly Story[] = [dockStory];
  let { bot, ears } = await open(followed);
  let asked = 0;
  const tick = async () => {
    await bot.tick();
    await bot.idle();
  };
  return {
    clock,
    feeds,
    store,
    platform,
    log,
    bot: { tick, plan: () => bot.plan(), post: () => bot.post(), idle: () => bot.idle(), stop: () => bot.stop() },
    tickOnly: () => bot.tick(),
    asks: async (line, request = {}) => {
      asked += 1;
      const answer = await ears.answer({
        id: `q${asked}`,
        place,
        person: "p1",
        input: { kind: "line", text: line },
        addressed: "directly",
        thread: null,
        manages: async () => true,
        ...request,
      });
      return answer && renderPost(answer.post, { width: 100, colour: false });
    },
    runs: async (minutes, every = 30) => {
      for (let past = 0; past < minutes; past += every) {
        clock.advance(every);
        await tick();
      }
    },
    restart: async (stories = followed) => {
      followed = stories;
      ({ bot, ears } = await open(followed));
    },
    digests: async () => (await store.digests({ story: dockStory.id, place, limit: 100 })).toReversed(),
    shown: () => platform.shown.map((message) => JSON.stringify(message.document)),
  };
}
