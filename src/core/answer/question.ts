/**
 * A question read into what it asks for: its kind, whom and where it names, and what it is about. A question is data:
 * whatever it says, it is only ever compared with facts. It knows no facts.
 */
import type { Day } from "../article/article.ts";
import { type Name, namesIn } from "../claim/names.ts";
import { phases } from "../language/verbs.ts";
import { isStopword, stemOf, type Term, termsOf } from "../language/words.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { type Token, tokens } from "../text/tokens.ts";
import { isForeign, isForeignFrame } from "./foreign.ts";
import { doneBy, predicateOf } from "./predicate.ts";
import {
  frame,
  futureCue,
  kindOf,
  lastCue,
  nextCue,
  openVerbs,
  overAsked,
  prospectAsked,
  type QuestionKind,
  sayAsked,
  shapeTerms,
  sidesAsked,
} from "./question-words.ts";
import { issuesIn } from "./sentence.ts";
import { continued } from "./thread.ts";

/** What comes after this many characters is not read. */
export const questionReadMax = 600;
/** Questions in one message; further ones are not answered. */
export const partsMax = 4;

/** Somebody, something or some place that a question names. */
export type Asked = {
  readonly id: string;
  readonly kind: "actor" | "country" | "place" | "name";
  /** As asked: letters, digits, hyphens and dots only. */
  readonly text: string;
  /** Folded last word: how a report would at least have to write it. */
  readonly word: string;
  readonly person: boolean;
};

/** A word of the question: as a concept, and as the stem that was written. */
export type AskedTerm = Term & { readonly stem: string };

export type Part = {
  readonly kind: QuestionKind;
  readonly written: string;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  readonly asked: readonly Asked[];
  /** What it is about besides the names, each once. */
  readonly terms: readonly AskedTerm[];
  /** Stems of those words as written, for a match that is more than a synonym. */
  readonly stems: ReadonlySet<string>;
  /** The concept that has to be reported for the question to be answered; null when anything about the rest answers it. */
  readonly predicate: string | null;
  /** What is counted in "how many …". */
  readonly counted: readonly string[];
  /** Words of a subject that is no known name: "the chief of the army". */
  readonly subject: readonly string[];
  /** Sides that a "three-way" meeting must have. */
  readonly sides: number | null;
  readonly future: boolean;
  readonly last: boolean;
  /** It asks whether a thing is planned, not whether it was done. */
  readonly prospect: boolean;
  /** Issues of the story that it names. */
  readonly issues: readonly string[];
  /** It asks who says what the question before it was answered with. */
  readonly source: boolean;
  /** It asks for what comes next, not for what is there. */
  readonly next: boolean;
  /** It asks for somebody's own words. */
  readonly says: boolean;
  /** "Is it over?": it does not say what, so that nothing reported is a yes or a no to it. */
  readonly vague: boolean;
};

type Known = { readonly story: Story; readonly lexicon: Lexicon; readonly day: Day };

/**
 * Reads a message into at most `partsMax` questions; none when it has no letters. `day` decides which roles are held.
 * `earlier` are the parts that were asked before it in the same thread, oldest first.
 */
export function readQuestion(message: string, known: Known, earlier: readonly Part[] = []): readonly Part[] {
  const parts: Part[] = [];
  for (const written of splitQuestions(cleaned(message))) {
    const part = readPart(written, known);
    const before = parts.at(-1) ?? earlier.at(-1);
    parts.push(before ? continued(part, before) : part);
  }
  return parts;
}

/** Plain words: no control characters, tags, addresses or invisible marks. */
function cleaned(message: string): string {
  return message
    .slice(0, questionReadMax)
    .normalize("NFC")
    .replace(/<[^>]*>|https?:\/\/\S+/g, " ")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
}

const boundary =
  /\s\/\s|\?+\s+|;\s+|,?\s+and\s+(?=(?:what|where|who|when|how|why|is|are|was|were|did|does|do|has|have|will|can)\b)/iu;

const splitQuestions = (message: string) =>
  message
    .split(boundary)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, partsMax);

function readPart(written: string, known: Known): Part {
  const text = withCapitals(written, known.story);
  const lower = text.toLowerCase().replace(/’/g, "'");
  const run = tokens(text);
  const foreign = isForeign(text, run, (word) => frame.has(word) || isStopword(word));
  const names = namesIn(text, run, known.story, known.lexicon, known.day).filter(
    (name) => !isFrameName(name, text) && !(foreign && isForeignNoise(name, text)),
  );
  const kind = foreign ? "about" : kindOf(lower);
  const over = !foreign && overAsked.test(lower);
  const prospect = !foreign && prospectAsked.test(lower);
  const found = foreign ? [] : withEnd(over, contentOf(run, names, text, { kind, prospect }), text);
  const terms = found.map((term) => ({
    ...term,
    term: coming.test(lower.slice(term.start, term.end)) ? "attend" : term.term,
    stem: stemOf(lower.slice(term.start, term.end)),
  }));
  return {
    kind,
    written: text,
    lower,
    asked: distinct(names.map((name) => askedOf(name, text))),
    terms,
    stems: new Set(terms.map(({ stem }) => stem)),
    predicate: over ? "end" : prospect ? null : (doneBy(kind, lower, terms, names) ?? predicateOf(kind, lower, terms)),
    counted: foreign ? [] : countedOf(lower, run),
    subject: subjectOf(kind, lower, terms, names),
    sides: sidesAsked(lower),
    future: prospect || (!over && futureCue.test(lower)),
    last: lastCue.test(lower),
    prospect,
    issues: issuesIn(text, known.story, known.lexicon),
    source: false,
    next: nextCue.test(lower),
    vague: false,
    says: (kind === "what" || kind === "about") && sayAsked.test(lower),
  };
}

