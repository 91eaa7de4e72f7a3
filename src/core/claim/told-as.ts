/** A piece of a sentence as a reader will see it: its evidence and its words, widened to the sentence where it leans on it. */
import type { Article, Day } from "../article/article.ts";
import type { Passage } from "../article/residue.ts";
import { weekdays } from "../language/calendar.ts";
import { addDays, weekdayOf } from "../text/day.ts";
import { pointsOut } from "./alone.ts";
import type { Span } from "./claim.ts";
import type { Context } from "./context.ts";
import type { Piece } from "./pieces.ts";
import { introduced } from "./references.ts";
import { lineMax } from "./shorten.ts";
import type { Speaker } from "./speaker.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A longer opening before the speaker can hold what a pronoun means. */
const openingMax = 24;

export type Told = Wording & { readonly span: Span; readonly quote: string };

/** A piece in words for a reader; one that does not stand alone is told, and quoted, as its whole sentence. */
export function toldAs(
  piece: Piece,
  passage: Passage,
  article: Article,
  speaker: Speaker | null,
  context: Context,
  today: Day,
): Told {
  const told = (part: Piece, whole: boolean): Told => {
    const span = trimmed(passage, part.start, part.end);
    const quote = article.text.slice(span.start, span.end);
    const wording = wordingOf({
      clause: quote,
      subject: part.subject,
      speaker: part.first || !speaker ? null : introduced(speaker.shown, context.references),
      person: context.personText,
      thing: context.thing,
      group: context.speaker && /s$/.test(context.speaker.shown) ? context.speaker.shown : null,
      voice: part.source !== null && /^(?:he|she)$/i.test(part.source) ? context.personText : null,
      whole,
      dayBefore: dayInWords(addDays(today, -1)),
      references: context.references,
    });
    return { span, quote, ...wording };
  };
  const whole = piece.start === 0 && piece.end === passage.text.length;
  const read = told(piece, whole);
  // "The aide said that nobody had discussed it": a person who speaks is not "it".
  const outside =
    !piece.quoted &&
    speaker?.attribution.kind === "person" &&
    piece.lead < openingMax &&
    pointsOut(passage.text.slice(piece.bodyStart, piece.bodyEnd));
  const own = outside || piece.appended ? { ...read, leaning: true } : read;
  const strange = !piece.first && speaker !== null && /\b(?:his|her|their|its)\b/i.test(speaker.shown);
  if (whole || !(own.leaning || strange) || passage.text.length > lineMax) return own;
  return told({ ...piece, start: 0, end: passage.text.length, subject: null, first: !piece.quoted }, true);
}

function trimmed(passage: Passage, start: number, end: number): { start: number; end: number } {
  const raw = passage.text.slice(start, end);
  const from = passage.start + start + (raw.length - raw.trimStart().length);
  return { start: from, end: from + raw.trim().length };
}

const dayInWords = (day: Day) => `On ${weekdayName(day)}`;
const weekdayName = (day: Day) => {
  const name = weekdays[weekdayOf(day)]!;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};
