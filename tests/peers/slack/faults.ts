/** What goes wrong with a call, on demand: refused, limited, cut before or after it was taken, late, or never answered. */

export type Fault = {
  /** A method of the Web API, or `response_url`. */
  readonly method: string;
  readonly does:
    | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
    | { readonly kind: "error"; readonly error: string }
    /** Nothing reaches Slack. */
    | { readonly kind: "cut" }
    /** Slack does it, and nobody hears of it: what makes duplicates. */
    | { readonly kind: "lose the answer" }
    | { readonly kind: "delay"; readonly ms: number }
    /** Slack does it at once, and says so late. */
    | { readonly kind: "answer late"; readonly ms: number };
};

export type Faults = {
  /** The next calls of a method end like this. */
  next(fault: Fault, times?: number): void;
  /** From now on each call ends like this with some chance. */
  now(chance: number, choose: (method: string) => Fault["does"] | null): void;
  calm(): void;
  take(method: string): Fault["does"] | null;
  readonly taken: readonly Fault[];
};

/** `random` is a seeded draw from 0 to 1, so that a run can be repeated. */
export function openFaults(random: () => number): Faults {
  const planned: Fault[] = [];
  const taken: Fault[] = [];
  let weather: { readonly chance: number; readonly choose: (method: string) => Fault["does"] | null } | null = null;
  const chosen = (method: string): Fault["does"] | null => {
    const at = planned.findIndex((one) => one.method === method);
    if (at >= 0) return planned.splice(at, 1)[0]!.does;
    return weather && random() < weather.chance ? weather.choose(method) : null;
  };
  return {
    next: (fault, times = 1) => void planned.push(...Array.from({ length: times }, () => fault)),
    now: (chance, choose) => {
      weather = { chance, choose };
    },
    calm: () => {
      weather = null;
    },
    take: (method) => {
      const does = chosen(method);
      if (does) taken.push({ method, does });
      return does;
    },
    taken,
  };
}

/** The same draws for the same seed (mulberry32). */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
