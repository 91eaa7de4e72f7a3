/**
 * Enters one version of an article into the ledger: each claim under the fact it belongs to, and the withdrawal of
 * what the article no longer says. It appends and returns what it appended, so that the same can be stored.
 */
import type { Article, Instant } from "../article/article.ts";
import { type Signature, sameOriginMin, signatureOf, similarity } from "../article/copies.ts";
import { articleOrigin } from "../article/origin.ts";
import type { Claim, OriginId } from "../claim/claim.ts";
import { type Reader, readClaims } from "../claim/read.ts";
import { rungHeight } from "../language/verbs.ts";
import { candidatesFor } from "./candidates.ts";
import { partiesFit } from "./compare.ts";
import { type ArticleEntry, append, type ClaimEntry, type Entry, type Fact, type Ledger } from "./ledger.ts";
import { relate, sameParties, type Verdict } from "./relate.ts";
import { thresholds } from "./thresholds.ts";

/** Copies are looked for among this many of the newest articles. */
const copiesLookback = 600;
/** Values of one fact that a claim is held against, newest first. */
const versionsMax = 6;

export type Arrival = {
  readonly article: Article;
  /** When this version became known; never before its publication in an archive. */
  readonly seen: Instant;
  /** True on a feed's first poll. */
  readonly baseline: boolean;
  readonly within: readonly { readonly start: number; readonly end: number }[] | null;
};

export function ingest(ledger: Ledger, arrival: Arrival, reader: Reader): readonly Entry[] {
  const { article, seen } = arrival;
  const first = ledger.entries.length;
  const signature = signatureOf(article.text);
  const origin = originAmong(ledger, article, signature, reader);
  append(ledger, {
    kind: "article",
    seq: nextSeq(ledger),
    seen,
    articleId: article.id,
    outlet: article.outlet,
    origin,
    published: article.published,
    title: article.title,
    url: article.url,
    lang: article.lang,
    signature,
  });
  const claims = readClaims(article, reader, arrival.within).map((claim) => withOrigin(claim, article, origin, reader));
  const fresh = withdrawVanished(ledger, article, claims, seen);
  for (const claim of fresh.filter(isContent)) enter(ledger, claim, arrival);
  return ledger.entries.slice(first);
}

/** Filler and summary lists repeat their own article; in other languages nobody can tell, so everything is kept. */
const isContent = (claim: Claim) => claim.worth > 0 || claim.lang !== "en";

const nextSeq = (ledger: Ledger) => ledger.entries.length + 1;

/** A near-copy has the origin of the text it copies; the outlets of one owner have one origin. */
function originAmong(ledger: Ledger, article: Article, signature: Signature, reader: Reader): OriginId {
  let best: { entry: ArticleEntry; alike: number } | null = null;
  for (const entry of [...ledger.articles.values()].slice(-copiesLookback)) {
    const alike = entry.articleId === article.id ? 1 : similarity(entry.signature, signature);
    if (alike >= sameOriginMin && (!best || alike > best.alike)) best = { entry, alike };
  }
  return best ? best.entry.origin : owned(articleOrigin(article), reader);
}

function owned(origin: OriginId, reader: Reader): OriginId {
  const outlet = origin.replace(/^outlet:/, "");
  const owner = reader.story.owners.find((one) => one.outlets.includes(outlet));
  return owner ? `owner:${owner.id}` : origin;
}

/** A claim that nobody else is named for comes from where its article comes from. */
function withOrigin(claim: Claim, article: Article, origin: OriginId, reader: Reader): Claim {
  const own = claim.origin === articleOrigin(article) ? origin : owned(claim.origin, reader);
  return own === claim.origin ? claim : { ...claim, origin: own };
}

/** For a revision: what it no longer says is withdrawn, and only what it newly says goes on. */
function withdrawVanished(ledger: Ledger, article: Article, claims: readonly Claim[], seen: Instant): readonly Claim[] {
  const standing = (ledger.claimsOf.get(article.id) ?? []).filter(
    (entry) => !ledger.facts.get(entry.fact)?.withdrawn.has(entry.seq),
  );
  const now = new Set(claims.map((claim) => plain(claim.quote)));
  const before = new Set(standing.map((entry) => plain(entry.claim.quote)));
  for (const entry of standing) {
    if (now.has(plain(entry.claim.quote))) continue;
    append(ledger, {
      kind: "withdrawal",
      seq: nextSeq(ledger),
      seen,
      fact: entry.fact,
      articleId: article.id,
      of: entry.seq,
    });
  }
  return claims.filter((claim) => !before.has(plain(claim.quote)));
}

