/** The numbers of two claims as values of one kind each, so that six months and half a year, 40 % and two fifths can meet. */
import type { Claim, Quantity } from "../claim/claim.ts";
import { alike } from "../language/lexicon.ts";

export type Amount = {
  readonly kind: "share" | "money" | "span" | "clock" | "count";
  readonly value: number;
  /** As written, where `value` was turned into another unit. */
  readonly figure?: number;
  readonly unit: string;
  readonly heads: readonly string[];
  readonly approx: boolean;
};

export type Amounts = {
  /** Share of the later amounts that the earlier claim has, and the other way round; 1 where there are none. */
  readonly kept: number;
  readonly back: number;
  /** Equal amounts. */
  readonly equal: number;
  /** The same figure of another kind: 22 people, 22 years. */
  readonly figureOnly: boolean;
  /** An amount on each side that the other lacks, of one kind; `near` when the same thing is counted. */
  readonly rival: { readonly before: Amount; readonly after: Amount; readonly near: boolean } | null;
  readonly counts: readonly [number, number];
};

const hoursOf: Readonly<Record<string, number>> = { hour: 1, month: 730.5, year: 8766, "half-year": 4383 };

export function amountsOf(claim: Claim): readonly Amount[] {
  return [...claim.quantities.flatMap(amountOf), ...clocksOf(claim.quote), ...spelledOf(claim.quote)];
}

function amountOf(quantity: Quantity): readonly Amount[] {
  const { value, unit, heads, approx } = quantity;
  const rest = { heads, approx: approx || quantity.compare !== undefined };
  if (unit === "%") return [{ kind: "share", value, unit: "%", ...rest }];
  const hours = hoursOf[unit];
  if (hours !== undefined) return [{ kind: "span", value: value * hours, figure: value, unit: "hour", ...rest }];
  if (/^[A-Z]{3,5}$/.test(unit)) {
    const other = quantity.same ? [{ kind: "money" as const, ...quantity.same, ...rest }] : [];
    return [{ kind: "money", value, unit, ...rest }, ...other];
  }
  return [{ kind: "count", value, unit, ...rest }];
}

const clock = /\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b|\b(noon|midday|midnight)\b/gi;

function clocksOf(text: string): readonly Amount[] {
  return [...text.matchAll(clock)].map((match): Amount => {
    const word = match[6]?.toLowerCase();
    const half = match[3]?.toLowerCase() === "p" ? 12 : 0;
    const minutes = word
      ? word === "midnight"
        ? 0
        : 720
      : match[4]
        ? Number(match[4]) * 60 + Number(match[5])
        : ((Number(match[1]) % 12) + half) * 60 + Number(match[2] ?? 0);
    return { kind: "clock", value: minutes, unit: "clock", heads: [], approx: false };
  });
}

/** Amounts that no numeral is written for. */
const spelled: readonly (readonly [RegExp, Omit<Amount, "heads" | "approx">])[] = [
  [/\bhalf a million\b/i, { kind: "count", value: 500_000, unit: "" }],
  [/\bhalf a year\b/i, { kind: "span", value: 4383, unit: "hour" }],
  [/\ba fifth\b|\bone fifth\b/i, { kind: "share", value: 20, unit: "%" }],
  [/\btwo[ -]fifths\b/i, { kind: "share", value: 40, unit: "%" }],
  [/\bthree[ -]fifths\b/i, { kind: "share", value: 60, unit: "%" }],
  [/\bfour[ -]fifths\b/i, { kind: "share", value: 80, unit: "%" }],
  [/\ba decade\b/i, { kind: "span", value: 87_660, unit: "hour" }],
  [/\ba (?:week|seven-day)\b/i, { kind: "span", value: 168, unit: "hour" }],
  [/\ba (?:fortnight|two-week)\b/i, { kind: "span", value: 336, unit: "hour" }],
];

const spelledOf = (text: string): readonly Amount[] =>
  spelled.flatMap(([pattern, amount]) => (pattern.test(text) ? [{ ...amount, heads: [], approx: false }] : []));

export function compareAmounts(one: readonly Amount[], two: readonly Amount[]): Amounts {
  const missing = (from: readonly Amount[], other: readonly Amount[]) =>
    from.filter((a) => !other.some((b) => sameAmount(a, b)));
  const [lost, added] = [missing(one, two), missing(two, one)];
  const share = (all: readonly Amount[], gone: readonly Amount[]) =>
    all.length === 0 ? 1 : 1 - gone.length / all.length;
  return {
    kept: share(two, added),
    back: share(one, lost),
    equal: two.length - added.length,
    figureOnly: added.some((a) => lost.some((b) => (a.figure ?? a.value) === (b.figure ?? b.value))),
    rival: rivalOf(lost, added),
    counts: [one.length, two.length],
  };
}

function rivalOf(lost: readonly Amount[], added: readonly Amount[]): Amounts["rival"] {
  const rivals = lost.flatMap((before) =>
    added
      .filter((after) => after.kind === before.kind && (after.kind !== "money" || after.unit === before.unit))
      .map((after) => ({ before, after, near: near(before, after) })),
  );
  return rivals.find((rival) => rival.near) ?? rivals[0] ?? null;
}

function near(before: Amount, after: Amount): boolean {
  if (before.kind === "clock") return true;
  return before.kind === "count" ? sameThing(before, after) : shareHeads(before, after);
}

function sameAmount(a: Amount, b: Amount): boolean {
  if (a.kind !== b.kind || (a.kind === "money" && a.unit !== b.unit)) return false;
  const slack = a.kind === "span" ? 0.02 : a.approx || b.approx ? 0.03 : 1e-9;
  return Math.abs(a.value - b.value) <= slack * Math.max(Math.abs(a.value), Math.abs(b.value));
}

const shareHeads = (a: Amount, b: Amount) =>
  a.heads.length === 0 || b.heads.length === 0 || a.heads.some((head) => b.heads.some((other) => alike(head, other)));

function sameThing(a: Amount, b: Amount): boolean {
  const words = (one: Amount) => [one.unit, ...one.heads].filter((word) => word !== "");
  return words(a).some((head) => words(b).some((other) => alike(head, other)));
}
