/**
 * Work by place, each platform in a lane of its own: a platform that is slow or down holds up nothing but itself, and
 * nobody waits for it. A place is worked on once at a time; asked for meanwhile, it has another turn.
 */
import type { Instant } from "../core/article/article.ts";

/** Calls back at about an instant, unless the process ends before. */
export type Alarm = (at: Instant, ring: () => void) => void;

/** The system's own timers, which never keep a process alive. */
export const systemAlarm =
  (now: () => Instant): Alarm =>
  (at, ring) =>
    void setTimeout(ring, Math.max(0, at - now())).unref();

export type Lanes = {
  add(place: string): void;
  /** Resolves when nothing is under way or queued. */
  idle(): Promise<void>;
  /** Begins nothing more. */
  stop(): void;
};

type Lane = { readonly queue: Set<string>; readonly active: Set<string> };

export function openLanes(options: {
  /** Places of one platform that are worked on at once. */
  readonly width: number;
  readonly work: (place: string) => Promise<void>;
}): Lanes {
  const lanes = new Map<string, Lane>();
  const waiting: (() => void)[] = [];
  let stopped = false;
  const laneOf = (place: string): Lane => {
    const name = place.slice(0, place.indexOf(":"));
    const lane = lanes.get(name) ?? { queue: new Set(), active: new Set() };
    lanes.set(name, lane);
    return lane;
  };
  const isIdle = () =>
    [...lanes.values()].every(({ queue, active }) => active.size === 0 && (stopped || queue.size === 0));
  const fill = (lane: Lane): void => {
    for (const place of lane.queue) {
      if (stopped || lane.active.size >= options.width) break;
      if (lane.active.has(place)) continue;
      lane.queue.delete(place);
      lane.active.add(place);
      void options.work(place).finally(() => {
        lane.active.delete(place);
        fill(lane);
      });
    }
    if (isIdle()) for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    add: (place) => {
      const lane = laneOf(place);
      lane.queue.add(place);
      fill(lane);
    },
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
    stop: () => {
      stopped = true;
    },
  };
}
