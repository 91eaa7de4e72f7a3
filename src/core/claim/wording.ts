/**
 * A claim in words that need no article: the verbatim clause, its connective gone, its pronoun replaced by the name.
 * It adds nothing else; what cannot be made self-contained this way stays as it was written.
 */
import { connective, reporting } from "../language/cues.ts";
import { leans, surelyEmpty } from "./alone.ts";
import { type References, resolved } from "./references.ts";
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
  /** Who "he" or "she" is beside a verb of saying: "…, he added". */
  readonly voice: string | null;
  /** True when the clause is all of its sentence. */
  readonly whole: boolean;
  /** The day before the article's, in words: what "a day earlier" says without its article. */
  readonly dayBefore: string;
  /** What "the envoy" or "the meeting" is. */
  readonly references: References;
};

/** "PORT ALDER, Dec 21 (Some Wire) —" or "10.40 —" says where and when an outlet wrote, not what happened. */
export const dateline =
  /^(?:\p{Lu}[\p{Lu}\s.'’,/-]+(?:,\s*\p{L}+\.?\s\d{1,2})?\s*(?:\([^)]{2,40}\))?\s*[—–-]\s+|\d{1,2}[.:]\d{2}\s*[—–-]\s+)/u;

export type Wording = {
  readonly text: string;
  readonly borrowed: readonly string[];
  /** True when it still needs its article to be understood. */
  readonly leaning: boolean;
};

export function wordingOf(said: Said): Wording {
  const { clause, subject, speaker, dayBefore } = said;
  const borrowed: string[] = [];
  let line = clause.trim().replace(/\s+/g, " ").replace(dateline, "");
  for (let again = connective.exec(line); again; again = connective.exec(line)) line = line.slice(again[0].length);
  line = line.replace(/^(?:and|but|yet|whereas|that)\s+/i, "");
  if (subject && !clause.trim().startsWith(subject)) {
    borrowed.push(subject);
    line = `${subject} ${line}`;
  }
  line = line.replace(/^(?:By|Until|Since) (?:then|that time),?\s+(?=\S)/, "");
  line = line.replace(/^A day (?:earlier|before)(?=,| (?:the|an?|\p{Lu}))/iu, dayBefore);
  if (speaker) line = line.replace(quoteEnd, "$1");
  const told = resolved(upperFirst(withNames(line, said, borrowed)), said.references);
  borrowed.push(...told.borrowed);
  line = told.line;
  line = closeQuotes(line.replace(/[\s,;:–—-]+$/, ""));
  const leaning = leans(line, said.whole);
  if (speaker && !line.includes(speaker)) {
    borrowed.push(speaker);
    line = `${speaker}: ${/^[“"«]/.test(line) ? line : lowerFirst(line)}`;
  }
  return { text: shorten(upperFirst(endWithStop(line))), borrowed, leaning };
}

/** Pronouns at the head of a line and beside its verb of saying replaced by whom they mean, which is noted as borrowed. */
function withNames(line: string, said: Said, borrowed: string[]): string {
  const lead = /^([“"]?)(He|She|They|It)\b(?!['’])/.exec(line);
  const name = lead && meantBy(lead[2]!, line.slice(lead[1]!.length), said);
  if (name) borrowed.push(name);
  const shown = isQuoted(line) ? `[${name}]` : name;
  const named = name ? `${lead[1]}${shown}${line.slice(lead[0].length)}` : line;
  const { voice } = said;
  if (voice === null || !pronounVoice.test(named)) return named;
  borrowed.push(voice);
  return named.replace(pronounVoice, (_, before: string) => `${before}${voice}`);
}

const theySay = new RegExp(`^They (?:${reporting})\\b`);

function meantBy(pronoun: string, line: string, { person, thing, group }: Said): string | null {
  if (surelyEmpty.test(line)) return null;
  if (/^(?:He|She)$/.test(pronoun)) return person;
  return theySay.test(line) ? (group ?? thing) : thing;
}

/** The last sentence of a quotation, whose speaker is named in front: "It is not signed,” she said." */
const quoteEnd = new RegExp(`^([^“"]+?)[,.]?[”"] (?:he|she|they) (?:${reporting})\\b[^“"]*$`);

/** Words of a quotation, from its beginning or a later sentence of it: what is put in their place stands in brackets. */
const isQuoted = (line: string) => /^[“"]|^[^“"]*[”"](?!\w)[^“"]*$/.test(line);

/** "…, he added" and "The aim, he told reporters, was …". */
const pronounVoice = new RegExp(`([,”"’]\\s+)(?:he|she)(?=\\s+(?:has |had |later |also )?(?:${reporting})\\b)`);

const endWithStop = (line: string) => (/[.!?…]["”’»)\]]*$/.test(line) ? line : `${line}.`);
const upperFirst = (line: string) =>
  line.replace(/^(["“«(]?)(\p{Ll})/u, (_, quote: string, letter: string) => quote + letter.toUpperCase());
/** Only articles and pronouns lose their capital after "Name: "; a name keeps it. */
const lowerFirst = (line: string) =>
  line.replace(/^(?:The|A|An|There|It|They|This|That|These|His|Her|Their|No|Any|Some|Its|Both)\b/, (word) =>
    word.toLowerCase(),
  );
