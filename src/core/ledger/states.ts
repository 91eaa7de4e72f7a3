/**
 * What facts look like at one instant, from the entries seen up to then and nothing else: the past can be asked again,
 * and `diff A C` is `diff A B` and `diff B C` taken together.
 */
import type { Instant } from "../article/article.ts";
import { foldOutlet } from "../article/origin.ts";
import { isAnchored, standsAlone } from "../claim/alone.ts";
import type { Claim, OriginId } from "../claim/claim.ts";
import { worthMin } from "../claim/worth.ts";
import type { Evidence } from "../digest/digest.ts";
import { nearlyEqual } from "../relation/identity.ts";
import type { ClaimEntry, Fact, Ledger } from "./ledger.ts";
import { salienceOf } from "./salience.ts";
import type { FactState, Version } from "./state.ts";
import { bestKind, voicesOf } from "./voices.ts";

/** Every fact known at `at`, oldest first. */
export function factStates(ledger: Ledger, at: Instant): readonly FactState[] {
  return [...ledger.facts.values()].flatMap((fact) => stateOf(fact, at) ?? []);
}

type Held = { readonly head: ClaimEntry; readonly supporters: readonly ClaimEntry[]; readonly live: boolean };

/**
 * One fact at one instant; null before it was first seen. `baselineUntil` also counts what a feed's first poll brought
 * up to then: a reader is taken to know it.
 */
export function stateOf(fact: Fact, at: Instant, baselineUntil: Instant = at): FactState | null {
  const seen = seenBy(fact, at, baselineUntil);
  const opening = seen[0];
  if (!opening) return null;
  const gone = (entry: ClaimEntry) => isGone(fact, entry, at);
  const held = heldIn(fact, seen, at);
  // A clock that was set back can date a repetition before what it repeats: the fact is not known then yet.
  if (held.length === 0) return null;
  const { now, before, against } = arrange(held);
  const claims = seen.map((entry) => entry.claim);
  const changedAt = Math.max(
    now.head.seen,
    ...against.map((one) => one.head.seen),
    ...(now.live ? [] : seen.filter(gone).map((entry) => fact.withdrawn.get(entry.seq)!)),
  );
  const best = bestOf(now.supporters);
  const version = versionOf(now);
  return {
    ref: fact.ref,
    kind: fact.kind,
    now: version,
    before: before.map(versionOf),
    against: against.map(versionOf),
    withdrawn: !now.live,
    actors: distinct(
      claims.flatMap((claim) => claim.participants.filter((one) => one.kind !== "name").map((one) => one.id)),
    ),
    names: distinct(
      claims.flatMap((claim) => claim.participants.filter((one) => one.kind === "name").map((one) => one.id)),
    ),
    places: distinct(claims.flatMap((claim) => claim.places.map((place) => place.replace(/^place:/, "")))),
    issue: best.claim.issues[0] ?? claims.flatMap((claim) => claim.issues)[0] ?? null,
    speaker: best.claim.attribution?.actor ?? null,
    predicates: distinct(claims.flatMap((claim) => claim.predicates)),
    stems: distinct(claims.flatMap((claim) => claim.terms.map(([term]) => term))),
    first: opening.seen,
    changed: changedAt,
    last: Math.max(...seen.map((entry) => entry.seen)),
    salience: salienceOf(best.claim, version, against.length > 0),
    tellable:
      now.supporters.some(({ claim }) => claim.worth >= worthMin && isAnchored(claim)) && standsAlone(version.text),
  };
}

/** The sequence number of the value that stands at `at`; null when there is none that any source still supports. */
export function standingVersion(fact: Fact, at: Instant): number | null {
  const held = heldIn(fact, seenBy(fact, at, at), at);
  if (held.length === 0) return null;
  const { now } = arrange(held);
  return now.live ? now.head.seq : null;
}

