/**
 * What questions are held against: each thing that was told, in the words of its sources, with whom, where and what it
 * names, and what its article spoke of just before. It knows no question.
 */

import type { Instant } from "../article/article.ts";
import type { Claim, EventSlot, Modality, Quantity, When } from "../claim/claim.ts";
import type { Name } from "../claim/names.ts";
import { quantitiesIn } from "../claim/quantities.ts";
import { worthMin } from "../claim/worth.ts";
import type { Evidence } from "../digest/digest.ts";
import { speechActs } from "../language/cues.ts";
import { happenings, phases } from "../language/verbs.ts";
import { type Term, termsOf } from "../language/words.ts";
import type { FactState, Version } from "../ledger/state.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { tokens } from "../text/tokens.ts";
import { keptSentence, sentenceOf } from "./sentence.ts";
import type { Told } from "./told.ts";

export type Standing = "now" | "before" | "against";

export type Passage = {
  readonly fact: FactState;
  readonly version: Version;
  readonly standing: Standing;
  readonly text: string;
  /** When it was first seen. */
  readonly at: Instant;
  readonly evidence: readonly Evidence[];
  readonly withdrawn: boolean;
  /** How much it deserves a line by itself; see claim/worth.ts. */
  readonly worth: number;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly quantities: readonly Quantity[];
  readonly when: When | null;
  readonly event: EventSlot | null;
  /** Concepts of its verbs, the main one first. */
  readonly predicates: readonly string[];
  /** Actor → how sure it is that the passage is about it: 1 named, less when only its fact or its side is. */
  readonly actors: ReadonlyMap<string, number>;
  /** Who speaks, or is named first; null when nobody is named. */
  readonly leader: string | null;
  /** Actors that stand before the verb, or speak. */
  readonly subjects: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  /** Everybody it names, in the order of its words. */
  readonly named: readonly Name[];
  /** How many parties it names in one breath: "Russia, Ukraine and the United States". */
  readonly together: number;
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
  /** Those outside of names: no fund pays because it is called one. */
  readonly freeTerms: ReadonlySet<string>;
  /** Those of the main clause outside of names: what stands in a condition is not reported. */
  readonly mainTerms: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly mainStems: ReadonlySet<string>;
  /** Issues that it speaks of. */
  readonly issues: ReadonlySet<string>;
  /** What its article spoke of just before, and next: "the team" is the one of the sentence before. */
  readonly context: Context;
  /** What its article says next. */
  readonly after: readonly Claim[];
  /** What it was read from; null where only its fact is known. */
  readonly claim: Claim | null;
};

export type Context = {
  readonly terms: ReadonlySet<string>;
  /** Whom and where it named just before, and the folded spellings of its words. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
};

const noContext: Context = { terms: new Set(), names: new Set(), words: new Set() };

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

export type Known = { readonly story: Story; readonly lexicon: Lexicon };

const namedByFact = 0.6;

/** Share of `a` that is in `b`. */
export function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 1;
  let held = 0;
  for (const one of a) if (b.has(one)) held += 1;
  return held / a.size;
}

export type Bare = Pick<
  Passage,
  "fact" | "version" | "standing" | "text" | "at" | "evidence" | "modality" | "withdrawn"
>;

/** What the claim behind a sentence knows of it; without one, what its fact does. */
export type Slots = Pick<
  Passage,
  "worth" | "quantities" | "when" | "event" | "predicates" | "context" | "after" | "claim"
> & {
  readonly speaker: string | null;
  /** Actors besides those that are named. */
  readonly actors: ReadonlyMap<string, number>;
};

function slotsOfClaim({ claim, before, after }: Told, text: string, known: Known): Slots {
  const { worth, quantities, when, event, predicates, attribution, participants } = claim;
  return {
    worth,
    predicates,
    after,
    claim,
    quantities: quantities.length > 0 ? quantities : countedIn(claim, text),
    when: when ?? null,
    event: event ?? null,
    speaker: attribution?.actor ?? null,
    actors: new Map(participants.map(({ id }) => [id, 1])),
    context: contextOf(before, after[0], known),
  };
}

const keptCounts = new WeakMap<Claim, readonly Quantity[]>();

function countedIn(claim: Claim, text: string): readonly Quantity[] {
  const counted = keptCounts.get(claim) ?? quantitiesIn(text);
  keptCounts.set(claim, counted);
  return counted;
}

function slotsOfFact({ fact, version, standing, text }: Bare): Slots {
  const own = text === version.text;
  return {
    worth: fact.tellable ? worthMin + fact.salience / 4 : 0,
    predicates: fact.predicates,
    after: [],
    claim: null,
    quantities: own && version.quantities.length > 0 ? version.quantities : quantitiesIn(text),
    when: (own ? version.when : null) ?? null,
    event: (own ? version.event : null) ?? null,
    speaker: standing === "now" && own ? fact.speaker : null,
    actors: own && fact.before.length + fact.against.length === 0 ? knownBy(fact) : new Map(),
    context: noContext,
  };
}

/** Those that only the fact knows count less, and only while it has a single value. */
const knownBy = (fact: FactState): ReadonlyMap<string, number> =>
  new Map([...fact.actors, ...fact.names].map((id) => [id, namedByFact]));

/** Reads a sentence; `told` is the claim it was told by, when it is known. */
export function read(bare: Bare, told: Told | null, known: Known): Passage {
  const { speaker, actors, ...slots } = told ? slotsOfClaim(told, bare.text, known) : slotsOfFact(bare);
  const day = dayOf(bare.evidence[0]?.published ?? bare.version.at);
  const sentence = told
    ? keptSentence(told.claim, known)
    : sentenceOf({ text: bare.text, day }, slots.predicates, speaker, known);
  const { named } = sentence;
  const saying = speaker === null ? [] : [speaker];
  return {
    ...bare,
    ...slots,
    ...sentence,
    actors: new Map([...actors, ...[...named.map(({ id }) => id), ...saying].map((id) => [id, 1] as const)]),
  };
}

const keptTerms = new WeakMap<Claim, ReadonlySet<string>>();

/** The content words of a claim's own wording; read once, as the claim never changes. */
export function saidTerms(claim: Claim): ReadonlySet<string> {
  const terms = keptTerms.get(claim) ?? new Set(termsOf(tokens(claim.text)).map(({ term }) => term));
  keptTerms.set(claim, terms);
  return terms;
}

function contextOf(before: readonly Claim[], next: Claim | undefined, known: Known): Context {
  const read = before.map((claim) => keptSentence(claim, known));
  return {
    terms: new Set([...before, ...(next ? [next] : [])].flatMap((claim) => [...saidTerms(claim)])),
    names: new Set(read.flatMap(({ named, places }) => [...named.flatMap(({ id, party }) => [id, party]), ...places])),
    words: new Set(read.flatMap(({ words }) => [...words])),
  };
}
