/**
 * What stands under a line in its thread: each quote once, with everybody who printed it. A line that is itself the
 * quote is not said again; who printed it word for word is.
 */
import type { Change, Evidence } from "../digest/digest.ts";
import { formatInstant } from "../schedule/format.ts";
import { type Citations, foremost, sourcesPerLineMax } from "./citations.ts";
import { type Block, type Inline, link, paragraph, text } from "./post.ts";
import { count, cut, foreignLanguage, foreignOrigin, inner } from "./words.ts";

/** Characters of one quote in the thread. */
export const quoteCharactersMax = 280;
/** Different quotes under one line; `why` has them all. */
export const quotesPerChangeMax = 3;

/** The quotes of a change, and how many origins stand behind it. */
export function quotesOf(change: Change, sources: Citations, zone: string): readonly Block[] {
  const printed = Map.groupBy(foremost(change.evidence, change.evidence.length), ({ quote }) => wordsOf(quote));
  const shown = [...printed.values()].slice(0, quotesPerChangeMax).map((group) => foremost(group, sourcesPerLineMax));
  const rest = change.evidence.length - shown.flat().length;
  const more = rest > 0 ? ` · ${count(rest, "more source")}` : "";
  return [
    ...shown.map((group) => quoteOf(group, change, sources, zone)),
    paragraph(text(`${count(change.independentOrigins, "independent origin")}${more} · /talks why ${change.ref}`)),
  ];
}

function quoteOf(group: readonly Evidence[], change: Change, sources: Citations, zone: string): Block {
  const by = group.flatMap((evidence, at) => [
    ...(at > 0 ? [text("; ")] : []),
    ...sources.links([evidence]),
    text(" "),
    ...creditOf(evidence, zone),
  ]);
  const { quote } = group[0]!;
  // What was taken back is quoted: nobody prints it word for word any more.
  return change.kind !== "withdrawn" && wordsOf(quote) === wordsOf(change.text)
    ? paragraph(text("Word for word: "), ...by)
    : { kind: "quote", text: cut(quote, quoteCharactersMax), by };
}

/** Two texts with the same words differ for no reader, whatever their spaces, last full stop and first letter. */
const wordsOf = (value: string): string => inner(value.replace(/\s+/g, " ")).toLowerCase();

/** Who published a quote, when, where it comes from, and its language when that is not English. */
export function creditOf(evidence: Evidence, zone: string): readonly Inline[] {
  const origin = foreignOrigin(evidence);
  const via = origin === null ? "" : `, origin: ${origin}`;
  const language = foreignLanguage(evidence.lang);
  const note = language === null ? "" : ` [source in ${language}]`;
  return [
    link(evidence.outlet, evidence.url),
    text(`, ${formatInstant(evidence.published, zone, "long")}${via}${note}`),
  ];
}