const plain = (quote: string) =>
  quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£]+/gu, " ")
    .trim();

type Choice = { readonly fact: Fact; readonly version: ClaimEntry; readonly verdict: Verdict };

function enter(ledger: Ledger, claim: Claim, { seen, baseline }: Arrival): void {
  const seq = nextSeq(ledger);
  const candidates = candidatesFor(claim, ledger);
  const choice = choose(claim, candidates) ?? retold(claim, candidates);
  const passing =
    choice &&
    choice.verdict.relation !== "same" &&
    claim.worth < thresholds.updateWorth &&
    choice.verdict.kind !== "attribute";
  if (!choice || passing) {
    const ref = `c${ledger.facts.size + 1}`;
    append(ledger, {
      kind: "claim",
      seq,
      seen,
      fact: ref,
      factKind: kindOf(claim),
      relation: "different",
      version: seq,
      because: ["nothing like it was told"],
      baseline,
      claim,
    });
    return;
  }
  const { fact, version, verdict } = choice;
  const relation = settle(verdict, version, claim, fact);
  append(ledger, {
    kind: "claim",
    seq,
    seen,
    fact: fact.ref,
    factKind: fact.kind,
    relation,
    version: relation === "same" ? version.version : seq,
    because: verdict.because,
    baseline,
    claim,
  });
}

/** The fact and the value of it that the claim fits best; null when it fits none. */
function choose(claim: Claim, facts: readonly Fact[]): Choice | null {
  const choices = facts
    .filter((one) => comparable(one.entries[0]!.claim, claim))
    .flatMap((fact) => choicesIn(fact, claim));
  return best(
    ambiguous(claim, choices)
      ? choices.filter(({ verdict }) => verdict.kind !== "track" || verdict.relation === "same")
      : choices,
  );
}

const best = (choices: readonly Choice[]): Choice | null =>
  choices.reduce<Choice | null>(
    (one, choice) => (one && one.verdict.strength >= choice.verdict.strength - 1e-9 ? one : choice),
    null,
  );

/**
 * "The envoys will meet" could move several tracks along. Where the parties are those of one track alone, it is that
 * one; where they are only part of several, it is none.
 */
function ambiguous(claim: Claim, choices: readonly Choice[]): boolean {
  const moved = choices.filter(({ verdict }) => verdict.kind === "track" && verdict.relation !== "same");
  const openings = moved.map(({ fact }) => fact.entries[0]!.claim);
  if (openings.some((opening) => sameParties(opening, claim))) return false;
  return new Set(openings.map((opening) => opening.event?.parties.join("+"))).size > 1;
}

/** A claim may repeat any value a fact had, but it changes only the newest one, or goes beyond it. */
function choicesIn(fact: Fact, claim: Claim): readonly Choice[] {
  const [newest, ...older] = versionsOf(fact);
  if (!newest) return [];
  const now = { fact, version: newest, verdict: relate(newest.claim, claim, fact.told) };
  const past = older
    .map((version) => ({ fact, version, verdict: relate(version.claim, claim) }))
    .filter(
      ({ verdict }) =>
        verdict.relation === "same" || (verdict.relation === "updated" && goesBeyond(newest.claim, claim)),
    );
  return [now, ...past].filter(
    ({ version, verdict }) =>
      verdict.relation === "same" || (verdict.relation !== "different" && weighty(version.claim, claim, verdict)),
  );
}

/** A passing mention is nothing that could be updated or disputed; a number is. */
function weighty(version: Claim, claim: Claim, verdict: Verdict): boolean {
  return verdict.kind === "attribute" || (version.worth >= thresholds.updateWorth && sameCast(version, claim));
}

