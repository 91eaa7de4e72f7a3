/**
 * Who says it: splits a sentence into its attribution and what is reported. It sees one sentence at a time; who "he"
 * is, the reader of the whole article decides (see read.ts).
 */
import { documentSource, officialSource, outletSource, reporting, unnamedSource } from "../language/cues.ts";
import type { SourceKind } from "./claim.ts";

export type Content = {
  /** Who says it, as written; null when the outlet speaks for itself. */
  readonly source: string | null;
  /** Offsets of what is said, relative to the sentence. */
  readonly start: number;
  readonly end: number;
};

/** Verbs that report only when they stand behind what is said: "…, X promised". */
const behind = `${reporting}|promised|pledged|vowed|warned|insisted|argued|claimed|complained|conceded|predicted|agreed|confirmed|declared|cautioned|recalled|urged`;
const openQuote = '[“"«„]';
const trailingVerb = new RegExp(`\\b(${behind})\\b`, "g");
const adverbs =
  "(?:(?:also|later|then|has|had|have|previously|again|earlier|repeatedly|recently|publicly|separately|reportedly|further|meanwhile|only|just|now)\\s+)*";
const verb = new RegExp(`\\b${adverbs}(${reporting})\\b(?!\\s+(?:no|yes|by|to\\s+be)\\b)`, "g");
const accordingTo = /\b(?:according to|as reported by|citing|cited by)\s+/i;
const listener =
  /^\s*(?:(?:to\s+)?(?:reporters|journalists|the (?:media|press|public|nation|parliament|court|council|bbc|agency|newspaper|broadcaster)|parliament|supporters|lawmakers|viewers|a (?:news|press) (?:conference|briefing)|(?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})(?=\s|,))?/u;
