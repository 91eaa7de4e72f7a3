/**
 * What articles had said by one instant, sentence by sentence, each with its neighbours in its article: "the team" is
 * the one of the sentence before. The ledger groups claims into facts; a question may ask for any one of them.
 */
import type { Instant } from "../article/article.ts";
import type { Claim } from "../claim/claim.ts";
import type { AsideEntry, ClaimEntry, FactRef, Ledger } from "../ledger/ledger.ts";

export type Told = {
  /** Null for what joins no fact. */
  readonly fact: FactRef | null;
  readonly claim: Claim;
  readonly seen: Instant;
  /** When the value that it supports was first seen: claims of one value share it. */
  readonly valueAt: Instant;
  /** Its article does not say it any more. */
  readonly withdrawn: boolean;
  /** What the same article says just before and just after, the nearest first. */
  readonly before: readonly Claim[];
  readonly after: readonly Claim[];
};

/** Claims further away in characters are not read along. */
const neighbourGapMax = 260;
const neighboursMax = 2;

type Kept = { readonly entries: number; readonly from: Instant; readonly told: readonly Told[] };
const kept = new WeakMap<Ledger, Kept>();

/**
 * Everything that was said in what was seen by `at`, in the order in which it was seen. After the newest entry it is the
 * same list until another entry comes: nearly everybody asks about now.
 */
export function toldBy(ledger: Ledger, at: Instant): readonly Told[] {
  const known = kept.get(ledger);
  if (known?.entries === ledger.entries.length && at >= known.from) return known.told;
  const from = ledger.entries.reduce((newest, entry) => Math.max(newest, entry.seen), Number.NEGATIVE_INFINITY);
  const told = toldUntil(ledger, at);
  if (at >= from) kept.set(ledger, { entries: ledger.entries.length, from, told });
  return told;
}

function toldUntil(ledger: Ledger, at: Instant): readonly Told[] {
  const seen = ledger.entries.filter((entry) => entry.seen <= at);
  const newest = new Map(
    seen.flatMap((entry) => (entry.kind === "article" ? [[entry.articleId, entry.seen] as const] : [])),
  );
  const entries = seen.filter(
    (entry): entry is ClaimEntry | AsideEntry =>
      entry.kind === "claim" || (entry.kind === "aside" && entry.seen === newest.get(entry.claim.articleId)),
  );
  const seenOf = new Map(entries.map((entry) => [entry.seq, entry.seen]));
  const articles = Map.groupBy(entries, (entry) => entry.claim.articleId);
  const ordered = new Map(
    [...articles].map(([id, own]) => [
      id,
      own.map((entry) => entry.claim).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    ]),
  );
  return entries.map((entry): Told => {
    const { claim } = entry;
    const all = ordered.get(claim.articleId) ?? [];
    const gone = entry.kind === "claim" ? ledger.facts.get(entry.fact)?.withdrawn.get(entry.seq) : undefined;
    return {
      fact: entry.kind === "claim" ? entry.fact : null,
      claim,
      seen: entry.seen,
      valueAt: (entry.kind === "claim" ? seenOf.get(entry.version) : undefined) ?? entry.seen,
      withdrawn: gone !== undefined && gone <= at,
      ...neighbours(all, all.indexOf(claim)),
    };
  });
}

function neighbours(all: readonly Claim[], place: number): Pick<Told, "before" | "after"> {
  const own = all[place]!.span;
  const near = (claim: Claim) => Math.max(own.start - claim.span.end, claim.span.start - own.end) <= neighbourGapMax;
  return {
    before: all
      .slice(Math.max(0, place - neighboursMax), place)
      .filter(near)
      .toReversed(),
    after: all.slice(place + 1, place + 1 + neighboursMax).filter(near),
  };
}

/** Articles seen by `at`: what an abstention speaks for. */
export const articlesBy = (ledger: Ledger, at: Instant): number =>
  new Set(ledger.entries.flatMap((entry) => (entry.kind === "article" && entry.seen <= at ? [entry.articleId] : [])))
    .size;
