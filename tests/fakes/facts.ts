/** Builders for facts, digests and a small invented story, with verbs. Every value not given is plain and fixed. */
import type { Modality } from "../../src/core/claim/claim.ts";
import type { Change, ChangeKind, Digest, Evidence } from "../../src/core/digest/digest.ts";
import type { FactState, Version } from "../../src/core/ledger/state.ts";
import { emptyStory, type Story } from "../../src/core/story/story.ts";

export const at = (iso: string): number => Date.parse(iso);

/** A Saturday, six in the evening. */
export const now = at("2031-03-15T18:00:00Z");

/** Fisheries talks between two invented countries. */
export const harbourTalks: Story = {
  ...emptyStory,
  id: "harbour-talks",
  name: "Harbour talks",
  about: "Ostland and Westmark negotiate the strait",
  zone: "UTC",
  actors: [
    {
      id: "varga",
      name: "Ilona Varga",
      kind: "person",
      side: "ostland",
      aliases: ["Varga*", "Варга*"],
      roles: [
        { title: "Ostland's fisheries minister", to: "2031-02-28" },
        { title: "Ostland's chief negotiator", from: "2031-03-01" },
      ],
    },
    {
      id: "lindqvist",
      name: "Nils Lindqvist",
      kind: "person",
      side: "westmark",
      aliases: ["Lindqvist*"],
      roles: [{ title: "Westmark's envoy" }],
    },
    { id: "ostland", name: "Ostland", kind: "government", side: "ostland", aliases: [], roles: [] },
    { id: "observers", name: "The Observers", kind: "body", aliases: ["Observers"], roles: [] },
  ],
  issues: [
    { id: "quotas", name: "fishing quotas", words: ["quota"] },
    { id: "passage", name: "passage", words: ["passage", "strait"] },
    { id: "money", name: "money", words: ["fund"] },
  ],
  rounds: [
    {
      id: "r1",
      name: "the Port Alder round",
      from: "2031-03-10",
      to: "2031-03-20",
      places: [],
      sides: [],
      follow: true,
    },
  ],
};

export type Source = {
  readonly outlet?: string;
  readonly origin?: string;
  readonly at?: string;
  readonly quote?: string;
  readonly lang?: string;
  readonly url?: string;
};

let articles = 0;

/** One piece of evidence; each has an article of its own. */
export function source(given: Source = {}): Evidence {
  articles += 1;
  const outlet = given.outlet ?? "Alder Post";
  const quote = given.quote ?? "The delegations met on Saturday.";
  return {
    articleId: `a${articles}`,
    url:
      given.url ??
      `https://${/^[a-z]/i.test(outlet) ? outlet.toLowerCase().replace(/\W+/g, "-") : "outlet"}.example/${articles}`,
    outlet,
    origin: given.origin ?? outlet,
    published: at(given.at ?? "2031-03-15T10:00:00Z"),
    quote,
    start: 120,
    end: 120 + quote.length,
    lang: given.lang ?? "en",
  };
}

/** A value with its sources. */
export function said(
  text: string,
  given: { readonly by?: readonly Source[]; readonly modality?: Modality; readonly when?: Version["when"] } = {},
): Version {
  const evidence = (given.by ?? [{}]).map((one) => source(one));
  return {
    at: Math.min(...evidence.map((one) => one.published)),
    text,
    borrowed: [],
    modality: given.modality ?? "stated",
    quantities: [],
    sourceKind: "outlet",
    voices: [],
    evidence,
    independentOrigins: new Set(evidence.map((one) => one.origin)).size,
    ...(given.when ? { when: given.when } : {}),
  };
}

/** A fact as first reported. */
export function reported(ref: string, value: Version, given: Partial<FactState> = {}): FactState {
  return {
    ref,
    kind: "statement",
    now: value,
    before: [],
    against: [],
    withdrawn: false,
    actors: given.speaker ? [given.speaker] : [],
    names: [],
    places: [],
    issue: null,
    speaker: null,
    predicates: [],
    stems: [],
    first: value.at,
    changed: value.at,
    last: value.at,
    salience: 1,
    tellable: true,
    ...given,
  };
}

export function updated(fact: FactState, value: Version): FactState {
  return { ...fact, before: [...fact.before, fact.now], now: value, changed: value.at, last: value.at };
}

export function contradicted(fact: FactState, value: Version): FactState {
  return { ...fact, against: [...fact.against, value], changed: value.at, last: value.at };
}

export function withdrawn(fact: FactState, when: string): FactState {
  return { ...fact, withdrawn: true, changed: at(when) };
}

export function change(
  ref: string,
  kind: ChangeKind,
  text: string,
  given: Partial<Change> & { readonly by?: readonly Source[] } = {},
): Change {
  const { by, ...rest } = given;
  const evidence = given.evidence ?? (by ?? [{}]).map((one) => source(one));
  return {
    ref,
    kind,
    text,
    borrowed: [],
    was: null,
    actors: [],
    issue: null,
    modality: "stated",
    independentOrigins: new Set(evidence.map((one) => one.origin)).size,
    salience: 1,
    ...rest,
    evidence,
  };
}

export function digest(changes: readonly Change[], given: Partial<Digest> = {}): Digest {
  return {
    id: "harbour-talks:1",
    story: "harbour-talks",
    window: { since: at("2031-03-14T20:00:00Z"), until: now },
    articles: 23,
    outlets: 9,
    origins: 5,
    quiet: changes.length === 0,
    changes,
    repeated: 0,
    lastChange: at("2031-03-15T04:00:00Z"),
    expected: [],
    dropped: 0,
    ...given,
  };
}

/** Numbers articles from one again, so that golden texts do not depend on the order of tests. */
export function restart(): void {
  articles = 0;
}
