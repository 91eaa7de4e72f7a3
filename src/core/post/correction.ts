/**
 * How a correction reads: the line that was told says in words that it no longer stands, and a note in its thread says
 * what, when and by whom. Whatever stood in the message stays, its sources first of all.
 */
import type { Correction } from "../digest/corrections.ts";
import { formatInstant } from "../schedule/format.ts";
import { citations, foremost, sourcesPerLineMax } from "./citations.ts";
import { type Labels, labelsIn, labelsOf } from "./labels/labels.ts";
import { type Block, type Document, heading, type Inline, paragraph, strong, text } from "./post.ts";
import { cut, inner, listed } from "./words.ts";

/** Outlets named in a mark; the note names them all. */
const outletsNamedMax = 2;
/** Characters of an outlet's name in a mark: what a mark adds to a message must fit the room that platforms leave. */
const outletCharactersMax = 40;

/** A mark speaks the language of the label that it takes the place of. */
const labelOf = ({ now }: Correction, { kinds, corrected }: Labels): string =>
  now === null ? kinds.withdrawn : corrected;

/**
 * The message with each of these lines marked; null when it tells none of them, or when no mark fits.
 * `fits` says whether the platform takes a document as one message.
 */
export function marked(
  document: Document,
  corrections: readonly Correction[],
  zone: string,
  fits: (document: Document) => boolean,
): Document | null {
  const own = corrections.filter(({ ref }) => document.some((block) => tells(block, ref)));
  if (own.length === 0) return null;
  const said = document.map((block) => mark(block, own, (correction, labels) => blameOf(correction, zone, labels)));
  if (fits(said)) return said;
  const bare = document.map((block) => mark(block, own, () => ""));
  return fits(bare) ? bare : null;
}

const tells = (block: Block, ref: string): boolean =>
  block.kind === "change"
    ? block.ref === ref
    : block.kind === "list" && block.items.some((item) => endsWith(item, ref));

/** A line of a list ends with the reference of its fact. */
const endsWith = (item: readonly Inline[], ref: string): boolean => item.at(-1)?.text.trim() === ref;

type Words = (correction: Correction, labels: Labels) => string;

function mark(block: Block, corrections: readonly Correction[], words: Words): Block {
  if (block.kind === "change") {
    const found = corrections.find(({ ref }) => ref === block.ref);
    const labels = labelsOf(block.label);
    if (!found || block.label === labels.kinds.withdrawn) return block;
    const lead = words(found, labels);
    return {
      ...block,
      label: labelOf(found, labels),
      inlines: lead === "" ? block.inlines : [text(lead), ...block.inlines],
    };
  }
  if (block.kind !== "list") return block;
  return {
    ...block,
    items: block.items.map((item) => {
      const found = corrections.find(({ ref }) => endsWith(item, ref));
      return found ? [strong(`${labelOf(found, labelsIn("en"))}: `), ...item] : item;
    }),
  };
}

/** "Taken back by Alder Post on Sat 15 Mar 18:00 UTC; it had said: " */
function blameOf({ now, by, at }: Correction, zone: string, labels: Labels): string {
  const names = by.slice(0, outletsNamedMax).map((outlet) => cut(outlet, outletCharactersMax));
  const all = by.length > names.length ? [...names, labels.others] : names;
  const when = formatInstant(at, zone, "long", labels.instants);
  return now === null ? labels.takenBack(all, when) : labels.correctedBy(all, when);
}

/** The note that goes into the thread of the digest that told the line. */
export function noteOf(correction: Correction, zone: string): Document {
  const { told, now, by, at, ref } = correction;
  const sources = citations(zone);
  const who = `${listed(by)} took back on ${formatInstant(at, zone, "long")} what was told here as ${told.kind.toUpperCase()}: `;
  const links = sources.links(foremost(told.evidence, sourcesPerLineMax));
  const standing: readonly Inline[] =
    now === null
      ? [text("No source that Parley reads says it any more.")]
      : [
          text(`What stands now: “${inner(now.text)}” `),
          ...sources.links(foremost(now.evidence, sourcesPerLineMax)),
          text("."),
        ];
  return [
    heading(now === null ? "Withdrawn" : "Corrected"),
    paragraph(text(`${who}“${inner(told.text)}” `), ...links, text(".")),
    paragraph(...standing, text(` /talks why ${ref} has every quote.`)),
    ...sources.blocks(),
  ];
}
