/**
 * node-cron behind the `Wake` port: once a minute it calls back, and that is all. What is due is a question to the
 * store, so a missed wake costs a minute and nothing else; cron expressions and zones are not trusted with days.
 */
import { schedule } from "node-cron";
import type { Log, Wake } from "../ports.ts";

/** Always UTC: in a zone that changes its clocks node-cron leaves holes of more than an hour. */
const zone = "Etc/UTC";
const everyMinute = "* * * * *";

/** A run that is older than this is taken for lost, and the next wake starts another. */
export const runMsMax = 15 * 60_000;
/** A wake that the process slept or worked through is made up for, up to this late; later ones wait for the next. */
export const lateMsMax = 30_000;
/** How long `stop` waits for a run that is under way. */
export const stopMsMax = 1500;

/** Wakes at the top of every minute. One run at a time; an error ends the run, never the process. */
export function cronWake(log: Log): Wake {
  let task: ReturnType<typeof schedule> | null = null;
  let running: { readonly since: number; readonly done: Promise<void> } | null = null;

  const wake = (onWake: () => Promise<void>): void => {
    const now = performance.now();
    if (running && now - running.since < runMsMax) return;
    if (running) log.error("A run has not ended in time; starting the next one", { runMsMax });
    const done = attempt(onWake, log);
    const run = { since: now, done };
    running = run;
    void done.then(() => {
      if (running === run) running = null;
    });
  };

  return {
    start(onWake) {
      task ??= schedule(everyMinute, () => wake(onWake), {
        name: "wake",
        timezone: zone,
        noOverlap: true,
        missedExecutionTolerance: lateMsMax,
        suppressMissedWarning: true,
      });
    },
    async stop() {
      await task?.destroy();
      task = null;
      await Promise.race([running?.done, after(stopMsMax)]);
    },
  };
}

/** Runs a piece of work whose failure is for the log: what is due stays due. */
export async function attempt(onWake: () => Promise<void>, log: Log): Promise<void> {
  try {
    await onWake();
  } catch (error) {
    log.error("A run failed; the next minute tries again", { error: String(error) });
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
