/**
 * Who and what a text names: actors and places of the story, countries and capitals that anyone knows, and runs of
 * capitals that nobody listed. Overlaps go to the story first, then to geography. It does not resolve pronouns.
 */

import type { Day } from "../article/article.ts";
import { geography } from "../language/geography.ts";
import { isCommonWord, isListed } from "../language/words.ts";
import { type Lexicon, mentions, rolesHeldOn } from "../story/lexicon.ts";
import type { Actor, ActorKind, Story } from "../story/story.ts";
import { build, scan } from "../text/automaton.ts";
import type { Token } from "../text/tokens.ts";

export type Name = {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly kind: ActorKind | "place" | "name";
  /** The side it acts for, or its own id. */
  readonly party: string;
  /** False where only a role or a people stands: "the Kremlin envoy", "Russian". */
  readonly named: boolean;
};

type Place = { readonly kind: "country" | "people" | "capital"; readonly id: string };

const gazetteer = build(
  geography.flatMap((country) => [
    ...country.names.map((text) => ({ text, value: { kind: "country", id: country.id } as Place })),
    ...country.people.map((text) => ({ text, value: { kind: "people", id: country.id } as Place })),
    ...country.capitals.map((text) => ({ text, value: { kind: "capital", id: country.id } as Place })),
  ]),
);

/** Finds every name in `text`; `day` decides which roles are held. Sorted by start, never overlapping. */
export function namesIn(
  text: string,
  run: readonly Token[],
  story: Story,
  lexicon: Lexicon,
  day: Day,
): readonly Name[] {
  const taken: Name[] = [];
  const take = (name: Name) => {
    if (!taken.some((other) => name.start < other.end && other.start < name.end)) taken.push(name);
  };
  for (const name of storyNames(text, story, lexicon, day)) take(name);
  for (const name of geographicNames(text)) take(name);
  for (const name of capitalised(text, run)) take(name);
  return taken.sort((a, b) => a.start - b.start);
}

function storyNames(text: string, story: Story, lexicon: Lexicon, day: Day): readonly Name[] {
  const actors = new Map(story.actors.map((actor) => [actor.id, actor]));
  const own = mentions(lexicon, text).filter((mention) => mention.story === story.id);
  // A name that is both a government and a place is told apart by its grammar, below.
  const governed = new Set(
    own
      .filter(({ what }) => what.kind === "actor" && actors.get(what.id)?.kind === "government")
      .map(({ start }) => start),
  );
  const found = own.flatMap(({ start, end, what }): readonly Name[] => {
    if (what.kind === "place") {
      return governed.has(start) ? [] : [placeName(start, end, `place:${what.id}`, `place:${what.id}`)];
    }
    const actor = actors.get(what.id);
    const meant = what.kind === "actor" || (what.kind === "role" && actor && holds(actor, what.title, day));
    return actor && meant ? [actorName(text, { start, end }, actor, what.kind === "actor")] : [];
  });
  return [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
}

function actorName(text: string, { start, end }: { start: number; end: number }, actor: Actor, named: boolean): Name {
  const party = actor.side ?? actor.id;
  const place = actor.kind === "government" && isPlaceUse(text, start, end);
  return place
    ? placeName(start, end, `place:${actor.id}`, party)
    : { start, end, id: actor.id, kind: actor.kind, party, named };
}

const placeName = (start: number, end: number, id: string, party: string): Name => ({
  start,
  end,
  id,
  kind: "place",
  party,
  named: true,
});
const holds = (actor: Actor, title: string, day: Day) => rolesHeldOn(actor, day).some((role) => role.title === title);

/** "The Geneva talks" are talks in a place. */
const eventAfter =
  /^\s+(?:talks|meetings?|rounds?|summit|session|negotiations|conference|consultations|discussions|visit|trip|accords?|agreements?|process)\b/;
/** A capital or a country is a government as the subject of a verb, and a place after in, to, from … */
const placeBefore =
  /\b(?:in|to|from|at|near|outside|for|via|into|around|across|leave[sd]?|left|visit(?:s|ed)?|reach(?:es|ed)?)\s+(?:the\s+)?$/i;

/** "Negotiators from a country" act for it. */
const peopleFrom =
  /\b(?:negotiators?|officials?|envoys?|delegat(?:es|ions?)|diplomats?|teams?|representatives?|advis[eo]rs?|leaders?|ministers?|forces|troops|mediators?|partners?|colleagues|counterparts?|pressure|guarantees?)\s+(?:of|from)\s+(?:both\s+)?(?:the\s+)?(?:\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)*(?:,\s|\sand\s)(?:the\s+)?)*$/iu;

