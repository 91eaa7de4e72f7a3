/**
 * Gives turns: so many in all, one at a time for each host, with a pause between two turns of one host. It does not
 * know what is done in a turn.
 */
export type Turns = { take<T>(host: string, act: () => Promise<T>): Promise<T> };

type Turn = {
  readonly over: Promise<void>;
  /** Set while the pause after the turn runs. */
  pause: NodeJS.Timeout | null;
  /** Whether another turn of the same host waits for this one. */
  awaited: boolean;
};

/** @param gapMs from the end of a host's turn to the beginning of its next */
export function openTurns(inAllMax: number, gapMs: number): Turns {
  const lastOfHost = new Map<string, Turn>();
  const waiting: (() => void)[] = [];
  let taken = 0;

  const enter = async () => {
    if (taken >= inAllMax) await new Promise<void>((go) => waiting.push(go));
    else taken += 1;
  };
  const leave = () => {
    const next = waiting.shift();
    // The place is handed over, so that nobody slips in between.
    if (next) next();
    else taken -= 1;
  };

  return {
    take: async (host, act) => {
      const before = lastOfHost.get(host);
      const { promise, resolve } = Promise.withResolvers<void>();
      const mine: Turn = { over: promise, pause: null, awaited: false };
      lastOfHost.set(host, mine);
      await endOf(before);
      await enter();
      try {
        return await act();
      } finally {
        leave();
        pauseAfter(mine, gapMs, () => {
          resolve();
          if (lastOfHost.get(host) === mine) lastOfHost.delete(host);
        });
      }
    },
  };
}

async function endOf(turn: Turn | undefined): Promise<void> {
  if (!turn) return;
  turn.awaited = true;
  turn.pause?.ref();
  await turn.over;
}

/** A pause that nobody waits for must not keep the process alive. */
function pauseAfter(turn: Turn, ms: number, then: () => void): void {
  if (ms <= 0) {
    then();
    return;
  }
  turn.pause = setTimeout(then, ms);
  if (!turn.awaited) turn.pause.unref();
}
