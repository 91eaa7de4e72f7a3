/** The words of a line: the clause of its best source, and for a dispute both sides with who says which. */
import type { Quantity } from "../claim/claim.ts";
import { lineMax, shorten } from "../claim/shorten.ts";
import type { FactState, Version } from "../ledger/state.ts";

export const shortLine = (text: string): string => shorten(text, lineMax);

/** "20-point draft plan (outlet A) — 28-point framework (outlet B)": never averaged, never decided. */
export function disputeLine(state: FactState): string {
  const other = state.against.at(-1);
  if (!other) return shortLine(state.now.text);
  const [mine, theirs] = rivals(state.now, other);
  const names = [outletOf(state.now), outletOf(other)];
  const room = Math.floor((lineMax - names[0]!.length - names[1]!.length - 11) / 2);
  return `${side(state.now, mine, room)} (${names[0]}) — but: ${side(other, theirs, room)} (${names[1]})`;
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

function side(version: Version, quantity: Quantity | null, room: number): string {
  const whole = version.text.replace(/\.$/, "");
  if (whole.length <= room || !quantity) return shorten(whole, room).replace(/\.$/, "");
  return around(whole, quantity, room);
}

/** The stretch of a long line that holds its number, cut at words. */
function around(line: string, quantity: Quantity, room: number): string {
  const written = new RegExp(String.raw`\b${String(quantity.value).replace(/\B(?=(\d{3})+$)/g, ",?")}`).exec(line);
  const at = written?.index ?? 0;
  const from = Math.max(0, line.lastIndexOf(" ", Math.max(0, at - Math.floor(room / 3))));
  const cut = line.slice(from === 0 ? 0 : from + 1);
  const head = shorten(cut, room - 2);
  return `${from === 0 ? "" : "… "}${head}`;
}
