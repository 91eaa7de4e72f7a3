/**
 * A digest assembled from a ledger and a window: counts, checked lines, most important first, what is still expected.
 * Everything it says comes from the ledger, so the same ledger and window give the same bytes.
 */
import type { Instant } from "../article/article.ts";
import { leans } from "../claim/alone.ts";
import { lineMax } from "../claim/shorten.ts";
import { expectations } from "../ledger/expectations.ts";
import type { ArticleEntry, Ledger } from "../ledger/ledger.ts";
import { factStates } from "../ledger/states.ts";
import type { Story } from "../story/story.ts";
import { dayOf } from "../text/day.ts";
import { changesIn, type Found, touched } from "./changes.ts";
import type { Change, Digest, Window } from "./digest.ts";
import { withoutEchoes } from "./echoes.ts";
import { confirmedLine, type Side } from "./lines.ts";
import { keepsSense, verify } from "./verify.ts";

/** Expected events that are listed at the end of a thread. */
const expectedMax = 8;

export function digestOf(ledger: Ledger, story: Story, window: Window): Digest {
  const articles = articlesIn(ledger, window);
  const found = changesIn(ledger, window);
  const checked = found.map(checkedLine).filter((change) => change !== null);
  const changes = withoutEchoes([...checked].sort(bySalience), ledger, window);
  return {
    id: idOf(story, window),
    story: story.id,
    window,
    articles: new Set(articles.map((one) => one.articleId)).size,
    outlets: new Set(articles.map((one) => one.outlet)).size,
    origins: new Set(articles.map((one) => one.origin)).size,
    quiet: changes.length === 0,
    changes,
    repeated: touched(ledger, window).length - found.length,
    lastChange: changes.length > 0 ? window.until : lastChangeBefore(ledger, window.since),
    expected: expectedAt(ledger, window.until),
    dropped: found.length - checked.length,
  };
}

/** The same for the same story and window, so that a digest decided twice is one digest. */
function idOf(story: Story, { since, until }: Window): string {
  const stamp = (at: Instant | null) => (at === null ? "start" : new Date(at).toISOString().slice(0, 16));
  return `${story.id}:${stamp(since)}:${stamp(until)}`;
}

function articlesIn(ledger: Ledger, { since, until }: Window): readonly ArticleEntry[] {
  return ledger.entries.filter(
    (entry) => entry.kind === "article" && entry.seen <= until && (since === null || entry.seen > since),
  ) as ArticleEntry[];
}

function bySalience(a: Change, b: Change): number {
  return b.salience - a.salience || Number(a.ref.slice(1)) - Number(b.ref.slice(1));
}

/** A line that fails its check falls back to the verbatim clause; one that fails too, or does not stand alone, is not told. */
function checkedLine({ sides, ...change }: Found): Change | null {
  const first = change.evidence[0];
  if (!first) return null;
  if (change.kind === "disputed") return checkedDispute(change, sides);
  if (passes(change.text, change)) return told(change, change.text);
  const verbatim = first.quote.length <= lineMax && !leans(first.quote, false) ? first.quote : null;
  return verbatim && passes(verbatim, change) ? told(change, verbatim) : null;
}

const told = (change: Change, line: string): Change => ({
  ...change,
  text: confirmedLine(line, change.confirmedBy ?? []),
});

/** Each side stands in its own source and keeps its sense when it is cut, or the dispute is not told. */
const checkedDispute = (change: Change, sides: readonly Side[]): Change | null =>
  sides.length > 1 && sides.every(isSound) ? change : null;

const isSound = ({ text, whole, quote, borrowed }: Side): boolean =>
  verify(spoken(whole, borrowed), quote, borrowed).ok && keepsSense(spoken(text, borrowed), spoken(whole, borrowed));

type Sourced = Pick<Change, "borrowed" | "evidence">;

function passes(line: string, sourced: Sourced): boolean {
  return verify(spoken(line, sourced.borrowed), sourced.evidence[0]!.quote, sourced.borrowed).ok;
}

/** "Name: …" in front of a clause was taken from the article when the claim was read. */
function spoken(line: string, borrowed: readonly string[]): string {
  const speaker = borrowed.find((name) => line.startsWith(`${name}: `));
  return speaker ? line.slice(speaker.length + 2) : line;
}

function lastChangeBefore(ledger: Ledger, since: Instant | null): Instant | null {
  if (since === null) return null;
  const changed = factStates(ledger, since)
    .filter((state) => state.tellable)
    .map((state) => state.changed);
  return changed.length > 0 ? Math.max(...changed) : null;
}

function expectedAt(ledger: Ledger, at: Instant): Digest["expected"] {
  return expectations(factStates(ledger, at), dayOf(at))
    .filter(({ state }) => passes(state.now.text, state.now))
    .slice(0, expectedMax)
    .map(({ state, overdue }) => ({
      ref: state.ref,
      text: state.now.text,
      ...(overdue ? { overdue } : {}),
      evidence: state.now.evidence,
    }));
}
