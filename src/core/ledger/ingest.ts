/**
 * Enters one version of an article into the ledger: each claim under the fact it belongs to, and the withdrawal of
 * what the article no longer says. It appends and returns what it appended, so that the same can be stored.
 */
import type { Article, Instant } from "../article/article.ts";
import { type Signature, sameOriginMin, signatureOf, similarity } from "../article/copies.ts";
import { articleOrigin } from "../article/origin.ts";
import type { Claim, OriginId } from "../claim/claim.ts";
import { type Reader, readClaims } from "../claim/read.ts";
import { ruled } from "../model/reading/moves.ts";
import { type Reading, reread } from "../model/reading/reading.ts";
import type { Verdict } from "../relation/verdict.ts";
import { candidatesFor } from "./candidates.ts";
import { choose } from "./choose.ts";
import { type ArticleEntry, append, type ClaimEntry, type Entry, type Fact, type Ledger } from "./ledger.ts";

/** Copies are looked for among this many of the newest articles. */
const copiesLookback = 600;

export type Arrival = {
  readonly article: Article;
  /** When this version became known; never before its publication in an archive. */
  readonly seen: Instant;
  /** True on a feed's first poll. */
  readonly baseline: boolean;
  readonly within: readonly { readonly start: number; readonly end: number }[] | null;
  /** What a model said of it, where one was asked. */
  readonly reading?: Reading;
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
  const claims = readClaims(article, reader, arrival.within).map((claim) =>
    reread(withOrigin(claim, article, origin, reader), arrival.reading),
  );
  const fresh = withdrawVanished(ledger, article, claims, seen);
  for (const claim of fresh.filter(isContent)) enter(ledger, claim, arrival);
  for (const claim of claims.filter((one) => !isContent(one)))
    append(ledger, { kind: "aside", seq: nextSeq(ledger), seen, claim });
  return ledger.entries.slice(first);
}

/**
 * A version that the story would not take in, such as "This report has been removed", can still take back what an
 * earlier one said. It adds nothing of its own.
 */
export function takeBack(
  ledger: Ledger,
  { article, seen }: Pick<Arrival, "article" | "seen">,
  reader: Reader,
): readonly Entry[] {
  if (!ledger.claimsOf.has(article.id)) return [];
  const first = ledger.entries.length;
  withdrawVanished(ledger, article, readClaims(article, reader, null), seen);
  return ledger.entries.slice(first);
}

/** Filler and summary lists repeat their own article; in other languages nobody can tell, so everything is kept. */
const isContent = (claim: Claim) => claim.worth > 0 || claim.lang !== "en";

const nextSeq = (ledger: Ledger) => ledger.entries.length + 1;

/** A near-copy has the origin of the text it copies; the outlets of one owner have one origin. */
function originAmong(ledger: Ledger, article: Article, signature: Signature, reader: Reader): OriginId {
  let best: { entry: ArticleEntry; alike: number } | null = null;
  for (const id of ledger.arrived.slice(-copiesLookback)) {
    const entry = ledger.articles.get(id)!;
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
  const isExcerpt = excerptEnd.test(article.text.slice(-endCharacters));
  const before = new Set(standing.map((entry) => plain(entry.claim.quote)));
  for (const entry of standing) {
    // A feed that goes over to excerpts takes nothing back: what was cut off may still stand in the article.
    if (isExcerpt || now.has(plain(entry.claim.quote))) continue;
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

/** How a text ends that was cut short; only so many of its last characters are looked at. */
const endCharacters = 80;
const excerptEnd = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read more))\W*$/i;

const plain = (quote: string) =>
  quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£]+/gu, " ")
    .trim();

function enter(ledger: Ledger, claim: Claim, { seen, baseline, reading }: Arrival): void {
  const seq = nextSeq(ledger);
  const candidates = candidatesFor(claim, ledger);
  const choice = ruled(choose(claim, candidates), claim, reading, ledger);
  if (!choice) {
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
    ...(relation === "same" && choice.mention ? { mention: true } : {}),
    because: verdict.because,
    baseline,
    claim,
  });
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
