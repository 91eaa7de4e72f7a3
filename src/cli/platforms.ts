/**
 * Opens the platforms that are set up: the terminal when no token is set or a destination names it, each chat when its
 * token is. A chat is loaded only then, and one that does not work leaves the others alone.
 */
import { commands } from "../../commands/index.ts";
import type { Destination } from "../core/schedule/destination.ts";
import type { Clock, Ears, Log, Platform, Store } from "../ports.ts";
import { StoppedError, UsageError } from "./command.ts";
import { openSlack, type SlackSettings } from "./slack.ts";

export type Chats = {
  /** Tokens, and other addresses than the chats' own, by the name of their variable. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly addresses: Readonly<Record<string, string>>;
  readonly discord: { readonly developmentGuild: string | null };
  readonly slack: SlackSettings;
};

/** No token: the terminal alone. */
export const noChats: Chats = {
  secrets: {},
  addresses: {},
  discord: { developmentGuild: null },
  slack: { mode: null, host: "127.0.0.1", port: 3000, clientPingTimeoutMs: 10_000, managers: [] },
};

export type PlatformSetup = {
  readonly chats: Chats;
  readonly destinations: readonly Destination[];
  /** Where an administrator reads of what needs a hand. */
  readonly alerts: string | null;
  readonly openTerminal: () => Platform;
  /** Places were opened again: what waits for them may be posted. */
  readonly resumed: () => Promise<void>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
};

export type OpenPlatforms = {
  readonly all: readonly Platform[];
  /** Null when nobody asked for it. */
  readonly terminal: Platform | null;
  /** Hears what people do in the chats until they are closed. */
  listen(ears: Ears): void;
  close(): Promise<void>;
};

export type Opening = { readonly name: string; readonly opened: Platform | null; readonly reason: string };

/** Throws a `UsageError` for a destination that no token serves, and a `StoppedError` when no platform is left. */
export async function openPlatforms(setup: PlatformSetup): Promise<OpenPlatforms> {
  const { destinations, log } = setup;
  const openings = [await openDiscord(setup), await openSlack(setup)].filter((one) => one !== null);
  const isNamed = destinations.some(({ place }) => place.startsWith("terminal:"));
  const terminal = openings.length === 0 || isNamed ? setup.openTerminal() : null;
  for (const { name, opened, reason } of openings) if (opened === null) log.error(`${name} is off`, { reason });
  const chats = openings.map(({ opened }) => opened).filter((one) => one !== null);
  const all = terminal ? [terminal, ...chats] : chats;
  const [first] = openings;
  if (all.length === 0 && first) throw new StoppedError(`${first.name}: ${first.reason}`);
  return {
    all,
    terminal,
    listen: (ears) => {
      for (const chat of chats)
        void chat.listen(ears).catch((cause: unknown) =>
          log.error(`${chat.name} hears nobody any more`, {
            error: cause instanceof Error ? cause.message : String(cause),
          }),
        );
    },
    close: async () => {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}

/** Null when Discord is not set up. */
async function openDiscord({ chats, destinations, store, clock, log }: PlatformSetup): Promise<Opening | null> {
  const token = chats.secrets["DISCORD_TOKEN"];
  if (token === undefined) {
    const named = destinations.find(({ place }) => place.startsWith("discord:"));
    if (!named) return null;
    throw new UsageError(
      `The destination ${named.place} needs a token. Set DISCORD_TOKEN, or take the destination out.`,
    );
  }
  const discord = await import("../platforms/discord/discord.ts");
  const opening = await discord.openDiscord({
    token: token.replace(/^Bot\s+/i, ""),
    apiUrl: chats.addresses["DISCORD_API_URL"] ?? null,
    developmentGuild: chats.discord.developmentGuild,
    commands,
    notes: store,
    clock,
    log,
  });
  if (opening.kind === "refused") return { name: "discord", opened: null, reason: opening.reason };
  return { name: "discord", opened: opening.platform, reason: "" };
}
