/** What a look at a platform's set-up found, in words that hold no secret. It is the same for every platform. */

/** `mend` says what to do about it; null when there is nothing to do. */
export type Finding = {
  readonly name: string;
  readonly ok: boolean;
  readonly seen: string;
  readonly mend: string | null;
};

export type Checked = {
  readonly findings: readonly Finding[];
  /** How far this machine's clock is before the platform's; null when that was not told. */
  readonly clock: { readonly host: string; readonly aheadMs: number } | null;
};

export const fine = (name: string, seen: string): Finding => ({ name, ok: true, seen, mend: null });
export const fault = (name: string, seen: string, mend: string): Finding => ({ name, ok: false, seen, mend });

/** Of a reason whose first sentence says what is wrong, and the others what to do. */
export function faultOf(name: string, reason: string): Finding {
  const [seen = reason, ...rest] = reason.split(/(?<=[.!?]) /);
  return fault(name, seen, rest.join(" ") || "Run parley doctor again in some minutes.");
}

/** From a Date header, which is told in whole seconds; null for none. */
export function aheadOf(date: string | null, now: number): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(told) ? null : now - told;
}
