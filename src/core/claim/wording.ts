/**
 * A claim in words that need no article: the verbatim clause, its connective gone, its pronoun replaced by the name.
 * It adds nothing else; what cannot be made self-contained this way stays as it was written.
 */
import { connective, reporting } from "../language/cues.ts";
import { closeQuotes, shorten } from "./shorten.ts";

export type Said = {
  /** The clause as written, attribution included where it stands in the clause. */
  readonly clause: string;
  /** What a second verb takes over as its subject. */
  readonly subject: string | null;
  /** Who says it, when the clause itself does not tell. */
  readonly speaker: string | null;
  /** Who "he" or "she" is. */
  readonly person: string | null;
  /** What "they" or "it" is. */
  readonly thing: string | null;
  /** Who "they" are when they say something: the last speakers. */
  readonly group: string | null;
  /** The day before the article's, in words: what "a day earlier" says without its article. */
  readonly dayBefore: string;
};

/** "MIAMI, Dec 21 (Some Wire) —" or "10.40 —" says where and when an outlet wrote, not what happened. */
export const dateline =
  /^(?:\p{Lu}[\p{Lu}\s.'’,/-]+(?:,\s*\p{L}+\.?\s\d{1,2})?\s*(?:\([^)]{2,40}\))?\s*[—–-]\s+|\d{1,2}[.:]\d{2}\s*[—–-]\s+)/u;

export type Wording = { readonly text: string; readonly borrowed: readonly string[] };

export function wordingOf({ clause, subject, speaker, person, thing, group, dayBefore }: Said): Wording {
  const borrowed: string[] = [];
  let line = clause.trim().replace(/\s+/g, " ").replace(dateline, "");
  for (let again = connective.exec(line); again; again = connective.exec(line)) line = line.slice(again[0].length);
  line = line.replace(/^(?:and|but|yet|whereas|that)\s+/i, "");
  if (subject) {
    borrowed.push(subject);
    line = `${subject} ${line}`;
  }
  line = line.replace(/^A day earlier\b/i, dayBefore);
  const lead = /^([“"]?)(He|She|They|It)\b(?!['’])/.exec(line);
  const speaking =
    lead && /^They$/.test(lead[2]!) && new RegExp(`^.?They (?:${reporting})\\b`).test(line) ? group : null;
  const name = lead ? (/^(?:He|She)$/.test(lead[2]!) ? person : (speaking ?? thing)) : null;
  if (lead && name) {
    borrowed.push(name);
    line = `${lead[1]}${name}${line.slice(lead[0].length)}`;
  }
  line = closeQuotes(line.replace(/[\s,;:–—-]+$/, ""));
  if (speaker && !line.includes(speaker)) {
    borrowed.push(speaker);
    line = `${speaker}: ${/^[“"«]/.test(line) ? line : lowerFirst(line)}`;
  }
  return { text: shorten(upperFirst(endWithStop(line))), borrowed };
}

const endWithStop = (line: string) => (/[.!?…]["”’»)\]]*$/.test(line) ? line : `${line}.`);
const upperFirst = (line: string) =>
  line.replace(/^(["“«(]?)(\p{Ll})/u, (_, quote: string, letter: string) => quote + letter.toUpperCase());
/** Only articles and pronouns lose their capital after "Name: "; a name keeps it. */
const lowerFirst = (line: string) =>
  line.replace(/^(?:The|A|An|There|It|They|This|That|These|His|Her|Their|No|Any|Some|Its|Both)\b/, (word) =>
    word.toLowerCase(),
  );
