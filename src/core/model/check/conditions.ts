/** What narrows a statement: a condition on which it holds, or a clause that says which of them are meant. Neither may go. */
import type { Mark } from "./marks.ts";

/** None of these may go, wherever it stands. */
const decisive = new Set(
  `principle unless if whether provided providing except only or either neither nor than until till lest barring hardly barely
  rarely seldom unlikely likely possibly perhaps maybe probably reportedly allegedly supposedly apparently seemingly once pending
  awaiting assuming depending dependent contingent conditional`.split(/\s+/),
);
/** "With reservations", "on condition that"; "dropped their conditions" is a deed like any other. */
const attached = /^(?:condition|reservation|caveat|objection|stipulation|proviso)s?$/;
const isAttached = (gone: readonly Mark[], at: number): boolean =>
  gone[at]!.lead.includes("on") ||
  gone.slice(Math.max(0, at - attachedWithin), at).some(({ lower }) => /^(?:with|under|upon)$/.test(lower));
const attachedWithin = 3;
/** Conditions of two words; the first is glue, as in "in exchange for" and "as long as". */
const led: ReadonlyMap<string, string> = new Map([
  ...["exchange", "return", "case", "event"].map((word) => [word, "in"] as const),
  ...["long", "soon", "far"].map((word) => [word, "as"] as const),
]);

/** The word of a stretch that makes what stays conditional; undefined when there is none. */
export const conditionIn = (gone: readonly Mark[], next: Mark | undefined): Mark | undefined =>
  gone.find(
    ({ lower, lead, tag }, at) =>
      decisive.has(lower) ||
      (attached.test(lower) && isAttached(gone, at)) ||
      lead.includes(led.get(lower) ?? "no condition") ||
      (lower === "long" && gone[at - 1]?.lower === "so") ||
      (lower === "subject" && (gone[at + 1] ?? next)?.lower === "to" && tag !== "verb"),
  );

const then = /^(?:when|whenever|after|following|where|wherever)$/;

/** "Will lift it after they are freed": of what is still to come, a deed that comes before is a condition. */
export function awaits(gone: readonly Mark[], source: readonly Mark[]): Mark | undefined {
  const isToCome = source.some(
    (mark, at) =>
      !gone.includes(mark) && (mark.tag === "modal" || (mark.lower === "to" && source[at + 1]?.tag === "verb")),
  );
  const at = gone.findIndex(({ lower }) => then.test(lower));
  if (isToCome && gone[at]?.lower === "following") return gone[at];
  return isToCome && at >= 0 && gone.slice(at).some(({ tag }) => tag === "verb") ? gone[at] : undefined;
}

/** "The rebels who surrendered" are not the rebels; after a comma, nobody is left out, and "so that" tells what for. */
export const narrows = (gone: readonly Mark[]): boolean =>
  !gone[0]!.parted &&
  gone[0]!.lower !== "so" &&
  gone.some(
    ({ lead, parted, lower }) =>
      !parted && (lead.some((word) => /^(?:who|which|that)$/.test(word)) || /^(?:whose|whom)$/.test(lower)),
  );