function isPlaceUse(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 3);
  if (/^['’]s/.test(after)) return false;
  if (eventAfter.test(text.slice(end, end + 16))) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  if (peopleFrom.test(text.slice(0, start))) return false;
  return (
    placeBefore.test(before) &&
    !/\b(?:pressure|guarantees?|aid|offer|message|brief)\s+(?:to|for|from)\s+(?:the\s+)?$/i.test(
      text.slice(Math.max(0, start - 28), start),
    )
  );
}

function geographicNames(text: string): readonly Name[] {
  return scan(gazetteer, text).flatMap(({ start, end, value }): readonly Name[] => {
    if (!/^\p{Lu}/u.test(text.slice(start, end))) return [];
    if (value.kind !== "people" && isPlaceUse(text, start, end)) {
      const written = text.slice(start, end).toLowerCase();
      const id = value.kind === "capital" ? `place:${written}` : `place:${value.id}`;
      return [{ start, end, id, kind: "place", party: value.id, named: true }];
    }
    return [{ start, end, id: value.id, kind: "government", party: value.id, named: value.kind !== "people" }];
  });
}

/** Titles that one person bears. */
export const personTitles: ReadonlySet<string> = new Set(
  `president minister secretary chief chairman chairwoman chair spokesman spokeswoman spokesperson envoy ambassador general
  senator governor mayor king queen prince princess sir lord lady judge justice prosecutor attorney lawyer aide adviser
  advisor leader premier chancellor commissioner director negotiator professor doctor captain colonel major lieutenant mr mrs ms dr
  sheriff detective inspector superintendent chief-executive ceo cfo`.split(/\s+/),
);
const titleWords = new Set([
  ...personTitles,
  ...`prime foreign defence defense of state deputy vice the former special national security union department court
  district supreme high commission council committee parliament senate house congress ministry`.split(/\s+/),
]);

/** "Defence Minister Ada Renn": a name that nobody listed is a person's when a title stands before it. */
export const isTitled = (text: string, { start }: Name): boolean =>
  personTitles.has(/([\p{L}-]+)\.?\s$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? "");

const calendarWord =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|i|monday's)$/;

/** Runs of capitalised words that no list knows. A person or a thing: nobody can tell, so the kind is `name`. */
function capitalised(text: string, run: readonly Token[]): readonly Name[] {
  const found: Name[] = [];
  let open: Token[] = [];
  const close = () => {
    const kept = trimTitles(open);
    if (kept.length > 0) found.push(nameOf(kept, text));
    open = [];
  };
  for (const [at, token] of run.entries()) {
    if (open.length > 0 && !/^[ ’'.&-]{0,3}$/.test(text.slice(open.at(-1)!.end, token.start))) close();
    if (isNameWord(token, run[at + 1], opensSentence(text, run, at))) open.push(token);
    else close();
  }
  close();
  return found;
}

function opensSentence(text: string, run: readonly Token[], at: number): boolean {
  if (at === 0) return true;
  const between = text.slice(run[at - 1]!.end, run[at]!.start);
  return /[.!?:“"\n]/.test(between);
}

function isNameWord(token: Token, next: Token | undefined, opening: boolean): boolean {
  if (!/^\p{Lu}/u.test(token.text) || calendarWord.test(token.lower)) return false;
  if (token.text.length === 1) return false;
  if (!opening) return true;
  // Any word has a capital at the head of a sentence: only one that no list knows, or that another name follows, is a name.
  if (next && /^\p{Lu}/u.test(next.text)) return !isCommonWord(token.lower) || titleWords.has(token.lower);
  return !isListed(token.lower) && !/s$/.test(token.lower);
}

function trimTitles(words: readonly Token[]): readonly Token[] {
  let from = 0;
  while (from < words.length && titleWords.has(words[from]!.lower)) from += 1;
  return words.slice(from);
}

function nameOf(words: readonly Token[], text: string): Name {
  const [first, last] = [words[0]!, words.at(-1)!];
  const id = foldName(last.lower);
  if (locativeBefore.test(text.slice(Math.max(0, first.start - 16), first.start))) {
    return { start: first.start, end: last.end, id: `place:${id}`, kind: "place", party: id, named: true };
  }
  return { start: first.start, end: last.end, id, kind: "name", party: id, named: true };
}

const locativeBefore = /\b(?:in|at|near|outside|around)\s+(?:the\s+)?$/i;

/** Spellings of one name in Latin letters fold together: -sky, -skyy, -skiy. */
export function foldName(lower: string): string {
  return lower
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[jy]/g, "i")
    .replace(/kh/g, "h")
    .replace(/ie/g, "e")
    .replace(/(.)\1+/g, "$1")
    .replace(/['’.-]/g, "")
    .replace(/^(.{4,}?)(?:ians?|ia|ans?)$/, "$1");
}
