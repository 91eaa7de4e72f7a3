/**
 * A question read into what it asks for: its kind, whom and where it names, and what it is about. A question is data:
 * whatever it says, it is only ever compared with facts. It knows no facts.
 */
import type { Day } from "../article/article.ts";
import { type Name, namesIn } from "../claim/names.ts";
import { phases } from "../language/verbs.ts";
import { isStopword, type Term, termsOf } from "../language/words.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { type Token, tokens } from "../text/tokens.ts";
import { duringIn } from "./as-of.ts";
import { contentOf, withAlike } from "./asked-terms.ts";
import { isForeign, isForeignFrame } from "./foreign.ts";
import type { Asked, Part } from "./part.ts";
import { nothingReported, printed, type Reported } from "./plain-words.ts";
import { predicateOf } from "./predicate.ts";
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
  sidesAsked,
} from "./question-words.ts";
import { issuesIn } from "./sentence.ts";
import { continued } from "./thread.ts";

/** What comes after this many characters is not read. */
export const questionReadMax = 600;
/** Questions in one message; further ones are not answered. */
export const partsMax = 4;

/** In "why does he refuse to go?" he does not go. */
const isRefusal = ({ term, end }: Term, lower: string) => term === "refuse" && /^\s+to\b/.test(lower.slice(end));

const withoutNames = (lower: string, names: readonly Name[]) =>
  names.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, lower);

/** "Has power been restored everywhere?": that it was somewhere is no yes. */
const universalAsked = /\b(?:all|everywhere|every|everyone|everybody|fully|completely|entirely|entire|whole)\b/;

type Known = {
  readonly story: Story;
  readonly lexicon: Lexicon;
  readonly day: Day;
  readonly reported?: Reported;
};

/**
 * Reads a message into at most `partsMax` questions; none when it has no letters. `day` decides which roles are held.
 * `earlier` are the parts that were asked before it in the same thread, oldest first.
 */
export function readQuestion(message: string, known: Known, earlier: readonly Part[] = []): readonly Part[] {
  const parts: Part[] = [];
  for (const written of splitQuestions(printed(cleaned(message), known.story, known.reported ?? nothingReported))) {
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

function readPart(text: string, known: Known): Part {
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
  const terms = withAlike(
    found.filter((term) => !isRefusal(term, lower)),
    lower,
  );
  return {
    kind,
    written: text,
    lower,
    asked: distinct(names.map((name) => askedOf(name, text))),
    terms,
    stems: new Set(terms.map(({ stem }) => stem)),
    predicate: over ? "end" : prospect ? null : predicateOf(kind, { lower, run, terms, names }),
    counted: foreign ? [] : countedOf(lower, run),
    subject: subjectOf(kind, lower, terms, names),
    sides: sidesAsked(lower),
    future: prospect || (!over && futureCue.test(lower)),
    last: lastCue.test(lower),
    prospect,
    issues: issuesIn(text, known.story, known.lexicon),
    source: false,
    sense: null,
    bare: false,
    next: nextCue.test(lower),
    vague: false,
    says: (kind === "what" || kind === "about") && sayAsked.test(withoutNames(lower, names)),
    negated: /\b(?:not|never|no longer|refuse[sd]?|refusing)\b/.test(lower),
    during: foreign ? null : duringIn(lower, known.day),
    universal: universalAsked.test(lower),
  };
}

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

/** What is counted in "how many …": the words up to the verb, or the first of them. */
function countedOf(lower: string, run: readonly Token[]): readonly string[] {
  const asked = /\bhow (?:many|much)\b/.exec(lower);
  if (!asked) return [];
  const from = asked.index + asked[0].length;
  const verb = lower
    .slice(from)
    .search(
      /\s(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|must|should|may|might|of|in|at|to|still|left)\b/,
    );
  const until = verb < 0 ? lower.length : from + verb;
  const inside = termsOf(run.filter((token) => token.start >= from && token.end <= until));
  const counted = (verb < 0 ? inside.slice(0, 1) : inside).map((term) => term.term);
  return counted[0] === "peopl" ? counted.slice(0, 1) : counted;
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
