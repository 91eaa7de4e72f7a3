/**
 * An article read into claims, in the order of its sentences. It carries speakers, pronouns and open quotations from
 * sentence to sentence, and knows nothing of other articles.
 */
import type { Article, Day } from "../article/article.ts";
import { originOf } from "../article/origin.ts";
import { type Passage, passages } from "../article/residue.ts";
import { weekdays } from "../language/calendar.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { addDays, dayOf, weekdayOf } from "../text/day.ts";
import { tokens } from "../text/tokens.ts";
import { contentsOf, sourceKindOf } from "./attribution.ts";
import type { Attribution, Claim, Participant } from "./claim.ts";
import { clausesOf } from "./clauses.ts";
import { type Context, freshContext, quotingAfter, thingOf } from "./context.ts";
import { meaningOf } from "./meaning.ts";
import { type Name, namesIn } from "./names.ts";
import { wordingOf } from "./wording.ts";
import { worthOf } from "./worth.ts";

export type Reader = { readonly story: Story; readonly lexicon: Lexicon };

/** More claims than any news article makes; the rest of a longer text is not read. */
export const claimsPerArticleMax = 400;

/** Every claim of an article. `within` limits the reading to parts of it: the segments of a live blog. */
export function readClaims(
  article: Article,
  reader: Reader,
  within: readonly { start: number; end: number }[] | null,
): readonly Claim[] {
  const today = dayOf(article.published);
  const claims: Claim[] = [];
  let context = freshContext;
  let paragraph = -1;
  for (const passage of passages(article.text)) {
    if (within && !within.some((part) => passage.start >= part.start && passage.end <= part.end)) continue;
    if (passage.paragraph > paragraph + 1) context = { ...context, thing: null };
    paragraph = passage.paragraph;
    const read = readSentence(passage, article, reader, today, context);
    claims.push(...read.claims);
    context = read.context;
    if (claims.length >= claimsPerArticleMax) break;
  }
  return claims;
}

/** The date of statements that come without one: "Saturday" is then one Saturday for all of them. */
export const undated = Date.parse("2000-06-14T12:00:00Z");

/** A text read as one claim, however many clauses it has: a statement that stands for itself. */
export function readWhole(article: Article, reader: Reader): Claim {
  const today = dayOf(article.published);
  const passage: Passage = { text: article.text, start: 0, end: article.text.length, paragraph: 0, recap: false };
  const names = namesIn(passage.text, tokens(passage.text), reader.story, reader.lexicon, today);
  const content = contentsOf(passage.text)[0]!;
  const leads = content.source !== null && content.start > 0;
  const piece: Piece = {
    start: 0,
    end: passage.text.length,
    source: content.source,
    first: true,
    bodyStart: leads ? content.start : 0,
  };
  const bodyEnd = leads || content.source === null ? passage.text.length : content.end;
  return claimOf({ ...piece, end: bodyEnd }, passage, names, article, reader, today, freshContext);
}

type Piece = {
  readonly start: number;
  readonly end: number;
  readonly source: string | null;
  readonly first: boolean;
  readonly bodyStart: number;
};

function readSentence(
  passage: Passage,
  article: Article,
  reader: Reader,
  today: Day,
  context: Context,
): { claims: readonly Claim[]; context: Context } {
  const names = namesIn(passage.text, tokens(passage.text), reader.story, reader.lexicon, today);
  const pieces = piecesOf(passage.text, context);
  const claims = pieces.map((piece) => claimOf(piece, passage, names, article, reader, today, context));
  return { claims, context: after(passage.text, names, pieces, context) };
}

/** Contents with their clauses; the first clause of a leading attribution keeps it in its span. */
function piecesOf(sentence: string, context: Context): readonly Piece[] {
  return contentsOf(sentence).flatMap((content) => {
    const inherited = content.source ?? (context.quoting ? context.speaker : null);
    const clauses = clausesOf(sentence.slice(content.start, content.end));
    return clauses.map((clause, at): Piece => {
      const bodyStart = content.start + clause.start;
      const end = content.start + clause.end;
      const first = at === 0 && content.source !== null;
      const leads = first && sentence.lastIndexOf(content.source!, content.start) >= 0 && content.start > 0;
      const trails = first && content.start === 0 && clauses.length === 1;
      const start = leads ? 0 : bodyStart;
      return { start, end: trails ? sentence.length : end, source: inherited, first: leads || trails, bodyStart };
    });
  });
}

function claimOf(
  piece: Piece,
  passage: Passage,
  names: readonly Name[],
  article: Article,
  reader: Reader,
  today: Day,
  context: Context,
): Claim {
  const span = trimmed(passage, piece.start, piece.end);
  const body = passage.text.slice(piece.bodyStart, piece.end);
  const inBody = names.filter((name) => name.start >= piece.bodyStart && name.end <= piece.end);
  const speaker = speakerOf(piece.source, passage.text, names, context);
  const pronoun = pronounIn(body, speaker?.name ?? context.person);
  const { clause, by } = withThing(body, context.thing);
  const meaning = meaningOf(clause, shifted(inBody, piece.bodyStart - by), {
    today,
    way: article.published === undated ? "future" : null,
    pronoun,
    reader,
  });
  const attribution = speaker?.attribution ?? meaning.speechBy;
  const quote = article.text.slice(span.start, span.end);
  const claim = {
    articleId: article.id,
    outlet: article.outlet,
    origin: originOf(article, attribution ?? null),
    url: article.url,
    published: article.published,
    lang: article.lang,
    span,
    quote,
    ...wordingOf({
      clause: quote,
      speaker: piece.first ? null : (speaker?.shown ?? null),
      person: context.personText,
      thing: context.thing,
      group: context.speaker && /s$/.test(context.speaker) ? context.speaker : null,
      dayBefore: dayInWords(addDays(today, -1)),
    }),
    ...(attribution ? { attribution } : {}),
    ...meaning.slots,
  };
  return {
    ...claim,
    worth: passage.recap || article.lang !== "en" ? 0 : worthOf(claim, passage.text, reader.story.actors.length > 0),
  };
}

