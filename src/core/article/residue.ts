/**
 * Which lines of an article are its own prose, and which are what a page leaves behind: headings, link lists, photo
 * credits, forms. Residue never becomes a claim. It works by shape, not by lists of what one site writes.
 */
import { type Sentence, sentences } from "../text/sentences.ts";

export type Passage = Sentence & {
  /** An item of a summary list that repeats its own article, or a correction of it: read, but no news. */
  readonly recap: boolean;
  /** What the outlet says it had wrong: it tells who "he" is in the next sentence, and claims nothing. */
  readonly mistaken: boolean;
};

const ending = /[.!?…:;]["”’»)\]]*$/;
const bullet = /^\s*(?:[-•*–—·▪]|\d{1,2}[.)])\s+/;
const listHeading =
  /^(?:related|read more|more on this|see also|also read|most read|recommended|trending|further reading|more stories|more from|you may also like|sign up|subscribe|share this|follow us|advertisement|comments|tags|topics)\b.{0,40}$/i;
const recapHeading =
  /^(?:key (?:take-?aways?|points|facts)|in (?:brief|short)|summary|at a glance|what (?:we know|to know)|highlights|the main points)\b.{0,30}$/i;
const credit =
  /^(?:date|by|photo|image|picture|file photo|credit|source|author|updated|published|copyright|©|illustration|video)(?:\s+\w+){0,2}\s*:|^\(?(?:photo|image|picture) (?:by|credit)|indicates required|all rights reserved|click here|cookie|javascript|newsletter|^https?:\/\/\S+$|terms of (?:use|service)|privacy policy/i;
/** What an outlet says of its own text is no news; "An earlier version said A" would even tell A a second time. */
const correction =
  /^[([*_\s]*(?:corrections?|clarifications?|(?:editor|publisher)['’]?s['’]? note|erratum|retraction)\b[^:.]{0,40}[:.—–]\s*/i;
const earlierVersion =
  /\b(?:earlier|previous|prior|original) versions? of this (?:article|story|report|post|piece|page|headline|text|dispatch)\b/i;
const ownHistory =
  /^[([*_\s]*this (?:article|story|report|post|piece|page|headline|dispatch) (?:has been|was|is being) (?:\w+ )?(?:updated|amended|corrected|edited|changed|modified|revised|clarified|republished)\b/i;
const sectionWordsMax = 14;
/** Lines in a row that may stand under a "Related" heading before prose is taken to go on. */
const linkListMax = 12;

type Line = { readonly text: string; readonly paragraph: number; readonly prose: boolean; readonly words: number };

/** The sentences of an article that are its own prose, in order. */
export function passages(text: string): readonly Passage[] {
  const lines = text.split("\n").map((raw, paragraph) => lineOf(raw, paragraph));
  const kept = keptParagraphs(lines);
  let corrected = -1;
  return sentences(text).flatMap((sentence) => {
    const repeats = kept.get(sentence.paragraph);
    if (repeats === undefined || /^[^\p{L}\p{N}]*$/u.test(sentence.text) || ownHistory.test(sentence.text)) return [];
    const mistaken = earlierVersion.test(sentence.text);
    const label = correction.exec(sentence.text)?.[0].length ?? 0;
    // A correction runs to the end of its paragraph: "An earlier version of this article said A. It was B."
    if (mistaken || label > 0) corrected = sentence.paragraph;
    const marker = label || (bullet.exec(sentence.text)?.[0].length ?? 0);
    if (marker === sentence.text.length) return [];
    return [
      {
        ...sentence,
        text: sentence.text.slice(marker),
        start: sentence.start + marker,
        recap: repeats || sentence.paragraph === corrected,
        mistaken,
      },
    ];
  });
}

function lineOf(raw: string, paragraph: number): Line {
  const text = raw.trim();
  const words = text.split(/\s+/).length;
  return { text, paragraph, words, prose: ending.test(text) && words > 4 };
}

type Mode = "body" | "recap" | { readonly links: number };

function keptParagraphs(lines: readonly Line[]): ReadonlyMap<number, boolean> {
  const kept = new Map<number, boolean>();
  const anyProse = lines.some((line) => line.prose);
  let mode: Mode = "body";
  for (const line of lines.filter(({ text }) => text !== "")) {
    mode = modeAfter(mode, line);
    if (typeof mode === "object" || !isOwn(line, anyProse)) continue;
    kept.set(line.paragraph, mode === "recap");
  }
  return kept;
}

function modeAfter(mode: Mode, line: Line): Mode {
  if (listHeading.test(line.text) && !line.prose) return { links: 0 };
  if (recapHeading.test(line.text) && line.words <= sectionWordsMax) return "recap";
  if (typeof mode === "object") return afterLink(line, mode.links);
  return mode === "recap" && !bullet.test(line.text) ? "body" : mode;
}

function afterLink(line: Line, links: number): Mode {
  return line.prose && line.words > sectionWordsMax ? "body" : { links: Math.min(links + 1, linkListMax) };
}

function isOwn(line: Line, anyProse: boolean): boolean {
  if (credit.test(line.text) && line.words <= 30) return false;
  if (recapHeading.test(line.text) && !line.prose) return false;
  // Where nothing ends in a full stop (a headline alone, a summary cut short), what there is counts as prose.
  return line.prose || !anyProse || (bullet.test(line.text) && line.words > 5);
}
