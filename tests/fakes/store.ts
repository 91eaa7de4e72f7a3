/** The real store in memory, whose next calls can be made to fail, before or after they have worked. */
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/sqlite/open.ts";

type Verb = keyof Store;
type Work = (...given: readonly unknown[]) => Promise<unknown>;

export type FakeStore = Store & {
  /** The next so many calls throw and change nothing. */
  failsOn(verb: Verb, times?: number): void;
  /** The next call does its work and then throws, as when a process dies before it learns of it. */
  losesTheAnswerOf(verb: Verb): void;
};

export async function storeInMemory(): Promise<FakeStore> {
  const opening = await openStore({ file: ":memory:", owner: "a test" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  const failing = new Map<string, number>();
  const mute = new Set<string>();
  const faulty = (verb: string, work: Work): Work => {
    return async (...given) => {
      const left = failing.get(verb) ?? 0;
      if (left > 0) {
        failing.set(verb, left - 1);
        throw new Error(`disk full (${verb})`);
      }
      const result = await work(...given);
      if (mute.delete(verb)) throw new Error(`gone before it heard (${verb})`);
      return result;
    };
  };
  const verbs = Object.entries(opening.store).map(([verb, work]) => [verb, faulty(verb, work as Work)]);
  return {
    ...(Object.fromEntries(verbs) as Store),
    failsOn: (verb, times = 1) => void failing.set(verb, times),
    losesTheAnswerOf: (verb) => void mute.add(verb),
  };
}
