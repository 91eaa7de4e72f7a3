/** Opens the thread of a message. It has the message's id, and there is one a message: that it is there is no failure. */
import { Routes } from "discord.js";
import { bounded } from "../bounded.ts";
import type { Failure } from "../insist.ts";
import { codes, failureOf, harmless, isCode } from "./outcome.ts";
import type { Wire } from "./wire.ts";

/** Threads whose existence need not be asked for again. */
const threadsMax = 1000;
/** When a thread leaves the list of active ones, in minutes: three days. Posting brings it back. */
export const archiveAfterMinutes = 4320;

/** Null when the thread is there. After a failure nothing was posted in it. */
export type Threads = (channel: string, root: string, name: string, signal: AbortSignal) => Promise<Failure | null>;

export function openThreads({ rest }: Wire): Threads {
  const known = bounded<string, true>(threadsMax);
  return async (channel, root, name, signal) => {
    if (known.get(root)) return null;
    const body = { name, auto_archive_duration: archiveAfterMinutes };
    try {
      await rest.post(Routes.threads(channel, root), { body, signal });
    } catch (error) {
      if (isCode(error, codes.unknownMessage))
        return { kind: "gone", reason: "The message that the thread hangs on was deleted." };
      if (!isCode(error, codes.threadExists)) return harmless(failureOf(error));
    }
    known.set(root, true);
    return null;
  };
}
