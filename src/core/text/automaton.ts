/**
 * Finds thousands of names in one pass over a text (Aho and Corasick, 1975), so that a thousand stories cost little
 * more than one. Nodes and edges are numbers in flat arrays: a million of them fit in a few tens of megabytes.
 */
import { add, type Edges, edgesOf, noEdges, target } from "./edges.ts";
import { type Folded, fold } from "./fold.ts";
import { type Pattern, type Shape, shapeOf } from "./pattern.ts";

export type Hit<T> = { readonly start: number; readonly end: number; readonly value: T };

type Entry<T> = { readonly value: T; readonly shape: Shape; readonly length: number; readonly after: Entry<T> | null };

export type Automaton<T> = {
  readonly edges: Edges;
  /** Per node: where to go on when no edge fits, and the next node on that way at which a name ends. */
  readonly fail: Int32Array;
  readonly suffix: Int32Array;
  readonly entries: ReadonlyMap<number, Entry<T>>;
};

/** Builds the automaton of all patterns; equal patterns keep all their values, in order. */
export function build<T>(patterns: readonly Pattern<T>[]): Automaton<T> {
  let edges = noEdges();
  let count = 1;
  // Reversed, so that each node's chain of entries ends up in the order given.
  const entries = new Map<number, Entry<T>>();
  for (const pattern of patterns.toReversed()) {
    const shape = shapeOf(pattern);
    const { units, length } = fold(shape.stem);
    let node = 0;
    for (const unit of units) {
      let next = target(edges, node, unit);
      if (next === 0) {
        next = count++;
        edges = add(edges, node, unit, next);
      }
      node = next;
    }
    if (length > 0) entries.set(node, { value: pattern.value, shape, length, after: entries.get(node) ?? null });
  }
  return { edges, entries, ...linksOf(edges, count, entries) };
}

/** Breadth first: each node's fail link is its longest proper suffix that also begins some pattern. */
function linksOf(
  edges: Edges,
  count: number,
  entries: ReadonlyMap<number, unknown>,
): { fail: Int32Array; suffix: Int32Array } {
  const fail = new Int32Array(count);
  const suffix = new Int32Array(count);
  const { parents, units, order } = breadthFirst(edges, count);
  for (const node of order) {
    const parent = parents[node]!;
    if (parent !== 0) {
      let at = fail[parent]!;
      while (at !== 0 && target(edges, at, units[node]!) === 0) at = fail[at]!;
      fail[node] = target(edges, at, units[node]!);
    }
    suffix[node] = entries.has(fail[node]!) ? fail[node]! : suffix[fail[node]!]!;
  }
  return { fail, suffix };
}

/** Children are always numbered after their parents, so depth comes from one walk in order of number. */
function breadthFirst(
  edges: Edges,
  count: number,
): { parents: Int32Array; units: Int32Array; order: readonly number[] } {
  const parents = new Int32Array(count);
  const units = new Int32Array(count);
  for (const [node, unit, to] of edgesOf(edges)) {
    parents[to] = node;
    units[to] = unit;
  }
  const byDepth: number[][] = [];
  const depth = new Int32Array(count);
  for (let node = 1; node < count; node++) {
    depth[node] = depth[parents[node]!]! + 1;
    const level = depth[node]!;
    const nodes = byDepth[level];
    if (nodes) nodes.push(node);
    else byDepth[level] = [node];
  }
  return { parents, units, order: byDepth.flat() };
}

/** Every name in `text`, the longest first where they overlap; equal spans keep all their values. Sorted by start. */
export function scan<T>(automaton: Automaton<T>, text: string): readonly Hit<T>[] {
  return withoutOverlaps(scanAll(automaton, text), text.length);
}