/**
 * An event goes on among the same parties. A claim that names fewer of them does not say whose event it means, unless
 * it follows one person on the way; one that names more must hold everybody who was named before.
 */
function sameCast(version: Claim, claim: Claim): boolean {
  if (!version.event || !claim.event || sameParties(version, claim)) return true;
  if (!partiesFit(version.event.parties, claim.event.parties)) return false;
  const moving = version.event.family === "travel" || claim.event.family === "travel";
  const fewer = claim.event.parties.length < version.event.parties.length;
  if (fewer && !moving) return false;
  const [few, many] = fewer ? [claim, version] : [version, claim];
  const people = few.participants.filter((one) => one.named && one.kind === "person");
  return people.length > 0 && people.every((one) => many.participants.some((two) => two.id === one.id));
}

const goesBeyond = (newest: Claim, claim: Claim) =>
  newest.event !== undefined &&
  claim.event !== undefined &&
  rungHeight(claim.event.rung) > rungHeight(newest.event.rung);

const comparable = (opening: Claim, claim: Claim) => opening.lang === claim.lang && !otherEvent(opening, claim);

/**
 * A sentence that gathers what several facts already say is a retelling of the first of them: all its words, names,
 * places and numbers were told, and it takes no event further.
 */
function retold(claim: Claim, facts: readonly Fact[]): Choice | null {
  const near = facts.filter((fact) => fact.entries[0]!.claim.lang === claim.lang).slice(0, retoldFacts);
  const held = near.flatMap((fact) => fact.entries.map((entry) => entry.claim));
  const fact = near[0];
  const version = fact && versionsOf(fact)[0];
  if (!fact || !version || claim.terms.length < retoldTermsMin || !holdsAll(held, claim)) return null;
  const told = new Map(near.flatMap((one) => [...one.told]));
  const all = claim.terms.reduce((sum, [, weight]) => sum + weight, 0);
  const known = claim.terms.reduce((sum, [term, weight]) => sum + (told.has(term) ? weight : 0), 0);
  if (known < thresholds.retoldCoverage * all) return null;
  return {
    fact,
    version,
    verdict: { relation: "same", kind: "text", because: ["several told facts hold all of it"], strength: 0 },
  };
}

/** Facts that a retelling may gather from. */
const retoldFacts = 6;
/** Fewer words are held by anything. */
const retoldTermsMin = 4;

function holdsAll(held: readonly Claim[], claim: Claim): boolean {
  const people = claim.participants.every((one) =>
    held.some((other) => other.participants.some((two) => two.id === one.id)),
  );
  const places = claim.places.every((place) => held.some((other) => other.places.includes(place)));
  const numbers = claim.quantities.every((one) =>
    held.some((other) => other.quantities.some((two) => two.value === one.value)),
  );
  const step =
    !claim.event ||
    held.some(
      (other) =>
        other.event &&
        rungHeight(other.event.rung) >= rungHeight(claim.event!.rung) &&
        partiesFit(other.event.parties, claim.event!.parties),
    );
  const sense = held.some((other) => other.negated === claim.negated);
  return people && places && numbers && step && sense;
}

/** A track keeps to the parties that opened it, however its later claims are put. */
const otherEvent = (opening: Claim, claim: Claim) =>
  opening.event !== undefined && claim.event !== undefined && !partiesFit(opening.event.parties, claim.event.parties);

/** The values a fact has had, newest first; a withdrawn one can still be repeated. */
function versionsOf(fact: Fact): readonly ClaimEntry[] {
  return fact.entries
    .filter((entry) => entry.version === entry.seq)
    .slice(-versionsMax)
    .reverse();
}

/** One article does not dispute itself, and what an outlet says after correcting itself is an update. */
function settle(verdict: Verdict, version: ClaimEntry, claim: Claim, fact: Fact): ClaimEntry["relation"] {
  if (verdict.relation !== "disputed") return verdict.relation;
  if (fact.withdrawn.has(version.seq)) return "updated";
  return version.claim.articleId === claim.articleId ? "same" : "disputed";
}

function kindOf(claim: Claim): Fact["kind"] {
  if (claim.quantities.length > 0) return "attribute";
  if (claim.event) return "track";
  return claim.attribution ? "statement" : "text";
}
