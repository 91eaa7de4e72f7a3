/** Multinomial logistic regression by gradient descent with momentum: small, without chance, the same every time. */
export type Example = { readonly features: Readonly<Record<string, number>>; readonly label: string };
/** Weights by label and feature; "" is the constant. */
export type Model = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type Descent = { readonly penalty: number; readonly rounds: number; readonly rate: number };

type Row = { readonly at: readonly number[]; readonly values: readonly number[] };
const momentum = 0.9;

export function regress(examples: readonly Example[], labels: readonly string[], descent: Descent): Model {
  const names = ["", ...[...new Set(examples.flatMap((one) => Object.keys(one.features)))].sort()];
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features }): Row => {
    const filled = Object.entries(features).filter(([, value]) => value !== 0);
    return { at: [0, ...filled.map(([name]) => places.get(name)!)], values: [1, ...filled.map(([, value]) => value)] };
  });
  const wanted = examples.map((one) => labels.indexOf(one.label));
  const weights = labels.map(() => new Float64Array(names.length));
  const speed = labels.map(() => new Float64Array(names.length));
  for (let round = 0; round < descent.rounds; round++) step(rows, wanted, weights, speed, descent);
  return Object.fromEntries(
    labels.map((label, of) => [label, Object.fromEntries(names.map((name, at) => [name, weights[of]![at]!]))]),
  );
}

function step(
  rows: readonly Row[],
  wanted: readonly number[],
  weights: readonly Float64Array[],
  speed: readonly Float64Array[],
  { penalty, rate }: Descent,
): void {
  const slope = weights.map((own) => own.map((value, at) => (at === 0 ? 0 : penalty * value)));
  for (const [n, row] of rows.entries()) {
    const shares = softmax(weights.map((own) => dot(row, own)));
    for (const [of, own] of slope.entries()) {
      const off = shares[of]! - (wanted[n] === of ? 1 : 0);
      for (const [k, at] of row.at.entries()) own[at]! += off * row.values[k]!;
    }
  }
  for (const [of, own] of weights.entries()) {
    for (let at = 0; at < own.length; at++) {
      speed[of]![at] = momentum * speed[of]![at]! - (rate * slope[of]![at]!) / rows.length;
      own[at]! += speed[of]![at]!;
    }
  }
}

function dot(row: Row, own: Float64Array): number {
  let sum = 0;
  for (const [k, at] of row.at.entries()) sum += own[at]! * row.values[k]!;
  return sum;
}

/** The likeliest label. */
export function labelOf(model: Model, { features }: Example): string {
  const scores = Object.entries(model).map(
    ([label, own]) =>
      [
        label,
        Object.entries(features).reduce((sum, [name, value]) => sum + value * (own[name] ?? 0), own[""] ?? 0),
      ] as const,
  );
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const all = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / all);
}