const aside =
  /^\s*,?\s*(?:(?:late |early )?(?:on|in|at|during|via|after|before|through|over|by)\s+(?:a |an |the |his |her |their )?[^,“"]{2,48}?(?=\s+that\b|,|:|\s+(?:he|she|it|they|the|a|an|his|her|its|their|there|no|\p{Lu})\b|$))?(?:\s*(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)?/u;
const sentenceHead =
  /^(?:(?:however|meanwhile|separately|later|earlier|also|but|and|yet|instead|on \w+|in \w+|a day (?:earlier|later)|in a (?:statement|post|interview|speech)[^,]{0,40}|speaking [^,]{2,60}|asked [^,]{2,60}),?\s+)*/i;
/** A longer stretch before the verb is no subject. */
const subjectMax = 140;

/** What a sentence reports and from whom; at least one content, in order. */
export function contentsOf(sentence: string): readonly Content[] {
  return fromAccordingTo(sentence) ?? fromVerb(sentence) ?? [{ source: null, start: 0, end: sentence.length }];
}

function fromAccordingTo(sentence: string): readonly Content[] | null {
  const match = accordingTo.exec(sentence);
  if (!match || insideQuotes(sentence, match.index)) return null;
  const from = match.index + match[0].length;
  if (match.index <= 2) {
    const comma = sentence.indexOf(",", from);
    return comma < 0 ? null : [{ source: sentence.slice(from, comma), start: comma + 1, end: sentence.length }];
  }
  const rest = sentence.slice(from);
  const stop = rest.search(/[.;]\s*$|,\s|[.;]["”’]?\s|$/);
  const content = { start: 0, end: trimTail(sentence, match.index) };
  const inner = fromVerb(sentence.slice(0, content.end));
  if (inner?.[0]?.source) return inner;
  return [{ source: rest.slice(0, stop), ...content }];
}

const trimTail = (sentence: string, end: number) => sentence.slice(0, end).replace(/[\s,–—-]+$/, "").length;

function fromVerb(sentence: string): readonly Content[] | null {
  for (const match of sentence.matchAll(verb)) {
    if (insideQuotes(sentence, match.index)) continue;
    const found = leading(sentence, match) ?? inverted(sentence, match) ?? trailing(sentence, match);
    if (found) return found;
  }
  for (const match of sentence.matchAll(trailingVerb)) {
    const closes = /^[\s.,;:]*$|^\s+(?:on|in|at|late|early|after|during)\s[^,]{0,40}\.?$/.test(
      sentence.slice(match.index + match[0].length),
    );
    const found = closes && !insideQuotes(sentence, match.index) ? trailing(sentence, match) : null;
    if (found) return found;
  }
  return null;
}

/** "X said on Friday that …" */
function leading(sentence: string, match: RegExpExecArray): readonly Content[] | null {
  const head = sentenceHead.exec(sentence)?.[0].length ?? 0;
  const subject = sentence.slice(head, match.index).trim();
  if (!isSubject(subject)) return null;
  let at = match.index + match[0].length;
  if (/^(?:told|tells)$/i.test(match[1]!)) at += listener.exec(sentence.slice(at))?.[0].length ?? 0;
  const skipped = aside.exec(sentence.slice(at))?.[0].length ?? 0;
  const after = sentence.slice(at + skipped);
  const gap = /^\s*(?:,|:)?\s*(?:that\s+)?/.exec(after)?.[0].length ?? 0;
  const start = at + skipped + gap;
  if (sentence.slice(start).replace(/[^\p{L}]/gu, "").length < 8) return null;
  return [{ source: subject, start, end: sentence.length }];
}

/** "…,” said the spokesman." */
function inverted(sentence: string, match: RegExpExecArray): readonly Content[] | null {
  const before = sentence.slice(0, match.index).trimEnd();
  if (!/[,”"’]$/.test(before)) return null;
  const subject = /^\s+((?:the |a |an )?[^,.;“"]{2,100})/.exec(sentence.slice(match.index + match[0].length))?.[1];
  if (!subject || !/\p{Lu}|spokes|official|source|adviser|aide/u.test(subject)) return null;
  return [
    {
      source: subject.replace(/\s+(?:on|in|at|after|during|late|early)\s.*$/, ""),
      start: 0,
      end: trimTail(sentence, before.length),
    },
  ];
}

/** "…, X said" with perhaps "adding that …" behind. */
function trailing(sentence: string, match: RegExpExecArray): readonly Content[] | null {
  const before = sentence.slice(0, match.index);
  const cut = Math.max(
    before.lastIndexOf(", "),
    before.lastIndexOf("” "),
    before.lastIndexOf('" '),
    before.lastIndexOf("’ "),
  );
  if (cut < 12) return null;
  const subject = before.slice(cut + 1).trim();
  if (subject.split(/\s+/).length > 14 || !isSubject(subject)) return null;
  const contents: Content[] = [
    { source: subject, start: 0, end: trimTail(sentence, cut + (before[cut] === "," ? 0 : 1)) },
  ];
  const more = /,?\s+(?:adding|and added|noting|stressing|and said)\s+(?:that\s+)?/.exec(sentence.slice(match.index));
  if (more) contents.push({ source: subject, start: match.index + more.index + more[0].length, end: sentence.length });
  return contents;
}

function isSubject(subject: string): boolean {
  if (subject.length < 2 || subject.length > subjectMax) return false;
  if (/^(?:he|she|they|it|who)$/i.test(subject)) return true;
  if (new RegExp(openQuote).test(subject) || /\s(?:he|she|they|it)$/.test(subject)) return false;
  return !/\b(?:is|are|was|were|has|have|had|will|would|could|may|if|because|while)\b/.test(
    subject.replace(/,\s(?:who|which)\b[^,]*,?/g, ""),
  );
}

/** True at an offset inside an open quotation of this sentence. */
export function insideQuotes(sentence: string, offset: number): boolean {
  const before = sentence.slice(0, offset);
  const curly = (before.match(/[“«„]/g)?.length ?? 0) > (before.match(/[”»]/g)?.length ?? 0);
  return curly || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** What sort of source some words name; a person or an outlet found among the names outweighs this. */
export function sourceKindOf(source: string): SourceKind {
  if (documentSource.test(source)) return "document";
  if (unnamedSource.test(source)) return "unnamed";
  if (outletSource.test(source)) return "outlet";
  return officialSource.test(source) ? "officials" : "person";
}
