/**
 * Keeps calls apart: each lane lets one through every so often, and none while Slack asked for silence. It knows no
 * call; a lane is a name.
 */
import type { Clock } from "../../ports.ts";

export type Pace = {
  /** Waits for a turn and takes it: 0. When that would take longer than the patience, takes none: the wait that is left. */
  turn(lane: string, gapMs: number, patienceMs: number): Promise<number>;
  /** Nothing goes through before this has passed. */
  hold(lane: string, waitMs: number): void;
};

/** Lanes that are remembered; a forgotten one only loses a wait of a second. */
const lanesMax = 5_000;

export function openPace(clock: Clock, wait: (ms: number) => Promise<unknown>): Pace {
  const next = new Map<string, number>();
  const set = (lane: string, at: number) => {
    next.delete(lane);
    next.set(lane, at);
    const oldest = next.size > lanesMax ? next.keys().next().value : undefined;
    if (oldest !== undefined) next.delete(oldest);
  };
  return {
    turn: async (lane, gapMs, patienceMs) => {
      const now = clock.now();
      // A clock that was set back must not keep a lane shut for hours.
      const at = Math.min(next.get(lane) ?? now, now + heldMsMax);
      const waitMs = Math.max(0, at - now);
      if (waitMs > patienceMs) return waitMs;
      set(lane, now + waitMs + gapMs);
      if (waitMs > 0) await wait(waitMs);
      return 0;
    },
    hold: (lane, waitMs) => set(lane, Math.max(next.get(lane) ?? 0, clock.now() + Math.min(waitMs, heldMsMax))),
  };
}

const heldMsMax = 3_600_000;
