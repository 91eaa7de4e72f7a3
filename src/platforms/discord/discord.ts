/**
 * Discord as a platform. Posts go by plain requests, so that they need no connection; the gateway connection only
 * hears what people do. It is loaded when a token is set and not before.
 */
import type { Command } from "../../../commands/command.ts";
import type { Clock, Ears, Log, Platform } from "../../ports.ts";
import { openWork } from "../work.ts";
import { type Answering, answerInteraction, answerMessage } from "./answering.ts";
import { openChannels } from "./channels.ts";
import { type Connection, openConnection } from "./connection.ts";
import { openFinding } from "./finding.ts";
import { openForumPosts } from "./forum-posts.ts";
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
  const posts = openForumPosts(wire);
  let connection: Connection | null = null;
  const client = () => connection?.client() ?? null;
  const lacks = (channel: string) => lackOf(client(), channel);
  const underWay = openWork((what, error) =>
    setup.log.warn(`${what} did not reach Discord`, { reason: failureOf(error).reason }),
  );
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
    ...openPosting({ wire, channels, threads, posts, lacks }),
    find: openFinding({ wire, channels, posts, lacks }),
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
