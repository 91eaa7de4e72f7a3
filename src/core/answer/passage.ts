/**
 * What questions are held against: each value a fact has or had, in the words of its sources, with whom, where and what
 * it names. It knows no question.
 */

import { contentsOf } from "../claim/attribution.ts";
import type { Modality, Quantity } from "../claim/claim.ts";
import { isNegated, modalityOf } from "../claim/firmness.ts";
import { foldName, type Name, namesIn } from "../claim/names.ts";
import { quantitiesIn } from "../claim/quantities.ts";
import type { Evidence } from "../digest/digest.ts";
import { speechActs } from "../language/cues.ts";
import { happenings, phases } from "../language/verbs.ts";
import { stemOf, type Term, termsOf } from "../language/words.ts";
import type { FactState, Version } from "../ledger/state.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { tokens } from "../text/tokens.ts";

export type Standing = "now" | "before" | "against";

export type Passage = {
  readonly fact: FactState;
  readonly version: Version;
  readonly standing: Standing;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly modality: Modality;
  readonly negated: boolean;
  readonly quantities: readonly Quantity[];
  /** Actor → how sure it is that the passage is about it: 1 named, less when only its fact or its side is. */
  readonly actors: ReadonlyMap<string, number>;
  /** Who speaks, or is named first; null when nobody is named. */
  readonly leader: string | null;
  /** Actors that stand before the verb, or speak. */
  readonly subjects: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  /** Actors that are named as saying it. */
  readonly sources: ReadonlySet<string>;
  /** Parties that what is said is about: whoever only says it is none. */
  readonly sides: ReadonlySet<string>;
  /** Places named, with every larger place of the story around them. */
  readonly places: ReadonlySet<string>;
  /** Folded spellings of every word. */
  readonly words: ReadonlySet<string>;
  /** Content words in order, with their places in `text`. */
  readonly run: readonly Term[];
  readonly terms: ReadonlySet<string>;
  /** Those of the main clause: what stands in a condition is not reported. */
  readonly mainTerms: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
};

const prospects: ReadonlySet<string> = new Set([
  "propose",
  "consider",
  "want",
  "prepare",
  "demand",
  "expect",
  "guarantee",
  "urge",
]);

/** Whether a passage tells of what may come, and not only of what has been: its own verb decides, not a later one. */
export function isProspect({ modality, run }: Pick<Passage, "modality" | "run">): boolean {
  if (modality === "may" || modality === "planned" || modality === "conditional") return true;
  const verb = run.find(
    ({ term }) => prospects.has(term) || happenings.has(term) || phases.has(term) || speechActs.has(term),
  );
  return verb !== undefined && prospects.has(verb.term);
}

type Known = { readonly story: Story; readonly lexicon: Lexicon };

/** Quotes of one value that are read besides its own wording. */
const quotesReadMax = 4;
const namedByFact = 0.6;

/** Every value of a fact; further quotes of a value when they say something that its wording does not. */
export function passagesOf(fact: FactState, known: Known): readonly Passage[] {
  const versions: readonly (readonly [Standing, Version])[] = [
    ["now", fact.now],
    ...fact.against.map((version) => ["against", version] as const),
    ...fact.before.toReversed().map((version) => ["before", version] as const),
  ];
  return versions.flatMap(([standing, version]) => {
    const own = read(
      { fact, version, standing, text: version.text, evidence: version.evidence, modality: version.modality },
      known,
    );
    const others = version.evidence
      .slice(1, quotesReadMax)
      .filter((one) => one.lang === "en" && addsWords(one.quote, own));
    const quotes = others.map((one) => {
      const text = one.quote.replace(/\s+/g, " ").trim();
      return read({ fact, version, standing, text, evidence: [one], modality: modalityOf(text) }, known);
    });
    return [own, ...quotes];
  });
}

/** A second source that mostly uses other words may say another thing. */
const newWordsMin = 0.5;

function addsWords(quote: string, own: Passage): boolean {
  const terms = termsOf(tokens(quote));
  return terms.filter((term) => !own.terms.has(term.term)).length >= terms.length * newWordsMin;
}

type Bare = Pick<Passage, "fact" | "version" | "standing" | "text" | "evidence" | "modality">;

function read(bare: Bare, { story, lexicon }: Known): Passage {
  const { fact, version, text, evidence } = bare;
  const words = tokens(text);
  const run = termsOf(words);
  const names = namesIn(text, words, story, lexicon, dayOf(evidence[0]?.published ?? version.at));
  const named = names.filter((name) => name.kind !== "place");
  const own = evidence === version.evidence;
  const contents = contentsOf(text);
  const isSaid = (name: Name) => contents.some((content) => name.start >= content.start && name.end <= content.end);
  const speaker = bare.standing === "now" && own ? fact.speaker : null;
  const condition = conditionIn(text);
  const verb = run.find(({ term }) => fact.predicates.includes(term))?.start ?? text.length;
  return {
    ...bare,
    negated: isNegated(text),
    quantities: own && version.quantities.length > 0 ? version.quantities : quantitiesIn(text),
    actors: actorsOf(
      fact,
      own,
      named.map((name) => name.id),
      speaker,
    ),
    leader: speaker ?? named.find((name) => name.kind !== "outlet")?.id ?? null,
    subjects: new Set([
      ...named.filter((name) => name.start < verb).map((name) => name.id),
      ...(speaker ? [speaker] : []),
    ]),
    parties: new Set(partiesOf(named)),
    sides: new Set(partiesOf(named.filter(isSaid))),
    sources: new Set(named.filter((name) => !isSaid(name)).map((name) => name.id)),
    places: new Set(
      names.flatMap((name) => (name.kind === "place" ? around(name.id.replace(/^place:/, ""), story) : [])),
    ),
    words: new Set(words.flatMap((token) => [token.lower, foldName(token.lower)])),
    run,
    terms: new Set(run.map(({ term }) => term)),
    mainTerms: new Set(run.filter(({ start }) => start < condition).map(({ term }) => term)),
    stems: new Set(words.map((token) => stemOf(token.lower))),
  };
}

const partiesOf = (names: readonly Name[]) => names.filter((name) => name.kind !== "outlet").map((name) => name.party);

/** Named ones count fully; those that only the fact knows count less, and only while it has a single value. */
function actorsOf(
  fact: FactState,
  own: boolean,
  named: readonly string[],
  speaker: string | null,
): ReadonlyMap<string, number> {
  const alone = own && fact.before.length + fact.against.length === 0;
  const known = alone ? [...fact.actors, ...fact.names] : [];
  return new Map([
    ...known.map((id) => [id, namedByFact] as const),
    ...[...named, ...(speaker ? [speaker] : [])].map((id) => [id, 1] as const),
  ]);
}

/** Where a condition begins; the end of the text when none does, or when the condition comes first. */
function conditionIn(text: string): number {
  const found = /\b(?:if|unless|provided that|as long as|until|in case)\b/i.exec(text);
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
