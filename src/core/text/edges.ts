/** The edges of a trie as flat numbers, for a trie of millions of nodes. It knows nothing of names or texts. */

/**
 * An open hash table from (node, unit) to node. A slot's three numbers lie side by side, so that a look-up touches one
 * line of the processor's cache: with a thousand stories the table no longer fits there.
 */
export type Edges = { cells: Int32Array; slots: number; count: number };

/** Numbers of a slot: node, unit, target and one to spare, so that a slot never straddles two cache lines. */
const slotWidth = 4;
const emptySlot = -1;

const sized = (slots: number): Edges => ({ cells: new Int32Array(slots * slotWidth).fill(emptySlot), slots, count: 0 });

/** Where the slot of an edge begins in `cells`, whether it is taken or not. */
function slotOf({ cells, slots }: Edges, node: number, unit: number): number {
  const mask = slots - 1;
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  let at = slot * slotWidth;
  while (cells[at] !== emptySlot && (cells[at] !== node || cells[at + 1] !== unit)) {
    slot = (slot + 1) & mask;
    at = slot * slotWidth;
  }
  return at;
}

/** The node behind an edge; 0 is the root and stands for "none", because no edge leads back to it. */
export function target(edges: Edges, node: number, unit: number): number {
  const at = slotOf(edges, node, unit);
  return edges.cells[at] === emptySlot ? 0 : edges.cells[at + 2]!;
}

export function add(edges: Edges, node: number, unit: number, to: number): Edges {
  const roomy = edges.count * 2 < edges.slots ? edges : grown(edges);
  const at = slotOf(roomy, node, unit);
  roomy.cells[at] = node;
  roomy.cells[at + 1] = unit;
  roomy.cells[at + 2] = to;
  roomy.count += 1;
  return roomy;
}

function grown(edges: Edges): Edges {
  const wider = sized(edges.slots * 2);
  for (const [node, unit, to] of edgesOf(edges)) add(wider, node, unit, to);
  return wider;
}

/** Every edge as node, unit, target; in no order. */
export function* edgesOf({ cells }: Edges): Generator<readonly [node: number, unit: number, to: number]> {
  for (let at = 0; at < cells.length; at += slotWidth) {
    if (cells[at] !== emptySlot) yield [cells[at]!, cells[at + 1]!, cells[at + 2]!];
  }
}

const slotsAtStart = 1024;

export const noEdges = (): Edges => sized(slotsAtStart);
