/** Tries again what a person waits for, as often and for as long as they would wait. It does not know what is tried. */
import { setTimeout as sleep } from "node:timers/promises";
import type { PostOutcome } from "../ports.ts";

export type Failure = Exclude<PostOutcome, { kind: "sent" }>;

/** The longest wait before another try. */
export const insistWaitMsMax = 30_000;
const triesMax = 4;

export type Insistence = {
  /** How long to wait before another try; null where none may follow. */
  readonly waitAfter: (failure: Failure) => number | null;
  readonly wait?: (ms: number) => Promise<unknown>;
};

/** Null when it was done; else how the last try failed. */
export async function insist(
  attempt: () => Promise<Failure | null>,
  { waitAfter, wait = unhurried }: Insistence,
): Promise<Failure | null> {
  for (let tried = 1; ; tried += 1) {
    const failure = await attempt();
    const waitMs = failure && waitAfter(failure);
    if (waitMs === null || waitMs > insistWaitMsMax || tried === triesMax) return failure;
    await wait(waitMs);
  }
}

const unhurried = (ms: number): Promise<unknown> => sleep(ms, undefined, { ref: false });
