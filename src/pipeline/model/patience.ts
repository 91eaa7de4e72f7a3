/** How long one piece of work waits for a model, all its questions together; by a clock that nobody sets. */

export type Patience = {
  readonly signal: AbortSignal;
  /** Milliseconds until the signal comes. */
  left(): number;
};

export function patienceOf(ms: number): Patience {
  const end = performance.now() + ms;
  return { signal: AbortSignal.timeout(ms), left: () => Math.max(0, end - performance.now()) };
}

/** Waits, but not past the signal; false when that came first. */
export function rest(ms: number, { signal }: Patience): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve(true);
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
