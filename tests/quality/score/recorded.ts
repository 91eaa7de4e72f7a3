/** Holds figures against recorded ones: what fell by more than it may. */

export type Recorded = Readonly<Record<string, number>>;
export type Measured = {
  readonly id: string;
  readonly value: number;
  readonly better: "high" | "low";
  readonly unit: "share" | "count";
};

/** A share may fall by this much before it counts: about one item in a hundred. */
export const shareTolerance = 0.01;
/** A count of faults may not grow. */
export const countTolerance = 0;

export type Fall = { readonly id: string; readonly was: number; readonly is: number | null };

/** Figures that got worse by more than their tolerance, or are no longer there. */
export function falls(measured: readonly Measured[], recorded: Recorded): readonly Fall[] {
  const now = new Map(measured.map((one) => [one.id, one]));
  return Object.entries(recorded).flatMap(([id, was]): readonly Fall[] => {
    const figure = now.get(id);
    if (!figure) return [{ id, was, is: null }];
    const tolerance = figure.unit === "share" ? shareTolerance : countTolerance;
    const lost = figure.better === "high" ? was - figure.value : figure.value - was;
    return lost > tolerance + 1e-9 || Number.isNaN(figure.value) ? [{ id, was, is: figure.value }] : [];
  });
}
