/** Lets so many through at once; the others wait in a row, each as long as its signal allows. */

export type Gate = {
  /** What to call on leaving; null when the signal came first. */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
};

export function openGate(width: number): Gate {
  let inside = 0;
  const row: (() => void)[] = [];
  const leave = () => {
    inside -= 1;
    row.shift()?.();
  };
  const once = () => {
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(null);
        const pass = () => {
          signal.removeEventListener("abort", giveUp);
          inside += 1;
          resolve(once());
        };
        const giveUp = () => {
          const place = row.indexOf(pass);
          if (place >= 0) row.splice(place, 1);
          resolve(null);
        };
        if (inside < width) return pass();
        row.push(pass);
        signal.addEventListener("abort", giveUp, { once: true });
      }),
  };
}