/** "They began earlier" means what "The discussions began earlier" means. */
function withThing(body: string, thing: string | null): { readonly clause: string; readonly by: number } {
  const pronoun = /^\s*[“"]?(?:They|It)\b(?!['’])/.exec(body)?.[0];
  return pronoun && thing
    ? { clause: `${thing}${body.slice(pronoun.length)}`, by: thing.length - pronoun.length }
    : { clause: body, by: 0 };
}

const dayInWords = (day: Day) => `On ${weekdayName(day)}`;
const weekdayName = (day: Day) => {
  const name = weekdays[weekdayOf(day)]!;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

const shifted = (names: readonly Name[], by: number) =>
  names.map((name) => ({ ...name, start: name.start - by, end: name.end - by }));

function trimmed(passage: Passage, start: number, end: number): { start: number; end: number } {
  const raw = passage.text.slice(start, end);
  const from = passage.start + start + (raw.length - raw.trimStart().length);
  return { start: from, end: from + raw.trim().length };
}

/** "He" or "she" near the head of what is said is the speaker, or the last person named. */
function pronounIn(body: string, person: Name | null): Participant | null {
  if (!person || !/^(?:[“"]?(?:\p{L}+,?\s+){0,3})?(?:he|she|I|his|her)\b/iu.test(body)) return null;
  return {
    id: person.id,
    party: person.party,
    kind: person.kind === "place" ? "name" : person.kind,
    role: "subject",
    named: true,
  };
}

type Speaker = { readonly attribution: Attribution; readonly name: Name | null; readonly shown: string };

function speakerOf(source: string | null, sentence: string, names: readonly Name[], context: Context): Speaker | null {
  if (!source) return null;
  if (/^(?:he|she)$/i.test(source)) return pronounSpeaker(source, context);
  const at = sentence.indexOf(source);
  const within =
    at < 0 ? [] : names.filter((name) => name.start >= at && name.end <= at + source.length && name.kind !== "place");
  const person = within.find((name) => name.kind === "person") ?? likeliestPerson(within, sentence);
  const kind = kindOf(source, within, person);
  const actor = (kind === "person" ? person : (within.find((name) => name.kind === "outlet") ?? within[0]))?.id;
  return {
    attribution: {
      kind,
      text: source,
      reported: true,
      listed: kind !== "person" || person?.kind === "person",
      ...(actor ? { actor } : {}),
    },
    name: person,
    shown: person ? lastWritten(sentence, person) : source,
  };
}

function pronounSpeaker(source: string, { person, personText }: Context): Speaker | null {
  if (!person) return null;
  const shown = personText ?? source;
  return {
    attribution: { kind: "person", text: shown, actor: person.id, reported: true, listed: person.kind === "person" },
    name: person,
    shown,
  };
}

/** Names decide before words do: an outlet, a person, a body; "the agency" alone is officials. */
function kindOf(source: string, within: readonly Name[], person: Name | null): Attribution["kind"] {
  const worded = sourceKindOf(source);
  const vague = worded === "unnamed" || worded === "document";
  if (within.some((name) => name.kind === "outlet")) return "outlet";
  if (person && worded !== "outlet" && worded !== "document") return "person";
  if (within.some((name) => name.kind === "body" || name.kind === "government" || name.kind === "group"))
    return vague ? worded : "officials";
  return worded === "person" ? "officials" : worded;
}

/** Among names that nobody lists, one of several words is a person's; else the last one before a comma is. */
function likeliestPerson(within: readonly Name[], sentence: string): Name | null {
  const unlisted = within.filter((name) => name.kind === "name");
  return unlisted.find((name) => /\s/.test(sentence.slice(name.start, name.end))) ?? unlisted.at(-1) ?? null;
}

const lastWritten = (sentence: string, name: Name) => sentence.slice(name.start, name.end);

function after(sentence: string, names: readonly Name[], pieces: readonly Piece[], context: Context): Context {
  const source = pieces.find((piece) => piece.source)?.source ?? null;
  const at = source ? sentence.indexOf(source) : -1;
  const people = names.filter((name) => name.named && (name.kind === "person" || name.kind === "name"));
  const speaking = people.find(
    (name) => source !== null && at >= 0 && name.start >= at && name.end <= at + source.length,
  );
  const subject = speaking ?? people.find((name) => name.kind === "person") ?? null;
  const pronounSpeaks = source !== null && /^(?:he|she)$/i.test(source);
  const person = pronounSpeaks ? context.person : (subject ?? context.person);
  const body = pieces[0] ? sentence.slice(pieces[0].bodyStart, pieces[0].end) : sentence;
  return {
    person,
    personText: pronounSpeaks || !subject ? context.personText : lastWritten(sentence, subject),
    speaker: pronounSpeaks ? (context.personText ?? context.speaker) : (source ?? context.speaker),
    quoting: quotingAfter(sentence, context.quoting),
    // "They" reaches back one sentence, no further.
    thing: thingOf(body.replace(/^[“"]/, "")),
  };
}
