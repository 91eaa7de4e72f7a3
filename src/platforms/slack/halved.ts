/**
 * One message that Slack found too long, posted in parts. A part is named by its way down the halves: "" is the whole,
 * "0" and "1" its halves, "10" the first half of the second. Which parts arrived is enough to know what is missing, so a
 * message that was cut can be finished after a crash.
 */
import type { Document } from "../../core/post/post.ts";
import { halves } from "./fit.ts";

/** Halves of halves of halves; a smaller part would be a line. */
export const depthMax = 4;

export type Part = { readonly way: string; readonly document: Document };

/** Whether the parts that arrived are the whole below a way. */
export function isWhole(arrived: ReadonlySet<string>, way = ""): boolean {
  if (arrived.has(way)) return true;
  if (way.length >= depthMax || ![...arrived].some((one) => one.startsWith(way))) return false;
  return isWhole(arrived, `${way}0`) && isWhole(arrived, `${way}1`);
}

/** The next part to post, in reading order, given what arrived and what was too long; null when nothing is missing. */
export function nextPart(part: Part, arrived: ReadonlySet<string>, tooLong: ReadonlySet<string>): Part | null {
  if (isWhole(arrived, part.way)) return null;
  const isCut = tooLong.has(part.way) || [...arrived].some((one) => one.startsWith(part.way));
  const cut = isCut ? cutPart(part) : null;
  if (!cut) return part;
  return nextPart(cut[0], arrived, tooLong) ?? nextPart(cut[1], arrived, tooLong);
}

/** A part in two; null when it cannot be cut further. */
export function cutPart({ way, document }: Part): readonly [Part, Part] | null {
  const cut = way.length < depthMax ? halves(document) : null;
  if (!cut) return null;
  return [
    { way: `${way}0`, document: cut[0] },
    { way: `${way}1`, document: cut[1] },
  ];
}
