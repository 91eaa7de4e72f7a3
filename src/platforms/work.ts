/** Work that nobody waits for until the end: what fails is told to whoever opened it, and never ends the process. */

/** What is under way when Parley stops may take this long. */
const farewellMsMax = 1_000;

export type Work = {
  add(what: string, work: Promise<void>): void;
  /** When nothing is under way any more, or the time for it is over. */
  done(): Promise<void>;
};

export function openWork(failed: (what: string, error: unknown) => void): Work {
  const running = new Set<Promise<void>>();
  return {
    add: (what, work) => {
      const one: Promise<void> = work
        .catch((error: unknown) => failed(what, error))
        .finally(() => void running.delete(one));
      running.add(one);
    },
    done: async () => {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, farewellMsMax);
      await Promise.race([Promise.all(running), late.promise]);
      clearTimeout(timer);
    },
  };
}
