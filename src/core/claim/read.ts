/**
 * An article read into claims, in the order of its sentences. It carries speakers, pronouns and open quotations from
 * sentence to sentence, and knows nothing of other articles.
 */
import type { Article, Day } from "../article/article.ts";
import { originOf } from "../article/origin.ts";
import { type Passage, passages } from "../article/residue.ts";
import { isForeign } from "../language/foreign.ts";
import { drafts } from "../language/governors.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { tokens } from "../text/tokens.ts";
import type { Attribution, Claim, Participant } from "./claim.ts";
import { compact } from "./compact.ts";
import { type Context, freshContext } from "./context.ts";
import { foreignSlots, foreignSpeaker } from "./foreign.ts";
import { foldedPlace, meaningOf } from "./meaning.ts";
import { type Name, namesIn } from "./names.ts";
import { type Piece, piecesOf, wholePiece } from "./pieces.ts";
import { bearerIn, venueOf } from "./references.ts";
import { shorten } from "./shorten.ts";
import { toldAs } from "./told-as.ts";
import { after, speakerOf } from "./voice.ts";
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
    if (passage.paragraph > paragraph) context = { ...context, recent: null };
    if (passage.mistaken) context = freshContext;
    paragraph = passage.paragraph;
    const read = readSentence(passage, article, reader, today, context);
    if (!passage.mistaken) claims.push(...read.claims.map(compact));
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
  const passage: Passage = {
    text: article.text,
    start: 0,
    end: article.text.length,
    paragraph: 0,
    recap: false,
    mistaken: false,
  };
  const names = namesIn(passage.text, tokens(passage.text), reader.story, reader.lexicon, today);
  return claimOf(wholePiece(passage.text), passage, names, article, reader, today, freshContext);
}

function readSentence(
  passage: Passage,
  article: Article,
  reader: Reader,
  today: Day,
  context: Context,
): { claims: readonly Claim[]; context: Context } {
  const names = namesIn(passage.text, tokens(passage.text), reader.story, reader.lexicon, today);
  if (isForeign(article.lang)) return { claims: [foreignClaim(passage, names, article, reader, today)], context };
  const pieces = piecesOf(passage.text, context.quoting);
  const claims = pieces.map((piece) => claimOf(piece, passage, names, article, reader, today, context));
  return { claims, context: after(passage.text, names, pieces, context) };
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
  const { body, inBody } = bodyOf(piece, passage.text, names);
  const speaker = speakerOf(piece, passage.text, names, context);
  const pronoun =
    pronounIn(body, speaker?.name ?? context.person) ?? asParticipant(bearerIn(body, context.references)?.name ?? null);
  const { clause, by } = withThing(body, context.thing);
  const meaning = meaningOf(clause, shifted(inBody, -by), {
    today,
    way: article.published === undated ? "future" : null,
    pronoun,
    said: speaker !== null,
    drafted:
      speaker?.attribution.kind === "document" && speaker.attribution.text.split(" ").some((word) => drafts.has(word)),
    lead: passage.text.slice(0, piece.lead),
    reader,
  });
  const attribution = speaker?.attribution ?? named(meaning.speechBy, context);
  const { span, quote, text, borrowed, leaning } = toldAs(piece, passage, article, speaker, context, today);
  const claim = {
    articleId: article.id,
    outlet: article.outlet,
    origin: originOf(article, attribution ?? null),
    url: article.url,
    published: article.published,
    lang: article.lang,
    span,
    quote,
    text,
    borrowed,
    ...(attribution ? { attribution } : {}),
    ...meaning.slots,
    places: placesOf(meaning.slots.places, clause, context, reader),
  };
  return {
    ...claim,
    worth:
      leaning || passage.recap || article.lang !== "en"
        ? 0
        : worthOf(claim, passage.text, reader.story.actors.length > 0),
  };
}

/** "The meeting" is where the meeting of the sentences before is. */
function placesOf(named: readonly string[], clause: string, context: Context, reader: Reader): readonly string[] {
  const venue = named.length === 0 ? venueOf(clause, context.references) : null;
  return venue ? [foldedPlace(venue.id, reader.story)] : named;
}

/** A sentence of another language is one claim: kept, attributed and searched, never split and never a line of its own. */
function foreignClaim(passage: Passage, names: readonly Name[], article: Article, reader: Reader, today: Day): Claim {
  const { text, start, end } = passage;
  const attribution = foreignSpeaker(text, article.lang, names);
  const around = { today, way: null, pronoun: null, said: attribution !== null, drafted: false, lead: "", reader };
  // An event and a date are read off English verbs and months.
  const { event: _event, when: _when, ...slots } = meaningOf(text, names, around).slots;
  return {
    articleId: article.id,
    outlet: article.outlet,
    origin: originOf(article, attribution),
    url: article.url,
    published: article.published,
    lang: article.lang,
    span: { start, end },
    quote: article.text.slice(start, end),
    text: shorten(text),
    borrowed: [],
    ...slots,
    ...foreignSlots(text, article.lang, today),
    ...(attribution ? { attribution } : {}),
    worth: 0,
  };
}

/** What is said with the names in it; a second verb takes its subject from the first. */
function bodyOf(piece: Piece, sentence: string, names: readonly Name[]): { body: string; inBody: readonly Name[] } {
  const { bodyStart, bodyEnd, subject, tail } = piece;
  const at = subject === null ? -1 : sentence.indexOf(subject);
  const parts = [
    ...(subject !== null && at >= 0 ? [{ start: at, end: at + subject.length }] : []),
    { start: bodyStart, end: bodyEnd },
    ...(tail ? [tail] : []),
  ];
  let body = "";
  const inBody: Name[] = [];
  for (const { start, end } of parts) {
    if (body !== "") body += " ";
    const inside = names.filter((name) => name.start >= start && name.end <= end);
    inBody.push(...shifted(inside, start - body.length));
    body += sentence.slice(start, end);
  }
  return { body, inBody };
}

/** "They began earlier" means what "The discussions began earlier" means. */
function withThing(body: string, thing: string | null): { readonly clause: string; readonly by: number } {
  const pronoun = /^\s*[“"]?(?:They|It)\b(?!['’])/.exec(body)?.[0];
  return pronoun && thing
    ? { clause: `${thing}${body.slice(pronoun.length)}`, by: thing.length - pronoun.length }
    : { clause: body, by: 0 };
}

/** "He" as a source is whoever was last named. */
const named = (attribution: Attribution | undefined, { personText }: Context): Attribution | undefined =>
  attribution && personText && /^(?:he|she)$/i.test(attribution.text)
    ? { ...attribution, text: personText }
    : attribution;

const shifted = (names: readonly Name[], by: number) =>
  names.map((name) => ({ ...name, start: name.start - by, end: name.end - by }));

/** "He" or "she" near the head of what is said is the speaker, or the last person named. */
function pronounIn(body: string, person: Name | null): Participant | null {
  return /^(?:[“"]?(?:\p{L}+,?\s+){0,3})?(?:he|she|I|his|her)\b/iu.test(body) ? asParticipant(person) : null;
}

const asParticipant = (person: Name | null): Participant | null =>
  person && {
    id: person.id,
    party: person.party,
    kind: person.kind === "place" ? "name" : person.kind,
    role: "subject",
    named: true,
  };
