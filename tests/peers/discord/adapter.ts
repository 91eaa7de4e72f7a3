/** The Discord adapter in this process, on a stage, with a store of notes in memory. */
import { commands } from "../../../commands/index.ts";
import { openDiscord } from "../../../src/platforms/discord/discord.ts";
import type { Clock, Log, Platform } from "../../../src/ports.ts";
import { type Stage, token } from "./stage.ts";

export type Adapter = { readonly platform: Platform; readonly logged: string[]; readonly notes: Map<string, string> };

export async function openAdapter(
  { rest }: Stage,
  given: { readonly developmentGuild?: string; readonly notes?: Map<string, string>; readonly clock?: Clock } = {},
): Promise<Adapter> {
  const logged: string[] = [];
  const notes = given.notes ?? new Map<string, string>();
  const write =
    (level: string): Log["info"] =>
    (message, fields) =>
      void logged.push(`${level} ${message} ${JSON.stringify(fields ?? {})}`);
  const opening = await openDiscord({
    token,
    apiUrl: rest.url,
    developmentGuild: given.developmentGuild ?? null,
    commands,
    notes: {
      note: async (name) => notes.get(name) ?? null,
      setNote: async (name, value) => void notes.set(name, value),
    },
    clock: given.clock ?? { now: () => Date.now() },
    log: { info: write("info"), warn: write("warn"), error: write("error") },
  });
  if (opening.kind === "refused") throw new Error(opening.reason);
  return { platform: opening.platform, logged, notes };
}

/** Until the gateway has introduced the client, which may then hear. */
export const isReady = ({ gateway }: Stage): boolean => gateway.heard.includes(2);
