/** The words of a line: the clause of its best source, for a dispute both sides with who says which, and who confirmed it. */
import type { Quantity } from "../claim/claim.ts";
import { quantitiesIn } from "../claim/quantities.ts";
import { lineMax, shorten } from "../claim/shorten.ts";
import type { FactState, Version } from "../ledger/state.ts";

export const shortLine = (text: string): string => shorten(text, lineMax);

/** One side of a dispute: its words, and what they were cut from. */
export type Side = {
  /** Cut to its room. */
  readonly text: string;
  readonly whole: string;
  readonly quote: string;
  readonly borrowed: readonly string[];
  readonly outlet: string;
};

/** The two sides of a dispute, the standing value first; empty where nobody disputes it. */
export function sidesOf(state: FactState): readonly Side[] {
  const other = state.against.at(-1);
  if (!other) return [];
  const [mine, theirs] = rivals(state.now, other);
  const names = outletOf(state.now).length + outletOf(other).length;
  const room = Math.floor((lineMax - names - 11) / 2);
  return [sideOf(state.now, mine, room), sideOf(other, theirs, room)];
}

/** "20-point draft plan (outlet A) — but: 28-point framework (outlet B)": never averaged, never decided. */
export const disputeLine = (sides: readonly Side[]): string =>
  sides.map(({ text, outlet }) => `${text} (${outlet})`).join(" — but: ");

/** "… Confirmed by the ministry and Outlet B." */
export function confirmedLine(line: string, by: readonly string[]): string {
  if (by.length === 0) return line;
  const who = ` Confirmed by ${by.join(" and ")}.`;
  return `${shorten(line, lineMax - who.length)}${who}`;
}

const outletOf = (version: Version) => version.evidence[0]!.outlet;

/** The counts that differ, when the dispute is about a number. */
function rivals(a: Version, b: Version): readonly [Quantity | null, Quantity | null] {
  for (const mine of a.quantities) {
    const theirs = b.quantities.find((one) => one.unit === mine.unit && one.value !== mine.value);
    if (theirs) return [mine, theirs];
  }
  return [null, null];
}

function sideOf(version: Version, quantity: Quantity | null, room: number): Side {
  return {
    text: fitted(version.text, quantity, room),
    whole: version.text,
    quote: version.evidence[0]!.quote,
    borrowed: version.borrowed,
    outlet: outletOf(version),
  };
}

function fitted(line: string, quantity: Quantity | null, room: number): string {
  const whole = line.replace(/\.$/, "");
  if (whole.length <= room || !quantity) return shorten(whole, room).replace(/\.$/, "");
  return around(whole, quantity, room);
}

/** What a number and the noun behind it need. */
const numberRoom = 24;

/** The stretch of a long line that holds its number, begun at its phrase and cut at words. */
function around(line: string, quantity: Quantity, room: number): string {
  const same = quantitiesIn(line).find(({ value, unit }) => value === quantity.value && unit === quantity.unit);
  const at = same?.span.start ?? 0;
  const before = line.slice(0, at);
  const opening = /(?:^|\s)(?:(?:an?|the|its|their)\s(?:\S+\s){0,3}?[“"]?|\S+['’]s\s[“"]?)$/
    .exec(before)?.[0]
    .trimStart();
  const phrase = before.length - (opening?.length ?? 0);
  const from = phrase < at ? phrase : Math.max(0, line.lastIndexOf(" ", Math.max(0, at - Math.floor(room / 3))) + 1);
  // Whoever it is about stays in sight where there is room.
  const start = from <= 1 || at + numberRoom <= room ? 0 : from;
  return `${start === 0 ? "" : "… "}${shorten(line.slice(start), room - 2)}`;
}
