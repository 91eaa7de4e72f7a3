/**
 * Who says it: splits a sentence into its attributions and what each reports. It sees one sentence at a time; who "he"
 * is, the reader of the whole article decides (see read.ts).
 */
import { reporting } from "../language/cues.ts";
import { drafts, reports } from "../language/governors.ts";
import { chainAt } from "../language/grammar/group.ts";
import { type Predicate, predicateOf } from "../language/grammar/main.ts";
import { insideQuotes } from "../text/quotes.ts";
import { type Content, isSubject } from "./content.ts";
import { withRest } from "./said-on.ts";

/** Verbs that report only when they stand behind what is said: "…, X promised". */
const behind = `${reporting}|hinted|estimated|testified|forecast|promised|pledged|vowed|warned|insisted|argued|claimed|complained|conceded|predicted|agreed|confirmed|declared|cautioned|recalled|urged|shows?|showed|showing`;
const trailingVerb = new RegExp(`\\b(${behind})\\b`, "g");
const verb = new RegExp(`\\b(${reporting})\\b`, "g");
const accordingTo = /\b(?:according to|as reported by|citing|cited by)\s+/i;
const underText = new RegExp(`^Under ((?:the|a|an|this|that|its) (?:\\S+ ){0,4}?(?:${[...drafts].join("|")})),\\s+`);
const underEnd = new RegExp(`,?\\s+under ((?:the|a|an|this|that) (?:\\S+ ){0,3}?(?:${[...drafts].join("|")}))[.]?$`);
const listener =
  /^\s*(?:(?:to\s+)?(?:reporters|journalists|the (?:media|press|public|nation|parliament|court|council|bbc|agency|newspaper|broadcaster)|parliament|supporters|lawmakers|viewers|[^,;:“"]{2,40}?(?=\s+that\b)|a (?:news|press) (?:conference|briefing)|(?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})(?=\s|,))?/u;
const aside =
  /^\s*,?\s*(?:(?:late |early )?(?:on|in|at|during|via|after|before|through|over|by)\s+(?:a |an |the |his |her |their )?[^,“"]{2,48}?(?=\s+that\b|,|:|\s+(?:he|she|it|they|the|a|an|his|her|its|their|there|no|\p{Lu})\b|$))?(?:\s*(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)?/u;
const sentenceHead =
  /^(?:(?:however|meanwhile|separately|later|earlier|also|but|and|yet|instead|on \w+|in \w+|a day (?:earlier|later)|in a (?:statement|post|interview|speech)[^,]{0,40}|speaking [^,]{2,60}|asked [^,]{2,60}),?\s+)*/i;
/** What a sentence reports and from whom; at least one content, in order. */
export function contentsOf(sentence: string): readonly Content[] {
  return (
    fromAccordingTo(sentence) ??
    fromVerb(sentence) ??
    underDraft(sentence) ?? [{ source: null, start: 0, end: sentence.length }]
  );
}

/** What stands in a plan or a treaty is said by it. */
function underDraft(sentence: string): readonly Content[] | null {
  const opening = underText.exec(sentence);
  if (opening) return [{ source: opening[1]!, start: opening[0].length, end: sentence.length }];
  const ending = underEnd.exec(sentence);
  return ending ? [{ source: ending[1]!, start: 0, end: ending.index }] : null;
}

function fromAccordingTo(sentence: string): readonly Content[] | null {
  const match = accordingTo.exec(sentence);
  if (!match || insideQuotes(sentence, match.index)) return null;
  const from = match.index + match[0].length;
  const rest = sentence.slice(from);
  if (match.index <= 2) {
    const comma = sentence.indexOf(",", from);
    return comma < 0 ? null : [{ source: sentence.slice(from, comma), start: comma + 1, end: sentence.length }];
  }
  const source = rest.slice(0, rest.search(/[.;]\s*$|,\s|[.;]["”’]?\s|$/));
  // "citing threats" gives a reason, "citing officials" a source.
  if (/^citing/i.test(match[0]) && !/\p{Lu}|officials?|sources?|people|diplomats|reports?|documents?/u.test(source))
    return null;
  const content = { start: 0, end: trimTail(sentence, match.index) };
  const inner = fromVerb(sentence.slice(0, content.end));
  return inner?.[0]?.source ? inner : [{ source, ...content }];
}

const trimTail = (sentence: string, end: number) => sentence.slice(0, end).replace(/[\s,–—-]+$/, "").length;

function fromVerb(sentence: string): readonly Content[] | null {
  if (!new RegExp(`\\b(?:${behind})\\b`).test(sentence)) return null;
  return inside(sentence) ?? leading(sentence) ?? aroundQuote(sentence);
}

const insideSaying = new RegExp(
  `^([^,;:“”"]{2,80}), ((?:he|she|they)|[^,;:“”"]{3,70}(?:, [^,;:“”"]{3,40},?)?) (?:${reporting}|warned|insisted|argued|promised|believes|believed)(?: [^,;:“”"]{2,40})?, (?=\\S)`,
);

/** "The deal, the minister said, would be signed", "On Monday, the mayor said, the bridge would open". */
function inside(sentence: string): readonly Content[] | null {
  const match = insideSaying.exec(sentence);
  if (!match || !isSubject(match[2]!)) return null;
  const opens = timeOrPlace.test(match[1]!);
  const [subject, start] = [opens ? `${match[1]!},` : match[1]!, match[0].length];
  const rest = predicateOf(sentence.slice(start));
  const { chain, finite, from } = predicateOf(`${subject} ${sentence.slice(start)}`);
  if (!chain || !finite || chain.from <= from || predicateOf(subject).finite) return null;
  const goesOn = opens ? rest.finite && rest.chain!.from > rest.from : chainAt(rest.words, 0) !== null;
  return goesOn ? [{ source: match[2]!.replace(/,$/, ""), start, end: sentence.length, subject }] : null;
}

const timeOrPlace = /^(?:on|in|at|by|from|until|after|before|next|last|this|under)\b/i;

/** "X said on Friday that …", and "X called it fair but said that …". */
function leading(sentence: string): readonly Content[] | null {
  const predicate = predicateOf(sentence);
  const { words, chain, from } = predicate;
  if (!chain || !predicate.finite) return null;
  const at = sayingAt(predicate);
  if (at === null || insideQuotes(sentence, words[at]!.start)) return null;
  const head = sentenceHead.exec(sentence)?.[0].length ?? 0;
  const subjectStart = Math.max(words[from]!.start, head);
  const subject = sentence
    .slice(subjectStart, words[chain.from]!.start)
    .replace(/[\s,–—]+$/, "")
    .trim();
  if (!isSubject(subject)) return null;
  const start = contentAfter(sentence, words[at]!.end, words[at]!.lower);
  const after = sentence.slice(start);
  if (after.replace(/[^\p{L}]/gu, "").length < contentLettersMin) return null;
  const content = { source: subject, start, end: sentence.length, lead: subjectStart };
  if (at === chain.links[0]!.at) return [content];
  if (!saysSomething(after)) return null;
  const cut = sentence.slice(0, words[at - 1]!.start).replace(/[\s,]+$/, "").length;
  return [{ source: null, start: subjectStart, end: cut }, content];
}

const contentLettersMin = 8;

/** "… and said so in two letters" reports nothing: behind a second verb must stand a clause or a quotation. */
function saysSomething(content: string): boolean {
  const { finite, chain, from } = predicateOf(content);
  return /["“«„]/.test(content) || (finite && chain!.from > from);
}

/** Where the verb of saying stands: the main verb itself, or one joined to it by "and" or "but". */
function sayingAt({ words, chain }: Predicate): number | null {
  const main = chain!.links[0]!;
  if (says(main) && chain!.links.length === 1 && !takesBack(words, main.at)) return main.at;
  // "A letter shows that …", "the inquiry found that …"
  if (/^(?:show|find|prove)$/.test(main.base) && words[main.at + 1]?.lower === "that") return main.at;
  for (let at = chain!.to + 1; at + 1 < words.length; at++) {
    if (words[at]!.tag !== "coordinator" || words[at]!.lower === "or") continue;
    const joined = chainAt(words, at + 1);
    const link = joined?.links[0];
    if (link && joined.links.length === 1 && says(link) && words[link.at]!.form?.past) return link.at;
  }
  return null;
}

/** "Recalled all copies" */
const takesBack = (words: Predicate["words"], at: number) =>
  words[at]!.form?.base === "recall" &&
  !/^(?:that|how)$/.test(words[at + 1]?.lower ?? "") &&
  !/["“«„,:]/.test(words[at + 1]?.gap ?? "");

const says = (link: { base: string; kind: string; passive: boolean; negated: boolean; modal: string | null }) =>
  link.kind === "verb" && reports.has(link.base) && !link.passive && !link.negated && link.modal === null;

function contentAfter(sentence: string, verbEnd: number, written: string): number {
  let at = verbEnd;
  if (/^(?:told|tells?)$/i.test(written)) at += listener.exec(sentence.slice(at))?.[0].length ?? 0;
  const skipped = aside.exec(sentence.slice(at))?.[0].length ?? 0;
  const gap = /^\s*(?:,|:)?\s*(?:that\s+)?/.exec(sentence.slice(at + skipped))?.[0].length ?? 0;
  return at + skipped + gap;
}

function aroundQuote(sentence: string): readonly Content[] | null {
  for (const match of sentence.matchAll(verb)) {
    if (insideQuotes(sentence, match.index)) continue;
    const found = inverted(sentence, match) ?? trailing(sentence, match);
    if (found) return found;
  }
  for (const match of sentence.matchAll(trailingVerb)) {
    const closes =
      /^[\s.,;:]*$|^\s+(?:on|in|at|late|early|after|during)\s[^,]{0,40}\.?$|^[^,“”"]{0,40}, (?:if|unless|provided|once|until)\s/.test(
        sentence.slice(match.index + match[0].length),
      );
    const found = closes && !insideQuotes(sentence, match.index) ? trailing(sentence, match) : null;
    if (found) return found;
  }
  return null;
}

/** "…,” said the spokesman, Karl Orlen." */
function inverted(sentence: string, match: RegExpExecArray): readonly Content[] | null {
  const before = sentence.slice(0, match.index).trimEnd();
  // "…, Pavel Horn, told a forum": behind "told" stands who was told.
  if (!/[,”"’]$/.test(before) || /^tells?|^told/.test(match[0])) return null;
  const subject = /^\s+((?:the |a |an )?[^.;“"]{2,100})/.exec(sentence.slice(match.index + match[0].length))?.[1];
  if (
    !subject ||
    /^(?:of|that|on|in|at|to|by)\b/.test(subject) ||
    !/\p{Lu}|spokes|official|source|adviser|aide/u.test(subject)
  )
    return null;
  return [{ source: named(subject), start: 0, end: trimTail(sentence, before.length) }];
}

/** A subject behind its verb: with the name that explains it, without the time and place of speaking. */
const named = (subject: string) =>
  subject
    .replace(/,\s+(?=\p{Ll})[\s\S]*$/u, "")
    .replace(/\s+(?:on|in|at|after|during|late|early|of (?:his|her|their|the))\s.*$/, "")
    .replace(/[\s,.]+$/, "");

/** "…, X said" with perhaps "adding that …" behind. */
function trailing(sentence: string, match: RegExpExecArray): readonly Content[] | null {
  const before = sentence.slice(0, match.index);
  for (const cut of cutsIn(before)) {
    if (cut < 12) return null;
    const subject = before
      .slice(cut + 1)
      .replace(/,\s*$/, "")
      .trim();
    if (subject.split(/\s+/).length > 16) return null;
    if (!isSubject(subject) || begun.test(subject)) continue;
    const contents: Content[] = [
      { source: subject, start: 0, end: trimTail(sentence, cut + (before[cut] === "," ? 0 : 1)) },
    ];
    return withRest(contents, subject, sentence, match.index);
  }
  return null;
}

/** No subject: the beginning of another clause, "…, while the union said it would go on", or "a" before the noun "report". */
const begun =
  /^(?:of|in|on|at|and|but|which|who|to|for|with|by|as|while|whereas|although|though|because|after|before|since|when|until|if)\b|\b(?:an?|the|who|which|that)$/;

/** Places where the subject could begin: the last closing mark or comma, or one further back for "the envoy, X, said". */
function cutsIn(before: string): readonly number[] {
  const marks = [...before.matchAll(/, |[”"’] /g)].map((mark) => mark.index).toReversed();
  const trimmed = before.replace(/,\s*$/, "");
  const [last, ...earlier] = marks.filter((mark) => mark < trimmed.length);
  if (last === undefined) return [];
  const apposed = trimmed.length < before.trimEnd().length || apposition.test(trimmed.slice(last));
  const wide = earlier.slice(0, 1).filter((mark) => before[last] === "," && opensPhrase.test(before.slice(mark)));
  return apposed ? [...wide, last] : [last, ...earlier.slice(0, 1)];
}

const apposition = /^, (?:\p{Lu}[\p{L}.'’-]*\s?){1,4}$/u;
const opensPhrase = /^\S*\s(?:the|an?|his|her|its|their|\p{Lu}\S*)\s/u;
