/** What a statement holds on: conditions, exceptions, and clauses that say which ones are meant. None of them may go. */
import type { Mark } from "../marks.ts";

/** None of these may go, wherever it stands. */
const decisive = new Set(
  `principle unless if whether provided providing except excepting excluding exclusive only or either neither nor until till
  lest barring hardly barely rarely seldom unlikely likely possibly perhaps maybe probably reportedly allegedly supposedly
  apparently seemingly once pending awaiting assuming depending dependent contingent conditional`.split(/\s+/),
);
/** "With reservations", "on condition that"; "dropped their conditions" is a deed like any other. */
const attached = /^(?:condition|reservation|caveat|objection|stipulation|proviso)s?$/;
const isAttached = (gone: readonly Mark[], at: number): boolean =>
  gone[at]!.lead.includes("on") ||
  gone.slice(Math.max(0, at - attachedWithin), at).some(({ lower }) => /^(?:with|under|upon)$/.test(lower));
const attachedWithin = 3;
/** Terms of two words; the first is glue, as in "in exchange for", "in the hope of" and "as long as". */
const led: ReadonlyMap<string, string> = new Map([
  ...["exchange", "return", "case", "event", "hope", "hopes"].map((word) => [word, "in"] as const),
  ...["long", "soon", "far"].map((word) => [word, "as"] as const),
]);
/** Terms and exceptions of two words that are both marks: "subject to", "apart from", "save for". */
const withNext: ReadonlyMap<string, string> = new Map([
  ["subject", "to"],
  ["apart", "from"],
  ["aside", "from"],
  ["save", "for"],
]);
const comparative = /^(?:more|less|fewer|other|rather|better|worse|\p{L}{3,}er)$/u;

/** The word of a stretch that makes what stays conditional; undefined when there is none. */
export const conditionIn = (gone: readonly Mark[], next: Mark | undefined): Mark | undefined =>
  gone.find(
    ({ lower, lead, tag }, at) =>
      !isOfOther(gone, at) &&
      (decisive.has(lower) ||
        (attached.test(lower) && isAttached(gone, at)) ||
        lead.includes(led.get(lower) ?? "no condition") ||
        (lower === "long" && gone[at - 1]?.lower === "so") ||
        (lower === "than" && !compares(gone.slice(0, at))) ||
        (tag !== "verb" && withNext.has(lower) && (gone[at + 1] ?? next)?.lower === withNext.get(lower))),
  );

/** ", and unions said they would strike unless …": a term of another statement, which goes with it. */
function isOfOther(gone: readonly Mark[], at: number): boolean {
  const from = gone.slice(0, at).findLastIndex(({ parted }) => parted);
  const own = from >= 0 && !gone[at]!.parted && /^(?:noun|name|pronoun|determiner)$/.test(gone[from]!.tag);
  return own && gone.slice(from + 1, at).some(({ tag }) => tag === "verb" || tag === "modal");
}

/** "30 more than last year" goes as a whole; "other than" and "rather than" leave something out themselves. */
const compares = (gone: readonly Mark[]) =>
  gone.some(({ lower }) => comparative.test(lower)) && !/^(?:other|rather)$/.test(gone.at(-1)!.lower);

/** What is told behind one of these comes before what is told in front of it. */
export const goesBefore = /^(?:when|whenever|after|following|where|wherever)$/;

export const isToCome = (marks: readonly Mark[]): boolean =>
  marks.some((mark, at) => mark.tag === "modal" || (mark.lower === "to" && marks[at + 1]?.tag === "verb"));

/** "Will lift it after the harvest", "when they are freed": of what is still to come, what comes before, or lasts as long, is a condition. */
export function awaits(gone: readonly Mark[], source: readonly Mark[]): Mark | undefined {
  const rest = source.map((mark) => (gone.includes(mark) ? null : mark));
  const toCome = rest.some(
    (mark, at) => mark !== null && (mark.tag === "modal" || (mark.lower === "to" && source[at + 1]?.tag === "verb")),
  );
  // What stands inside an aside or a clause that goes is told of that alone.
  const at = gone[0]!.parted ? 0 : gone.findIndex(({ lower }) => clause.test(lower));
  const opens = gone[at];
  const isFirst = opens && (goesBefore.test(opens.lower) || (opens.lower === "while" && !opens.parted));
  return toCome && isFirst && !/^\d/.test(gone[at + 1]?.key ?? "") ? opens : undefined;
}

const clause = /^(?:when|whenever|after|following|where|wherever|while|because|although|though|since|amid|despite)$/;

/** "The rebels who surrendered" are not the rebels; after a comma nobody is left out, and of a clause that goes, neither. */
export const narrows = ([first]: readonly Mark[]): boolean =>
  !first!.parted &&
  (first!.lead.some((word) => /^(?:who|which|that)$/.test(word)) || /^(?:whose|whom)$/.test(first!.lower));