/** Keeps the longest of overlapping hits, and the leftmost of equally long ones. */
export function withoutOverlaps<H extends { readonly start: number; readonly end: number }>(
  hits: readonly H[],
  length: number,
): readonly H[] {
  const taken = new Uint8Array(length);
  const ends = new Map<number, number>();
  const longestFirst = hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept = longestFirst.filter(({ start, end }) => {
    if (ends.get(start) === end) return true;
    if (taken.subarray(start, end).some((one) => one !== 0)) return false;
    taken.fill(1, start, end);
    ends.set(start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** Every hit, overlapping ones too, in the order in which they end. Offsets are UTF-16 code units of `text`. */
export function scanAll<T>(automaton: Automaton<T>, text: string): readonly Hit<T>[] {
  const folded = fold(text);
  const hits: Hit<T>[] = [];
  let state = 0;
  for (let at = 0; at < folded.length; at++) {
    state = stepFrom(automaton, state, folded.units[at]!);
    let found = automaton.entries.has(state) ? state : automaton.suffix[state]!;
    for (; found !== 0; found = automaton.suffix[found]!)
      collect(automaton.entries.get(found) ?? null, at, folded, text, hits);
  }
  return hits;
}

function stepFrom({ edges, fail }: Automaton<unknown>, from: number, unit: number): number {
  let state = from;
  let next = target(edges, state, unit);
  while (next === 0 && state !== 0) {
    state = fail[state]!;
    next = target(edges, state, unit);
  }
  return next;
}

function collect<T>(first: Entry<T> | null, at: number, folded: Folded, text: string, hits: Hit<T>[]): void {
  for (let entry = first; entry !== null; entry = entry.after) {
    const hit = hitOf(entry, at, folded, text);
    if (hit) hits.push(hit);
  }
}

const wordUnits = new Map<number, boolean>();

function isWordUnit(unit: number | undefined): boolean {
  if (unit === undefined) return false;
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
  const known = wordUnits.get(unit);
  if (known !== undefined) return known;
  const char = String.fromCodePoint(unit);
  const found = /[\p{L}\p{N}\p{M}]/u.test(char) && !spaceless.test(char);
  wordUnits.set(unit, found);
  return found;
}

/** Scripts that put no spaces between words have no word borders to respect. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A longer run of letters is no word; nothing is looked for in it. */
const wordLettersMax = 48;

/** How many letters follow one another from `at` on, in one direction, counted no further than is of use. */
function wordRun(units: Int32Array, at: number, by: 1 | -1): number {
  let count = 0;
  while (count <= wordLettersMax && isWordUnit(units[at + by * count])) count++;
  return count;
}

function hitOf<T>(
  { shape, length, value }: Entry<T>,
  at: number,
  { units, offsets }: Folded,
  text: string,
): Hit<T> | null {
  const from = at - length + 1;
  const before = isWordUnit(units[from]) ? wordRun(units, from - 1, -1) : 0;
  if (before > 0 && !shape.prefixes?.test(String.fromCodePoint(...units.subarray(from - before, from)))) return null;
  const after = isWordUnit(units[at]) ? wordRun(units, at + 1, 1) : 0;
  if (after > Math.min(shape.endingMax, wordLettersMax)) return null;
  const to = at + 1 + after;
  const start = offsets[from]!;
  const end = endOf(offsets, to, text);
  if (shape.exact !== null && text.slice(start, end) !== shape.exact) return null;
  if (shape.proper && /^\p{Ll}/u.test(text.slice(start, start + 2))) return null;
  if (shape.accepts !== null && !shape.accepts(text.slice(start, end))) return null;
  return { start, end, value };
}

/** A hit ends with its last letter: what folds to nothing or to the same unit behind it is not part of it. */
function endOf(offsets: Int32Array, to: number, text: string): number {
  const last = offsets[to - 1]!;
  const end = last + (text.codePointAt(last)! > 0xffff ? 2 : 1);
  const mark = /^\p{M}+/u.exec(text.slice(end, offsets[to]!));
  return end + (mark?.[0].length ?? 0);
}
