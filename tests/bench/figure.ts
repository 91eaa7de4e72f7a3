/** A measured figure beside its baselines, and the faults behind it. It does not know how either is shown. */
import { type Interval, intervalOf } from "../quality/score/interval.ts";

export type Baseline = { readonly name: string; readonly value: number };

export type Figure = {
  /** Stable: what `recorded.json` knows the figure by. */
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly value: number;
  readonly items: number;
  readonly interval: Interval | null;
  readonly baselines: readonly Baseline[];
  readonly unit: "share" | "count";
  readonly better: "high" | "low";
  readonly target: number | null;
  /** Measured on what lies in this repository, so that it can be recorded. */
  readonly own: boolean;
};

/** One wrong result, with all that a person needs to see why. Never made for held-out samples. */
export type Fault = {
  readonly measure: string;
  readonly id: string;
  /** What kind of case it is, for grouping. */
  readonly kind: string;
  readonly expected: string;
  readonly got: string;
  readonly because: readonly string[];
  readonly texts: readonly string[];
};

export type Measured = {
  readonly figures: readonly Figure[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
};

export const nothing: Measured = { figures: [], faults: [], notes: [] };

export function together(...parts: readonly Measured[]): Measured {
  return {
    figures: parts.flatMap((part) => part.figures),
    faults: parts.flatMap((part) => part.faults),
    notes: parts.flatMap((part) => part.notes),
  };
}

export type FigureOf<T> = {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly items: readonly T[];
  readonly of: (items: readonly T[]) => number;
  readonly baselines?: readonly Baseline[];
  readonly unit?: Figure["unit"];
  readonly better?: Figure["better"];
  readonly target?: number;
  readonly own: boolean;
};

/** A figure over items, with its bootstrap interval. */
export function figureOf<T>(asked: FigureOf<T>): Figure {
  const unit = asked.unit ?? "share";
  return {
    id: asked.id,
    section: asked.section,
    name: asked.name,
    value: asked.of(asked.items),
    items: asked.items.length,
    interval: unit === "share" ? intervalOf(asked.items, asked.of) : null,
    baselines: asked.baselines ?? [],
    unit,
    better: asked.better ?? "high",
    target: asked.target ?? null,
    own: asked.own,
  };
}
