/**
 * Discord as a platform. Posts go by plain requests, so that they need no connection; the gateway connection only
 * hears what people do. It is loaded when a token is set and not before.
 */
import type { Command } from "../../../commands/command.ts";
import type { Clock, Ears, Log, Platform } from "../../ports.ts";
import { type Answering, answerInteraction, answerMessage } from "./answering.ts";
import { bounded } from "./bounded.ts";
import { openChannels } from "./channels.ts";
import { type Connection, openConnection } from "./connection.ts";
import { type Doubted, doubtedMax, openFinding } from "./finding.ts";
import { graceMs } from "./limits.ts";
import { deadToken, failureOf } from "./outcome.ts";
import { isManagedBy, lackOf } from "./permissions.ts";
import { openPosting } from "./posting.ts";
import { type Notes, register } from "./register.ts";
import { definitionsOf } from "./registration.ts";
import { fit } from "./split.ts";
import { openThreads } from "./threads.ts";
import { openTickets } from "./tickets.ts";
import { translations } from "./translations.ts";
import { openWire, type Wire } from "./wire.ts";

/** Answers that are under way when Parley stops may take this long. */
const farewellMsMax = 1_000;

export type DiscordSetup = {
  readonly token: string;
  /** Another address than Discord's own, for tests. */
  readonly apiUrl: string | null;
  /** The server to develop on, where commands show at once; null offers them on all servers. */
  readonly developmentGuild: string | null;
  readonly commands: readonly Command[];
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
};

/** Asks Discord once whether it knows the token. When it cannot be reached the platform is open all the same. */
export async function openDiscord(
  setup: DiscordSetup,
): Promise<
  { readonly kind: "open"; readonly platform: Platform } | { readonly kind: "refused"; readonly reason: string }
> {
  const wire = openWire(setup);
  try {
    await wire.me();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "halted") {
      wire.close();
      return { kind: "refused", reason: failure.reason };
    }
    setup.log.warn("Discord cannot be reached now", { reason: failure.reason });
  }
  return { kind: "open", platform: platformOf(setup, wire) };
}

function platformOf(setup: DiscordSetup, wire: Wire): Platform {
  const channels = openChannels(wire);
  const threads = openThreads(wire);
  let connection: Connection | null = null;
  const client = () => connection?.client() ?? null;
  const lacks = (channel: string) => lackOf(client(), channel);
  const doubted: Doubted = bounded(doubtedMax);
  const underWay = openWork(setup.log);
  const listen = async (ears: Ears) => {
    const parts: Answering = {
      ...{ wire, channels, threads, ears, commands: setup.commands, tickets: openTickets(wire) },
      manages: (_, channel, person) => isManagedBy(client(), channel, person),
    };
    connection = openConnection({
      ...setup,
      onReady: ({ application }) => underWay.add("Writing the commands", registering(setup, wire, application.id)),
      onInteraction: (told) => underWay.add("An answer", answerInteraction(told, parts)),
      onMessage: (told) => underWay.add("An answer", answerMessage(told, parts)),
    });
    const reason = await connection.run();
    if (reason === null) return;
    if (reason === deadToken.reason) wire.refuseToken();
    setup.log.error("Discord is off", { reason });
  };
  return {
    name: "discord",
    graceMs,
    fit,
    ...openPosting({ wire, channels, threads, lacks, doubted }),
    find: openFinding(wire, channels, lacks, doubted),
    listen,
    close: async () => {
      await connection?.close();
      await underWay.done();
      wire.close();
    },
  };
}

const registering = async (setup: DiscordSetup, wire: Wire, application: string): Promise<void> => {
  const { developmentGuild: guild, commands } = setup;
  await register(
    wire,
    application,
    guild,
    definitionsOf(commands, guild === null ? "global" : "guild", translations),
    setup,
  );
};

/** Work that nobody waits for: what fails is written down, without the words that were said. */
function openWork(log: Log) {
  const running = new Set<Promise<void>>();
  return {
    add: (what: string, work: Promise<void>) => {
      const one: Promise<void> = work
        .catch((error: unknown) => log.warn(`${what} did not reach Discord`, { reason: failureOf(error).reason }))
        .finally(() => running.delete(one));
      running.add(one);
    },
    done: () =>
      Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, farewellMsMax).unref())]),
  };
}
