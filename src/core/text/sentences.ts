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

/** What is longer is a list, a table or an attack: it is left out, since half of a sentence could say the opposite. */
export const sentenceCharsMax = 4000;

const titles =
  "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sen|Rep|Sec|Pres|Amb|Rev|Hon|Sr|Jr|St|Mt|Ft|vs|v|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
const endsInTitle = new RegExp(`(?:^|[\\s("“‘])(?:${titles})\\.\\s*$`);
/** "No. 2", but "Would he resign? No. He would stay." */
const endsInNumberSign = /(?:^|[\s("“‘])(?:No|Nos|Art|art|p|pp|Fig|Sec)\.\s*$/;
const endsInCompany = /\b(?:Inc|Ltd|Co|Corp|Bros)\.\s*$/;
const companyGoesOn =
  /^(?:\p{Ll}|(?:Chairman|Chairwoman|Chief|President|CEO|CFO|Vice|Director|Founder|Spokes\w+|Executive|Managing)\b)/u;
const endsInInitials = /(?:^|[\s("“‘])(?:\p{Lu}\.)+\s*$/u;
const endsInDayTime = /\b[ap]\.m\.\s*$/i;
const dayOrZone =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[\w.]*\s\d|^(?:[A-Z]{2,4}T|GMT|UTC|local|Eastern|Central|Pacific)\b/;
const endsInEllipsis = /(?:…|\.\.\.)["”’)]*\s*$/;
const endsInListMark = /^\s*\d{1,2}[.)]\s*$/;
/** Breaks that the segmenter does not see: behind a quotation that trails off, and before a sentence that begins with a number. */
const unseen = /(?<=(?:…|\.\.\.)[”"])\s+(?=\p{Lu})|(?<=\p{Ll}{3}[.!?])\s+(?=\d[\d,.]*\s\p{Ll})/gu;
/** Words that open a sentence after initials: "…in the U.S. The talks…" */
const opener =
  /^["“‘(]?(?:The|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|Yet|However|Meanwhile|Earlier|Later|Under|After|Before|As|If|When|While|A|An|For|His|Her|Their|Its|There|Both|Some|Officials|Separately|Instead)\b/;
const abbreviationInside = /(?:^|\s)(?:e\.g|i\.e|etc|c\.f|ca)\.\s*$/;

function joins(before: string, after: string): boolean {
  if (after.trim() === "" || before.trim() === "") return true;
  if (endsInListMark.test(before) || endsInTitle.test(before)) return true;
  if (endsInNumberSign.test(before)) return /^\d/.test(after);
  if (endsInCompany.test(before)) return companyGoesOn.test(after);
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
    if (line.trim() !== "") found.push(...sentencesOfLine(line, at, paragraph));
    at += line.length + 1;
    if (found.length >= sentencesMax) break;
  }
  return found.slice(0, sentencesMax);
}

/** The ending of a piece tells whether it goes on; looking at all of a long one each time would cost quadratic time. */
const endingMax = 100;

function* segmentsOf(line: string): Generator<{ readonly segment: string; readonly index: number }> {
  for (const { segment, index } of segmenter.segment(line)) {
    let at = 0;
    for (const gap of segment.matchAll(unseen)) {
      const before = segment.slice(Math.max(at, gap.index - endingMax), gap.index);
      if (endsInTitle.test(before) || endsInNumberSign.test(before)) continue;
      const end = gap.index + gap[0].length;
      yield { segment: segment.slice(at, end), index: index + at };
      at = end;
    }
    yield { segment: segment.slice(at), index: index + at };
  }
}

function sentencesOfLine(line: string, offset: number, paragraph: number): readonly Sentence[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { segment, index } of segmentsOf(line)) {
    const last = pieces.at(-1);
    if (last && joins(line.slice(Math.max(last.start, last.end - endingMax), last.end), segment))
      last.end = index + segment.length;
    else pieces.push({ start: index, end: index + segment.length });
  }
  return pieces.flatMap(({ start, end }) => {
    const raw = line.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text === "" || text.length > sentenceCharsMax) return [];
    const from = offset + start + lead;
    return [{ text, start: from, end: from + text.length, paragraph }];
  });
}
