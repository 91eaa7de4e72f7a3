/**
 * Lets deliveries begin where something waits: at open places at once, at paused ones now and then. A delivery that has
 * to wait a little goes on by itself; nobody waits for it, and no platform for another.
 */
import type { Instant } from "../core/article/article.ts";
import type { OutboxRow } from "../ports.ts";
import { probeMs } from "./alerts.ts";
import { type Delivering, deliver } from "./deliver.ts";
import { type Alarm, openLanes } from "./lanes.ts";

/** Places of one platform that are posted to at once. */
const placesAtOnce = 16;
/** A delivery that had to wait goes on by itself within this; what waits longer is for a later wake. */
const alarmMsMax = 60_000;
/** And never sooner than this, whatever a platform says: a loop without a pause helps nobody. */
const alarmMsMin = 1000;

export type Posting = {
  /** Begins the deliveries that are due, and returns. */
  due(): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
};

export function openPosting(
  parts: Delivering & { readonly alarm: Alarm },
  guarded: (what: string, work: () => Promise<void>) => Promise<void>,
): Posting {
  const { clock, alarm } = parts;
  const probing: Probing = { started: clock.now(), probed: new Map() };
  const rings = new Set<string>();
  const work = async (place: string) => {
    const { next, isPaused } = await deliverTo(place, parts);
    // Whoever mends it is told at once, not at the next wake.
    if (isPaused && parts.alerts !== null && parts.alerts !== place) lanes.add(parts.alerts);
    if (next === null || next - clock.now() > alarmMsMax || rings.has(place)) return;
    rings.add(place);
    alarm(Math.max(next, clock.now() + alarmMsMin), () => {
      rings.delete(place);
      lanes.add(place);
    });
  };
  const lanes = openLanes({
    width: placesAtOnce,
    work: (place) => guarded(`Posts for ${place}`, () => work(place)),
  });
  return {
    due: async () => {
      for (const place of await openPlaces(parts, probing)) lanes.add(place);
    },
    idle: lanes.idle,
    stop: lanes.stop,
  };
}

/** When this run of the program began, and when it last tried a paused place. */
type Probing = { readonly started: number; readonly probed: Map<string, number> };

/** Places with something to deliver: not paused, or paused for so long that it is worth a try. */
async function openPlaces({ store, clock }: Delivering, { started, probed }: Probing): Promise<readonly string[]> {
  const paused = new Map((await store.pauses()).map((pause) => [pause.place, pause]));
  return (await store.waitingPlaces()).filter((place) => {
    const pause = paused.get(place);
    if (!pause) return true;
    // Whoever started the program anew has often just mended it, with a new token for instance.
    const firstAt = pause.since < started ? started : pause.since + probeMs;
    const last = probed.get(place);
    if (clock.now() < Math.max(firstAt, last === undefined ? firstAt : last + probeMs)) return false;
    probed.set(place, clock.now());
    return true;
  });
}

/** A place that takes a message again is open again. */
async function deliverTo(
  place: string,
  parts: Delivering,
): Promise<{ readonly next: Instant | null; readonly isPaused: boolean }> {
  const { store } = parts;
  const before = await store.outbox(place);
  const next = await deliver(place, parts);
  const isPaused = (await store.pauses()).some((pause) => pause.place === place);
  if (!isPaused || !(await isAnySent(before, parts))) return { next, isPaused };
  await store.resume(place);
  parts.log.info("Posting to a place goes on", { place });
  return { next, isPaused: false };
}

/** What comes after a message that was given up may have been taken, so all are looked at. */
async function isAnySent(rows: readonly OutboxRow[], { store }: Delivering): Promise<boolean> {
  for (const { key } of rows) {
    const row = await store.message(key);
    if (row?.status === "sent") return true;
    if (row?.status === "pending" || row?.status === "sending") return false;
  }
  return false;
}
