/**
 * Paragraphs and sentences with their places in the text. `Intl.Segmenter` finds the breaks; the repair joins the
 * pieces that it separates at titles, initials and abbreviations. It knows nothing of quotes or of who speaks.
 */

export type Sentence = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Which paragraph (line) of the text it stands in, from 0. */
  readonly paragraph: number;
};

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** More sentences than any article has; a longer text is read up to here. */
export const sentencesMax = 2000;

const titles =
  "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sen|Rep|Sec|Pres|Amb|Rev|Hon|Sr|Jr|St|Mt|Ft|vs|v|No|Nos|approx|est|art|Art|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
const endsInTitle = new RegExp(`(?:^|[\\s("“‘])(?:${titles})\\.\\s*$`);
const endsInInitials = /(?:^|[\s("“‘])(?:\p{Lu}\.)+\s*$/u;
const endsInDayTime = /\b[ap]\.m\.\s*$/i;
const dayOrZone =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:[A-Z]{2,4}T|GMT|UTC|local|Eastern|Central|Pacific)\b/;
const endsInEllipsis = /(?:…|\.\.\.)["”’)]*\s*$/;
/** Words that open a sentence after initials: "…in the U.S. The talks…" */
const opener =
  /^["“‘(]?(?:The|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|Yet|However|Meanwhile|Earlier|Later|Under|After|Before|As|If|When|While|A|An|For|His|Her|Their|Its|There|Both|Some|Officials|Separately|Instead)\b/;
const abbreviationInside = /(?:^|\s)(?:e\.g|i\.e|etc|c\.f|ca)\.\s*$/;

function joins(before: string, after: string): boolean {
  if (after.trim() === "" || before.trim() === "") return true;
  if (endsInTitle.test(before)) return !/\b(?:Inc|Ltd|Co|Corp)\.\s*$/.test(before) || /^\p{Ll}/u.test(after);
  if (endsInDayTime.test(before)) return dayOrZone.test(after) || /^\p{Ll}/u.test(after);
  if (endsInInitials.test(before)) return !opener.test(after) || isPersonInitial(before, after);
  if (abbreviationInside.test(before)) return true;
  if (/^\p{Ll}/u.test(after)) return true;
  if (/^[”"’')\]]+\s*$/.test(after.trim())) return true;
  return endsInEllipsis.test(before) && /^["“]?\p{Ll}/u.test(after);
}

/** "J. The" does not occur, but "John F. A…" does: a single initial after a given name goes on. */
function isPersonInitial(before: string, after: string): boolean {
  return /\p{Lu}\p{Ll}+ \p{Lu}\.\s*$/u.test(before) && /^\p{Lu}\p{Ll}+/u.test(after) && !opener.test(after);
}

/** Splits a text into sentences, paragraph by paragraph; spans are trimmed and never overlap. */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  for (const [paragraph, line] of text.split("\n").entries()) {
    found.push(...sentencesOfLine(line, at, paragraph));
    at += line.length + 1;
    if (found.length >= sentencesMax) break;
  }
  return found.slice(0, sentencesMax);
}

function sentencesOfLine(line: string, offset: number, paragraph: number): readonly Sentence[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter.segment(line)) {
    const last = pieces.at(-1);
    if (last && joins(line.slice(last.start, last.end), segment)) last.end = index + segment.length;
    else pieces.push({ start: index, end: index + segment.length });
  }
  return pieces.flatMap(({ start, end }) => {
    const raw = line.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text === "") return [];
    const from = offset + start + lead;
    return [{ text, start: from, end: from + text.length, paragraph }];
  });
}
