/**
 * Time that a test can let pass at once, for everything in this process: the pipeline, the real client and the stand-in,
 * whose ids hold the time. Between leaps it goes on as usual, so that what waits for a moment ends.
 */
export type Time = {
  now(): number;
  /** Lets so many milliseconds pass. */
  leap(ms: number): void;
  restore(): void;
};

export function openTime(): Time {
  const real = Date.now;
  let ahead = 0;
  Date.now = () => real() + ahead;
  return {
    now: () => Date.now(),
    leap: (ms) => {
      ahead += ms;
    },
    restore: () => {
      Date.now = real;
    },
  };
}