const seenBy = (fact: Fact, at: Instant, baselineUntil: Instant) =>
  fact.entries.filter((entry) => entry.seen <= at || (entry.baseline && entry.seen <= baselineUntil));

const isGone = (fact: Fact, entry: ClaimEntry, at: Instant) =>
  (fact.withdrawn.get(entry.seq) ?? Number.POSITIVE_INFINITY) <= at;

/** Each value among the seen entries, with those that support it. */
function heldIn(fact: Fact, seen: readonly ClaimEntry[], at: Instant): readonly Held[] {
  return seen
    .filter((entry) => entry.version === entry.seq)
    .map((head): Held => {
      const all = seen.filter((entry) => entry.version === head.seq && !entry.mention);
      const live = all.filter((entry) => !isGone(fact, entry, at));
      return { head, supporters: live.length > 0 ? live : all, live: live.length > 0 };
    });
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The newest value with support stands; disputed values stand beside it until a later value settles them. */
function arrange(held: readonly Held[]): { now: Held; before: readonly Held[]; against: readonly Held[] } {
  const live = held.filter((one) => one.live);
  const pool = live.length > 0 ? live : held.slice(-1);
  const settled = pool.filter((one) => one.head.relation !== "disputed");
  const now = settled.at(-1) ?? pool[0]!;
  return {
    now,
    before: held.filter((one) => one !== now && one.head.seq < now.head.seq),
    against: pool.filter((one) => one !== now && one.head.seq > now.head.seq && one.head.relation === "disputed"),
  };
}

function versionOf({ head, supporters }: Held): Version {
  const best = bestOf(supporters).claim;
  const voices = voicesOf(supporters.map(({ claim }) => ({ ...claim, origin: originIn(claim, supporters) })));
  return {
    at: head.seen,
    text: best.text,
    borrowed: best.borrowed,
    ...(best.wordedBy ? { wordedBy: best.wordedBy } : {}),
    modality: best.modality,
    ...(best.when ? { when: best.when } : {}),
    ...(best.event ? { event: best.event } : {}),
    quantities: best.quantities,
    sourceKind: bestKind(voices),
    voices,
    evidence: evidenceOf(supporters, best),
    independentOrigins: new Set(supporters.map((entry) => originIn(entry.claim, supporters))).size,
  };
}

/**
 * Where a source of a value has it from. An outlet that repeats in its own voice what somebody was named for before it, or
 * names the same source, adds no origin.
 */
function originIn(claim: Claim, supporters: readonly ClaimEntry[]): OriginId {
  const earlier = supporters.find(({ claim: told }) => told.published <= claim.published && isBehind(told, claim));
  return earlier?.claim.origin ?? claim.origin;
}

function isBehind({ attribution: told }: Claim, { attribution: own }: Claim): boolean {
  if (!told || told.kind === "unnamed") return false;
  return own === undefined || (own.kind === told.kind && foldOutlet(own.text) === foldOutlet(told.text));
}

/** The best wording: the one most worth a line, the earliest among equals; never one that says something else besides. */
function bestOf(supporters: readonly ClaimEntry[]): ClaimEntry {
  const head = supporters[0]!;
  return supporters.reduce((best, entry) =>
    entry.claim.worth > best.claim.worth && nearlyEqual(head.claim, entry.claim) ? entry : best,
  );
}

/** The source of the wording first, then the others in the order they came; one line an article. */
function evidenceOf(supporters: readonly ClaimEntry[], best: Claim): readonly Evidence[] {
  const byArticle = new Map<string, Evidence>();
  for (const claim of [best, ...supporters.map((entry) => entry.claim)]) {
    if (byArticle.has(claim.articleId)) continue;
    const { articleId, url, outlet, published, quote, span, lang } = claim;
    byArticle.set(articleId, {
      articleId,
      url,
      outlet,
      origin: originIn(claim, supporters),
      published,
      quote,
      start: span.start,
      end: span.end,
      lang,
    });
  }
  return [...byArticle.values()];
}
