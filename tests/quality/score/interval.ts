/**
 * How sure a figure is: the percentile bootstrap over its items (Efron 1979). It draws items with replacement and
 * knows nothing of what the figure means.
 */
import { chanceFrom } from "./chance.ts";

/** Enough for a second decimal that stands still. */
export const roundsOfBootstrap = 1000;
const seed = 20_251_219;

export type Interval = { readonly low: number; readonly high: number };

/** The middle 95 % of the figure over resampled items; null without items. Rounds without a value are left out. */
export function intervalOf<T>(items: readonly T[], figure: (items: readonly T[]) => number): Interval | null {
  if (items.length === 0) return null;
  const chance = chanceFrom(seed);
  const values = Array.from({ length: roundsOfBootstrap }, () =>
    figure(Array.from(items, () => items[Math.floor(chance() * items.length)]!)),
  )
    .filter((value) => Number.isFinite(value))
    .sort((a, b) => a - b);
  if (values.length === 0) return null;
  const at = (part: number): number => values[Math.min(values.length - 1, Math.floor(values.length * part))]!;
  return { low: at(0.025), high: at(0.975) };
}
