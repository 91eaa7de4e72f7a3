/**
 * A platform on a bad line, in simulated time: a share of its calls is told to wait, fails at the server, is cut off
 * after it was accepted, or times out and arrives late or never. It remembers what arrived, and judges nothing.
 */
import type { Message, Platform, PostOutcome } from "../../src/ports.ts";
import type { FakeTime } from "./alarm.ts";
import { chance } from "./chance.ts";

export type Arrival = { readonly message: Message; readonly at: number; readonly remoteId: string };

export type FaultyPlatform = Platform & { readonly arrived: readonly Arrival[]; readonly faults: () => number };

const latencyMs = 200;
/** An attempt is given up after this, and can arrive until the grace is over. */
const timeoutMs = 10_000;
const graceMs = 15_000;

export function faultyPlatform(time: FakeTime, share: number, seed: number, name = "memory"): FaultyPlatform {
  const next = chance(seed);
  const arrived: Arrival[] = [];
  let faults = 0;
  const arrive = (message: Message): string => {
    const remoteId = `${name}-${arrived.length}`;
    arrived.push({ message, at: time.now(), remoteId });
    return remoteId;
  };
  const fault = async (message: Message): Promise<PostOutcome> => {
    faults += 1;
    const kind = next();
    if (kind < 0.35) return { kind: "later", waitMs: Math.round(1000 + next() * 4000), reason: "429" };
    if (kind < 0.6) return { kind: "unknown", reason: "503" };
    if (kind < 0.8) {
      arrive(message);
      return { kind: "unknown", reason: "cut off after it was read" };
    }
    const late = next() < 0.5;
    if (late)
      void time.sleep(next() * (graceMs - timeoutMs) + timeoutMs - latencyMs - 1000).then(() => arrive(message));
    await time.sleep(timeoutMs - latencyMs);
    return { kind: "unknown", reason: "timed out" };
  };
  const act = async (message: Message): Promise<PostOutcome> => {
    await time.sleep(latencyMs);
    if (next() < share) return fault(message);
    return { kind: "sent", remoteId: arrive(message) };
  };
  return {
    name,
    graceMs,
    arrived,
    faults: () => faults,
    fit: (document) => [document],
    post: act,
    edit: act,
    find: async ({ key, place }) => {
      await time.sleep(latencyMs);
      if (next() < share) {
        faults += 1;
        return { kind: "later", waitMs: 1000, reason: "429" };
      }
      const found = arrived.find(({ message }) => message.key === key && message.place === place);
      return found ? { kind: "found", remoteId: found.remoteId } : { kind: "absent" };
    },
    listen: async () => {},
    close: async () => {},
  };
}
