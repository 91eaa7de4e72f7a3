/** Shares, precision, recall, F1 and AUC over labelled items; `NaN` where there is nothing to divide by. */

export const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;
export const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;

/** What was wanted and what came. */
export type Choice = { readonly wanted: boolean; readonly got: boolean };

export const precision = (items: readonly Choice[]): number =>
  share(items.filter((one) => one.got).map((one) => one.wanted));
export const recall = (items: readonly Choice[]): number =>
  share(items.filter((one) => one.wanted).map((one) => one.got));

export function f1(items: readonly Choice[]): number {
  const both = items.filter((one) => one.wanted && one.got).length;
  const either = items.filter((one) => one.wanted).length + items.filter((one) => one.got).length;
  return (2 * both) / either;
}

export type Ranked = { readonly score: number; readonly wanted: boolean };

/** The chance that a wanted item scores above an unwanted one; ties count half. */
export function auc(items: readonly Ranked[]): number {
  const wanted = items.filter((one) => one.wanted);
  const others = items.filter((one) => !one.wanted);
  let above = 0;
  for (const one of wanted)
    for (const other of others) above += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
  return above / (wanted.length * others.length);
}
