/**
 * Lets deliveries begin where something waits: at open places at once, at paused ones now and then. A delivery that has
 * to wait a little goes on by itself; nobody waits for it, and no platform for another.
 */
import { type Delivering, deliver } from "./deliver.ts";
import { type Alarm, openLanes } from "./lanes.ts";
import { probeMs } from "./pause.ts";

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
  const probed = new Map<string, number>();
  const rings = new Set<string>();
  const work = async (place: string) => {
    const next = await deliverTo(place, parts);
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
      for (const place of await openPlaces(parts, probed)) lanes.add(place);
    },
    idle: lanes.idle,
    stop: lanes.stop,
  };
}

/** Places with something to deliver: not paused, or paused for so long that it is worth a try. */
async function openPlaces({ store, clock }: Delivering, probed: Map<string, number>): Promise<readonly string[]> {
  const paused = new Map((await store.pauses()).map((pause) => [pause.place, pause]));
  return (await store.waitingPlaces()).filter((place) => {
    const pause = paused.get(place);
    if (!pause) return true;
    if (clock.now() - (probed.get(place) ?? pause.since) < probeMs) return false;
    probed.set(place, clock.now());
    return true;
  });
}

/** A place that takes a message again is open again. */
async function deliverTo(place: string, parts: Delivering): Promise<number | null> {
  const before = (await parts.store.outbox(place))[0];
  const next = await deliver(place, parts);
  const paused = (await parts.store.pauses()).some((pause) => pause.place === place);
  if (paused && before && (await parts.store.message(before.key))?.status === "sent") await parts.store.resume(place);
  return next;
}
