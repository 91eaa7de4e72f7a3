/**
 * What Discord refused within ten minutes. It shuts out an address after 10,000 refused requests in that time; we rest
 * long before, until the oldest ones no longer count.
 */
import type { Clock } from "../../ports.ts";

const windowMs = 10 * 60_000;
/** With what is under way at that moment it stays below a hundred. */
export const refusedMax = 60;
/** More are not remembered: they only say that it was too much. */
const rememberedMax = 200;

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const counted = new Set([401, 403, 429]);

export type Refusals = {
  /** Every answer; true when it was refused, and so was the last that may be. */
  answered(status: number): boolean;
  /** How long nothing more may be asked; 0 when something may. */
  restMs(): number;
};

export function openRefusals(clock: Clock): Refusals {
  const times: number[] = [];
  const restMs = () => {
    const now = clock.now();
    // A clock that was set back must not keep us silent for hours.
    const oldest = times.at(-refusedMax);
    return oldest === undefined ? 0 : Math.min(windowMs, Math.max(0, oldest + windowMs - now));
  };
  return {
    restMs,
    answered: (status) => {
      if (!counted.has(status)) return false;
      const before = restMs();
      times.push(clock.now());
      times.splice(0, times.length - rememberedMax);
      return before === 0 && restMs() > 0;
    },
  };
}
