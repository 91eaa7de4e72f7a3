/**
 * A claim in words that need no article: the verbatim clause, its connective gone, its pronoun replaced by the name.
 * It adds nothing else; what cannot be made self-contained this way stays as it was written.
 */
import { connective } from "../language/cues.ts";

/** A line of a digest is at most this long; longer ones are cut at a clause. */
export const lineMax = 240;

export type Said = {
  /** The clause as written, attribution included where it stands in the clause. */
  readonly clause: string;
  /** Who says it, when the clause itself does not tell. */
  readonly speaker: string | null;
  /** Who "he" or "she" is. */
  readonly person: string | null;
  /** What "they" or "it" is. */
  readonly thing: string | null;
};

export function wordingOf({ clause, speaker, person, thing }: Said): string {
  let line = clause.trim().replace(/\s+/g, " ");
  for (let again = connective.exec(line); again; again = connective.exec(line)) line = line.slice(again[0].length);
  line = line.replace(/^(?:and|but|while|yet|whereas|that)\s+/i, "");
  line = resolved(line, person, thing);
  line = closeQuotes(line.replace(/[\s,;:–—-]+$/, ""));
  if (speaker && !line.includes(speaker)) line = `${speaker}: ${/^[“"«]/.test(line) ? line : lowerFirst(line)}`;
  return shorten(upperFirst(endWithStop(line)));
}

function resolved(line: string, person: string | null, thing: string | null): string {
  const lead = /^([“"]?)(He|She|They|It)\b(?!['’])/.exec(line);
  if (!lead) return line;
  const name = /^(?:He|She)$/.test(lead[2]!) ? person : lead[1] ? null : thing;
  return name ? `${lead[1]}${name}${line.slice(lead[0].length)}` : line;
}

function closeQuotes(line: string): string {
  const open = (line.match(/“/g)?.length ?? 0) - (line.match(/”/g)?.length ?? 0);
  if (open > 0) return `${line}”`;
  return open < 0 ? `“${line}` : line;
}

const endWithStop = (line: string) => (/[.!?…]["”’»)\]]*$/.test(line) ? line : `${line}.`);
const upperFirst = (line: string) =>
  line.replace(/^(["“«(]?)(\p{Ll})/u, (_, quote: string, letter: string) => quote + letter.toUpperCase());
/** Only articles and pronouns lose their capital after "Name: "; a name keeps it. */
const lowerFirst = (line: string) =>
  line.replace(/^(?:The|A|An|There|It|They|This|That|These|His|Her|Their|No|Any|Some|Its|Both)\b/, (word) =>
    word.toLowerCase(),
  );

/** Cuts at the last clause border that fits, else at a word, and says so with an ellipsis. */
export function shorten(line: string, max: number = lineMax): string {
  if (line.length <= max) return line;
  const head = line.slice(0, max - 2);
  const clause = Math.max(
    head.lastIndexOf(", "),
    head.lastIndexOf("; "),
    head.lastIndexOf(" – "),
    head.lastIndexOf(" — "),
  );
  const cut = clause > max * 0.6 ? clause : head.lastIndexOf(" ");
  return closeQuotes(`${head.slice(0, cut).replace(/[\s,;:–—-]+$/, "")} …`);
}
