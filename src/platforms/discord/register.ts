/** Writes the commands to Discord, and only when they are not what was written last: 200 writes a day are allowed. */
import { createHash } from "node:crypto";
import { Routes } from "discord.js";
import type { Log } from "../../ports.ts";
import type { Definition } from "./registration.ts";
import type { Wire } from "./wire.ts";

/** Small values that outlast a restart. */
export type Notes = { note(name: string): Promise<string | null>; setNote(name: string, value: string): Promise<void> };

const noteName = "discord commands";

/** `guild` is the server to develop on; null writes the list for all servers. Throws what Discord answers. */
export async function register(
  { rest, deadline }: Wire,
  application: string,
  guild: string | null,
  definitions: readonly Definition[],
  { notes, log }: { readonly notes: Notes; readonly log: Log },
): Promise<void> {
  const before = readNote(await notes.note(noteName));
  const now: Written = {
    application,
    guild,
    hash: createHash("sha256").update(JSON.stringify(definitions)).digest("hex"),
  };
  if (before?.application === application && before.guild === guild && before.hash === now.hash) return;
  await rest.put(routeOf(now), { body: definitions, signal: deadline() });
  // The list of a server that is no longer developed on would show every command twice.
  const isLeft = before?.application === application && before.guild !== null && before.guild !== guild;
  if (isLeft) await rest.put(routeOf(before), { body: [], signal: deadline() });
  await notes.setNote(noteName, JSON.stringify(now));
  log.info("The commands are written to Discord", { scope: guild ?? "all servers", commands: definitions.length });
}

type Written = { readonly application: string; readonly guild: string | null; readonly hash: string };

const routeOf = ({ application, guild }: Written) =>
  guild === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

function readNote(note: string | null): Written | null {
  try {
    return note === null ? null : (JSON.parse(note) as Written);
  } catch {
    return null;
  }
}