/** To come is to be there. */
const coming = /^(?:come|came|coming)$/;

/** "Is it over?" asks whether it ended. */
function withEnd(over: boolean, terms: readonly Term[], text: string): readonly Term[] {
  if (!over || terms.some(({ term }) => term === "end")) return terms;
  const asked = terms.filter(({ term }) => !phases.has(term));
  return [...asked, { term: "end", weight: endWeight, start: text.length, end: text.length }];
}
const endWeight = 0.4;

/** In another language a capital at the head of the question makes no name, nor does one on a small word. */
const isForeignNoise = (name: Name, text: string): boolean =>
  name.kind === "name" &&
  (!/\p{L}/u.test(text.slice(0, name.start)) ||
    !/\p{Script=Latin}/u.test(text.slice(name.start, name.end)) ||
    tokens(text.slice(name.start, name.end)).every((token) => isForeignFrame(token.lower)));

/** People who shout or do not bother with capitals still mean names: surnames and countries of the story get theirs. */
function withCapitals(written: string, story: Story): string {
  const shouted = !/\p{Ll}/u.test(written) && /\p{Lu}.*\s.*\p{Lu}/u.test(written);
  const plain = shouted ? written.toLowerCase() : written;
  if (/\p{Lu}/u.test(plain.slice(1))) return plain;
  const spellings = story.actors.filter((actor) => actor.kind === "person" || actor.kind === "government");
  const words = new Set(spellings.map((actor) => actor.name.split(" ").at(-1)!.toLowerCase()));
  return plain.replace(/\p{L}+/gu, (word) =>
    words.has(word) && !isStopword(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  );
}

const isFrameName = (name: Name, text: string) =>
  name.kind === "name" && tokens(text.slice(name.start, name.end)).every((token) => frame.has(token.lower));

function askedOf(name: Name, text: string): Asked {
  const written = text.slice(name.start, name.end);
  const word = tokens(written).at(-1)?.lower ?? written.toLowerCase();
  const shown = written.replace(/[^\p{L}\p{M}\p{N} .’'-]+/gu, " ").trim();
  const kind =
    name.kind === "place" ? "place" : name.kind === "name" ? "name" : name.kind === "government" ? "country" : "actor";
  return { id: name.id.replace(/^place:/, ""), kind, text: shown, word, person: name.kind === "person" };
}

const distinct = (all: readonly Asked[]): readonly Asked[] => [...new Map(all.map((one) => [one.id, one])).values()];

function contentOf(
  run: readonly Token[],
  names: readonly Name[],
  text: string,
  { kind, prospect }: { readonly kind: QuestionKind; readonly prospect: boolean },
): readonly Term[] {
  const free = run.filter((token) => !names.some((name) => token.start < name.end && name.start < token.end));
  const found = termsOf(free).filter(
    (term) =>
      !isFrame(text.slice(term.start, term.end).toLowerCase()) &&
      !shapeTerms.has(term.term) &&
      !(kind === "changed" && calendarWord.test(text.slice(term.start, term.end))) &&
      !(prospect && prospectWord.test(text.slice(term.start, term.end))) &&
      term.end - term.start > 1,
  );
  return [...new Map(found.toReversed().map((term) => [term.term, term])).values()].toReversed();
}

/** Since when is asked, not about what. */
const calendarWord =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|midnight|noon|morning|evening|night|afternoon|weekend|hours?|days?|weeks?|months?)$/i;
const prospectWord =
  /^(?:plan|plans|planned|planning|scheduled|expected|due|likely|possible|probable|preparation|preparations|prepared|cards|works|agenda|pipeline|talk)$/i;

const isFrame = (surface: string) => frame.has(surface) || openVerbs.has(surface);

/** What is counted in "how many …": the words up to the verb, or the first of them. */
function countedOf(lower: string, run: readonly Token[]): readonly string[] {
  const asked = /\bhow (?:many|much)\b/.exec(lower);
  if (!asked) return [];
  const from = asked.index + asked[0].length;
  const verb = lower
    .slice(from)
    .search(/\s(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|must|should|may|might|of|in|at)\b/);
  const until = verb < 0 ? lower.length : from + verb;
  const inside = termsOf(run.filter((token) => token.start >= from && token.end <= until));
  return (verb < 0 ? inside.slice(0, 1) : inside).map((term) => term.term);
}

/** In "what does SUBJECT say" the words between the two verbs, when they are no known name. */
function subjectOf(
  kind: QuestionKind,
  lower: string,
  terms: readonly Term[],
  names: readonly Name[],
): readonly string[] {
  if (kind !== "what" && kind !== "about") return [];
  const opening = /^(?:and |so )?(?:what|why|how|when) (?:do|does|did|has|have|will|would|is|are)\s+/.exec(lower);
  if (!opening) return [];
  const from = opening[0].length;
  const verb = terms.find(
    (term) =>
      term.start > from &&
      (openVerbs.has(lower.slice(term.start, term.end)) || /^(?:demand|want|propose|warn|urge)$/.test(term.term)),
  );
  const open = /\s(?:say|think|do|doing|demand|want|propose|offer|expect|decide|ask)\b/.exec(lower.slice(from));
  const until = verb?.start ?? (open ? from + open.index : from);
  if (names.some((name) => name.start >= from && name.end <= until)) return [];
  return terms.filter((term) => term.start >= from && term.end <= until).map((term) => term.term);
}
