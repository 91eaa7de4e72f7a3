/** The parts of a sentence that become claims: what is said, clause by clause, each with who says it. */
import { type Content, contentsOf } from "./attribution.ts";
import { clausesOf } from "./clauses.ts";
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
  /** How far the words before the speaker reach: "A day earlier, the minister said …". */
  readonly lead: number;
};

/** `quoting` says that a quotation was open before the sentence. */
export function piecesOf(sentence: string, quoting: boolean): readonly Piece[] {
  return contentsOf(sentence).flatMap((content, rank) => {
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
          clause.subject,
          beside,
          sentence.length,
          quoting,
        )
      );
    });
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
  { source, lead }: Content,
  body: { readonly start: number; readonly end: number },
  subject: string | null,
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
    subject: null,
    lead: 0,
  };
}
