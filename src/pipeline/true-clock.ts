/**
 * The system's clock, corrected by those of the servers that feeds are read from, where several of them agree that it is
 * far off. A digest that was told up to a day in the future would keep its place silent until that day comes.
 */
import type { Instant } from "../core/article/article.ts";
import { hourMs, minuteMs } from "../core/schedule/zone.ts";
import type { Clock } from "../ports.ts";

/** A clock that is off by less is left alone: dates that come out of a cache are old by hours. */
const offMsMin = 3 * hourMs;
/** Servers agree when what they say lies within this; cached dates do not. */
const agreeMs = 5 * minuteMs;
/** The newest word of so many servers counts, and so many of them must agree. */
const serversMax = 5;
const serversMin = 3;

export type TrueClock = Clock & {
  /**
   * A server said that it is `date`. Returns when what it sent was seen: never in a future that the server does not know,
   * unless another one knows it.
   */
  heard(server: string, date: Instant): Instant;
};

/** How far ahead of a server the system's clock was when it last spoke, and when that was by the system's clock. */
type Word = { readonly aheadMs: number; readonly at: Instant };

/** A clock that is believed, whatever servers say. */
export const trusted = (clock: Clock): TrueClock => ({ ...clock, heard: () => clock.now() });

/** `changed` is told how far the system's clock is ahead, once it is known, and 0 when it is right again. */
export function openTrueClock(clock: Clock, changed: (aheadMs: number) => void): TrueClock {
  const said = new Map<string, Word>();
  let aheadMs = 0;
  const now = () => clock.now() - aheadMs;
  const correct = () => {
    const agreed = agreedOn([...said.values()].map((word) => word.aheadMs));
    if (agreed === null) return;
    const off = Math.abs(agreed) < offMsMin ? 0 : agreed;
    if (Math.abs(off - aheadMs) <= agreeMs) return;
    aheadMs = off;
    changed(aheadMs);
  };
  // What was said longer ago may have been said before the clock jumped.
  const isConfirmed = (except: string) =>
    [...said].some(
      ([server, word]) =>
        server !== except && Math.abs(word.aheadMs - aheadMs) < offMsMin && Math.abs(clock.now() - word.at) < offMsMin,
    );
  return {
    now,
    heard: (server, date) => {
      said.delete(server);
      said.set(server, { aheadMs: clock.now() - date, at: clock.now() });
      const oldest = said.size > serversMax ? said.keys().next().value : undefined;
      if (oldest !== undefined) said.delete(oldest);
      correct();
      return now() - date > offMsMin && !isConfirmed(server) ? date : now();
    },
  };
}

/** What at least so many say, if so many agree. */
function agreedOn(all: readonly number[]): number | null {
  const sorted = all.toSorted((a, b) => a - b);
  for (let first = 0; first + serversMin <= sorted.length; first += 1)
    if (sorted[first + serversMin - 1]! - sorted[first]! <= agreeMs) return sorted[first + 1]!;
  return null;
}
