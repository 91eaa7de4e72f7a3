/** The parts of a sentence that become claims: what is said, clause by clause, each with who says it. */
import { contentsOf } from "./attribution.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import type { Content } from "./content.ts";
import { dateline } from "./wording.ts";

export type Piece = {
  /** The verbatim evidence: with its attribution where that stands beside it. */
  readonly start: number;
  readonly end: number;
  /** What is said, without who says it. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Who says it, as written in this sentence. */
  readonly source: string | null;
  /** True when an earlier sentence opened the quotation that this one stands in. */
  readonly quoted: boolean;
  /** True when the evidence tells who says it. */
  readonly first: boolean;
  /** What a second verb takes over as its subject: "and may leave on Friday". */
  readonly subject: string | null;
  /** True when it says something of its own that only its sentence explains. */
  readonly appended: boolean;
  /** What is said behind the speaker, of the same clause. */
  readonly tail: { readonly start: number; readonly end: number } | null;
  /** How far the words before the speaker reach: "A day earlier, the minister said …". */
  readonly lead: number;
};

/** `quoting` says that a quotation was open before the sentence. */
export function piecesOf(sentence: string, quoting: boolean): readonly Piece[] {
  return contentsOf(sentence).flatMap((content, rank) => {
    if (content.subject !== undefined) return piecesInside(sentence, content, content.subject);
    const clauses = clausesOf(sentence.slice(content.start, content.end));
    return clauses.map((clause, at): Piece => {
      const [start, end] = [content.start + clause.start, content.start + clause.end];
      const own = at > 0 && clause.subject === null ? ownSource(sentence, start, end) : null;
      const beside = at === 0 ? besideSource(content, rank, clauses.length) : null;
      const apart = at > 0 && /\b(?:while|whereas|as)\s+$/i.test(sentence.slice(0, start));
      return (
        own ??
        pieceOf(
          apart ? { ...content, source: null } : content,
          { start: start === 0 ? datelineEnd(sentence) : start, end },
          clause,
          beside,
          sentence.length,
          quoting,
        )
      );
    });
  });
}

/** What is said on both sides of its speaker: the first clause is quoted with all of it. */
function piecesInside(sentence: string, content: Content, subject: string): readonly Piece[] {
  const clauses = clausesOf(`${subject} ${sentence.slice(content.start, content.end)}`);
  const before = content.start - subject.length - 1;
  return clauses.map((clause, at): Piece => {
    const [start, end] = [at === 0 ? content.start : before + clause.start, before + clause.end];
    return {
      start: at === 0 && !content.joined ? datelineEnd(sentence) : start,
      end,
      bodyStart: start,
      bodyEnd: end,
      source: content.source,
      quoted: false,
      first: at === 0 && !content.joined,
      subject: at === 0 ? subject : clause.subject,
      appended: clause.appended ?? false,
      tail: null,
      lead: 0,
    };
  });
}

/** Where and when an outlet wrote is no part of what it says. */
const datelineEnd = (sentence: string) => dateline.exec(sentence)?.[0].length ?? 0;

/** On which side of the evidence its source stands; null where something else was said in between. */
function besideSource({ source, start }: Content, rank: number, clauses: number): "before" | "behind" | null {
  if (source === null) return null;
  if (start > 0) return rank === 0 ? "before" : null;
  return clauses === 1 ? "behind" : null;
}

function pieceOf(
  { source, lead, tail }: Content,
  body: { readonly start: number; readonly end: number },
  { subject, appended = false }: Pick<Clause, "subject" | "appended">,
  beside: "before" | "behind" | null,
  length: number,
  quoting: boolean,
): Piece {
  return {
    start: beside === "before" ? 0 : body.start,
    end: beside === "behind" ? length : body.end,
    bodyStart: body.start,
    bodyEnd: body.end,
    source,
    quoted: source === null && quoting,
    first: beside !== null,
    subject,
    appended,
    tail: beside === "behind" && tail ? tail : null,
    lead: beside === "before" ? (lead ?? 0) : 0,
  };
}

/** Where a clause behind another begins with its own "… and the hospital said". */
function ownSource(sentence: string, start: number, end: number): Piece | null {
  const [content] = contentsOf(sentence.slice(start, end));
  if (!content || content.source === null) return null;
  return {
    start,
    end,
    bodyStart: start + content.start,
    bodyEnd: start + content.end,
    source: content.source,
    quoted: false,
    first: true,
    subject: null,
    appended: false,
    tail: null,
    lead: 0,
  };
}

/** A whole text as one piece, for a statement that stands for itself. */
export function wholePiece(text: string): Piece {
  const content = contentsOf(text)[0]!;
  const leads = content.source !== null && content.start > 0;
  return {
    start: 0,
    end: text.length,
    bodyStart: leads ? content.start : 0,
    bodyEnd: leads || content.source === null ? text.length : content.end,
    source: content.source,
    quoted: false,
    first: true,
    subject: content.subject ?? null,
    appended: false,
    tail: content.tail ?? null,
    lead: 0,
  };
}
