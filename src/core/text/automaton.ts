/**
 * Finds thousands of names in one pass over a text (Aho and Corasick, 1975), so that a thousand stories cost little
 * more than one. Case, accents and curly apostrophes are folded; offsets are those of the original text.
 */

export type Pattern<T> = { readonly text: string; readonly value: T };
export type Hit<T> = { readonly start: number; readonly end: number; readonly value: T };

type Entry<T> = { readonly value: T; readonly length: number; readonly exact: string | null; readonly endings: "none" | "short" | "any" };
type Node<T> = { readonly next: Map<number, number>; fail: number; entries: Entry<T>[]; suffix: number };
export type Automaton<T> = { readonly nodes: readonly Node<T>[] };

/** Letters that an inflected ending may add to a name in a script other than Latin: Дмитриев → Дмитриевым. */
const endingMax = 3;
/** A pattern in capitals up to this long is an acronym and matches only in capitals: US, not us. */
const acronymMax = 5;

export function build<T>(patterns: readonly Pattern<T>[]): Automaton<T> {
  const nodes: Node<T>[] = [fresh()];
  for (const pattern of patterns) insert(nodes, pattern);
  link(nodes);
  return { nodes };
}

const fresh = <T>(): Node<T> => ({ next: new Map(), fail: 0, entries: [], suffix: 0 });

function insert<T>(nodes: Node<T>[], { text, value }: Pattern<T>): void {
  const open = text.endsWith("*");
  const written = (open ? text.slice(0, -1) : text).trim();
  const folded = fold(written).text;
  if (folded === "") return;
  let at = 0;
  for (const unit of folded) at = step(nodes, at, unit.codePointAt(0)!);
  const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(written);
  const acronym = !open && written.length <= acronymMax && /\p{Lu}/u.test(written) && written === written.toUpperCase() && latin;
  nodes[at]!.entries.push({ value, length: [...folded].length, exact: acronym ? written : null, endings: open ? "any" : latin ? "none" : "short" });
}

function step<T>(nodes: Node<T>[], at: number, unit: number): number {
  const known = nodes[at]!.next.get(unit);
  if (known !== undefined) return known;
  nodes.push(fresh());
  nodes[at]!.next.set(unit, nodes.length - 1);
  return nodes.length - 1;
}

/** Breadth first: each node's fail link is the longest suffix that is also a prefix; `suffix` skips to the next match. */
function link<T>(nodes: readonly Node<T>[]): void {
  const queue = [...nodes[0]!.next.values()];
  for (let head = 0; head < queue.length; head++) {
    const node = nodes[queue[head]!]!;
    for (const [unit, child] of node.next) {
      let fail = node.fail;
      while (fail !== 0 && !nodes[fail]!.next.has(unit)) fail = nodes[fail]!.fail;
      const target = nodes[fail]!.next.get(unit) ?? 0;
      nodes[child]!.fail = target === child ? 0 : target;
      nodes[child]!.suffix = nodes[nodes[child]!.fail]!.entries.length > 0 ? nodes[child]!.fail : nodes[nodes[child]!.fail]!.suffix;
      queue.push(child);
    }
  }
}

type Folded = { readonly text: string; readonly offsets: readonly number[] };

/** Lower case, accents gone, apostrophes straight, spaces single; `offsets[i]` is where unit i began in the original. */
function fold(text: string): Folded {
  let folded = "";
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    const plain = foldChar(char);
    const space = plain === " " && folded.endsWith(" ");
    if (!space) {
      for (const unit of plain) {
        folded += unit;
        offsets.push(at);
      }
    }
    at += char.length;
  }
  offsets.push(at);
  return { text: folded, offsets };
}

const memo = new Map<string, string>();

function foldChar(char: string): string {
  const known = memo.get(char);
  if (known !== undefined) return known;
  const folded = /\s/.test(char)
    ? " "
    : /[’‘ʼ`´]/.test(char)
      ? "'"
      : /[\u2010-\u2015]/.test(char)
        ? "-"
        : stripped(char);
  memo.set(char, folded);
  return folded;
}

/** Marks go from Latin letters only: й is not и. */
const stripped = (char: string) =>
  /\p{Script=Latin}/u.test(char) ? char.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace("ß", "ss").replace("ł", "l") : char.toLowerCase();

const isWordUnit = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
/** Scripts that do not put spaces between words have no word borders to respect. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Every name in `text`, the longest first where they overlap; sorted by start. */
export function scan<T>(automaton: Automaton<T>, text: string): readonly Hit<T>[] {
  const all = scanAll(automaton, text);
  const longest = [...all].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  const kept: Hit<T>[] = [];
  const spans = new Set<string>();
  for (const hit of longest) {
    const key = `${hit.start}:${hit.end}`;
    if (!spans.has(key) && taken.subarray(hit.start, hit.end).some((one) => one === 1)) continue;
    taken.fill(1, hit.start, hit.end);
    spans.add(key);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Every hit, overlapping ones too: what several stories each need to see. */
export function scanAll<T>(automaton: Automaton<T>, text: string): readonly Hit<T>[] {
  const { nodes } = automaton;
  const { text: folded, offsets } = fold(text);
  const units = [...folded];
  const hits: Hit<T>[] = [];
  let state = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!.codePointAt(0)!;
    while (state !== 0 && !nodes[state]!.next.has(unit)) state = nodes[state]!.fail;
    state = nodes[state]!.next.get(unit) ?? 0;
    for (let found = nodes[state]!.entries.length > 0 ? state : nodes[state]!.suffix; found !== 0; found = nodes[found]!.suffix) {
      for (const entry of nodes[found]!.entries) {
        const hit = hitOf(entry, at, units, offsets, text);
        if (hit) hits.push(hit);
      }
    }
  }
  return hits;
}

function hitOf<T>(entry: Entry<T>, at: number, units: readonly string[], offsets: readonly number[], text: string): Hit<T> | null {
  const from = at - entry.length + 1;
  const free = spaceless.test(units[at]!);
  if (!free && isWordUnit(units[from]) && isWordUnit(units[from - 1])) return null;
  let to = at + 1;
  if (!free && isWordUnit(units[at])) {
    while (isWordUnit(units[to])) to++;
    const added = to - at - 1;
    if (added > 0 && (entry.endings === "none" || (entry.endings === "short" && added > endingMax))) return null;
  }
  const start = offsets[from]!;
  const end = offsets[to]!;
  if (entry.exact !== null && text.slice(start, end) !== entry.exact) return null;
  return { start, end, value: entry.value };
}
