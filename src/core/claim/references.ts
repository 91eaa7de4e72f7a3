/**
 * What a definite noun means that its article explained before: who "the envoy" is, which officials "the officials"
 * are, where "the meeting" is held. It reads one sentence after the other and resolves only what has one answer.
 */
import { termsOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";
import { type Name, personTitles } from "./names.ts";

export type References = {
  /** Bearer of a title, by the title; null where two bear it. */
  readonly bearers: ReadonlyMap<string, Bearer | null>;
  /** A source without a name, by its last noun: "officials" → "senior ministry officials". */
  readonly sources: ReadonlyMap<string, string>;
  /** Where people meet, as far as the article has said. */
  readonly venues: readonly Venue[];
  /** Where those met of whom the sentence before spoke. */
  readonly latest: Venue | null;
};

export type Bearer = { readonly name: Name; readonly text: string };
export type Venue = { readonly id: string; readonly text: string };

export const noReferences: References = { bearers: new Map(), sources: new Map(), venues: [], latest: null };

/** What is known after one more sentence; `source` is who is said to have said it. */
export function referencesAfter(
  sentence: string,
  names: readonly Name[],
  source: string | null,
  known: References,
): References {
  const latest = venueIn(sentence, names);
  const isKnown = latest === null || known.venues.some(({ id }) => id === latest.id);
  return {
    bearers: bearersIn(sentence, names, known.bearers),
    sources: sourceIn(source, known.sources),
    venues: isKnown ? known.venues : [...known.venues, latest],
    latest,
  };
}

const word = String.raw`[\p{L}-]+`;
const titleBefore = new RegExp(`(${word})(?: of (?:the )?\\p{Lu}\\p{L}+)?,?\\s$`, "u");
const titleBehind = new RegExp(
  `^, (?:(?:an?|the|its|his|her|\\p{Lu}\\S*['’]s) )?((?:${word} ){0,4}?${word})(?=,| of | for | to | in )`,
  "u",
);

function bearersIn(sentence: string, names: readonly Name[], known: References["bearers"]): References["bearers"] {
  const found = names.flatMap((name): readonly (readonly [string, Bearer])[] => {
    if (!name.named || (name.kind !== "person" && name.kind !== "name")) return [];
    const before = titleBefore.exec(sentence.slice(0, name.start))?.[1]?.toLowerCase();
    const behind = titleBehind.exec(sentence.slice(name.end))?.[1]?.toLowerCase().split(" ").at(-1);
    const title = [before, behind].find((one) => one !== undefined && personTitles.has(one));
    return title === undefined ? [] : [[title, { name, text: sentence.slice(name.start, name.end) }]];
  });
  if (found.length === 0) return known;
  const bearers = new Map(known);
  for (const [title, bearer] of found) {
    const other = bearers.get(title);
    bearers.set(title, other === null || (other && other.name.id !== bearer.name.id) ? null : (other ?? bearer));
  }
  return bearers;
}

const sourceEnd = /,|\s(?:who|whose|which|of|in|from|with|familiar|close|briefed|on|at|near)\b/;
const sourceWordsMax = 6;

function sourceIn(source: string | null, known: References["sources"]): References["sources"] {
  if (source === null || /^(?:the|he|she|they|it|his|her|their|its|one of)\b/i.test(source)) return known;
  const cut = sourceEnd.exec(source)?.index ?? source.length;
  const words = source.slice(0, cut).trim().split(/\s+/);
  const head = words.at(-1)!;
  if (words.length < 2 || words.length > sourceWordsMax || !/^\p{Ll}+$/u.test(head)) return known;
  const phrase = words.join(" ").replace(/^(?:an?|one)\s+/i, "the ");
  return new Map([...known, [head, phrase]]);
}

const venueCharactersMax = 90;

/** The place right behind a meeting: one where something else happened explains no "meeting". */
function venueIn(sentence: string, names: readonly Name[]): Venue | null {
  const meetings = termsOf(tokens(sentence)).filter(({ term }) => term === "talks");
  const places = names.filter((name) => name.kind === "place" && /\bin $/.test(sentence.slice(0, name.start)));
  for (const { end } of meetings) {
    const place = places.find((name) => name.start > end && name.start - end < venueCharactersMax);
    if (place && !/[;:.]/.test(sentence.slice(end, place.start)))
      return { id: place.id, text: sentence.slice(place.start, place.end) };
  }
  return null;
}

export type Resolved = { readonly line: string; readonly borrowed: readonly string[] };

const head = /^(The) (\p{Ll}[\p{L}-]*)(?=(?:,| (?:\p{Ll}+ly )?(?!of\b|for\b|and\b|to\b|in\b|from\b)\p{Ll}))/u;
const speaking =
  /(,|[”"]|\baccording to|\bsaid|\btold) the (\p{Ll}[\p{L}-]*)(?=[.,]|$| (?:said|says|added|told|wrote|noted|explained)\b)/gu;

/** A line with its definite nouns named, at its head and beside its verb of saying; what was put in is noted. */
export function resolved(line: string, { bearers, sources, venues, latest }: References): Resolved {
  const borrowed: string[] = [];
  const named = (noun: string, opening: boolean): string | null => {
    const meant = bearers.get(noun)?.text ?? sources.get(noun) ?? null;
    if (meant === null || line.includes(meant)) return null;
    borrowed.push(meant);
    return opening ? `${meant.charAt(0).toUpperCase()}${meant.slice(1)}` : meant;
  };
  const held = (venue: Venue, phrase: string) => {
    borrowed.push(venue.text);
    return `${phrase} in ${venue.text}`;
  };
  let told = line.replace(head, (whole, _the: string, noun: string) => named(noun, true) ?? whole);
  told = told.replace(speaking, (whole, before: string, noun: string) => {
    const meant = named(noun, false);
    return meant === null ? whole : `${before} ${meant}`;
  });
  const only = theVenue(told, venues);
  if (only) told = told.replace(gathering, (phrase) => held(only, phrase));
  if (latest && !line.includes(latest.text))
    told = told.replace(those, (_, noun: string) => held(latest, `the ${noun}`));
  return { line: told, borrowed };
}

const meetings = "meetings?|talks|discussions|sessions?|negotiations|consultations|conversations?|summit|rounds?";
const noPlace = String.raw`(?! (?:in|at|of|with|between|about|over)\b)`;
const gathering = new RegExp(
  String.raw`^The (?:${meetings})(?=,| (?!in\b|at\b|on\b|of\b|with\b|between\b|about\b|over\b)\p{Ll})`,
  "u",
);
const those = new RegExp(String.raw`\b(?:these|those) (${meetings})\b${noPlace}`, "u");

/** Where "The meeting, which …" is held, if the article knows of one place, and the line of none. */
const theVenue = (line: string, [only, ...others]: readonly Venue[]): Venue | null =>
  only && others.length === 0 && gathering.test(line) && !elsewhere.test(line) && !line.includes(only.text)
    ? only
    : null;

/** A place of its own soon behind the noun: "The talks will move to Oslo". */
const elsewhere = /^.{0,60}?\b(?:in|at|to|from) (?:the )?\p{Lu}/u;

/** The venue of a line that only says "the meeting". */
export const venueOf = (line: string, { venues }: References): Venue | null => theVenue(line.trim(), venues);

const leadingRole = /^[“"]?(?:\p{L}+,?\s+){0,2}?[Tt]he (\p{Ll}[\p{L}-]*)(?! of\b|['’]s)/u;

/** Who "the envoy" at the head of a clause is. */
export const bearerIn = (clause: string, { bearers }: References): Bearer | null =>
  bearers.get(leadingRole.exec(clause.trim())?.[1] ?? "") ?? null;

/** Who "the envoy" is where it is all that names a source. */
export const bearerOf = (source: string, { bearers }: References): Bearer | null =>
  bearers.get(/^the (\p{Ll}[\p{L}-]*)$/iu.exec(source)?.[1]?.toLowerCase() ?? "") ?? null;

/** A source without a name as it was introduced: "the spokesperson" → "the water ministry spokesperson". */
export const introduced = (source: string, { sources }: References): string =>
  sources.get(/^the (\p{Ll}[\p{L}-]*)$/iu.exec(source)?.[1]?.toLowerCase() ?? "") ?? source;
