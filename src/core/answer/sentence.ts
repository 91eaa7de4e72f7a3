/** What follows from the words of a sentence that was told, and from nothing else: whom, where and what it names. */

import type { Day } from "../article/article.ts";
import { contentsOf } from "../claim/attribution.ts";
import type { Claim } from "../claim/claim.ts";
import { foldName, type Name, namesIn } from "../claim/names.ts";
import { isNegated } from "../claim/polarity.ts";
import { verbForm } from "../language/verb-forms.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import { type Lexicon, mentions } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Bare, Known, Passage, Slots } from "./passage.ts";

export type Sentence = Omit<Passage, keyof Bare | keyof Slots>;

/**
 * A claim never changes, so its words are read once and kept as long as it is: a thousand facts would else be read anew
 * for every question. A lexicon is made anew when a story is, and then its names are read again.
 */
const kept = new WeakMap<Lexicon, WeakMap<Claim, Sentence>>();

export function keptSentence(claim: Claim, known: Known): Sentence {
  const own = kept.get(known.lexicon) ?? new WeakMap<Claim, Sentence>();
  kept.set(known.lexicon, own);
  const { text, published, predicates, attribution } = claim;
  const sentence =
    own.get(claim) ?? sentenceOf({ text, day: dayOf(published) }, predicates, attribution?.actor ?? null, known);
  own.set(claim, sentence);
  return sentence;
}

export function sentenceOf(
  { text, day }: { readonly text: string; readonly day: Day },
  predicates: readonly string[],
  speaker: string | null,
  { story, lexicon }: Known,
): Sentence {
  const words = tokens(text);
  const run = termsOf(words);
  const names = namesIn(text, words, story, lexicon, day);
  const named = names.filter((name) => name.kind !== "place");
  const contents = contentsOf(text);
  const isSaid = (name: Name) => contents.some((content) => name.start >= content.start && name.end <= content.end);
  const owns = ({ end }: Name) => /^['’]s?\s/.test(text.slice(end - 2, end)) || /^['’]s?\s/.test(text.slice(end));
  const condition = conditionIn(text);
  const free = run.filter((term) => !isInsideName(term, names, text) && !isBody(term, text));
  const verb = run.find(({ term }) => predicates.includes(term))?.start ?? text.length;
  const saying = speaker === null ? [] : [speaker];
  return {
    negated: isNegated(text),
    leader: speaker ?? named.find((name) => name.kind !== "outlet" && !owns(name))?.id ?? null,
    subjects: new Set([...named.filter((name) => name.start < verb && !owns(name)).map((name) => name.id), ...saying]),
    parties: new Set(partiesOf(named)),
    named,
    together: togetherIn(text, named),
    sides: new Set(partiesOf(named.filter(isSaid))),
    sources: new Set([...named.filter((name) => !isSaid(name)).map((name) => name.id), ...saying]),
    places: placesOf(text, names, story),
    words: new Set(words.flatMap((token) => [token.lower, foldName(token.lower)])),
    run,
    terms: new Set(run.map(({ term }) => term)),
    freeTerms: new Set(free.map(({ term }) => term)),
    mainTerms: new Set(free.filter(({ start }) => start < condition).map(({ term }) => term)),
    stems: stemsOf(words),
    mainStems: stemsOf(words.filter(({ start }) => start < condition)),
    issues: new Set(issuesIn(text, story, lexicon)),
  };
}

/** "Investment" and "Fund" in "the Northern Investment Fund": a capital behind another capital of one name. */
const isInsideName = ({ start, end }: Term, names: readonly Name[], text: string): boolean =>
  /^\p{Lu}/u.test(text.slice(start)) &&
  names.some(
    (name) => name.start < start && end <= name.end && /(?:^|\s)\p{Lu}\S*\s$/u.test(text.slice(name.start, start)),
  );

/** "A wealth fund", "the board": a noun that is also a verb, where it is a body and no deed. */
const isBody = ({ start, end }: Term, text: string): boolean =>
  bodies.test(text.slice(start, end)) && !beforeVerb.test(text.slice(0, start));
const bodies = /^(?:fund|bank|board|court|house)s?$/i;
const beforeVerb =
  /(?:^|\b(?:to|will|would|can|could|may|might|must|should|do|does|did|not|who|which|that|they|we|you|\p{L}{2,}s)\s)$/iu;

/** The stems of words; of an irregular verb ("broke") that of its base too. */
const stemsOf = (words: readonly Token[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ lower }) => [stemOf(lower), stemOf(verbForm(lower, true)?.base ?? lower)]));

/** "In the Ukraine war" is no place. */
const noPlaceBefore = /^\s+(?:war|conflict|crisis|peace|plan|deal|file|question|issue|policy)\b/;

const placesOf = (text: string, names: readonly Name[], story: Story): ReadonlySet<string> =>
  new Set(
    names.flatMap((name) =>
      name.kind === "place" && !noPlaceBefore.test(text.slice(name.end))
        ? around(name.id.replace(/^place:/, ""), story)
        : [],
    ),
  );

/** Issues of the story whose words stand in a text, each once. */
export const issuesIn = (text: string, story: Story, lexicon: Lexicon): readonly string[] => [
  ...new Set(
    mentions(lexicon, text).flatMap(({ story: id, what }) =>
      id === story.id && what.kind === "issue" ? [what.id] : [],
    ),
  ),
];

/** The longest run of names with nothing but commas and "and" between them, counted in parties. */
function togetherIn(text: string, named: readonly Name[]): number {
  let longest = 0;
  let run: Name[] = [];
  for (const name of named) {
    const last = run.at(-1);
    const joined = last && /^(?:,|\s|and|with|or|the)*$/.test(text.slice(last.end, name.start));
    run = joined ? [...run, name] : [name];
    longest = Math.max(longest, new Set(partiesOf(run)).size);
  }
  return longest;
}

const partiesOf = (names: readonly Name[]) => names.filter((name) => name.kind !== "outlet").map((name) => name.party);

/** Where a condition begins; the end of the text when none does, or when the condition comes first. */
function conditionIn(text: string): number {
  const found = /\b(?:if|unless|provided that|as long as|until|before|in case)\b/i.exec(text);
  return found && found.index > 0 ? found.index : text.length;
}

/** A place and the larger ones that hold it. */
function around(id: string, story: Story): readonly string[] {
  const chain = [id];
  for (let place = story.places.find((one) => one.id === id); place?.within && !chain.includes(place.within); ) {
    chain.push(place.within);
    const wider = place.within;
    place = story.places.find((one) => one.id === wider);
  }
  return chain;
}
